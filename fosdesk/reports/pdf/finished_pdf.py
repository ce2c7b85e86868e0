"""The finished PDF file: its metadata, the PDF/A check, and saving it atomically."""

import os
import secrets
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from fosdesk.pace import Pace
from fosdesk.reports.own_faults import writing_target
from fosdesk.reports.pdf import fonts
from fosdesk.reports.writer import NAMELESS, DocumentProperties
from fosdesk.store.atomic_file import replace
from fosdesk.system.locked_files import open_file, remove, wait_for

# The check knows level B and no PDF/UA: these two findings are expected in every file.
_ACCEPTED_RULES = frozenset({"ISO_19005_2:6.6.2.3.1-1", "ISO_19005_2:6.6.4-3"})
_MAX_CHECKED_PAGES = 24  # of a long document


class FileMetadata(NamedTuple):
    """The title, language (a BCP 47 tag), author, subject and date that are stored in a PDF or Word file."""

    title: str
    language: str
    author: str
    subject: str
    day: date

    @classmethod
    def from_properties(cls, given: DocumentProperties) -> "FileMetadata":
        """The metadata for the properties of a document, each text on one line; a document without title is «…»."""

        def line(text: str) -> str:
            return fonts.xml_text(fonts.single_line(text))

        return cls(line(given.title) or NAMELESS, given.language, line(given.author), line(given.subject), given.day)


class Bookmark(NamedTuple):
    """An entry of the outline that PDF readers show beside the pages.

    Level and page count from 0; `y` is in points from the bottom of the page.
    """

    level: int
    title: str
    page: int
    y: float


def xmp_metadata(metadata: FileMetadata) -> bytes:
    """The XMP packet of a PDF.

    It declares PDF/A-2 level A and PDF/UA-1; the property of PDF/UA needs the extension schema.
    """
    title, subject, author = (escape(words) for words in (metadata.title, metadata.subject, metadata.author))
    stamp = f"{metadata.day.isoformat()}T00:00:00Z"
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
<dc:language><rdf:Bag><rdf:li>{escape(metadata.language)}</rdf:li></rdf:Bag></dc:language>
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


def save_atomically(written: bytes, path: Path, pace: Pace, *, check: bool = True) -> tuple[str, ...]:
    """Write to a temporary file beside `path`, check it against PDF/A, and rename it to `path`.

    `path` holds the old file or the whole new one. Returns the findings of the check, normally none.
    UnwritableFile when it cannot be written; Stopped (by `pace`) leaves the old file.
    """
    part = path.with_name(f".fosdesk-{secrets.token_hex(6)}.part")
    try:
        with writing_target(), open_file(part, "xb") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        pace(pace.done, pace.of)
        findings = _check_conformance(part) if check else ()
        pace(pace.done, pace.of)  # the last moment to stop
        with writing_target():
            replace(part, path)
    except BaseException:
        with suppress(OSError):
            remove(part)
        raise
    return findings


def _check_conformance(part: Path) -> tuple[str, ...]:
    """The findings of pikepdf's PDF/A-2b check that are not expected, as text.

    In a long document only pages spread over the whole are checked, and all that pages share: all pages are written by
    the same code, and each takes the check some 20 ms.
    """
    import pikepdf  # only here: the import loads the rules of the check
    from pikepdf import pdfa

    with wait_for(lambda: pikepdf.open(part)) as pdf:
        tree = pdf.Root.Pages
        pages = list(tree.Kids)
        if len(pages) > _MAX_CHECKED_PAGES:
            last = len(pages) - 1
            sample = [pages[round(number * last / (_MAX_CHECKED_PAGES - 1))] for number in range(_MAX_CHECKED_PAGES)]
            tree.Kids, tree.Count = pikepdf.Array(sample), len(sample)
            for key in ("/Outlines", "/StructTreeRoot"):  # they lead to all pages, and level B asks for neither
                if key in pdf.Root:
                    del pdf.Root[key]
        report = pdfa.check(pdf, "2b")
    return tuple(str(finding) for finding in report.findings if finding.rule not in _ACCEPTED_RULES)
