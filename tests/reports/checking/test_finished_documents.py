"""What is broken in a finished PDF or Word file is found by reading it again."""

import zipfile
from pathlib import Path

import pikepdf
import pytest

from fosdesk.reports.checking.finished_documents import faults_of_pdf, faults_of_word
from tests.reports.telling import example, make


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    for ending in (".pdf", ".docx"):
        make(folder, "status", example("nb"), language="nb", ending=ending)
    return folder


def pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_what_the_program_writes_is_whole(made: Path) -> None:
    assert faults_of_pdf(made / "status.pdf", pages(made / "status.pdf")) == []
    assert faults_of_word(made / "status.docx") == []


@pytest.mark.parametrize("lacking", ["/StructTreeRoot", "/Lang", "/Metadata", "/OutputIntents", "/MarkInfo"])
def test_a_pdf_that_lacks_what_makes_it_readable(made: Path, tmp_path: Path, lacking: str) -> None:
    with pikepdf.open(made / "status.pdf") as pdf:
        del pdf.Root[lacking]
        pdf.save(tmp_path / "a.pdf")
    assert faults_of_pdf(tmp_path / "a.pdf", pages(made / "status.pdf")) == [f"{lacking} is missing"]


def test_a_pdf_with_a_page_less(made: Path, tmp_path: Path) -> None:
    before = pages(made / "status.pdf")
    with pikepdf.open(made / "status.pdf") as pdf:
        del pdf.pages[-1]
        pdf.save(tmp_path / "a.pdf")
    assert f"{before - 1} pages, not {before}" in faults_of_pdf(tmp_path / "a.pdf", before)


def test_a_pdf_without_its_fonts(made: Path, tmp_path: Path) -> None:
    with pikepdf.open(made / "status.pdf") as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one:
                del one["/FontFile2"]
        pdf.save(tmp_path / "a.pdf")
    faults = faults_of_pdf(tmp_path / "a.pdf", pages(made / "status.pdf"))
    assert faults
    assert all("SourceSans3" in fault and fault.endswith("is not embedded") for fault in faults)


def test_bytes_that_are_neither(made: Path, tmp_path: Path) -> None:
    broken = tmp_path / "a"
    broken.write_bytes((made / "status.pdf").read_bytes()[:700])
    assert faults_of_pdf(broken, 1) != []
    assert faults_of_word(broken) != []


def test_a_word_file_without_text(made: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    with zipfile.ZipFile(made / "status.docx") as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                start, end = content.index(b"<w:body>") + len(b"<w:body>"), content.rindex(b"<w:sectPr")
                content = content[:start] + content[end:]
            after.writestr(name, content)
    assert faults_of_word(target) == ["it holds no text"]
