"""Shows a finished PDF page by page before it is saved; can print it and open it in another program."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QDialog, QScrollArea, QSizePolicy, QWidget

from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.pdf.pdf_loading import document_from
from fosdesk.ui.controls.pdf.print_job import PrintJob
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.style.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_KEPT = 6  # pages that are drawn already
_LONGEST = 6_000  # characters of a page that are handed to a screen reader
_AIR = 12
_ROOMY = 760


class PageView(QWidget):
    """One page, rendered asynchronously; blank until it is ready."""

    def __init__(self, theme: Theme, document: QPdfDocument, goes: Callable[[QKeyEvent], bool]) -> None:
        """`goes` gets key events first, as the scroll area would take them."""
        super().__init__()
        self._goes = goes
        self._theme, self._document = theme, document
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(document)
        self._renderer.pageRendered.connect(self._came)
        self._drawn: dict[tuple[int, int], QImage] = {}
        self._asked: set[tuple[int, int]] = set()
        self.number = 0
        self.whole = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_drawn(self) -> bool:
        """Whether the current page has been rendered."""
        return self._key(self.number) in self._drawn

    def show_page(self, number: int, room: QSize) -> None:
        """Show a page at the width of `room`, or as a whole."""
        self.number = number
        points = self._document.pagePointSize(number)
        scale = max(room.width(), 100) / max(points.width(), 1)
        if self.whole:
            scale = min(scale, max(room.height(), 100) / max(points.height(), 1))
        self.setFixedSize(max(int(points.width() * scale), 1), max(int(points.height() * scale), 1))
        for near in (number, number + 1, number - 1):
            if 0 <= near < self._document.pageCount():
                self._ask(near)
        self.update()

    def _key(self, number: int) -> tuple[int, int]:
        return number, round(self.width() * self.devicePixelRatioF())

    def _ask(self, number: int) -> None:
        key = self._key(number)
        if key in self._drawn or key in self._asked:
            return
        self._asked.add(key)
        points = self._document.pagePointSize(number)
        self._renderer.requestPage(number, QSize(key[1], round(key[1] * points.height() / max(points.width(), 1))))

    def _came(self, number: int, size: QSize, image: QImage) -> None:
        key = number, size.width()
        self._asked.discard(key)
        self._drawn[key] = image
        for old in list(self._drawn)[:-_KEPT]:
            if old != self._key(self.number):
                del self._drawn[old]
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the pages."""
        if not self._goes(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White paper with the page on it, and a hairline around."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        painter.fillRect(whole, Qt.GlobalColor.white)  # paper is white in every theme
        drawn = self._drawn.get(self._key(self.number))
        if drawn is not None:
            painter.drawImage(whole, drawn, QRectF(QPointF(0, 0), drawn.size().toSizeF()))
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class PreviewDialog(QDialog):
    """Shows exactly the bytes that will be saved."""

    save_asked = Signal()
    reader_asked = Signal()  # show it in the system's program for PDF files

    def __init__(self, desk: Desk, content: bytes, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk, self.content = desk, content
        self._words = desk.words
        self.setWindowTitle(title)
        self._document = document_from(content, self)
        self.pages = self._document.pageCount()
        layout = column(self, gap=10, margins=(16, 12, 16, 12))
        self.scroller = QScrollArea()
        self.scroller.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.page = PageView(desk.theme, self._document, self._goes)
        self.scroller.setWidget(self.page)
        layout.addWidget(self.scroller, 1)
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        foot = SideBySide(desk.theme.px(_ROOMY), gap=16, narrow_gap=6)
        foot.add(self._turning(), 0)
        foot.add(self._acts(), 1)
        for act, icon in ((self.to_paper, "printer"), (self.back, "chevron-left"), (self.on, "chevron-right")):
            desk.theme.mark(act, icon)
        layout.addWidget(foot)
        fit_to_window(self, parent, desk.theme.px(1000), desk.theme.px(1000))
        follow_layout(self)
        self.page.setFocus()

    def _turning(self) -> QWidget:
        words = self._words
        holder = QWidget()
        inside = row(holder, gap=6)
        self.back = button("", name=words("Previous page"), tip=words("Previous page"))
        self.back.clicked.connect(lambda: self.turn(-1))
        self._where = text("", "quiet", wrap=False)
        self.on = button("", name=words("Next page"), tip=words("Next page"))
        self.on.clicked.connect(lambda: self.turn(1))
        self.zoom = button("", "text")
        self.zoom.clicked.connect(self._zoom)
        for part in (self.back, self._where, self.on, self.zoom):
            inside.addWidget(part)
        inside.addStretch(1)
        return holder

    def _acts(self) -> QWidget:
        words = self._words
        holder = QWidget()
        inside = row(holder, gap=6)
        inside.addStretch(1)
        tip = words("Screen readers read all of it there, with headings and tables.")
        self.open_elsewhere = button(words("Open in PDF reader"), "text", tip=tip)
        self.open_elsewhere.setAccessibleDescription(tip)
        self.open_elsewhere.clicked.connect(self.reader_asked)
        self.to_paper = button("", "text")
        self.job = PrintJob(words, self.to_paper, self.show_error, self)
        self.to_paper.clicked.connect(lambda: self.job.press(lambda ask: ask(self.content)))
        self.close_it = button(words("Close"))
        self.close_it.clicked.connect(self.reject)
        self.save = button(words("Save PDF …"), "main")
        self.save.clicked.connect(self.save_asked)
        for part in (self.open_elsewhere, self.to_paper, self.close_it, self.save):
            inside.addWidget(part)
        return holder

    def turn(self, by: int) -> None:
        """Go `by` pages forward, or back when negative, within the document."""
        self.go_to(self.page.number + by)

    def go_to(self, number: int, *, at_end: bool = False) -> None:
        """Show a page from its top, or from its end."""
        self._lay(min(max(number, 0), max(self.pages - 1, 0)))
        bar = self.scroller.verticalScrollBar()
        bar.setValue(bar.maximum() if at_end else 0)

    def show_error(self, sentence: str) -> None:
        """Show an error above the pages."""
        self._said.setText(sentence)
        self._said.show()

    def _lay(self, number: int) -> None:
        words = self._words
        if not self.pages:
            return
        inner = self.scroller.viewport().size()
        self.page.show_page(number, QSize(inner.width() - 2 * _AIR, inner.height() - _AIR))
        where = words("Page {page} of {pages}", page=words.number(number + 1), pages=words.number(self.pages))
        self._where.setText(where)
        self.page.setAccessibleName(where)
        self.page.setAccessibleDescription(" ".join(self._document.getAllText(number).text().split())[:_LONGEST])
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number < self.pages - 1)
        self.zoom.setText(words("Full width") if self.page.whole else words("Whole page"))

    def _zoom(self) -> None:
        self.page.whole = not self.page.whole
        self.go_to(self.page.number)

    def print_on(self, printer: "QPrinter") -> None:
        """Print page by page; the button cancels meanwhile."""
        self.job.print_on(self.content, printer)

    def _goes(self, event: QKeyEvent) -> bool:
        """Handle a key: page up and down scroll by screens, arrows, Home and End too; + and - zoom."""
        key, bar = event.key(), self.scroller.verticalScrollBar()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            if bar.value() < bar.maximum():
                bar.setValue(bar.value() + bar.pageStep() - 40)
            else:
                self.turn(1)
        elif key == Qt.Key.Key_PageUp:
            if bar.value() > 0:
                bar.setValue(bar.value() - bar.pageStep() + 40)
            elif self.page.number:
                self.go_to(self.page.number - 1, at_end=True)
        elif key == Qt.Key.Key_Down:
            bar.setValue(bar.value() + 60)
        elif key == Qt.Key.Key_Up:
            bar.setValue(bar.value() - 60)
        elif key == Qt.Key.Key_Right:
            self.turn(1)
        elif key == Qt.Key.Key_Left:
            self.turn(-1)
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(self.pages - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus) and self.page.whole is (key == Qt.Key.Key_Plus):
            self._zoom()
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as wide as there is room."""
        super().resizeEvent(event)
        self._lay(self.page.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys from anywhere in the dialog."""
        if not self._goes(event):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Let go of the pages."""
        self.job.stop()
        self._document.close()
        super().done(result)
