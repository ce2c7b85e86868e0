"""Checks of a PDF's structure that the validators of PDF/A and PDF/UA do not make."""

import re
from collections import Counter
from collections.abc import Iterator

import pikepdf

from tests.reports.reading import Element, Reading

_SAFE = re.compile(r"(?:https?://|mailto:)")
_INSIDE = {
    "Document": {"H1", "H2", "H3", "H4", "H5", "P", "L", "Table", "Figure", "BlockQuote", "TOC"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC"},
    "TOCI": {"Reference"},
    "Reference": {"Link"},
    "Table": {"Caption", "THead", "TBody"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "BlockQuote": {"P"},
    "LBody": {"L", "Link", "Span", "P"},
}
_TEXT = {"Link", "Span"}


def faults(written: bytes) -> list[str]:
    """Everything wrong with a document, as text; empty for a sound one."""
    try:
        reading = Reading(written)
    except (AssertionError, AttributeError, KeyError, ValueError) as error:
        return [f"cannot be read: {error!r}"]
    with reading:
        return [
            *reading.unmarked,
            *_syntax(reading),
            *_nesting(reading),
            *_headings(reading),
            *_tables(reading),
            *_lists(reading),
            *_figures(reading),
            *_marks(reading),
            *_links(reading),
            *_spans(reading),
            *_fonts(reading),
            *_metadata(reading),
            *_nothing_else(reading),
        ]


def _syntax(reading: Reading) -> Iterator[str]:
    yield from (str(trouble) for trouble in reading.pdf.check_pdf_syntax())


def _nesting(reading: Reading) -> Iterator[str]:
    for element in reading.top.walk():
        allowed = _INSIDE.get(element.role, _TEXT)
        for kid in element.kids:
            if isinstance(kid, Element) and kid.role not in allowed:
                yield f"{kid.role} inside {element.role}"


def _headings(reading: Reading) -> Iterator[str]:
    headings = [element for element in reading.top.walk() if re.fullmatch("H[1-6]", element.role)]
    levels = [int(element.role[1]) for element in headings]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"the title is not the one and first H1: {levels[:5]}"
    yield from (f"from H{one} to H{other}" for one, other in zip(levels, levels[1:], strict=False) if other > one + 1)
    titles = [reading.words(element) for element in headings if element.role != "H1"]
    with reading.pdf.open_outline() as outline:
        marks = list(_flat(list(outline.root)))
    # The table of contents has a heading of its own, which needs no bookmark.
    if "TOC" in [element.role for element in reading.top.walk()]:
        titles = titles[1:]
    if len(marks) != len(titles) or not all(map(_same, marks, titles)):
        yield f"bookmarks differ from headings: {marks} {titles}"


def _same(mark: str, title: str) -> bool:
    """A bookmark holds even what no font can show on the page."""
    return len(mark) == len(title) and all(a == b or b == "□" for a, b in zip(mark, title, strict=True))


def _flat(entries: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for entry in entries:
        yield " ".join(str(entry.title).split())
        yield from _flat(list(entry.children))


def _scope(element: Element) -> str:
    attributes = element.thing.get("/A", pikepdf.Dictionary())
    return str(attributes.get("/Scope", ""))


def _tables(reading: Reading) -> Iterator[str]:
    for table in (element for element in reading.top.walk() if element.role == "Table"):
        cells = [element for element in table.walk() if element.role == "TH"]
        if not cells or any(_scope(cell) not in ("/Column", "/Row") for cell in cells):
            yield "a table without header cells, or a header cell without scope"
        widths = Counter(len(row.kids) for row in table.walk() if row.role == "TR")
        if len(widths) != 1:
            yield f"rows of different width: {widths}"


def _lists(reading: Reading) -> Iterator[str]:
    for item in (element for element in reading.top.walk() if element.role == "LI"):
        roles = [kid.role for kid in item.kids if isinstance(kid, Element)]
        if roles != ["Lbl", "LBody"]:
            yield f"a list item of {roles}"


def _figures(reading: Reading) -> Iterator[str]:
    for figure in (element for element in reading.top.walk() if element.role == "Figure"):
        if not str(figure.thing.get("/Alt", "")).strip():
            yield "a figure that says nothing to those who cannot see it"
        if "/BBox" not in figure.thing.get("/A", pikepdf.Dictionary()):
            yield "a figure without its place"


def _marks(reading: Reading) -> Iterator[str]:
    """Each mark stands once in the tree, in the order of the page, and the parent tree knows where."""
    used = [(element, kid) for element in reading.top.walk() for kid in element.kids if isinstance(kid, tuple)]
    places = [place for _, place in used]
    if Counter(places) != Counter(reading.texts.keys()):
        yield "marks on the pages and in the tree differ"
    for number in range(len(reading.pdf.pages)):
        order = [mark for page, mark in reading.top.marks() if page == number]
        if order != sorted(order):
            yield f"page {number + 1} is read in another order than it is drawn"
    numbers = list(reading.pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip([int(key) for key in numbers[::2]], numbers[1::2], strict=True))
    for element, (page, mark) in used:
        row = parents[int(reading.pdf.pages[page].obj.StructParents)]
        if row[mark].objgen != element.thing.objgen:
            yield f"the parent tree is wrong about mark {mark} of page {page + 1}"


def _links(reading: Reading) -> Iterator[str]:
    numbers = list(reading.pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip([int(key) for key in numbers[::2]], numbers[1::2], strict=True))
    for link in (element for element in reading.top.walk() if element.role == "Link"):
        areas = [kid for kid in link.kids if isinstance(kid, pikepdf.Object)]
        if not areas or not reading.words(link):
            yield "a link without words or without a place to press"
        for area in areas:
            if not str(area.get("/Contents", "")) or parents[int(area.StructParent)].objgen != link.thing.objgen:
                yield "a link that does not say where it belongs"
            action = area.get("/A")
            if action is not None and not _SAFE.match(str(action.get("/URI", ""))):
                yield f"a link to {action}"
    found = sum(len(page.obj.get("/Annots", [])) for page in reading.pdf.pages)
    known = sum(isinstance(kid, pikepdf.Object) for element in reading.top.walk() for kid in element.kids)
    if found != known:
        yield f"{found} links on the pages, {known} in the structure"


def _spans(reading: Reading) -> Iterator[str]:
    """A stretch set apart says in which language it is."""
    for span in (element for element in reading.top.walk() if element.role == "Span"):
        if not re.fullmatch("[a-z]{2,3}(-[A-Z]{2})?", str(span.thing.get("/Lang", ""))):
            yield "words set apart without a language"


def _fonts(reading: Reading) -> Iterator[str]:
    for page in reading.pdf.pages:
        for name, font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).items():
            if "/ToUnicode" not in font or "/FontFile2" not in font.get("/FontDescriptor", pikepdf.Dictionary()):
                yield f"font {name} is not embedded with its letters"


def _metadata(reading: Reading) -> Iterator[str]:
    root = reading.pdf.Root
    described = root.Metadata.read_bytes().decode()
    title = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", described, re.DOTALL)
    if title is None or _unescaped(title[1]) != str(reading.pdf.docinfo["/Title"]):
        yield "the title in the description and in the file differ"
    if "<pdfaid:part>2<" not in described or "<pdfuaid:part>1<" not in described:
        yield "the file does not say which standards it follows"
    if not re.fullmatch("(nb-NO|nn-NO|en-GB)", str(root.Lang)):
        yield f"language {root.Lang}"
    missing = {"/MarkInfo", "/ViewerPreferences", "/PageLabels", "/OutputIntents"} - set(root.keys())
    if missing or not (root.MarkInfo.Marked and root.ViewerPreferences.DisplayDocTitle):
        yield f"marks, shown title, page labels or colours: {missing}"
    if any(page.get("/Tabs") != "/S" for page in reading.pdf.pages):
        yield "a page whose links are not met in reading order"


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _nothing_else(reading: Reading) -> Iterator[str]:
    """No script, form, attachment, picture, or encryption."""
    root = reading.pdf.Root
    yield from (f"{key} in the file" for key in ("/AcroForm", "/OpenAction", "/AA", "/AF") if key in root)
    if "/Names" in root and not {"/JavaScript", "/EmbeddedFiles"}.isdisjoint(root.Names.keys()):
        yield "a script or an attachment"
    for thing in reading.pdf.objects:
        if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if thing.get("/S") in ("/JavaScript", "/Launch") or thing.get("/Subtype") == "/Image":
            yield f"a {thing.get('/S', thing.get('/Subtype'))}"
    if reading.pdf.is_encrypted:
        yield "encrypted"
