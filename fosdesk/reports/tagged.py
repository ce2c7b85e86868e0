"""The finished file: one PDF that is both PDF/A-2a and PDF/UA-1, made of drawn sheets and their structure."""

import io
import os
import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import pikepdf
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from fosdesk.pace import Pace
from fosdesk.reports import letters
from fosdesk.reports.sheet import Link, Script, Sheet
from fosdesk.reports.structure import Node, References, element, text_string

# The check of the written file knows level B and no PDF/UA: these two it must remark on, and only these.
_EXPECTED = frozenset({"ISO_19005_2:6.6.2.3.1-1", "ISO_19005_2:6.6.4-3"})
_LOCKED = (5, 32)  # Windows: another program, often a virus scanner, holds the file for a moment
_PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.8)


class Front(NamedTuple):
    """What a file says about itself."""

    title: str
    language: str
    author: str
    subject: str
    day: date


class Bookmark(NamedTuple):
    """An entry of the list of headings that readers show beside the pages."""

    level: int
    title: str
    page: int
    y: float


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object written as it stands."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.written = b""

    def format(self, document: object) -> bytes:
        return self.written


class Press(Canvas):  # type: ignore[misc]
    """Prints sheets and their structure into a PDF."""

    def __init__(self) -> None:
        letters.face(letters.REGULAR)
        super().__init__(
            io.BytesIO(),
            pageCompression=0,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=letters.REGULAR,
            initialFontSize=10,
        )
        self.script = Script(self._doc)

    def print(
        self,
        sheets: Sequence[Sheet],
        root: Node,
        links: Sequence[Link],
        places: Mapping[str, tuple[int, float]],
        told: Callable[[float], None],
    ) -> bytes:
        """All sheets in order, as a PDF that still lacks what `finish` adds; `told` hears how far it has come."""
        areas = [self._object() for _ in links]
        for sheet in sheets:
            told(sheet.number / len(sheets))
            self.setPageSize((sheet.width, sheet.height))
            self._code.extend(operator if isinstance(operator, str) else operator() for operator in sheet.operators)
            self._annotationrefs.extend(self._doc.Reference(areas[number][0]) for number in sheet.areas)
            self.showPage()
        pages = [self._number(f"Page{number + 1}") for number in range(len(sheets))]
        tree = self._object()
        nodes = {node: self._object() for node in root.walk()}
        names = References(tree[1], {node: name for node, (_, name) in nodes.items()}, pages, lambda at: areas[at][1])
        for node, (raw, _) in nodes.items():
            raw.written = element(node, names).encode("ascii")
        for number, link in enumerate(links):
            areas[number][0].written = self._area(link, len(sheets) + number, sheets, pages, places)
        self._plant(tree[0], sheets, links, root, names)
        printed: bytes = self.getpdfdata()
        return printed

    def _object(self) -> tuple[_Raw, str]:
        raw = _Raw()
        self._doc.Reference(raw)
        return raw, self._number(raw.__InternalName__)

    def _number(self, name: str) -> str:
        return f"{self._doc.idToObjectNumberAndVersion[name][0]} 0 R"

    def _area(
        self,
        link: Link,
        parent: int,
        sheets: Sequence[Sheet],
        pages: list[str],
        places: Mapping[str, tuple[int, float]],
    ) -> bytes:
        if link.target.startswith("#"):
            page, y = places[link.target[1:]]
            leads = f"/Dest [{pages[page]} /XYZ 0 {sheets[page].height - y:.2f} 0]"
        else:
            address = link.target.replace("\\", "%5C").replace("(", "\\(").replace(")", "\\)")
            leads = f"/A <</S /URI /URI ({address})>>"
        box = " ".join(f"{edge:.2f}" for edge in link.box)
        return (
            f"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [{box}] /StructParent {parent} "
            f"/Contents {text_string(link.says)} {leads}>>"
        ).encode("ascii")

    def _plant(self, tree: _Raw, sheets: Sequence[Sheet], links: Sequence[Link], root: Node, names: References) -> None:
        """Write the root of the structure, and the table from each page's marks back to their elements."""
        lines = [f"{sheet.number} [{' '.join(names.nodes[node] for node in sheet.marks)}]" for sheet in sheets]
        lines += [f"{len(sheets) + number} {names.nodes[link.node]}" for number, link in enumerate(links)]
        table, table_name = self._object()
        table.written = f"<</Nums [{chr(10).join(lines)}]>>".encode("ascii")
        tree.written = (
            f"<</Type /StructTreeRoot /K [{names.nodes[root]}] /ParentTree {table_name} "
            f"/ParentTreeNextKey {len(lines)}>>"
        ).encode("ascii")
        self._doc.Catalog.StructTreeRoot = self._doc.Reference(tree)


def finish(printed: bytes, front: Front, bookmarks: Iterable[Bookmark]) -> bytes:
    """Add what archives and screen readers ask for: description, colour profile, language, bookmarks, page labels."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        for number, page in enumerate(pdf.pages):
            page.obj.StructParents = number
            page.obj.Tabs = pikepdf.Name.S
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        root = pdf.Root
        root.MarkInfo = pikepdf.Dictionary(Marked=True)
        root.Lang = pikepdf.String(front.language)
        root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D)]))
        root.Metadata = pdf.make_stream(_description(front), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        profile = pdf.make_stream(files("pikepdf").joinpath("pdfa", "data", "sRGB.icc").read_bytes(), N=3)
        root.OutputIntents = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.OutputIntent,
                    S=pikepdf.Name.GTS_PDFA1,
                    OutputConditionIdentifier="sRGB IEC61966-2.1",
                    Info="sRGB IEC61966-2.1",
                    DestOutputProfile=profile,
                )
            ]
        )
        _outline(pdf, bookmarks)
        del pdf.trailer.Info
        stamp = f"D:{front.day:%Y%m%d}000000Z"
        described = {"Title": front.title, "Author": front.author, "Subject": front.subject}
        described |= {"Creator": "fosdesk", "Producer": "fosdesk", "CreationDate": stamp, "ModDate": stamp}
        for key, words in described.items():
            if words:
                pdf.docinfo[f"/{key}"] = words
        written = io.BytesIO()
        pdf.save(
            written,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            min_version="1.7",
        )
    return written.getvalue()


def _outline(pdf: pikepdf.Pdf, bookmarks: Iterable[Bookmark]) -> None:
    with pdf.open_outline() as outline:
        branches = [outline.root]
        for mark in bookmarks:
            del branches[mark.level + 1 :]
            entry = pikepdf.OutlineItem(mark.title, mark.page, "XYZ", left=0, top=mark.y)
            branches[-1].append(entry)
            branches.append(entry.children)


def _description(front: Front) -> bytes:
    """The XMP packet; level A of PDF/A-2 and PDF/UA-1, whose own property must be declared."""
    title, subject, author = (escape(words) for words in (front.title, front.subject, front.author))
    stamp = f"{front.day.isoformat()}T00:00:00Z"
    about = f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
    by = f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{about if subject else ""}{by if author else ""}
<dc:language><rdf:Bag><rdf:li>{escape(front.language)}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<xmp:MetadataDate>{stamp}</xmp:MetadataDate><xmp:CreatorTool>fosdesk</xmp:CreatorTool>
<pdf:Producer>fosdesk</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>""".encode()


def put_in_place(written: bytes, path: Path, pace: Pace, *, checked: bool = True) -> tuple[str, ...]:
    """Write beside the destination, check, then swap: what stands there is the old file or the whole new one.

    What the check of the file against PDF/A remarked on comes back; normally nothing.
    """
    part = path.with_name(f".fosdesk-{secrets.token_hex(6)}.part")
    try:
        with part.open("xb") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        pace(pace.done, pace.of)
        remarks = _checked(part) if checked else ()
        pace(pace.done, pace.of)  # the last moment to stop
        _replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    return remarks


def _checked(part: Path) -> tuple[str, ...]:
    from pikepdf import pdfa  # only here: it reads its rule books when imported

    report = pdfa.validate_written(part, "2b")
    return tuple(str(finding) for finding in report.findings if finding.rule not in _EXPECTED)


def _replace(part: Path, path: Path) -> None:
    for pause in (*_PATIENCE, None):
        try:
            os.replace(part, path)
        except OSError as error:
            if pause is None or getattr(error, "winerror", None) not in _LOCKED:
                raise
            time.sleep(pause)
        else:
            return
