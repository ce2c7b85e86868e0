"""What goes to the printer: the pages that were asked for, as they look, upright or on their side, or word that not."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from fosdesk.display.shapes import Area, Figure
from fosdesk.reports.writer import A4, PAPER_SIZES
from fosdesk.ui.controls.pdf.printing import Printing
from tests.reports.samples import empty_book
from tests.ui.acts import settle

pytestmark = pytest.mark.usefixtures("qapp")


def document(folder: Path, pages: int, size: tuple[float, float] = A4) -> Path:
    """A PDF of so many pages, each with a black bar at a place of its own."""
    book = empty_book(size=size)
    book.masthead("", "Ark")
    for number in range(pages):
        if number:
            book.page_break()
        top = 20.0 + 160 * number
        bar = Area(((0, top), (200, top), (200, top + 30), (0, top + 30)), "ink")
        book.figure(Figure(200, 560, (bar,), f"Side {number + 1}"))
    path = folder / "ark.pdf"
    path.write_bytes(book.to_bytes())
    return path


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def job_of(path: Path, printer: QPrinter, parent: QObject) -> Printing:
    return Printing(path.read_bytes(), printer, parent)


class Paper:
    """A print job that has ended: which pages were told of, and what is on the paper."""

    def __init__(self, path: Path, printer: QPrinter, qtbot: QtBot) -> None:
        self.told: list[tuple[int, int]] = []
        self._parent = QObject()
        self.job = job_of(path, printer, self._parent)
        self.job.reached.connect(lambda at, of: self.told.append((at, of)))
        with qtbot.waitSignal(self.job.ended) as ended:
            self.job.begin()
        self.whole = ended.args == [True]


def looks(path: Path) -> tuple[list[QImage], list[tuple[float, float]]]:
    """Each page as a small picture, and its size in points."""
    pdf = QPdfDocument()
    assert pdf.load(str(path)) is QPdfDocument.Error.None_
    sizes = [pdf.pagePointSize(number) for number in range(pdf.pageCount())]
    pictures = []
    for number in range(len(sizes)):
        picture = QImage(120, 160, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.drawImage(0, 0, pdf.render(number, picture.size()))
        painter.end()
        pictures.append(picture)
    pdf.close()
    return pictures, [(round(size.width()), round(size.height())) for size in sizes]


def dark_rows(picture: QImage) -> list[int]:
    """The rows of a picture that lie in the bar."""
    return [row for row in range(picture.height()) if picture.pixelColor(30, row).lightness() < 90]


def test_every_page_comes_out_as_it_looks(tmp_path: Path, qtbot: QtBot) -> None:
    source = document(tmp_path, 3)
    paper = Paper(source, printer_to(tmp_path / "papir.pdf"), qtbot)
    assert paper.whole
    assert paper.told == [(1, 3), (2, 3), (3, 3)]
    wanted, sizes = looks(source)
    printed, there = looks(tmp_path / "papir.pdf")
    assert there == sizes
    for one, other in zip(wanted, printed, strict=True):
        before, after = dark_rows(one), dark_rows(other)
        assert len(before) > 3
        assert abs(before[0] - after[0]) <= 1
        assert abs(before[-1] - after[-1]) <= 1
        assert other.pixelColor(5, 5).lightness() > 250, "paper is white"


def test_only_the_pages_that_were_asked_for_come_out(tmp_path: Path, qtbot: QtBot) -> None:
    source, printer = document(tmp_path, 4), printer_to(tmp_path / "papir.pdf")
    printer.setFromTo(2, 3)
    paper = Paper(source, printer, qtbot)
    assert paper.told == [(1, 2), (2, 2)]
    wanted, printed = looks(source)[0][1:3], looks(tmp_path / "papir.pdf")[0]
    assert [abs(dark_rows(a)[0] - dark_rows(b)[0]) <= 1 for a, b in zip(wanted, printed, strict=True)] == [True, True]


def test_more_pages_than_there_are_end_with_the_last(tmp_path: Path, qtbot: QtBot) -> None:
    source, printer = document(tmp_path, 2), printer_to(tmp_path / "papir.pdf")
    printer.setFromTo(2, 9)
    paper = Paper(source, printer, qtbot)
    assert (paper.told, paper.whole) == ([(1, 1)], True)


def test_a_page_on_its_side_lies_on_its_side(tmp_path: Path, qtbot: QtBot) -> None:
    source = document(tmp_path, 1, PAPER_SIZES["A4 on its side"])
    assert Paper(source, printer_to(tmp_path / "papir.pdf"), qtbot).whole
    ((width, height),) = looks(tmp_path / "papir.pdf")[1]
    assert (width, height) == (842, 595)


def test_what_is_no_document_is_told_and_nothing_printed(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "brev.pdf").write_text("Kjære rektor", encoding="utf-8")
    paper = Paper(tmp_path / "brev.pdf", printer_to(tmp_path / "papir.pdf"), qtbot)
    assert (paper.whole, paper.told) == (False, [])
    assert not (tmp_path / "papir.pdf").exists()


def test_a_job_that_is_stopped_says_so_and_goes_no_further(tmp_path: Path, qtbot: QtBot) -> None:
    source, printer = document(tmp_path, 3), printer_to(tmp_path / "papir.pdf")
    parent, told = QObject(), list[int]()
    job = job_of(source, printer, parent)
    job.reached.connect(lambda at, _: told.append(at))
    job.reached.connect(lambda at, _: job.stop() if at == 2 else None)
    with qtbot.waitSignal(job.ended) as ended:
        job.begin()
    settle()
    assert ended.args == [False]
    assert told == [1, 2]


def test_a_very_sharp_printer_is_not_given_more_than_it_needs(tmp_path: Path) -> None:
    printer, parent = printer_to(tmp_path / "papir.pdf"), QObject()
    printer.setResolution(1200)
    job = job_of(document(tmp_path, 1), printer, parent)
    assert printer.resolution() == 300
    assert printer.fullPage()
    job.stop()
