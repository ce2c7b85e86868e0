"""Writes drawn pages, structure tree, fonts, links and bookmarks as one PDF that is both PDF/A-2a and PDF/UA-1."""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files

from reportlab.pdfbase import pdfdoc

from fosdesk.reports.pdf.finished_pdf import Bookmark, FileMetadata, xmp_metadata
from fosdesk.reports.pdf.page_canvas import Link, PageCanvas, TextEncoder
from fosdesk.reports.pdf.pdf_objects import PdfObjects
from fosdesk.reports.pdf.structure_tree import Node, ObjectNames, structure_element, text_string

_NODES_PER_PROGRESS = 500  # structure elements between two calls of on_progress
_MAX_OPEN_BOOKMARKS = 40  # a longer outline is collapsed to its chapters
_SRGB = "sRGB IEC61966-2.1"


class PdfWriter:
    """Writes one document. ReportLab subsets the fonts; the file itself is written here."""

    def __init__(self) -> None:
        self._fonts = pdfdoc.PDFDocument(invariant=1, compression=0)
        self.encoder = TextEncoder(self._fonts)

    def write(
        self,
        canvases: Sequence[PageCanvas],
        root: Node,
        links: Sequence[Link],
        destinations: Mapping[str, tuple[int, float]],
        bookmarks: Sequence[Bookmark],
        metadata: FileMetadata,
        on_progress: Callable[[float], None],
    ) -> bytes:
        """The bytes of the PDF; `on_progress` is called with the share that is done (0 to 1).

        `destinations` gives page and y (points from the top) of each heading. Canvases and structure tree are used up.
        """
        contents = []
        for canvas in canvases:
            on_progress(canvas.number / len(canvases) / 2)
            contents.append(zlib.compress(canvas.content_stream()))  # after all pages every character in use is known
            canvas.operators.clear()
        fonts = self._font_objects()
        objects = PdfObjects(len(fonts) + 1)
        for name, content, entries in fonts:
            if entries is None:
                objects.put(name, content.decode("ascii"))
            else:
                objects.put_stream(name, content, entries)
        font_dictionary = f"{self._fonts.idToObjectNumberAndVersion[pdfdoc.BasicFonts][0]} 0 R"
        pages = [objects.reserve() for _ in canvases]
        annotations = [objects.reserve() for _ in links]
        structure_root = objects.reserve()
        nodes = list(root.walk())
        for node in nodes:
            node.name = objects.reserve()
        page_tree = objects.reserve()
        for canvas, content in zip(canvases, contents, strict=True):
            on_progress(0.5 + canvas.number / len(canvases) / 4)
            _put_page(
                objects,
                canvas,
                content,
                pages[canvas.number],
                page_tree,
                font_dictionary,
                [annotations[at] for at in canvas.link_numbers],
            )
        contents.clear()
        objects.put(page_tree, f"<</Type /Pages /Count {len(pages)} /Kids [{' '.join(pages)}]>>")
        names = ObjectNames(structure_root, pages, annotations)
        for number, node in enumerate(nodes):
            if not number % _NODES_PER_PROGRESS:
                on_progress(0.75 + number / len(nodes) / 4)
            objects.put(node.name, structure_element(node, names))
        for number, link in enumerate(links):
            objects.put(
                annotations[number], _link_annotation(link, len(canvases) + number, canvases, pages, destinations)
            )
        _put_structure_tree(objects, canvases, links, root, structure_root)
        catalog = _put_catalog(objects, metadata, page_tree, structure_root, _put_outline(objects, bookmarks, pages))
        for node in nodes:
            node.release()
        return objects.to_bytes(catalog, _put_document_information(objects, metadata))

    def _font_objects(self) -> list[tuple[str, bytes, str | None]]:
        """The objects of all fonts: reference, content, and for streams the further entries of their dictionary."""
        document = self._fonts
        for font in document.delayedFonts:
            font.addObjects(document)
        found: list[tuple[str, bytes, str | None]] = []
        while key := document.numberToId.get(len(found) + 1):  # formatting an object may add more
            name, pdf_object = f"{len(found) + 1} 0 R", document.idToObject[key]
            if isinstance(pdf_object, pdfdoc.PDFStream):
                content = (
                    pdf_object.content if isinstance(pdf_object.content, bytes) else pdf_object.content.encode("ascii")
                )
                length = pdf_object.dictionary.dict.get("Length1")
                found.append((name, content, f"/Length1 {length}" if length else ""))
            else:
                found.append((name, pdf_object.format(document), None))
        return found


def _put_page(
    objects: PdfObjects,
    canvas: PageCanvas,
    content: bytes,
    name: str,
    page_tree: str,
    fonts: str,
    annotations: Sequence[str],
) -> None:
    drawing = objects.reserve()
    objects.put_compressed(drawing, content)
    links = f"/Annots [{' '.join(annotations)}] " if annotations else ""
    width, height = canvas.width * canvas.scale, canvas.height * canvas.scale
    objects.put(
        name,
        f"<</Type /Page /Parent {page_tree} /MediaBox [0 0 {width:g} {height:g}] /Contents {drawing} "
        f"/Resources <</Font {fonts}>> {links}/StructParents {canvas.number} /Tabs /S>>",
    )


def _link_annotation(
    link: Link,
    parent: int,
    canvases: Sequence[PageCanvas],
    pages: list[str],
    destinations: Mapping[str, tuple[int, float]],
) -> str:
    if link.target.startswith("#"):
        page, y = destinations[link.target[1:]]
        top = canvases[page].on_paper(0, y, 0, y)[1]
        destination = f"/Dest [{pages[page]} /XYZ 0 {top:.2f} 0]"
    else:
        address = link.target.replace("\\", "%5C").replace("(", "\\(").replace(")", "\\)")
        destination = f"/A <</S /URI /URI ({address})>>"
    box = " ".join(f"{edge:.2f}" for edge in link.box)
    return (
        f"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [{box}] /StructParent {parent} "
        f"/Contents {text_string(link.alt)} {destination}>>"
    )


def _put_structure_tree(
    objects: PdfObjects, canvases: Sequence[PageCanvas], links: Sequence[Link], root: Node, name: str
) -> None:
    """The root of the structure tree, and the parent tree from marked content and links to their elements."""
    rows = [f"{canvas.number} [{' '.join(node.name for node in canvas.marks)}]" for canvas in canvases]
    rows += [f"{len(canvases) + number} {link.node.name}" for number, link in enumerate(links)]
    table = objects.reserve()
    objects.put(table, "<</Nums [" + "\n".join(rows) + "]>>")
    objects.put(
        name,
        f"<</Type /StructTreeRoot /K [{root.name}] /ParentTree {table} /ParentTreeNextKey {len(rows)}>>",
    )


def _put_catalog(objects: PdfObjects, metadata: FileMetadata, pages: str, structure_root: str, outline: str) -> str:
    xmp, profile, name = objects.reserve(), objects.reserve(), objects.reserve()
    objects.put_uncompressed_stream(xmp, xmp_metadata(metadata), "/Type /Metadata /Subtype /XML")
    objects.put_stream(profile, files("pikepdf").joinpath("pdfa", "data", "sRGB.icc").read_bytes(), "/N 3")
    intent = (
        f"<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({_SRGB}) /Info ({_SRGB}) "
        f"/DestOutputProfile {profile}>>"
    )
    objects.put(
        name,
        f"<</Type /Catalog /Pages {pages} /Lang {text_string(metadata.language)} /StructTreeRoot {structure_root} "
        f"/MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> /PageLabels <</Nums [0 <</S /D>>]>> "
        f"/Metadata {xmp} /OutputIntents [{intent}]{outline}>>",
    )
    return name


def _put_document_information(objects: PdfObjects, metadata: FileMetadata) -> str:
    stamp = f"D:{metadata.day:%Y%m%d}000000Z"
    on_progress = {"Title": metadata.title, "Author": metadata.author, "Subject": metadata.subject}
    on_progress |= {"Creator": "fosdesk", "Producer": "fosdesk"}
    entries = [f"/{key} {text_string(words)}" for key, words in on_progress.items() if words]
    name = objects.reserve()
    objects.put(name, f"<<{' '.join(entries)} /CreationDate ({stamp}) /ModDate ({stamp})>>")
    return name


class _OutlineEntry:
    """A bookmark with its children."""

    def __init__(self, name: str, mark: Bookmark) -> None:
        self.name = name
        self.mark = mark
        self.kids: list[_OutlineEntry] = []

    def walk(self) -> Iterator["_OutlineEntry"]:
        """All bookmarks below this one, in reading order."""
        for kid in self.kids:
            yield kid
            yield from kid.walk()


def _put_outline(objects: PdfObjects, bookmarks: Sequence[Bookmark], pages: Sequence[str]) -> str:
    """Add the outline, expanded where it is short; returns its entry in the catalog, empty without bookmarks."""
    if not bookmarks:
        return ""
    top = _OutlineEntry(objects.reserve(), bookmarks[0])  # the root; its own bookmark is not used
    branches = [top]
    for mark in bookmarks:
        del branches[mark.level + 1 :]
        entry = _OutlineEntry(objects.reserve(), mark)
        branches[-1].kids.append(entry)
        branches.append(entry)
    few = len(bookmarks) <= _MAX_OPEN_BOOKMARKS
    objects.put(
        top.name, f"<</Type /Outlines /Count {len(bookmarks) if few else len(top.kids)}{_first_and_last(top)}>>"
    )
    for parent in (top, *top.walk()):
        last = len(parent.kids) - 1
        for number, entry in enumerate(parent.kids):
            siblings = f" /Prev {parent.kids[number - 1].name}" if number else ""
            siblings += f" /Next {parent.kids[number + 1].name}" if number < last else ""
            children_count = f" /Count {len(list(entry.walk())) if few else -len(entry.kids)}" if entry.kids else ""
            objects.put(
                entry.name,
                f"<</Title {text_string(entry.mark.title)} /Parent {parent.name}{siblings}"
                f"{_first_and_last(entry)}{children_count} "
                f"/Dest [{pages[entry.mark.page]} /XYZ 0 {entry.mark.y:.2f} 0]>>",
            )
    return f" /Outlines {top.name}"


def _first_and_last(entry: _OutlineEntry) -> str:
    return f" /First {entry.kids[0].name} /Last {entry.kids[-1].name}" if entry.kids else ""
