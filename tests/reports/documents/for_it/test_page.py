"""The page for IT is one page, says what is so, and stands in the repository in the same words."""

import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from fosdesk import __version__, paths
from fosdesk.reports.documents.for_it import page
from fosdesk.reports.documents.for_it.bundled_parts import BILL, bundled_parts
from fosdesk.words import LANGUAGES, read_words
from tests.reports.reading import Reading
from tests.reports.telling import example, make, school_of

ROOT = Path(__file__).resolve().parents[4]
DAY = date(2026, 11, 30)


def told(language: str) -> str:
    words = read_words(language)
    rows = [row for chapter in page.chapters(words) for row in chapter.rows]
    return "\n".join([page.opening(words), *(f"{label}: {text}" for label, text in rows), page.parts_line(words)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_in_the_repository_says_the_same(language: str) -> None:
    written = (ROOT / "packaging" / "for_it" / f"{language}.md").read_text(encoding="utf-8")
    assert written == page.text_of(read_words(language)), "fosdesk for-it packaging/for_it/nb.md writes it anew"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_with_all_of_it(tmp_path: Path, language: str) -> None:
    target = tmp_path / "it.pdf"
    assert page.write_alone(target, read_words(language), DAY).pages == 1
    with Reading(target.read_bytes()) as reading:
        said = re.sub(r"\s+", "", " ".join(text for _, text in reading.blocks()))
    for line in told(language).splitlines():
        for word in re.split(r"[ :]+", line):
            assert re.sub(r"\s+", "", word) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_among_the_documents_and_tells_nothing_of_the_school(tmp_path: Path, language: str) -> None:
    made, content = make(tmp_path, "for_it", school_of(), language=language)
    assert made.pages == 1
    school = example("nb")
    made, other = make(tmp_path, "for_it", school, language=language)
    assert made.pages == 1
    with Reading(content) as empty, Reading(other) as full:
        told_of_it = [[text for _, text in one.blocks()] for one in (empty, full)]
    begins = told_of_it[0].index(page.opening(read_words(language)))
    assert told_of_it[0][begins:] == told_of_it[1][told_of_it[1].index(told_of_it[0][begins]) :]


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf", "a.docx", "b.docx"):
        page.write_alone(tmp_path / name, read_words("nb"), DAY)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_it_is_a_word_file_too(tmp_path: Path) -> None:
    page.write_alone(tmp_path / "it.docx", read_words("nn"), DAY)
    document = Document(str(tmp_path / "it.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert "FOSDESK_DATA_DIR" in text
    assert "Bruk av nett" in text


def test_versions_and_parts_are_those_that_are_shipped() -> None:
    said = told("en")
    assert f"fosdesk-{__version__}-user.msi" in said
    assert f"{len(bundled_parts())} parts" in said
    assert all(f"{part.name} {part.version}" in said for part in bundled_parts())
    assert paths.resource("licences", BILL).is_file()


def test_the_files_in_the_data_folder_are_those_of_the_program() -> None:
    from fosdesk.app import STORE_NAME
    from fosdesk.ui.frame import drafts_file, settings_file
    from fosdesk.ui.window.crash import LOG_NAME

    said = told("en")
    names = {STORE_NAME, LOG_NAME, paths.BACKUP_FOLDER, "settings.json", "drafts.json"}
    assert [name for name in names if name not in said] == []
    assert drafts_file.NAME in names
    assert 'folder / "settings.json"' in Path(settings_file.__file__).read_text(encoding="utf-8")
