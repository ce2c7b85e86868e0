"""The navigation: a list of pages in groups, and the phases in a row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from fosdesk.ui.controls.plain_widgets import column, elided, line, plain_tip, row, set_style_property, text
from fosdesk.ui.controls.wrapping import Button
from fosdesk.ui.frame.page_registry import PAGES, page_names
from fosdesk.ui.style.steps import ICON
from fosdesk.ui.style.theme import Theme
from fosdesk.ui.tuning import NO_FOCUS, NO_SCROLL_BAR
from fosdesk.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_SHARE = 0.31  # of the window
_GAP, _DENSE_GAP = 6, 2  # px above and below a line between groups
_AIR = 10  # px at 100 % above and below a name on two lines, together


class NavigationButton(Button):
    """A page's name, on two lines where it is long, and a muted note at the right."""

    def __init__(self, theme: Theme, name: str, note: str = "") -> None:
        super().__init__()
        self._theme, self._name, self._note = theme, name, note
        self.set_words(name, note)

    def set_words(self, name: str, note: str) -> None:
        """Set name and note."""
        self._name, self._note = name, note
        self.setAccessibleName(f"{name}, {note}" if note else name)
        self._fit()

    def _note_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._note) if self._note else 0

    def _fit(self) -> None:
        room = max(self.width() - 24 - (self._note_width() + 8 if self._note else 0), 40)
        first, rest = self._broken(room)
        shown = elided(self, rest, room) if rest else elided(self, first, room)
        self.setText((f"{first}\n{shown}" if rest else shown).replace("&", "&&"))
        self.setToolTip(plain_tip(self._name) if shown != (rest or first) else "")
        self.updateGeometry()
        self.update()

    def _broken(self, room: int) -> tuple[str, str]:
        """The name on one line, or split after the words that fit."""
        wide = self.fontMetrics().horizontalAdvance
        if wide(self._name) <= room:
            return self._name, ""
        words, first = self._name.split(), ""
        while words and wide(f"{first} {words[0]}".strip()) <= room:
            first = f"{first} {words.pop(0)}".strip()
        return (first, " ".join(words)) if first else (self._name, "")

    def sizeHint(self) -> QSize:
        """Narrow: the column decides the width."""
        air = self._theme.px(_AIR) if "\n" in self.text() else 0
        return QSize(120, super().sizeHint().height() + air)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the navigation."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Fit the name to the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the button and its note."""
        super().paintEvent(event)
        if self._note and self.isEnabled():  # with the school: setting a pen makes all of Qt's enums, 14 ms
            from PySide6.QtGui import QPainter

            painter = QPainter(self)
            painter.setFont(self._theme.font(13))
            painter.setPen(self._theme.colour("on_accent" if self.isChecked() else "quiet"))
            metrics = painter.fontMetrics()
            left = self.width() - 12 - metrics.horizontalAdvance(self._note)
            painter.drawText(left, (self.height() + metrics.ascent() - metrics.descent()) // 2, self._note)
            painter.end()


class PhaseButton(Button):
    """The number of a phase in the row of phases; its name is the tip, and what is told to a screen reader."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.setProperty("look", "phase")
        self.setText(number)

    def set_words(self, name: str, note: str) -> None:
        """Set the phase's name, and a note where it is under way, which marks the button."""
        said = f"{name}, {note}" if note else name
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        if self.property("under_way") != bool(note):
            self.setProperty("under_way", bool(note))
            # As style().polish does, which would make all enums of QStyle: 5 ms of the start.
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.Polish))

    def sizeHint(self) -> QSize:
        """As narrow as the row needs it."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Its number, and a little air."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 12, super().sizeHint().height())


class Navigation(QScrollArea):
    """The school's name, the search button and the pages; closer together, then scrolling, in a low window."""

    chosen = Signal(str)
    search_requested = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.setObjectName("nav")
        self.setWidgetResizable(True)
        self.fit(1366)
        self.setProperty("horizontalScrollBarPolicy", NO_SCROLL_BAR)
        self.setProperty("focusPolicy", NO_FOCUS)
        inside = QWidget()
        inside.setObjectName("nav_inside")
        inside.setProperty("role", "navigation")
        inside.setAccessibleName(words("Places"))
        self.setWidget(inside)
        self._layout: QVBoxLayout = column(inside, gap=1, margins=(10, 14, 10, 10))
        self._school = text("", "strong")
        self._where = text("", "quiet")
        for label in (self._school, self._where):
            label.setContentsMargins(10, 0, 0, 0)
            self._layout.addWidget(label)
        self._layout.addSpacing(6)
        self._search = NavigationButton(theme, words("Search or go to …"))
        self._search.clicked.connect(self.search_requested)
        self._layout.addWidget(self._search)
        self._buttons: dict[str, NavigationButton | PhaseButton] = {}
        self._group = QButtonGroup(self)
        self._separators: list[QSpacerItem] = []
        self._is_dense = False
        self._roomy_height = 0  # px that all places need at their usual height
        names = page_names(words)
        group = -1
        for place in PAGES:
            is_phase = place.key.startswith("phase:")
            if place.group != group:
                self._separate()
                self._layout.addWidget(line())
                self._separate()
                group = place.group
                if is_phase:
                    phases = row(gap=6, margins=(2, 2, 2, 2))
                    self._layout.addLayout(phases)
            made: NavigationButton | PhaseButton
            if is_phase:
                made = PhaseButton(words("Before") if place.key.endswith("F0") else place.key[-1])
                phases.addWidget(made, 1)
            else:
                made = NavigationButton(theme, names.get(place.key, ""))
                self._layout.addWidget(made)
            made.setCheckable(True)
            made.setProperty("role", "link")
            made.clicked.connect(lambda _=False, k=place.key: self.chosen.emit(k))
            self._group.addButton(made)
            self._buttons[place.key] = made
        self._layout.addStretch(1)

    def _separate(self) -> None:
        gap = QSpacerItem(0, _GAP, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._separators.append(gap)
        self._layout.addItem(gap)

    def fit(self, window_width: int) -> None:
        """Limit the width to a share of the window's, also at large text sizes."""
        self.setFixedWidth(min(self._theme.px(252), int(window_width * _SHARE)))

    def begin(self) -> None:
        """Take clicks from now on, and show the search's icon and keys.

        After the first paint, as that loads what reads SVG, and Qt's enums.
        """
        self.setEnabled(True)
        name = self._words("Search or go to …")
        self._search.set_words(name, "Ctrl K")
        self._search.setAccessibleName(name)
        side = self._theme.px(ICON)
        self._search.setIconSize(QSize(side, side))
        self._search.setIcon(self._theme.icon("search", "quiet"))

    def show_school(self, name: str, where: str) -> None:
        """Show the school's name and its current phase or semester."""
        self._school.setText(name)
        self._where.setText(where)

    def name_place(self, key: str, name: str, note: str) -> None:
        """Set the name and note of a page."""
        self._buttons[key].set_words(name, note)

    def mark(self, key: str) -> None:
        """Mark the current page."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            self.ensureWidgetVisible(self._buttons[key], 0, 8)

    def button_of(self, key: str) -> NavigationButton | PhaseButton:
        """The button of a page."""
        return self._buttons[key]

    def _fit_height(self) -> None:
        """Stand the places closer where the window is too low for them, before anything has to be scrolled to."""
        if not self._is_dense:
            self._roomy_height = self._layout.sizeHint().height()
        is_dense = (
            self.contentsRect().height() < self._roomy_height
        )  # viewport() would declare all of Qt's widgets: 10 ms
        if is_dense == self._is_dense:
            return
        self._is_dense = is_dense
        for button in (self._search, *self._buttons.values()):
            set_style_property(button, "dense", is_dense)
            button.updateGeometry()
        for gap in self._separators:
            gap.changeSize(0, _DENSE_GAP if is_dense else _GAP, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._layout.setSpacing(0 if is_dense else 1)
        self._layout.invalidate()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Fit the places to the height."""
        super().resizeEvent(event)
        self._fit_height()
