"""Checked before Qt starts: a screen, and the libraries of the system that Qt needs; Qt itself would abort."""

import ctypes
import re
import socket
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from fosdesk.errors import FosdeskError

_PATIENCE = 2  # s until a screen on another machine has to answer
_FIRST_PORT = 6000  # of X servers; that of screen 10 is 6010
_DISPLAY = re.compile(r"(?P<host>[^:/]*):(?P<number>[0-9]{1,4})(?:\.[0-9]+)?")
_LIBRARY = re.compile(r"[\w.+-]+\.(?:so|dll|dylib)[\w.]*", re.IGNORECASE)


def check_start(environment: Mapping[str, str], system: str) -> None:
    """FosdeskError when no window can be shown. `environment` as os.environ and `system` as sys.platform."""
    if system != "linux":
        return
    platform = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if platform and platform not in ("xcb", "wayland", "wayland-egl"):
        return  # none that needs a screen
    wayland = platform != "xcb" and _reaches_wayland(environment)
    if wayland:
        return
    if platform.startswith("wayland") or not _reaches_x(environment.get("DISPLAY", "")):
        raise FosdeskError(
            "There is no screen here to show the window on. The commands of fosdesk need none: see --help."
        )
    _load_plugin("libqxcb.so")


def load_qt(environment: Mapping[str, str], system: str) -> None:
    """Load Qt, as `import_qt` does; FosdeskError when that or showing a window is not possible. As `check_start`."""
    check_start(environment, system)
    from fosdesk.ui.tuning import import_qt

    try:
        import_qt()
    except ImportError as why:
        raise missing_library(why) from why


def missing_library(why: BaseException) -> FosdeskError:
    """What to tell when Qt cannot be loaded."""
    found = _LIBRARY.search(str(why))
    return FosdeskError(
        "fosdesk cannot start, as the library {library} is missing. Install it, or install fosdesk again.",
        library=found[0] if found else getattr(why, "name", "") or "Qt",
    )


def _reaches_wayland(environment: Mapping[str, str]) -> bool:
    name, folder = environment.get("WAYLAND_DISPLAY", ""), environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _answers(str(Path(folder, name)))


def _reaches_x(display: str) -> bool:
    if not display:
        return False
    match = _DISPLAY.fullmatch(display)
    if match is None:
        return True  # in a form that is left to Qt
    number = int(match["number"])
    if match["host"] in ("", "unix"):
        place = f"/tmp/.X11-unix/X{number}"
        return _answers(place) or _answers(f"\0{place}")
    try:
        socket.create_connection((match["host"], _FIRST_PORT + number), _PATIENCE).close()
    except OSError:
        return False
    return True


def _answers(place: str) -> bool:
    """Whether somebody listens on a local socket."""
    with socket.socket(socket.AF_UNIX) as tried:
        try:
            tried.connect(place)
        except OSError:
            return False
    return True


def _load_plugin(name: str) -> None:
    """Load a platform plugin of Qt as Qt will; FosdeskError when a library that it needs is missing."""
    qt = find_spec("PySide6")
    plugin = Path(qt.origin).parent / "Qt" / "plugins" / "platforms" / name if qt and qt.origin else None
    if plugin is None or not plugin.is_file():
        return  # another build of Qt, which has it elsewhere
    try:
        ctypes.CDLL(str(plugin))
    except OSError as why:
        raise missing_library(why) from why
