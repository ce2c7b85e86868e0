"""FocusWatcher: follows the keyboard with the ring, keeps what has it in view, and finds a place for it when lost."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import createdByPython, isValid

from fosdesk.ui.focus.ring import FocusRing, RingsPart, ringed_widget
from fosdesk.ui.style.steps import RINGED
from fosdesk.ui.style.theme import Theme

_AROUND = 24  # px above and below what is scrolled into view
_SETTLING = 400  # ms in which a page that has changed may still be laid out
_BESIDE = 4  # how much farther away the next line is than what stands beside
_PLACING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_NAME = "focus_watcher"


def watch_focus(theme: Theme) -> "FocusWatcher":
    """Begin to follow the keyboard in all windows, or go on in the colours of another theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    watcher = _watcher_of(app) or FocusWatcher(app)
    watcher.use_colour(theme.colour("focus"))
    return watcher


def stop_keeping_in_view() -> None:
    """Leave the view where it is, as something else is to be seen than what has the cursor."""
    app = QApplication.instance()
    watcher = _watcher_of(app) if app is not None else None
    if watcher is not None:
        watcher.settle()


def give_cursor(widget: QWidget) -> None:
    """Set the focus to what a page chooses; it stays there, also where Qt itself had fallen back on it."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    app = QApplication.instance()
    watcher = _watcher_of(app) if app is not None else None
    if watcher is not None:
        watcher.take_as_chosen()


def _watcher_of(app: QCoreApplication) -> "FocusWatcher | None":
    found = app.findChild(FocusWatcher, _NAME)
    return found if isinstance(found, FocusWatcher) else None


class FocusWatcher(QObject):
    """One for the process. What a person or a page chooses stands; only what Qt itself falls back on is corrected."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._colour = QColor()
        self._here: QWidget | None = None  # the control that has the keyboard
        # It and what it lies in, up to its window. Only what Python has made, as the wrapper of anything else does not
        # know when that is destroyed.
        self._chain: list[QWidget] = []
        self._spots: list[QRect] = []  # where it was seen last, in the coordinates of each of the chain
        self._placing_due = self._is_quiet = False
        self._openers: dict[QWidget, tuple[list[QWidget], list[QRect]]] = {}  # where it was before
        self._latest: tuple[list[QWidget], list[QRect]] = ([], [])  # where it was before, also while no window has it
        self._moves = 0  # how often the keyboard has gone from one control to another
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING)
        app.focusChanged.connect(self._moved)

    def use_colour(self, colour: QColor) -> None:
        """Paint the ring in a colour from now on."""
        self._colour = colour
        now = QApplication.focusWidget()
        if now is not self._here:
            self._moved(None, now)

    def take_as_chosen(self) -> None:
        """Look for no other place than where the keyboard is now."""
        self._moves += 1

    def settle(self) -> None:
        """Do not scroll any more to what has the keyboard, until it goes elsewhere."""
        self._settling.stop()

    def ring_of(self, window: QWidget) -> FocusRing:
        """The ring of a window; made when first needed."""
        there = window.findChild(FocusRing, "", Qt.FindChildOption.FindDirectChildrenOnly)
        ring = there if isinstance(there, FocusRing) else FocusRing(window, self._colour)
        ring.colour = self._colour
        return ring

    # -- following

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        left = [one for one in self._chain if isValid(one)]
        was_lost = bool(left) and self._is_gone(old)
        chain, spots = list(self._chain), list(self._spots)
        if chain:
            self._latest = chain, spots
        self._leave()
        self._is_quiet = old is None and new is not None and bool(new.property(RINGED))  # the window has just come
        if new is not None and createdByPython(new.window()):  # else it is the system's or Qt's, as a dialog for files
            self._enter(ringed_widget(new), stays=not was_lost)
            before, _ = self._latest
            if before and isValid(before[-1]) and self._chain and self._chain[-1] is not before[-1]:
                self._openers.setdefault(self._chain[-1], self._latest)
        if new is None and chain:
            QTimer.singleShot(0, self, lambda: self._come_back(chain[-1]))
        self._moves += 1
        if was_lost:
            moves = self._moves
            QTimer.singleShot(0, self, lambda: self._find_place(new, chain, spots, moves))

    def _is_gone(self, old: QWidget | None) -> bool:
        """Whether what had the keyboard cannot have it any more."""
        there = self._chain[0]
        if not isValid(there):
            return True
        return (old is None or ringed_widget(old) is there) and not (there.isVisible() and there.isEnabled())

    def _leave(self) -> None:
        for one in self._chain:
            if isValid(one):
                one.removeEventFilter(self)
                if isinstance(one, QAbstractItemView):
                    one.viewport().removeEventFilter(self)
        if self._chain and isValid(self._chain[-1]):
            ring = self._chain[-1].findChild(FocusRing, "", Qt.FindChildOption.FindDirectChildrenOnly)
            if isinstance(ring, FocusRing):
                ring.hide()
        self._here, self._chain = None, []

    def _enter(self, widget: QWidget, *, stays: bool) -> None:
        """`stays` is False for what Qt has fallen back on, until a better place is found."""
        self._here = widget
        self._chain = [one for one in (widget, *_parents(widget)) if createdByPython(one)]
        for one in self._chain:
            one.installEventFilter(self)
        if isinstance(widget, QAbstractItemView):
            widget.viewport().installEventFilter(self)
        self._place()
        is_clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton  # it must not move under the pointer
        if stays and not is_clicked:
            self._settling.start()
            self._keep_in_view(widget)

    def _place(self) -> None:
        if self._here is not None and all(map(isValid, self._chain)):  # while a window goes, its parts outlive it
            window = self._chain[-1]
            if self._here is self._chain[0] and self._here.isVisible():
                self._spots = list(_places(self._chain))
            if not self._is_quiet:
                self.ring_of(window).surround(self._here)

    def _place_soon(self) -> None:
        if not self._placing_due:
            self._placing_due = True
            QTimer.singleShot(0, self, self._place_now)

    def _place_now(self) -> None:
        self._placing_due = False
        if self._settling.isActive() and self._here is not None:
            self._keep_in_view(self._here)
        else:
            self._place()

    def _paints_its_part(self, watched: QObject) -> bool:
        here = self._here
        if isinstance(here, QAbstractItemView):
            return watched is here.viewport()
        return watched is here and isinstance(here, RingsPart)

    # -- keeping it in view

    def _keep_in_view(self, widget: QWidget) -> None:
        if widget is not self._here or not isValid(widget) or not widget.isVisible():
            return
        # A page's title has the cursor when the page comes; one that was scrolled when it was left stays so.
        for area in _scroll_areas(widget) if not widget.property(RINGED) else ():
            viewport = area.viewport()
            place = QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size())
            fits = place.height() <= viewport.height()
            is_seen = viewport.rect().contains(place) if fits else viewport.rect().intersects(place)
            if not is_seen:
                _scroll_to(area, widget, min(_AROUND, max(0, (viewport.height() - place.height()) // 2)))
        self._place()

    # -- finding a place for it

    def _come_back(self, closed: QWidget) -> None:
        """Go back to what opened a window that was closed, where the system does not do so itself."""
        if isValid(closed) and closed.isVisible():
            return
        chain, spots = self._openers.pop(closed, ([], []))
        self._openers = {window: opener for window, opener in self._openers.items() if isValid(window)}
        if chain and isValid(chain[-1]) and chain[-1].isVisible() and QApplication.activeWindow() is None:
            chain[-1].activateWindow()
        if chain:
            QTimer.singleShot(0, self, lambda: self._find_place(None, chain, spots, self._moves))

    def _find_place(self, fallen_on: QWidget | None, chain: list[QWidget], spots: list[QRect], moves: int) -> None:
        """Give the keyboard to what had it, else to the nearest control in the innermost part that is still there.

        `moves` is how often it had gone on when it was lost: what Qt has fallen back on may be chosen by the page, too.
        """
        now = QApplication.focusWidget()
        if now is not None and (now is not fallen_on or moves != self._moves):
            return  # the page has chosen a place meanwhile
        if QApplication.activePopupWidget() is not None or QApplication.activeWindow() is None:
            return
        if isValid(chain[0]) and chain[0].isVisible() and chain[0].isEnabled():
            chain[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for part, spot in zip(chain[1:], spots[1:], strict=False):
            if isValid(part) and part.isVisible() and part.window() is QApplication.activeWindow():
                nearest = min(_stops(part), key=partial(_distance, spot, part), default=None)
                if nearest is not None:
                    nearest.setFocus(Qt.FocusReason.OtherFocusReason)
                    break
        if self._here is not None:
            self._settling.start()
            self._keep_in_view(self._here)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the ring with its control, whatever around it moves."""
        kind = event.type()
        if kind in _PLACING:
            self._place()
            if self._settling.isActive() and kind != QEvent.Type.Hide:
                self._place_soon()
        elif kind == QEvent.Type.Paint and self._paints_its_part(watched):
            self._place_soon()  # the row or the part that has the keyboard may be another one
        return False


def _parents(widget: QWidget) -> Iterator[QWidget]:
    """What a widget lies in, the innermost first, up to its window."""
    while not widget.isWindow() and (parent := widget.parentWidget()) is not None:
        yield parent
        widget = parent


def _scroll_areas(widget: QWidget) -> Iterator[QScrollArea]:
    """The areas that a widget can be scrolled in, the innermost first."""
    for parent in _parents(widget):
        if isinstance(parent, QScrollArea):
            yield parent


def _scroll_to(area: QScrollArea, widget: QWidget, air: int) -> None:
    """Bring a widget into view, its top where it is too high; Qt's own looks at the text cursor of a field alone."""
    sheet = area.widget()
    if sheet is not None:
        place = QRect(widget.mapTo(sheet, QPoint(0, 0)), widget.size())
        for edge in (place.bottom(), place.top()):
            area.ensureVisible(place.left(), edge, 0, air)


def _stops(part: QWidget) -> Iterator[QWidget]:
    """The controls inside a part that Tab comes to now."""
    for one in part.findChildren(QWidget):
        takes_keyboard = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled() and one.isVisible()
        if takes_keyboard and one.window() is part.window() and not isinstance(one.parent(), QAbstractScrollArea):
            yield one


def _places(chain: list[QWidget]) -> Iterator[QRect]:
    """The rectangle of the first of a chain in the coordinates of each of it."""
    first = chain[0]
    for one in chain:
        yield QRect(first.mapTo(one, QPoint(0, 0)), first.size())


def _distance(spot: QRect, part: QWidget, one: QWidget) -> int:
    """How far a control is from a place inside a part, in px."""
    top = one.mapTo(part, QPoint(0, 0))
    middle = top.y() + min(one.height(), spot.height()) // 2
    wanted = spot.top() + spot.height() // 2
    is_above = middle < wanted  # of two equally near, the lower one is what comes next
    return _BESIDE * abs(middle - wanted) + abs(top.x() - spot.left()) + is_above
