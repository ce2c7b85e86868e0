"""What is wrong with a finished PDF or Word file, read again by other code than wrote it."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_DRAWN = "image/png"


def faults_of_pdf(path: Path, pages: int) -> list[str]:
    """What is wrong with a PDF that should have so many pages, in the words of engineers; empty where nothing is."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            return [str(fault) for fault in pdf.check_pdf_syntax()] + list(_lacking(pdf, pages))
    except pikepdf.PdfError as why:
        return [str(why)]


def faults_of_word(path: Path) -> list[str]:
    """What is wrong with a Word file, in the words of engineers; empty where nothing is."""
    from docx import Document
    from PIL import Image

    try:
        with zipfile.ZipFile(path) as packed:
            if (broken := packed.testzip()) is not None:
                return [f"{broken} is damaged"]
        document = Document(str(path))
        for part in document.part.package.iter_parts():
            if part.content_type == _DRAWN:
                Image.open(BytesIO(part.blob)).verify()
    except Exception as why:  # whatever the reader stumbles over is what is wrong with it
        return [f"{type(why).__name__}: {why}"]
    said = any(paragraph.text.strip() for paragraph in document.paragraphs) or document.tables
    return [] if said else ["it holds no text"]


def _lacking(pdf: Any, pages: int) -> Iterator[str]:
    root = pdf.Root
    if len(pdf.pages) != pages:
        yield f"{len(pdf.pages)} pages, not {pages}"
    for key in ("/StructTreeRoot", "/MarkInfo", "/Lang", "/Metadata", "/OutputIntents"):
        if key not in root:
            yield f"{key} is missing"
    fonts: dict[tuple[int, int], Any] = {}
    for page in pdf.pages:
        for font in page.obj.get("/Resources", {}).get("/Font", {}).values():
            fonts[font.objgen] = font
    for font in fonts.values():
        inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
        described = inner.get("/FontDescriptor", {})
        if not any(key in described for key in _EMBEDDED):
            yield f"the font {font.get('/BaseFont', '')} is not embedded"
