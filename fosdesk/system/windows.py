"""Windows' own calls: long names of paths, sessions, task bar, message boxes; each does nothing on other systems."""

import os
import sys
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TypeVar

P = TypeVar("P", bound=PurePath)

APPLICATION_ID = "fosdesk.fosdesk"  # of the window and the Start-menu entry, so that the task bar shows them as one
_LONGEST = 32_768  # characters of a path
_NO_CHOICE, _IN_FRONT = 0x40, 0x1_0000  # MB_ICONINFORMATION with OK alone, MB_SETFOREGROUND
_ANYBODY = 0xFFFFFFFF


def long_path(path: Path) -> Path:
    """A path without short (8.3) names, such as «OAHPAH~1» for a folder of letters that Western Europe lacks."""
    return with_long_names(path, _long_name) if sys.platform == "win32" else path


def with_long_names(path: P, long_name: Callable[[str], str]) -> P:
    """The same path by long names; `long_name` gives that of a path that is there, and "" of others.

    What is not there yet keeps the name it is called by.
    """
    if "~" not in str(path):
        return path
    for there in (path, *path.parents):
        if name := long_name(str(there)):
            return type(path)(name, *path.parts[len(there.parts) :])
    return path


def _long_name(path: str) -> str:
    if sys.platform == "win32":
        import ctypes

        room = ctypes.create_unicode_buffer(_LONGEST)
        ctypes.windll.kernel32.GetLongPathNameW(path, room, _LONGEST)
        return room.value
    return path


def session() -> str:
    """Whose desktop this program is on; two people signed in on one machine have two, as has one person twice."""
    if sys.platform == "win32":
        import ctypes

        number = ctypes.c_ulong()
        ctypes.windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(number))
        return str(number.value)
    return str(os.getuid())


def name_application() -> None:
    """Tell the task bar which program this is; before its first window."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APPLICATION_ID)


def let_others_come_to_front() -> None:
    """Let another program show a window in front: only the one that was just started may, or whom that one allows."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)


def show_box(text: str) -> None:
    """Show a text in a message box, until it is closed; needs no Qt."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, "fosdesk", _NO_CHOICE | _IN_FRONT)
