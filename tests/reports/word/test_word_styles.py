"""Styles and numbering of the Word file: what Word, its outline and a screen reader know of each paragraph."""

from collections.abc import Callable
from xml.etree import ElementTree

from fosdesk.reports.inline_text import Item
from fosdesk.reports.word.word_document import WordDocument
from fosdesk.reports.writer import DocumentProperties, FileWriter
from tests.reports.samples import everything, started
from tests.reports.word.word_reading import paragraphs, w, xml_of

WORD: Callable[[DocumentProperties], FileWriter] = WordDocument


def style(written: bytes, key: str) -> ElementTree.Element:
    found = (one for one in xml_of(written, "word/styles.xml").iter(w("style")) if one.attrib[w("styleId")] == key)
    return next(found)


def test_headings_are_in_the_outline_and_stand_with_what_follows() -> None:
    written = started(writer_class=WORD).to_bytes()
    for level in range(4):
        about = style(written, f"Heading{level + 1}").find(w("pPr"))
        assert about is not None
        outline = about.find(w("outlineLvl"))
        assert outline is not None
        assert outline.attrib[w("val")] == str(level)
        assert about.find(w("keepNext")) is not None
    for key in ("Title", "Caption", "ColumnHead"):
        assert style(written, key).find(f"{w('pPr')}/{w('keepNext')}") is not None
    assert style(written, "Cell").find(f"{w('pPr')}/{w('keepNext')}") is None


def test_every_style_that_is_used_is_there() -> None:
    written = everything(WORD).to_bytes()
    there = {one.attrib[w("styleId")] for one in xml_of(written, "word/styles.xml").iter(w("style"))}
    assert {one.style for one in paragraphs(written)} <= there


def labels(written: bytes, number: str) -> list[tuple[str, str]]:
    """Kind and text of the labels of a list, by level."""
    tree = xml_of(written, "word/numbering.xml")
    (kind,) = [one.find(w("abstractNumId")) for one in tree.iter(w("num")) if one.attrib[w("numId")] == number]
    assert kind is not None
    (made,) = [one for one in tree.iter(w("abstractNum")) if one.attrib[w("abstractNumId")] == kind.attrib[w("val")]]
    found = []
    for level in made.iter(w("lvl")):
        form, text = level.find(w("numFmt")), level.find(w("lvlText"))
        assert form is not None
        assert text is not None
        found.append((form.attrib[w("val")], text.attrib[w("val")]))
    return found


def test_lists_have_bullets_numbers_and_boxes_of_their_level() -> None:
    book = started(writer_class=WORD)
    book.bullets([Item("ytterst", [Item("inni", ["innerst"])])])
    book.checklist(["avtal tid"], lines=2)
    book.numbered(["først"])
    written = book.to_bytes()
    said = xml_of(written)
    used = [one.attrib[w("val")] for one in said.iter(w("numId"))]
    bulleted, _, _, boxes, numbered = used
    assert set(used[:3]) == {bulleted}
    assert len({bulleted, boxes, numbered}) == 3
    assert [one.attrib[w("val")] for one in said.iter(w("ilvl"))] == ["0", "1", "2", "0", "0"]
    assert labels(written, bulleted)[:3] == [("bullet", "•"), ("bullet", "–"), ("bullet", "·")]
    assert labels(written, boxes)[0] == ("bullet", "☐")
    assert labels(written, numbered)[:2] == [("decimal", "%1."), ("decimal", "%2.")]
    assert [one.style for one in paragraphs(written)].count("WrittenLine") == 2


def test_a_quote_is_followed_by_its_source_and_contents_go_as_deep_as_told() -> None:
    book = started(writer_class=WORD)
    book.contents(lambda headings: 1)
    book.heading(1, "Kapittel")
    book.heading(2, "Del")
    book.quote("Kort sagt", source="Personalet")
    read = [(one.style, one.words) for one in paragraphs(book.to_bytes())]
    assert read[-2:] == [("Quote", "Kort sagt"), ("Source", "Personalet")]
    assert [words.split()[0] for key, words in read if key.startswith("TOC")] == ["Kapittel"]
