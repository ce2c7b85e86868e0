"""Where the window stands: as it was left, on a screen that is there, and never larger than that screen."""

import re
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from fosdesk.errors import FosdeskError
from fosdesk.ui.frame.settings_file import SettingsFile

_TITLE_BAR = 32  # pixels that most systems add above a window
_WRITTEN = re.compile(r"(-?\d{1,5}) (-?\d{1,5}) (\d{1,5}) (\d{1,5})( maximised)?")


def fitted(wanted: QRect, screens: Sequence[QRect]) -> tuple[QRect, bool]:
    """A window's place on the screen that shows most of it, and whether it is to be maximised, as it is too large.

    `screens` are the parts of the screens that windows may use, the main one first; there is at least one. Off all
    screens, the window comes to the main one.
    """
    shown = [screen.intersected(wanted) for screen in screens]
    sizes = [part.width() * part.height() if part.isValid() else 0 for part in shown]
    screen = screens[sizes.index(max(sizes))]
    room = screen.adjusted(0, min(_TITLE_BAR, screen.height() // 4), 0, 0)
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(wanted.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height()), size != wanted.size()


def restore_place(window: QWidget, settings: SettingsFile) -> None:
    """Place a window that is not shown yet as it was left; the first time in the middle of the main screen."""
    screens = _screens()
    written = _WRITTEN.fullmatch(settings.value.window)
    if written is not None:
        wanted = QRect(*(int(number) for number in written.groups()[:4]))
    else:
        wanted = QRect(window.rect())
        wanted.moveCenter(screens[0].center())
    found, too_large = fitted(wanted, screens)
    smallest = min((screen.size() for screen in screens), key=lambda size: size.width() * size.height())
    window.setMinimumSize(window.minimumSize().boundedTo(QSize(smallest.width(), smallest.height() - _TITLE_BAR)))
    _put(window, found, maximised=too_large or (written is not None and bool(written[5])))


def take_place(window: QWidget, old: QWidget) -> None:
    """Put a window that is not shown yet where another one stands, which it takes the place of."""
    found, maximised = left_place(old)
    window.setMinimumSize(old.minimumSize())
    _put(window, found, maximised=maximised)


def keep_place(window: QWidget, settings: SettingsFile) -> None:
    """Keep for the next start where a window was left; silent where that cannot be stored."""
    found, maximised = left_place(window)
    written = f"{found.x()} {found.y()} {found.width()} {found.height()}{' maximised' if maximised else ''}"
    if written != settings.value.window:
        with suppress(FosdeskError):
            settings.change(window=written)


def left_place(window: QWidget) -> tuple[QRect, bool]:
    """Where a window stands, or would when it were not maximised or minimised, and whether it is maximised."""
    maximised = window.isMaximized()
    return window.normalGeometry() if maximised or window.isMinimized() else window.geometry(), maximised


def _put(window: QWidget, place: QRect, *, maximised: bool) -> None:
    window.setGeometry(place)
    if maximised:
        from PySide6.QtCore import Qt  # its enums are not read before the first paint

        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def _screens() -> list[QRect]:
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen != main]
    return [screen.availableGeometry() for screen in (main, *others)]
