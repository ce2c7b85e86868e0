"""The finished file: what it says about itself, the check of it, and how it comes to its place whole."""

import os
import secrets
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from fosdesk.pace import Pace
from fosdesk.store.atomic_file import replace

# The check of the written file knows level B and no PDF/UA: these two it must remark on, and only these.
_EXPECTED = frozenset({"ISO_19005_2:6.6.2.3.1-1", "ISO_19005_2:6.6.4-3"})
_LOOKED_AT = 24  # pages of a long document


class FileFacts(NamedTuple):
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


def description(front: FileFacts) -> bytes:
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
        replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    return remarks


def _checked(part: Path) -> tuple[str, ...]:
    """What the check finds; of a long document it looks at pages spread over the whole, and at all that pages share.

    All pages come from the same few strokes of the same press, and each takes the check some 20 ms.
    """
    import pikepdf  # only here: the check reads its rule books when imported
    from pikepdf import pdfa

    with pikepdf.open(part) as pdf:
        tree = pdf.Root.Pages
        pages = list(tree.Kids)
        if len(pages) > _LOOKED_AT:
            last = len(pages) - 1
            spread = [pages[round(number * last / (_LOOKED_AT - 1))] for number in range(_LOOKED_AT)]
            tree.Kids, tree.Count = pikepdf.Array(spread), len(spread)
            for key in ("/Outlines", "/StructTreeRoot"):  # they lead to all pages, and level B asks for neither
                if key in pdf.Root:
                    del pdf.Root[key]
        report = pdfa.check(pdf, "2b")
    return tuple(str(finding) for finding in report.findings if finding.rule not in _EXPECTED)
