"""The Word file as Word reads it: widths and heads of tables, languages, pages, margins and what it says of itself."""

import io
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.shared import Pt

from fosdesk.display.shapes import Area, Figure
from fosdesk.reports.inline_text import Bold, Foreign, Italic
from fosdesk.reports.word.word_document import WordDocument
from fosdesk.reports.writer import A4, PAPER_SIZES, DocumentProperties, FileWriter
from tests.reports.samples import DAY, TEXT, empty_book, started
from tests.reports.word.word_reading import parts_of, w, words_in, xml_of

WORD: Callable[[DocumentProperties], FileWriter] = WordDocument


def values(tree: ElementTree.Element, tag: str, name: str = "val") -> list[str]:
    return [one.attrib[w(name)] for one in tree.iter(w(tag))]


def runs(tree: ElementTree.Element, words: str) -> list[ElementTree.Element]:
    """The runs that say just this."""
    return [run for run in tree.iter(w("r")) if words_in(run) == words]


# -- tables


def table_of(rows: list[tuple[str, ...]], widths: tuple[float, ...], **more: object) -> ElementTree.Element:
    book = started(writer_class=WORD)
    book.table(["Navn", "Fordi"], rows, widths, **more)  # type: ignore[arg-type]
    return next(xml_of(book.to_bytes()).iter(w("tbl")))


def test_columns_have_their_shares_of_the_line() -> None:
    table = table_of([("a", "b")], (1, 3))
    grid = [int(width) for width in values(table, "gridCol", "w")]
    assert grid[1] / grid[0] == pytest.approx(3, abs=0.01)
    assert sum(grid) == pytest.approx((A4[0] - 2 * 68) * 20, abs=2)
    assert [int(width) for width in values(table, "tcW", "w")] == grid * 2


def test_the_head_is_repeated_and_short_rows_are_not_divided() -> None:
    table = table_of([("kort", "ja"), ("lang", TEXT * 4)], (1, 3))
    head, short, long = table.iter(w("tr"))
    about = [{one.tag for one in row.iter(w("trPr")) for one in one} for row in (head, short, long)]
    assert about == [{w("cantSplit"), w("tblHeader")}, {w("cantSplit")}, set()]


def test_a_row_to_write_in_is_as_high_as_it_is_told() -> None:
    table = table_of([("a", "")], (1, 3), min_row_height=34)
    head, row = table.iter(w("tr"))
    assert values(head, "trHeight") == []
    assert (values(row, "trHeight"), values(row, "trHeight", "hRule")) == (["680"], ["atLeast"])


@pytest.mark.parametrize("row_heads", [True, False])
def test_the_first_cell_is_the_head_of_its_row_where_it_is_asked_for(row_heads: bool) -> None:
    table = table_of([("a", "b")], (1, 3), row_heads=row_heads, caption="Det som kom inn")
    assert values(table, "pStyle") == ["ColumnHead", "ColumnHead", "CellHead" if row_heads else "Cell", "Cell"]
    (look,) = table.iter(w("tblLook"))
    assert look.attrib[w("firstColumn")] == str(int(row_heads))
    assert values(table, "tblCaption") == ["Det som kom inn"]


def test_two_tables_do_not_touch() -> None:
    book = started(writer_class=WORD)
    for _ in range(2):
        book.table(["a"], [("b",)], (1,))
    body = next(xml_of(book.to_bytes()).iter(w("body")))
    kinds = [one.tag for one in body]
    first = kinds.index(w("tbl"))
    assert kinds[first : first + 4] == [w("tbl"), w("p"), w("tbl"), w("p")]


# -- text


def test_a_passage_in_another_language_is_marked_with_its_tag() -> None:
    book = started(writer_class=WORD)
    book.paragraph("Her: ", Foreign("se", "giella"), " og ", Foreign("fr", "langue"))
    book.paragraph("To learn", language="en")
    tree = xml_of(book.to_bytes())
    found = {words: values(runs(tree, words)[0], "lang") for words in ("giella", "langue", "To learn", "Her:")}
    assert found == {"giella": ["se-NO"], "langue": ["fr"], "To learn": ["en-GB"], "Her:": []}


def test_bold_italic_line_breaks_and_spaces_are_kept() -> None:
    book = started(writer_class=WORD)
    book.paragraph(Bold("fet"), " mellom ", Italic("kursiv"), "linje\nskift")
    tree = xml_of(book.to_bytes())
    assert runs(tree, "fet")[0].find(f"{w('rPr')}/{w('b')}") is not None
    assert runs(tree, "kursiv")[0].find(f"{w('rPr')}/{w('i')}") is not None
    (broken,) = runs(tree, "linje skift")
    assert [one.tag for one in broken] == [w("t"), w("br"), w("t")]
    spaces = {one.attrib["{http://www.w3.org/XML/1998/namespace}space"] for one in tree.iter(w("t"))}
    assert spaces == {"preserve"}


# -- pages


@pytest.mark.parametrize("paper", PAPER_SIZES)
def test_the_page_is_as_large_as_it_is_told_and_lies_as_it_lies(paper: str) -> None:
    book = empty_book(size=PAPER_SIZES[paper], writer_class=WORD)
    book.masthead("", "Ark")
    written = book.to_bytes()
    section = Document(io.BytesIO(written)).sections[0]
    assert (section.page_width, section.page_height) == pytest.approx(tuple(map(Pt, PAPER_SIZES[paper])), abs=20_000)
    turned = ["landscape"] if paper.endswith("side") else []
    sizes = [one.attrib.get(w("orient")) for one in xml_of(written).iter(w("pgSz"))]
    assert [one for one in sizes if one] == turned


def margin(written: bytes, kind: str) -> ElementTree.Element:
    (name,) = [name for name in parts_of(written) if name.startswith(f"word/{kind}")]
    return xml_of(written, name)


def test_header_and_footer_say_whose_what_and_which_page() -> None:
    book = empty_book(running_foot="Utkast", writer_class=WORD)
    book.masthead("", "Valgbeskrivelse")
    written = book.to_bytes()
    assert words_in(margin(written, "header")) == "Fjordvik skole Valgbeskrivelse"
    foot = margin(written, "footer")
    assert words_in(foot) == "Utkast Side 1 av 1"
    assert [one.strip() for one in values(foot, "fldSimple", "instr")] == ["PAGE", "NUMPAGES"]
    assert list(xml_of(written).iter(w("titlePg"))) == []


def test_a_cover_has_nothing_in_its_margins_and_a_page_of_its_own() -> None:
    book = empty_book(writer_class=WORD)
    book.cover("Slag", "Valgbeskrivelse")
    book.paragraph("Etter omslaget")
    tree = xml_of(book.to_bytes())
    assert len(list(tree.iter(w("titlePg")))) == 1
    assert values(tree, "br", "type") == ["page"]


# -- figures


def picture_size(figure: Figure, *, fill_page: bool) -> tuple[int, int]:
    """Width and height in points."""
    book = started(writer_class=WORD)
    book.figure(figure, fill_page=fill_page)
    drawn = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
    (extent,) = xml_of(book.to_bytes()).iter(drawn)
    return round(int(extent.attrib["cx"]) / 12_700), round(int(extent.attrib["cy"]) / 12_700)


def test_a_figure_keeps_its_size_fits_the_line_or_fills_it() -> None:
    def figure(side: float) -> Figure:
        return Figure(side, side / 2, (Area(((0, 0), (side, 0), (side, side / 2)), "sand"),), "En trekant")

    line = round(A4[0] - 2 * 68)
    assert picture_size(figure(100), fill_page=False) == (100, 50)
    assert picture_size(figure(900), fill_page=False) == (line, round((A4[0] - 2 * 68) / 2))
    assert picture_size(figure(100), fill_page=True)[0] == line


# -- the file


def test_the_metadata_are_those_of_the_document() -> None:
    said = ("Årets <valg> & mer", "Skolen & <vi>", "Hva som ble valgt & hvorfor")
    properties = {"title": said[0], "author": said[1], "subject": said[2]}
    book = empty_book(title=said[0], subject=said[2], writer_class=WORD)
    book.masthead("", said[0])
    about = Document(io.BytesIO(book.to_bytes())).core_properties
    assert (about.title, about.author, about.subject) == (properties["title"], "Fjordvik skole", properties["subject"])
    assert about.created is not None
    assert about.created.date() == DAY
