"""The gate refuses each known way to break a document."""

import io
import re
from collections.abc import Callable

import pikepdf
import pytest

from tests.reports import samples
from tests.reports.pdf.structure_gate import faults


@pytest.fixture(scope="module")
def sound() -> bytes:
    return samples.everything(short=True).to_bytes()


def first(pdf: pikepdf.Pdf, role: str, place: int = 0) -> pikepdf.Object:
    """An element of the structure by its role, in the order of the file."""
    found = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == f"/{role}"]
    return found[place]


def rewrite(pdf: pikepdf.Pdf, page: int, pattern: bytes, instead: bytes) -> None:
    contents = pdf.pages[page].obj.Contents
    before = contents.read_bytes()
    after = re.sub(pattern, instead, before, count=1)
    assert after != before
    contents.write(after)


def lose_scope(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "TH")["/A"]


def lose_heads(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TH":
            thing.S = pikepdf.Name.TD


def lose_cell(pdf: pikepdf.Pdf) -> None:
    row = first(pdf, "TR", 3)
    row.K = pikepdf.Array(list(row.K)[1:])


def skip_level(pdf: pikepdf.Pdf) -> None:
    first(pdf, "H3").S = pikepdf.Name.H4


def second_title(pdf: pikepdf.Pdf) -> None:
    first(pdf, "H2", 1).S = pikepdf.Name.H1


def no_title(pdf: pikepdf.Pdf) -> None:
    first(pdf, "H1").S = pikepdf.Name.P


def lose_alt(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Figure")["/Alt"]


def lose_link_area(pdf: pikepdf.Pdf) -> None:
    link = first(pdf, "Link")
    link.K = list(link.K)[0]


def lose_description(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[2].obj.Annots[0]["/Contents"]


def leave_for_a_script(pdf: pikepdf.Pdf) -> None:
    area = next(area for page in pdf.pages for area in page.obj.get("/Annots", []) if "/A" in area)
    area.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="javascript:alert(1)")


def add_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def swap_order(pdf: pikepdf.Pdf) -> None:
    top = first(pdf, "Document")
    kids = list(top.K)
    kids[-1], kids[-2] = kids[-2], kids[-1]
    top.K = pikepdf.Array(kids)


def swap_label(pdf: pikepdf.Pdf) -> None:
    item = first(pdf, "LI")
    item.K = pikepdf.Array(reversed(list(item.K)))


def forget_an_element(pdf: pikepdf.Pdf) -> None:
    top = first(pdf, "Document")
    top.K = pikepdf.Array(list(top.K)[:-1])


def unmark_text(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 2, rb"/P <</MCID \d+>> BDC (.*?) EMC", rb"\1")


def mark_twice(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 2, rb"/MCID 1>>", rb"/MCID 0>>")


def wrong_parent(pdf: pikepdf.Pdf) -> None:
    rows = pdf.Root.StructTreeRoot.ParentTree.Nums
    rows[3] = pikepdf.Array(reversed(list(rows[3])))


def lose_font(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
    del font.FontDescriptor["/FontFile2"]


def lose_letters(pdf: pikepdf.Pdf) -> None:
    del next(iter(pdf.pages[0].obj.Resources.Font.values()))["/ToUnicode"]


def another_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Noe annet"


def another_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = pikepdf.String("")


def another_bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].title = "Noe annet"


def level_b(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>2<"))


def lose_colours(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def lose_page_labels(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/PageLabels"]


def lose_span_language(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Span")["/Lang"]


def lose_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[2].obj["/Tabs"]


def attach_a_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["noe.txt"] = b"noe"


BREAKS = [
    lose_scope,
    lose_heads,
    lose_cell,
    skip_level,
    second_title,
    no_title,
    lose_alt,
    lose_link_area,
    lose_description,
    leave_for_a_script,
    add_script,
    swap_order,
    swap_label,
    forget_an_element,
    unmark_text,
    mark_twice,
    wrong_parent,
    lose_font,
    lose_letters,
    another_title,
    another_language,
    another_bookmark,
    level_b,
    lose_colours,
    lose_page_labels,
    lose_span_language,
    lose_tab_order,
    attach_a_file,
]


# What the gate of our own does not look at, for others do: veraPDF, and whoever compares the words with the source.


def draw_no_letter(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 2, rb"\(([A-Z])", rb"(\\000\1")


def glue_words(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 2, rb" \) Tj T\*", rb") Tj T*")


def hide_a_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Annots[0].F = 2


def lose_the_description(pdf: pikepdf.Pdf) -> None:
    described = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(re.sub(rb"<pdfaid:conformance>A<", b"<pdfaid:conformance>C<", described))


def borrow_a_font(pdf: pikepdf.Pdf) -> None:
    borrowed = pikepdf.Dictionary(
        TextStyle=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    pdf.pages[2].obj.Resources.Font["/Borrowed"] = borrowed
    rewrite(pdf, 2, rb"\Z", b" /Artifact BMC BT /Borrowed 9 Tf (ord) Tj ET EMC")


FOR_OTHERS = [draw_no_letter, glue_words, hide_a_link, lose_the_description, borrow_a_font]


def spoilt(sound: bytes, spoil: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The document with that one thing broken."""
    with pikepdf.open(io.BytesIO(sound)) as pdf:
        spoil(pdf)
        written = io.BytesIO()
        pdf.save(written, static_id=True)
    return written.getvalue()


@pytest.mark.parametrize("spoil", BREAKS)
def test_a_broken_document_is_refused(sound: bytes, spoil: Callable[[pikepdf.Pdf], None]) -> None:
    assert faults(spoilt(sound, spoil)) != []


def test_the_sound_document_passes_also_when_saved_again(sound: bytes) -> None:
    assert faults(spoilt(sound, lambda pdf: None)) == []
