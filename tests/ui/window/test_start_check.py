"""Where no window can be shown, one sentence says so before Qt would end the process."""

import socket
import sys
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.ui.window.start_check import check_start, missing_library


def told(environment: dict[str, str], system: str) -> str:
    """The sentence that says why no window can be shown; empty where one can."""
    try:
        check_start(environment, system)
    except FosdeskError as trouble:
        return str(trouble)
    return ""


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":87"},
        {"DISPLAY": "unix:87.0"},
        {"DISPLAY": "localhost:87"},
        {"WAYLAND_DISPLAY": "wayland-87", "XDG_RUNTIME_DIR": "/nowhere"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
)
def test_no_screen_is_told(environment: dict[str, str]) -> None:
    assert told(environment, "linux").startswith("There is no screen")


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "eglfs"])
def test_what_needs_no_screen_is_let_through(platform: str) -> None:
    assert told({"QT_QPA_PLATFORM": platform}, "linux") == ""


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(system: str) -> None:
    assert told({}, system) == ""


def test_a_screen_that_answers_is_enough(tmp_path: Path) -> None:
    if not hasattr(socket, "AF_UNIX"):
        assert sys.platform == "win32"
        return
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-0"))
        listening.listen()
        assert told({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux") == ""


@pytest.mark.parametrize(
    ("said", "library"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file or directory", "libEGL.so.1"),
        ("libxcb-cursor.so.0: cannot open shared object file", "libxcb-cursor.so.0"),
        ("DLL load failed while importing QtWidgets: The specified module could not be found.", "Qt"),
    ],
)
def test_the_library_that_is_missing_is_named(said: str, library: str) -> None:
    assert missing_library(ImportError(said)).arguments == {"library": library}
    assert missing_library(ImportError("No module named 'PySide6'", name="PySide6")).arguments == {"library": "PySide6"}
