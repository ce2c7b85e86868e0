"""Slides on the whole screen: what a document says, a heading at a time, in letters that a room can read."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from fosdesk.display.shapes import Figure
from fosdesk.pace import NO_HURRY
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.screen.slides import Slide, SlideColumns, SlideFact, SlideFigure, SlidePart, SlideText, slides_of
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.controls.plain_widgets import ElidedLabel, clear, column, line, row, set_style_property, text
from fosdesk.ui.focus.announcing import announce
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.projection.projected_window import CONTROL, NO, ProjectedWindow
from fosdesk.ui.style.steps import Gap

_GAP: Gap = 14
_MARGIN = 64  # px
_LABEL = 3, 10  # shares of the width that a label and its text take
_SHORT = 0.45  # of the room, up to which a slide has larger letters
_MOST_FIGURE = 0.96  # of the room that a figure may take


class _Screen(NamedTuple):
    """As much of a slide as finds room: its title and the parts from one number to another."""

    slide: int
    first: int
    last: int
    is_short: bool = False  # it has room for larger letters


class SlidesWindow(ProjectedWindow):
    """Nothing private is shown, nothing about people, and no text that names anybody; nothing can be written."""

    left = Signal()

    def __init__(self, desk: Desk, document: str) -> None:
        super().__init__(desk)
        words = desk.words
        self._document = document
        self._slides: Sequence[Slide] = ()
        self._screens: list[_Screen] = []
        self._place = 0
        title = words(DOCUMENTS[document].title)
        self.setWindowTitle(f"{title} – fosdesk")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        onward = ((Qt.Key.Key_PageDown, NO), (Qt.Key.Key_PageDown, CONTROL), (Qt.Key.Key_Right, NO))
        back = ((Qt.Key.Key_PageUp, NO), (Qt.Key.Key_PageUp, CONTROL), (Qt.Key.Key_Left, NO))
        self.acts = {
            **{chord: lambda: self.go(1) for chord in (*onward, (Qt.Key.Key_Down, NO))},
            **{chord: lambda: self.go(-1) for chord in (*back, (Qt.Key.Key_Up, NO))},
            (Qt.Key.Key_Home, NO): lambda: self.go(-len(self._screens)),
            (Qt.Key.Key_End, NO): lambda: self.go(len(self._screens)),
            (Qt.Key.Key_Escape, NO): self.close,
        }
        body = column(self, gap=12, margins=(64, 24, 64, 16))
        head = row(gap=28)
        self.which = ElidedLabel("", "quiet")
        self.which.set_words(" · ".join(part for part in (desk.school.profile.name, title) if part))
        head.addWidget(self.which, 1)
        self.place = text("", "quiet", wrap=False)
        head.addWidget(self.place)
        body.addLayout(head)
        self.title = text("", "projected")
        body.addWidget(self.title)
        self.sheet = QWidget()
        self.sheet.setObjectName("slide")
        self._inside = column(self.sheet, gap=_GAP)
        body.addWidget(self.sheet, 1)
        body.addWidget(line())
        keys = (
            ("Page Down", words("next slide"), (Qt.Key.Key_PageDown, NO)),
            ("Page Up", words("slide before"), (Qt.Key.Key_PageUp, NO)),
            ("Esc", words("leave"), (Qt.Key.Key_Escape, NO)),
        )
        self._foot = self.lay_foot(keys)
        body.addWidget(self._foot)
        self.dress(1.0)
        desk.workspace.changed.connect(self._follow)
        self._read()

    def _follow(self, _changed: frozenset[str]) -> None:
        self._read()
        self._divide()

    def _read(self) -> None:
        desk = self.desk
        names = desk.workspace.names(NO_HURRY)
        self._slides = slides_of(self._document, desk.school, desk.framework, desk.words, desk.today(), names=names)

    def focus_area(self) -> QRect:
        """None: a ring around the screen would tell nothing."""
        return QRect()

    # -- what is shown

    @property
    def count(self) -> int:
        """How many screens there are."""
        return len(self._screens)

    def go(self, step: int) -> None:
        """Show a later or an earlier screen, and no further than the last or the first."""
        place = min(max(self._place + step, 0), len(self._screens) - 1)
        if place != self._place:
            self._place = place
            self._show()
            announce(self, self.title.text())

    def _divide(self) -> None:
        """Share the slides out on screens of the present size, and stay with the slide that is shown."""
        shown = self._screens[self._place].slide if self._screens else 0
        set_style_property(self.sheet, "large", False)
        self._screens = [one for number in range(len(self._slides)) for one in self._screens_of(number)]
        self._place = next((n for n, one in enumerate(self._screens) if one.slide >= shown), 0)
        self._show()

    def _screens_of(self, number: int) -> Iterator[_Screen]:
        slide, room = self._slides[number], self._room(self._slides[number].title)
        first, used = 0, 0
        for place, part in enumerate(slide.parts):
            needs = self._height(part, room) + _GAP
            if place > first and used + needs > room:
                yield _Screen(number, first, place)
                first, used = place, 0
            used += needs
        yield _Screen(number, first, len(slide.parts), is_short=used < room * _SHORT)

    def _room(self, title: str) -> int:
        """The height below a title."""
        self.entitle(self.title, title)
        width = self.width() - 2 * _MARGIN
        beside = (self.which.sizeHint().height(), self.title.heightForWidth(width), self._foot.sizeHint().height())
        return self.height() - sum(beside) - 40 - 4 * 12 - 2

    def _height(self, part: SlidePart, room: int) -> int:
        width = self.width() - 2 * _MARGIN
        if isinstance(part, SlideFigure):
            return self._figure_height(part.figure, room)
        widget = self._widget(part, room)
        widget.setParent(self.sheet)
        for one in (widget, *widget.findChildren(QWidget)):
            one.ensurePolished()
        layout = widget.layout()
        if layout is not None:
            layout.invalidate()
        high = layout.totalHeightForWidth(width) if layout is not None else widget.heightForWidth(width)
        widget.deleteLater()
        return high

    def _figure_height(self, figure: Figure, room: int) -> int:
        width = self.width() - 2 * _MARGIN
        return max(round(min(room * _MOST_FIGURE, width * figure.height / figure.width)), 1)

    def _show(self) -> None:
        words = self.desk.words
        clear(self._inside)
        if not self._screens:
            return
        screen = self._screens[self._place]
        slide = self._slides[screen.slide]
        room = self._room(slide.title)
        set_style_property(self.sheet, "large", screen.is_short)
        for part in slide.parts[screen.first : screen.last]:
            self._inside.addWidget(self._widget(part, room))
        self._inside.addStretch(1)
        self.place.setText(words("{n} of {most}", n=self._place + 1, most=len(self._screens)))

    def _widget(self, part: SlidePart, room: int) -> QWidget:
        if isinstance(part, SlideFigure):
            view = FigureView(self.desk.theme, part.figure)
            view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            view.setFixedHeight(self._figure_height(part.figure, room))
            return view
        if isinstance(part, SlideText):
            return _paragraph(part)
        holder = QWidget()
        beside = row(holder, gap=36)
        if isinstance(part, SlideFact):
            name, told = part
            for said, look, share in ((name, "projected_small", _LABEL[0]), (told, "projected_text", _LABEL[1])):
                label = text(said, look)
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                beside.addWidget(label, share)
            return holder
        assert isinstance(part, SlideColumns)
        for some in part.columns:
            side = QWidget()
            inside = column(side, gap=10)
            for one in some:
                inside.addWidget(_paragraph(one) if isinstance(one, SlideText) else self._widget(one, room))
            inside.addStretch(1)
            beside.addWidget(side, 1)
        return holder

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Share out what is to be shown when the size is known."""
        super().showEvent(event)
        self._divide()
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size has room for more or less."""
        super().resizeEvent(event)
        if self.isVisible():
            QTimer.singleShot(0, self, self._divide)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go back to where one came from."""
        self.desk.workspace.changed.disconnect(self._follow)
        super().closeEvent(event)
        self.left.emit()
        self.deleteLater()


def _paragraph(part: SlideText) -> QWidget:
    said = f"•  {part.text}" if part.look == "bullet" else part.text
    looks = {"lead": "projected_lead", "heading": "projected_heading", "small": "projected_small"}
    return text(said, looks.get(part.look, "projected_text"))
