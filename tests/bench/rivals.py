"""The same document as `bench_document` writes, by other programs: plain ReportLab, Typst and WeasyPrint."""

from importlib import import_module
from pathlib import Path
from typing import Any

from fosdesk import paths
from fosdesk.reports.pdf.style import HEADINGS
from tests.bench.content import CHAPTERS, HEAD, PARAGRAPHS, SECTIONS, TEXT, WIDTHS, rows

LEFT, BOTTOM, WIDTH, HEIGHT = 80, 86, 435, 672
TITLE = "Prøve"


def plain(path: Path) -> int:
    """The same words in the same sizes, as anybody would write them with ReportLab; the number of pages."""
    from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Table
    from reportlab.platypus.tableofcontents import TableOfContents

    body, item, cell, *headings = _styles()

    class Document(BaseDocTemplate):  # type: ignore[misc]
        def afterFlowable(self, flowable: Any) -> None:
            if isinstance(flowable, Paragraph) and flowable.style in headings:
                self.notify("TOCEntry", (headings.index(flowable.style), flowable.getPlainText(), self.page))

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont("Plain", 8.5)
        canvas.drawRightString(LEFT + WIDTH, 42, f"Side {document.page}")

    document = Document(str(path))
    document.addPageTemplates(
        [PageTemplate("page", [Frame(LEFT, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)], onPage=foot)],
    )
    contents = TableOfContents()
    contents.levelStyles = [body, item]
    story: list[Any] = [Paragraph(TITLE, headings[0]), PageBreak(), contents, PageBreak()]
    for chapter in range(CHAPTERS):
        story.append(Paragraph(f"Kapittel {chapter}", headings[0]))
        for section in range(SECTIONS):
            story.append(Paragraph(f"Avsnitt {section}", headings[1]))
            for number in range(PARAGRAPHS):
                said = f"{TEXT * 2}{chapter}.{section}.{number} "
                story.append(Paragraph(f'{said}<a href="https://udir.no/">lenke</a>, <b>fet</b>.', body))
            story += [Paragraph(TEXT[:90], item, bulletText="•") for _ in range(5)]
        cells = [[Paragraph(text, cell) for text in row] for row in (HEAD, *rows(chapter))]
        story += [Table(cells, colWidths=[share * WIDTH for share in WIDTHS], repeatRows=1), PageBreak()]
    document.multiBuild(story)
    pages: int = document.page
    return pages


def _styles() -> list[Any]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if "Plain" not in pdfmetrics.getRegisteredFontNames():
        for name, file in (("Plain", "SourceSans3-Regular.ttf"), ("Strong", "SourceSans3-SemiBold.ttf")):
            pdfmetrics.registerFont(TTFont(name, str(paths.resource("fonts", file))))
        pdfmetrics.registerFontFamily("Plain", "Plain", "Strong", "Plain", "Strong")
    body = ParagraphStyle("body", fontName="Plain", fontSize=10.5, leading=15, spaceAfter=8)
    item = ParagraphStyle("item", body, leftIndent=16, bulletIndent=0)
    cell = ParagraphStyle("cell", body, fontSize=9.5, leading=13, spaceAfter=0)
    headings = [
        ParagraphStyle(f"h{n}", body, fontName="Strong", fontSize=kind.size, leading=kind.leading, keepWithNext=1)
        for n, kind in enumerate(HEADINGS[:2])
    ]
    return [body, item, cell, *headings]


def typst(path: Path) -> int:
    """Typst, held to the same two standards."""
    shares = ", ".join(f"{round(width * 100)}fr" for width in WIDTHS)
    said = [
        f'#set document(title: "{TITLE}", author: "Fjordvik skole")',
        '#set text(lang: "nb", font: "Source Sans 3", size: 10.5pt)',
        f'#set page(paper: "a4", margin: (x: {LEFT}pt, top: 84pt, bottom: {BOTTOM}pt), numbering: "1")',
        f"#title[{TITLE}]\n#pagebreak()\n#outline(title: [Innhold])\n#pagebreak()",
    ]
    for chapter in range(CHAPTERS):
        said.append(f"= Kapittel {chapter}")
        for section in range(SECTIONS):
            said.append(f"== Avsnitt {section}")
            for number in range(PARAGRAPHS):
                link = '#link("https://udir.no/")[lenke]'
                said.append(f"{TEXT * 2}{chapter}.{section}.{number} {link}, *fet*.\n")
            said += [f"- {TEXT[:90]}"] * 5
        cells = [f"[{text}]" for row in rows(chapter) for text in row]
        head = ", ".join(f"[{text}]" for text in HEAD)
        said.append(f"#table(columns: ({shares}), table.header({head}), {', '.join(cells)})\n#pagebreak()")
    compiler = import_module("typst")
    written = compiler.compile(
        "\n".join(said).encode(),
        font_paths=[str(paths.resource("fonts"))],
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
    )
    path.write_bytes(written)
    return _pages(path)


def weasyprint(path: Path) -> int:
    """WeasyPrint, which follows one of the two standards at a time."""
    faces = [
        f"@font-face {{ font-family: S; font-weight: {weight}; src: url({paths.resource('fonts', file).as_uri()}) }}"
        for weight, file in ((400, "SourceSans3-Regular.ttf"), (600, "SourceSans3-SemiBold.ttf"))
    ]
    said = [
        f"<!DOCTYPE html><html lang=nb><head><title>{TITLE}</title><style>{''.join(faces)}",
        f"@page {{ size: A4; margin: 84pt {LEFT}pt {BOTTOM}pt; @bottom-right {{ content: 'Side ' counter(page) }} }}",
        "body { font: 10.5pt/15pt S } table { width: 100% } h1 { page-break-before: always }",
        f"</style></head><body><h1>{TITLE}</h1>",
    ]
    for chapter in range(CHAPTERS):
        said.append(f"<h1>Kapittel {chapter}</h1>")
        for section in range(SECTIONS):
            said.append(f"<h2>Avsnitt {section}</h2>")
            for number in range(PARAGRAPHS):
                link = '<a href="https://udir.no/">lenke</a>'
                said.append(f"<p>{TEXT * 2}{chapter}.{section}.{number} {link}, <b>fet</b>.</p>")
            said.append(f"<ul>{f'<li>{TEXT[:90]}</li>' * 5}</ul>")
        said.append(f"<table><thead><tr>{''.join(f'<th>{text}</th>' for text in HEAD)}</tr></thead><tbody>")
        said += [f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows(chapter)]
        said.append("</tbody></table>")
    printer = import_module("weasyprint")
    printer.HTML(string="".join(said)).write_pdf(str(path), pdf_variant="pdf/ua-1")
    return _pages(path)


def _pages(path: Path) -> int:
    import pikepdf

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)
