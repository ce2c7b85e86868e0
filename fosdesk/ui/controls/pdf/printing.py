"""Prints a PDF in strips of a page from the event loop, so that the window stays responsive."""

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfPageRenderer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from fosdesk.ui.controls.pdf.pdf_loading import document_from

_SHARPNESS = 300  # dots per inch, if the printer has so many
_STRIPS = 40  # of a page; one of them takes a few hundredths of a second at most


def ask_printer(parent: QWidget, title: str, pages: int) -> QPrinter | None:
    """The printer and pages that the person chooses; None when cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    dialog.setMinMax(1, max(pages, 1))
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


class Printing(QObject):
    """One print job: `reached` for each page, `ended` when finished or cancelled."""

    reached = Signal(int, int)  # which page of how many
    ended = Signal(bool)  # whether all of it was printed

    def __init__(self, content: bytes, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._document = document_from(content, self)
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or self._document.pageCount(), self._document.pageCount())
        self._pages = list(range(first - 1, last))
        self._at = 0
        self._image, self._strip = QImage(), 0
        self._painter = QPainter()
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._came)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._print_strip)
        printer.setFullPage(True)
        if printer.resolution() > _SHARPNESS:
            printer.setResolution(_SHARPNESS)

    def begin(self) -> None:
        """Start with the first page."""
        if not self._pages:
            self._end(whole=False)
            return
        self._set_paper()
        if not self._painter.begin(self._printer):
            self._end(whole=False)
            return
        self._ask()

    def stop(self) -> None:
        """Cancel printing."""
        if self._painter.isActive():
            self._printer.abort()
        self._end(whole=False)

    def _set_paper(self) -> None:
        points = self._document.pagePointSize(self._pages[0])
        wide = points.width() > points.height()
        if self._printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
            upright = points.transposed() if wide else points
            self._printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))
        turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(turned)

    def _ask(self) -> None:
        number = self._pages[self._at]
        self.reached.emit(self._at + 1, len(self._pages))
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution()).size()
        points = self._document.pagePointSize(number)
        fitting = points.scaled(paper.toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        self._renderer.requestPage(number, QSize(round(fitting.width()), round(fitting.height())))

    def _came(self, _number: int, _size: QSize, image: QImage) -> None:
        if self._painter.isActive():
            self._image, self._strip = image, 0
            self._timer.start()

    def _print_strip(self) -> None:
        high = -(-self._image.height() // _STRIPS)
        top = self._strip * high
        part = QRect(0, top, self._image.width(), min(high, self._image.height() - top))
        if part.height() > 0:
            # White below, since the page itself has no paper.
            strip = QImage(part.size(), QImage.Format.Format_RGB32)
            strip.fill(Qt.GlobalColor.white)
            onto = QPainter(strip)
            onto.drawImage(QPoint(0, 0), self._image, part)
            onto.end()
            self._painter.drawImage(part.topLeft(), strip)
        self._strip += 1
        if self._strip < _STRIPS:
            return
        self._timer.stop()
        self._at += 1
        if self._at == len(self._pages):
            self._end(whole=self._painter.end())
        elif self._printer.newPage():
            self._ask()
        else:
            self.stop()

    def _end(self, *, whole: bool) -> None:
        self._timer.stop()
        if self._painter.isActive():
            self._painter.end()
        self._document.close()
        self.ended.emit(whole)
