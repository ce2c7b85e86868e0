"""Word files say what the PDFs say, are built as Word itself would build them, and hold nothing else."""

import inspect
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from fosdesk.domain.fields import NOUNS, Privacy
from fosdesk.domain.records import Answer
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace, Stopped
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.pdf.pdf_document import PdfDocument
from fosdesk.reports.preview_recorder import PreviewRecorder
from fosdesk.reports.word.word_document import WordDocument
from fosdesk.reports.writer import DocumentProperties, FileWriter, Writer
from fosdesk.words import LANGUAGES, read_words
from tests.privacy.planted import mark, planted
from tests.privacy.test_documents_privacy import leaked_names, private_texts
from tests.reports.reading import Reading
from tests.reports.samples import DRAWING, HOSTILE, enormous, everything, hostile, started
from tests.reports.telling import example, make, school_of
from tests.reports.word.word_reading import everything_in_word, paragraphs, parts_of, w, words_in, words_of, xml_of
from tests.sampling import sampled

WORD: Callable[[DocumentProperties], FileWriter] = WordDocument

MEANT = [(key, audience) for key, kind in DOCUMENTS.items() for audience in kind.audiences]


def word(folder: Path, key: str, school: School, language: str = "en", audience: Audience | None = None) -> bytes:
    return make(folder, key, school, language=language, audience=audience, ending=".docx")[1]


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_all_writers_take_the_same_calls() -> None:
    def calls(kind: type) -> dict[str, inspect.Signature]:
        found = inspect.getmembers(kind, lambda one: inspect.isfunction(one) and not one.__name__.startswith("_"))
        return {name: inspect.signature(one) for name, one in found}

    for kind in (PdfDocument, WordDocument, PreviewRecorder):
        for name, signature in calls(Writer).items():
            assert calls(kind)[name].parameters == signature.parameters, (kind, name)


@pytest.mark.parametrize("key", sampled(DOCUMENTS, 6))
def test_the_same_words_stand_in_both(key: str, tmp_path: Path) -> None:
    school = example("nb")
    with Reading(make(tmp_path, key, school, language="nb")[1]) as reading:
        in_pdf = [(role, words) for role, words in reading.blocks() if words and role not in ("Lbl", "Figure")]
    in_word = squeezed(words_of(word(tmp_path, key, school, "nb")))
    # Of that meeting nobody took minutes, and the example's school has not closed its first group.
    assert len(in_pdf) > (3 if key == "closing_review" else 8 if DOCUMENTS[key].by_meeting else 10)
    # In the list of contents Word counts the pages itself.
    wanted = [re.sub(r"\W*\d+$", "", words) if role == "Reference" else words for role, words in in_pdf]
    assert [words for words in wanted if squeezed(words) not in in_word] == []


def _pictures(written: bytes) -> list[dict[str, str]]:
    """What is said about each picture."""
    drawn = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    return [one.attrib for one in xml_of(written).iter(drawn)]


def test_headings_lists_and_tables_are_what_they_look_like() -> None:
    written = everything(WORD).to_bytes()
    read = paragraphs(written)
    headings = [one.style for one in read if one.style.startswith("Heading")]
    assert headings == ["Heading1", "Heading2", "Heading3", "Heading1", "Heading1"]
    assert [one.words for one in read if one.style == "Title"] == ["Alle elever skal kjenne at noen savner dem"]
    assert {one.level for one in read if one.style == "ListParagraph"} == {0, 1, 2}
    assert sum(one.in_head for one in read) == 6
    opened = Document(io.BytesIO(written))
    assert [(len(table.rows), len(table.columns)) for table in opened.tables] == [(61, 4), (3, 2)]
    assert opened.tables[0].cell(1, 2).text == "Parkert til januar"
    assert opened.paragraphs[-1].style is not None


def test_two_lists_that_count_begin_at_one_each() -> None:
    book = started(writer_class=WORD)
    book.numbered(["a", "b"])
    book.numbered(["c"])
    tree = xml_of(book.to_bytes())
    assert [one.attrib[w("val")] for one in tree.iter(w("numId"))] == ["4", "4", "5"]
    again = [one for one in xml_of(book.to_bytes(), "word/numbering.xml").iter(w("startOverride"))]
    assert len(again) == 18


def test_a_figure_is_a_picture_with_its_words() -> None:
    book = started(writer_class=WORD)
    book.figure(DRAWING, "Det som kom inn")
    written = book.to_bytes()
    (about,) = _pictures(written)
    assert about["descr"] == DRAWING.alt
    (name,) = [name for name in parts_of(written) if name.endswith(".png")]
    with Image.open(io.BytesIO(parts_of(written)[name])) as shown:
        assert shown.size == (1260, 360)
        assert shown.getpixel((700, 60)) == (0x1F, 0x5C, 0x54)
        assert len(shown.getcolors(100_000) or ()) > 20, "letters have soft edges"


def test_title_language_and_whose_it_is_stand_in_the_file(tmp_path: Path) -> None:
    for language, tag in (("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")):
        written = word(tmp_path, "gate_log", example(language), language)
        about = Document(io.BytesIO(written)).core_properties
        title = read_words(language)(DOCUMENTS["gate_log"].title)
        school = example(language).profile.name
        assert (about.title, about.author) == (f"{title}, {school}", school)
        assert about.language == tag
        assert (about.created, about.modified) == (about.modified, about.created)
        (spoken,) = {one.attrib[w("val")] for one in xml_of(written, "word/styles.xml").iter(w("lang"))}
        assert spoken == tag
    foreign = everything(WORD).to_bytes()
    assert {one.attrib[w("val")] for one in xml_of(foreign).iter(w("lang"))} == {"se-NO"}


def test_contents_and_links_lead_to_headings_that_are_there() -> None:
    tree = xml_of(everything(WORD).to_bytes())
    places = {one.attrib[w("name")] for one in tree.iter(w("bookmarkStart"))}
    leads = [one.attrib[w("anchor")] for one in tree.iter(w("hyperlink")) if w("anchor") in one.attrib]
    assert len(leads) == 6
    assert set(leads) <= places
    contents = [one.words for one in paragraphs(everything(WORD).to_bytes()) if one.style.startswith("TOC")]
    assert [one.rpartition(" ")[0] for one in contents] == [
        "Forankring", "Retningen", "Slik gjorde vi det", "Hva vi vurderte", "Til slutt",
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["description", "gate_log", "hand_over"])
def test_the_contents_have_page_numbers(key: str, tmp_path: Path) -> None:
    """As in the PDF, until Word has counted its own; Word is asked to."""
    written = make(tmp_path, key, example("nb"), language="nb", ending=".docx")[1]
    in_word = [one.words.rpartition(" ")[::2] for one in paragraphs(written) if one.style.startswith("TOC")]
    with Reading(make(tmp_path, key, example("nb"), language="nb")[1]) as reading:
        in_pdf = [words for role, words in reading.blocks() if role == "Reference"]
    assert [" ".join(entry) for entry in in_word] == in_pdf
    assert len({number for _, number in in_word}) > 3
    fields = ["".join(one.itertext()) for one in xml_of(written).iter(w("instrText"))]
    places = {one.attrib[w("name")] for one in xml_of(written).iter(w("bookmarkStart"))}
    assert fields[0].split()[0] == "TOC"
    assert "\\n" not in fields[0], "it would leave the numbers out"
    assert {one.split()[1] for one in fields[1:]} <= places
    assert len(fields) == len(in_word) + 1
    kinds = [one.attrib[w("fldCharType")] for one in xml_of(written).iter(w("fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(fields)
    order = [one.tag.partition("}")[2] for one in xml_of(written, "word/settings.xml")]
    assert order.index("updateFields") < order.index("compat")


def test_a_document_without_contents_asks_word_to_update_nothing(tmp_path: Path) -> None:
    written = make(tmp_path, "status", example("nb"), language="nb", ending=".docx")[1]
    assert xml_of(written, "word/settings.xml").find(w("updateFields")) is None


def test_a_ticked_item_has_one_box_and_so_has_an_open_one(tmp_path: Path) -> None:
    school = school_of(Answer("answer:F1-01", status="done"), Answer("answer:F1-02", status="in_progress"))
    written = make(tmp_path, "checklist_f1", school, language="nb", ending=".docx")[1]
    labels = {}
    numbering = xml_of(written, "word/numbering.xml")
    kinds = {one.attrib[w("abstractNumId")]: one for one in numbering.iter(w("abstractNum"))}
    for one in numbering.iter(w("num")):
        (kind,) = (kinds[found.attrib[w("val")]] for found in one.iter(w("abstractNumId")))
        labels[one.attrib[w("numId")]] = next(kind.iter(w("lvlText"))).attrib[w("val")]
    items = []
    for one in xml_of(written).iter(w("p")):
        number = one.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is not None:
            items.append(labels[number.attrib[w("val")]] + words_in(one))
    first, second, *rest = items
    assert first == "☑Skriv kort hvorfor skolen er med, og hvem som bestemte det."
    assert second.startswith("☐La personalet kartlegge")
    assert rest
    assert [one for one in items if one.count("☐") + one.count("☑") != 1] == []


def test_odd_text_is_shown_as_it_stands_and_leads_nowhere() -> None:
    written = hostile(WORD).to_bytes()
    said = words_of(written)
    assert "<b>ikke fet</b> <img src='/etc/passwd'> </para>" in said
    assert "A & B &amp; C &lt; D &#65; {} {0} {page} %s %d" in said
    assert "Sámi giella: čáppa ŋ Ŋ đ ŧ" in said
    assert "\u202e" not in said
    inside = parts_of(written)
    outward = re.findall(rb'Target="([^"]*)" TargetMode="External"', inside["word/_rels/document.xml.rels"])
    assert set(outward) == {b"https://a.no/"}
    allowed = {"png", "xml", "rels"}
    assert {name.rpartition(".")[2] for name in inside} == allowed
    assert not [name for name in inside if "vba" in name.lower() or "activeX" in name or "embed" in name.lower()]
    assert Document(io.BytesIO(written)).paragraphs


def test_what_is_read_from_the_right_is_marked_so() -> None:
    book = started(writer_class=WORD)
    book.paragraph("Velkommen: " + HOSTILE["right to left"])
    runs = [run for run in xml_of(book.to_bytes()).iter(w("r")) if run.find(f"{w('rPr')}/{w('rtl')}") is not None]
    assert "عربية" in "".join(words_in(run) for run in runs)


@pytest.mark.parametrize("key", sampled(DOCUMENTS, 6))
def test_the_same_school_makes_the_same_bytes(key: str, tmp_path: Path) -> None:
    once = word(tmp_path, key, example("nb"))
    (tmp_path / "again").mkdir()
    assert word(tmp_path / "again", key, example("nb")) == once


def test_much_text_is_kept_whole() -> None:
    written = enormous(WORD).to_bytes()
    assert max(len(one.words) for one in paragraphs(written)) == 200_000


def test_it_can_be_stopped_and_then_nothing_is_left(tmp_path: Path) -> None:
    pace, book = Pace(), started(writer_class=WORD)
    for number in range(50):
        book.paragraph(f"Avsnitt {number}")
    pace.stop()
    with pytest.raises(Stopped):
        book.write(tmp_path / "x.docx", pace)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "gate_log.docx").mkdir()
    with pytest.raises(OSError):
        word(tmp_path, "gate_log", school_of())
    assert [one.name for one in tmp_path.iterdir()] == ["gate_log.docx"]
    with pytest.raises(FosdeskError):
        word(tmp_path, "horoscope", school_of())


@pytest.mark.parametrize(("key", "audience"), sampled(MEANT))
def test_nothing_private_stands_anywhere_in_the_file(key: str, audience: Audience, tmp_path: Path) -> None:
    said = everything_in_word(word(tmp_path, key, planted(), audience=audience))
    hidden = {Privacy.PRIVATE} if audience is Audience.SCHOOL else {Privacy.PRIVATE, Privacy.PERSON}
    fields = [(noun, name) for noun in NOUNS for name, field in NOUNS[noun].fields.items() if field.privacy in hidden]
    assert [place for place in fields if mark(*place) in said] == []


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("key", "audience"), MEANT)
def test_the_example_keeps_its_people_and_its_thoughts(
    key: str, audience: Audience, language: str, tmp_path: Path
) -> None:
    school = example(language)
    said = everything_in_word(word(tmp_path, key, school, language, audience))
    assert [thought for thought in private_texts(school) if thought in said] == []
    if audience is not Audience.SCHOOL:
        assert leaked_names(school, said) == set()
