"""A document of some 40 pages: ours, tagged and checked, against plain ReportLab with the same words, untagged."""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fosdesk import paths
from fosdesk.reports.book import Book, Phrases
from fosdesk.reports.house import HEADINGS
from fosdesk.reports.parts import Bold, Link

ROUNDS, REACH = 11, 0.7
CHAPTERS, SECTIONS, PARAGRAPHS, ROWS = 7, 4, 3, 36
TEXT = (
    "Arbeidsgruppen har møtt personalet fire ganger dette semesteret. Vi valgte å bruke den første fellestiden til å "
    "lese, og den neste til å fortelle hverandre om elever vi har lyktes med. Det tok lengre tid enn vi trodde, men "
    "samtalene ble bedre. "
)
HEAD = ("Hva", "Råd", "Fra", "Avgjørelse")
WIDTHS = (0.15, 0.35, 0.15, 0.35)
LEFT, BOTTOM, WIDTH, HEIGHT = 80, 86, 435, 672


def rows(chapter: int) -> list[tuple[str, str, str, str]]:
    """The table of a chapter."""
    return [
        (
            f"Punkt {chapter}.{row}",
            f"Velment råd nummer {row}, med en litt lengre forklaring",
            "Skoleeier",
            "Parkert til januar fordi vi nettopp har begynt med noe annet",
        )
        for row in range(ROWS)
    ]


def ours(path: Path) -> int:
    """Through our own engine: tagged, with fonts that have every letter, checked and put in place whole."""
    phrases = Phrases("Innhold", "Side {page} av {pages}", "Gå til {heading}")
    book = Book("Prøve", language="nb-NO", day=date(2026, 11, 23), phrases=phrases, author="Fjordvik skole")
    book.cover("Prøve", "Prøve")
    book.contents()
    for chapter in range(CHAPTERS):
        book.heading(1, f"Kapittel {chapter}")
        for section in range(SECTIONS):
            book.heading(2, f"Avsnitt {section}")
            for number in range(PARAGRAPHS):
                said = f"{TEXT * 2}{chapter}.{section}.{number} "
                book.paragraph(said, Link("https://udir.no/", "lenke"), ", ", Bold("fet"), ".")
            book.bullets([TEXT[:90]] * 5)
        book.table(HEAD, rows(chapter), WIDTHS)
        book.page_break()
    return book.write(path).pages


def plain(path: Path) -> int:
    """The same words in the same sizes, as anybody would write them with ReportLab."""
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
    story: list[Any] = [Paragraph("Prøve", headings[0]), PageBreak(), contents, PageBreak()]
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


def medians(makers: Sequence[Callable[[Path], int]]) -> tuple[list[float], list[int]]:
    """Milliseconds and pages of each, made in turn so that both meet the same weather."""
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder, f"{maker.__name__}.pdf") for maker in makers]
        pages = [maker(place) for maker, place in zip(makers, places, strict=True)]
        taken: list[list[float]] = [[] for _ in makers]
        for _ in range(ROUNDS):
            for times, maker, place in zip(taken, makers, places, strict=True):
                begun = time.perf_counter()
                maker(place)
                times.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(times) for times in taken], pages


if __name__ == "__main__":
    (mine, theirs), page_counts = medians((ours, plain))
    print(f"pages: {page_counts[0]} tagged, {page_counts[1]} plain")
    print(json.dumps({"what": "document of 40 pages", "unit": "ms", "ours": mine, "limit": theirs, "reach": REACH}))
