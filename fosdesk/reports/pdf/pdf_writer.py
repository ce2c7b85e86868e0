"""The press: drawn canvases, their structure, fonts, links and bookmarks as one PDF, both PDF/A-2a and PDF/UA-1."""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files

from reportlab.pdfbase import pdfdoc

from fosdesk.reports.pdf.finished_pdf import Bookmark, FileFacts, description
from fosdesk.reports.pdf.page_canvas import Link, PageCanvas, Script
from fosdesk.reports.pdf.pdf_objects import PdfObjects
from fosdesk.reports.pdf.structure_tree import Node, References, element, text_string

_OFTEN = 500  # elements between two words of how far it has come
_FEW = 40  # bookmarks that a reader can take in at once
_SRGB = "sRGB IEC61966-2.1"


class PdfWriter:
    """Prints one document. Fonts are ReportLab's, cut to the letters in use; the file is written here."""

    def __init__(self) -> None:
        self._fonts = pdfdoc.PDFDocument(invariant=1, compression=0)
        self.script = Script(self._fonts)

    def print(
        self,
        canvases: Sequence[PageCanvas],
        root: Node,
        links: Sequence[Link],
        places: Mapping[str, tuple[int, float]],
        bookmarks: Sequence[Bookmark],
        front: FileFacts,
        told: Callable[[float], None],
    ) -> bytes:
        """The finished file; `told` hears how far it has come."""
        drawn = []
        for canvas in canvases:
            told(canvas.number / len(canvases) / 2)
            drawn.append(zlib.compress(canvas.drawn()))  # in the end, every letter in use is known
            canvas.operators.clear()
        fonts = self._font_objects()
        objects = PdfObjects(len(fonts) + 1)
        for name, content, entries in fonts:
            if entries is None:
                objects.put(name, content.decode("ascii"))
            else:
                objects.put_stream(name, content, entries)
        letters = f"{self._fonts.idToObjectNumberAndVersion[pdfdoc.BasicFonts][0]} 0 R"
        pages = [objects.name() for _ in canvases]
        areas = [objects.name() for _ in links]
        tree = objects.name()
        nodes = list(root.walk())
        for node in nodes:
            node.name = objects.name()
        whole = objects.name()
        for canvas, content in zip(canvases, drawn, strict=True):
            told(0.5 + canvas.number / len(canvases) / 4)
            _put_page(
                objects, canvas, content, pages[canvas.number], whole, letters, [areas[at] for at in canvas.areas]
            )
        drawn.clear()
        objects.put(whole, f"<</Type /Pages /Count {len(pages)} /Kids [{' '.join(pages)}]>>")
        names = References(tree, pages, areas)
        for number, node in enumerate(nodes):
            if not number % _OFTEN:
                told(0.75 + number / len(nodes) / 4)
            objects.put(node.name, element(node, names))
        for number, link in enumerate(links):
            objects.put(areas[number], _area(link, len(canvases) + number, canvases, pages, places))
        _put_tree(objects, canvases, links, root, tree)
        catalog = _put_catalog(objects, front, whole, tree, _put_outline(objects, bookmarks, pages))
        for node in nodes:
            node.let_go()
        return objects.written(catalog, _put_about(objects, front))

    def _font_objects(self) -> list[tuple[str, bytes, str | None]]:
        """Names and contents of what the fonts consist of; for streams, what else is to be said of them."""
        document = self._fonts
        for font in document.delayedFonts:
            font.addObjects(document)
        found: list[tuple[str, bytes, str | None]] = []
        while key := document.numberToId.get(len(found) + 1):  # to write one down may bring more
            name, thing = f"{len(found) + 1} 0 R", document.idToObject[key]
            if isinstance(thing, pdfdoc.PDFStream):
                content = thing.content if isinstance(thing.content, bytes) else thing.content.encode("ascii")
                length = thing.dictionary.dict.get("Length1")
                found.append((name, content, f"/Length1 {length}" if length else ""))
            else:
                found.append((name, thing.format(document), None))
        return found


def _put_page(
    objects: PdfObjects, canvas: PageCanvas, content: bytes, name: str, whole: str, fonts: str, areas: Sequence[str]
) -> None:
    drawing = objects.name()
    objects.put_packed(drawing, content)
    links = f"/Annots [{' '.join(areas)}] " if areas else ""
    objects.put(
        name,
        f"<</Type /Page /Parent {whole} /MediaBox [0 0 {canvas.width:g} {canvas.height:g}] /Contents {drawing} "
        f"/Resources <</Font {fonts}>> {links}/StructParents {canvas.number} /Tabs /S>>",
    )


def _area(
    link: Link, parent: int, canvases: Sequence[PageCanvas], pages: list[str], places: Mapping[str, tuple[int, float]]
) -> str:
    if link.target.startswith("#"):
        page, y = places[link.target[1:]]
        leads = f"/Dest [{pages[page]} /XYZ 0 {canvases[page].height - y:.2f} 0]"
    else:
        address = link.target.replace("\\", "%5C").replace("(", "\\(").replace(")", "\\)")
        leads = f"/A <</S /URI /URI ({address})>>"
    box = " ".join(f"{edge:.2f}" for edge in link.box)
    return (
        f"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [{box}] /StructParent {parent} "
        f"/Contents {text_string(link.says)} {leads}>>"
    )


def _put_tree(
    objects: PdfObjects, canvases: Sequence[PageCanvas], links: Sequence[Link], root: Node, name: str
) -> None:
    """The root of the structure, and the table from each page's marks and each link back to their elements."""
    rows = [f"{canvas.number} [{' '.join(node.name for node in canvas.marks)}]" for canvas in canvases]
    rows += [f"{len(canvases) + number} {link.node.name}" for number, link in enumerate(links)]
    table = objects.name()
    objects.put(table, "<</Nums [" + "\n".join(rows) + "]>>")
    objects.put(
        name,
        f"<</Type /StructTreeRoot /K [{root.name}] /ParentTree {table} /ParentTreeNextKey {len(rows)}>>",
    )


def _put_catalog(objects: PdfObjects, front: FileFacts, pages: str, tree: str, outline: str) -> str:
    described, profile, name = objects.name(), objects.name(), objects.name()
    objects.put_plain_stream(described, description(front), "/Type /Metadata /Subtype /XML")
    objects.put_stream(profile, files("pikepdf").joinpath("pdfa", "data", "sRGB.icc").read_bytes(), "/N 3")
    intent = (
        f"<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({_SRGB}) /Info ({_SRGB}) "
        f"/DestOutputProfile {profile}>>"
    )
    objects.put(
        name,
        f"<</Type /Catalog /Pages {pages} /Lang {text_string(front.language)} /StructTreeRoot {tree} "
        f"/MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> /PageLabels <</Nums [0 <</S /D>>]>> "
        f"/Metadata {described} /OutputIntents [{intent}]{outline}>>",
    )
    return name


def _put_about(objects: PdfObjects, front: FileFacts) -> str:
    stamp = f"D:{front.day:%Y%m%d}000000Z"
    told = {"Title": front.title, "Author": front.author, "Subject": front.subject}
    told |= {"Creator": "fosdesk", "Producer": "fosdesk"}
    entries = [f"/{key} {text_string(words)}" for key, words in told.items() if words]
    name = objects.name()
    objects.put(name, f"<<{' '.join(entries)} /CreationDate ({stamp}) /ModDate ({stamp})>>")
    return name


class _Entry:
    """A bookmark with those below it."""

    def __init__(self, name: str, mark: Bookmark) -> None:
        self.name = name
        self.mark = mark
        self.kids: list[_Entry] = []

    def walk(self) -> Iterator["_Entry"]:
        for kid in self.kids:
            yield kid
            yield from kid.walk()


def _put_outline(objects: PdfObjects, bookmarks: Sequence[Bookmark], pages: Sequence[str]) -> str:
    """The bookmarks: all of them open when they are few, else the chapters alone. What the catalog says of them."""
    if not bookmarks:
        return ""
    top = _Entry(objects.name(), bookmarks[0])  # the root, whose own mark nobody asks for
    branches = [top]
    for mark in bookmarks:
        del branches[mark.level + 1 :]
        entry = _Entry(objects.name(), mark)
        branches[-1].kids.append(entry)
        branches.append(entry)
    few = len(bookmarks) <= _FEW
    objects.put(top.name, f"<</Type /Outlines /Count {len(bookmarks) if few else len(top.kids)}{_ends(top)}>>")
    for parent in (top, *top.walk()):
        last = len(parent.kids) - 1
        for number, entry in enumerate(parent.kids):
            beside = f" /Prev {parent.kids[number - 1].name}" if number else ""
            beside += f" /Next {parent.kids[number + 1].name}" if number < last else ""
            below = f" /Count {len(list(entry.walk())) if few else -len(entry.kids)}" if entry.kids else ""
            objects.put(
                entry.name,
                f"<</Title {text_string(entry.mark.title)} /Parent {parent.name}{beside}{_ends(entry)}{below} "
                f"/Dest [{pages[entry.mark.page]} /XYZ 0 {entry.mark.y:.2f} 0]>>",
            )
    return f" /Outlines {top.name}"


def _ends(entry: _Entry) -> str:
    return f" /First {entry.kids[0].name} /Last {entry.kids[-1].name}" if entry.kids else ""
