"""Each page of a document made from the example school says at its foot that it is an example; no other's does."""

from itertools import product
from pathlib import Path

import pikepdf
import pytest

from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.documents.password_sheet import write_password_sheet
from fosdesk.words import Words, read_words
from tests.reports.pdf.placed import pages_of
from tests.reports.telling import DAY, example, make
from tests.reports.word.word_reading import parts_of, words_in, xml_of
from tests.sampling import sampled

SAID = {
    "nb": "Eksempelskole – ingenting her er virkelig",
    "nn": "Eksempelskule – ingenting her er verkeleg",
    "en": "Example school – nothing here is real",
}


def unmarked_pages(written: bytes, mark: str) -> list[int]:
    """The pages, from 1, that do not say the mark in their margin."""
    pages = pages_of(written)
    marked = {one.page for one in pages.texts if one.artifact and mark in one.words and one.y > 500}
    return [number + 1 for number in range(pages.total) if number not in marked]


def feet(written: bytes) -> list[str]:
    """The texts of a Word file's feet: of all its pages, and of the first where that is another."""
    return [words_in(xml_of(written, name)) for name in sorted(parts_of(written)) if name.startswith("word/footer")]


def different_first_page(written: bytes) -> bool:
    return b"<w:titlePg" in parts_of(written)["word/document.xml"]


@pytest.mark.parametrize(("key", "language"), sampled(product(DOCUMENTS, SAID), 10))
def test_each_page_of_the_example_says_so(key: str, language: str, tmp_path: Path) -> None:
    school = example("nn" if language == "nn" else "nb")
    written = make(tmp_path, key, school, language=language, draft=language == "nb", is_example=True)[1]
    assert unmarked_pages(written, SAID[language]) == []
    with pikepdf.open(tmp_path / f"{key}.pdf") as pdf:
        assert SAID[language] in str(pdf.docinfo["/Subject"]), "margins are not read aloud; this is"
    in_word = make(tmp_path, key, school, language=language, is_example=True, ending=".docx")[1]
    assert len(feet(in_word)) == 1 + different_first_page(in_word)
    assert all(SAID[language] in one for one in feet(in_word))


@pytest.mark.parametrize("key", ["description", "status", "checklist_f1", "research"])
def test_no_other_school_does(key: str, tmp_path: Path) -> None:
    school = example("nb")
    written = make(tmp_path, key, school, language="nb")[1]
    assert not [one for one in pages_of(written).texts if "ksempelskole" in one.words]
    in_word = make(tmp_path, key, school, language="nb", ending=".docx")[1]
    assert "ksempelskole" not in "".join(feet(in_word))
    assert len(feet(in_word)) == 1


@pytest.mark.parametrize("is_example", [True, False])
def test_the_password_of_its_file_too(is_example: bool, tmp_path: Path) -> None:
    path, words = tmp_path / "a.pdf", read_words("nb")
    write_password_sheet(
        path, words, school="Fjordvik", file="a.fosdesk", password="is og snø", day=DAY, is_example=is_example
    )
    assert (unmarked_pages(path.read_bytes(), SAID["nb"]) == []) is is_example


def test_the_mark_fits_beside_the_number_of_the_page(tmp_path: Path) -> None:
    for language, mark in SAID.items():
        words: Words = read_words(language)
        written = make(tmp_path, "description", example("nb"), language=language, is_example=True)[1]
        foot = next(one for one in pages_of(written).texts if one.artifact and mark in one.words and one.page == 1)
        assert foot.words == f"{words('Draft')} · {mark}"
