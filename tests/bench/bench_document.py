"""Documents: ours, tagged and valid, against the same words by other programs, and against itself when longer."""

import gc
import importlib.util
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fosdesk.reports.inline_text import Bold, Link
from fosdesk.reports.pdf.pdf_document import PdfDocument
from fosdesk.reports.writer import DocumentProperties, Phrases
from tests.bench import rivals
from tests.bench.content import CHAPTERS, HEAD, PARAGRAPHS, SECTIONS, TEXT, WIDTHS, rows

ROUNDS, FEW = 11, 3
Maker = Callable[[Path], int]


def started() -> PdfDocument:
    """A document with its cover."""
    phrases = Phrases("Innhold", "Side {page} av {pages}", "Gå til {heading}")
    book = PdfDocument(
        DocumentProperties("Prøve", language="nb-NO", day=date(2026, 11, 23), phrases=phrases, author="Fjordvik skole")
    )
    book.cover("Prøve", "Prøve")
    return book


def written(chapters: int = CHAPTERS) -> PdfDocument:
    """The document that all are compared with, or one with more chapters."""
    book = started()
    book.contents()
    for chapter in range(chapters):
        book.heading(1, f"Kapittel {chapter}")
        for section in range(SECTIONS):
            book.heading(2, f"Avsnitt {section}")
            for number in range(PARAGRAPHS):
                said = f"{TEXT * 2}{chapter}.{section}.{number} "
                book.paragraph(said, Link("https://udir.no/", "lenke"), ", ", Bold("fet"), ".")
            book.bullets([TEXT[:90]] * 5)
        book.table(HEAD, rows(chapter), WIDTHS)
        book.page_break()
    return book


def checked(path: Path) -> int:
    """Ours as the program makes it: checked against PDF/A and put in place whole."""
    return written().write(path).pages


def made(path: Path, chapters: int = CHAPTERS) -> int:
    """Ours without the check of the finished file, which the others leave to their reader too."""
    path.write_bytes(written(chapters).to_bytes())
    return chapters


def one_table(path: Path, count: int) -> int:
    """A document that is one long table."""
    book = started()
    book.heading(1, "Tabell")
    book.table(HEAD, rows(1, count), WIDTHS)
    path.write_bytes(book.to_bytes())
    return count


def compare(what: str, reach: float, ours: Maker, limit: Maker, rounds: int) -> None:
    """Print the medians of both, made in turn so that both meet the same weather."""
    with tempfile.TemporaryDirectory() as folder:
        taken: list[list[float]] = [[], []]
        for number in range(rounds + 1):
            for times, maker, name in zip(taken, (ours, limit), ("ours.pdf", "limit.pdf"), strict=True):
                gc.collect()
                begun = time.perf_counter()
                maker(Path(folder, name))
                if number:  # the first round loads the fonts
                    times.append((time.perf_counter() - begun) * 1000)
    mine, theirs = (statistics.median(times) for times in taken)
    figure = {"what": what, "unit": "ms", "ours": mine, "limit": theirs, "reach": reach}
    print(json.dumps(figure), flush=True)


def main() -> None:
    """Everything, in the order of the README."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "size.pdf")
        pages, size = checked(path), path.stat().st_size
        long = written(CHAPTERS * 10).write(Path(folder, "long.pdf")).pages
        print(f"pages: {pages} ours, {long} in the long one, {rivals.plain(path)} plain ReportLab")
    print(f"a document of {pages} pages is compared")
    compare("a document, tagged and checked, against plain ReportLab untagged", 0.6, checked, rivals.plain, ROUNDS)
    compare("a document, tagged, against plain ReportLab untagged", 0.6, made, rivals.plain, ROUNDS)
    for name, reach, maker, rounds in (
        ("typst", 2.5, rivals.typst, ROUNDS),
        ("weasyprint", 0.2, rivals.weasyprint, FEW),
    ):
        if importlib.util.find_spec(name) is None:
            print(f"{name} is not here, so there is nothing to compare with; `packaging/dev.py bench` installs it.")
            continue
        try:
            with tempfile.TemporaryDirectory() as folder:
                print(f"pages: {maker(Path(folder, 'theirs.pdf'))} {name}")
        except (OSError, RuntimeError) as trouble:
            print(f"{name} does not run here, so there is nothing to compare with: {trouble}")
            continue
        compare(f"a document, tagged, against {name}", reach, made, maker, rounds)
    compare("a document ten times as long", 12, partial(made, chapters=CHAPTERS * 10), made, FEW)
    rows_8, rows_2 = partial(one_table, count=8_000), partial(one_table, count=2_000)
    compare("a table of 8,000 rows, against 2,000", 5, rows_8, rows_2, 5)
    figure = {"what": "a page of the document", "unit": "bytes", "ours": size / pages, "limit": 6_000, "reach": 1}
    print(json.dumps(figure))


if __name__ == "__main__":
    main()
