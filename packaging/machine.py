"""System packages that must be installed before the locked Python packages can be used; standard library only."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import system_packages

# What Qt opens on Linux, and the Debian package that brings it (system_packages.py has what others call it). The first
# eight are needed even without a screen.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What the tests read documents and words with; veraPDF, which judges the documents, runs on Java.
TEST_TOOLS = {
    "javac": "default-jdk-headless",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "hunspell": "hunspell",
    "/usr/share/hunspell/nb_NO.dic": "hunspell-no",
}


PROGRAMS = [tool for tool in TEST_TOOLS if not tool.startswith("/")]  # found by name on every system
# What the documents of other programs are made with, for the bench to compare with.
BENCH_LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
# What other programs in Qt need to be started beside ours, on a screen that nobody sees.
PEER_TOOLS = {"Xvfb": "xvfb"}
PEER_LIBRARIES = {
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-util.so.1": "libxcb-util1",
    "libnss3.so": "libnss3",
    "libasound.so.2": "libasound2",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libxkbfile.so.1": "libxkbfile1",
}


class StopError(Exception):
    """An error for the person at the keyboard; the command ends with status 2."""


def check_system() -> None:
    """StopError on a system for which there is no Qt wheel."""
    if sys.platform != "linux":
        return
    needed = (2, 39) if platform.machine() == "aarch64" else (2, 34)
    name, version = platform.libc_ver()
    if name != "glibc" or tuple(int(part) for part in version.split(".")[:2]) < needed:
        raise StopError(
            f"Qt 6.12 needs a Linux with glibc {needed[0]}.{needed[1]} or newer (Debian 12 and Ubuntu 22.04 have it); "
            f"this one has {name or 'another C library'} {version}.".replace(" .", ".")
        )


def check_python(version: tuple[int, ...] = tuple(sys.version_info[:2])) -> None:
    """StopError when this Python is too old for the virtual environment."""
    if version < (3, 11):
        raise StopError(
            f"fosdesk needs Python 3.11 or newer, and this is {version[0]}.{version[1]}: install a newer one "
            f"({system_packages.newer_python(sys.platform)}) and run the same command with it, for example python3.12."
        )


def provide(for_qt: bool = False, for_venv: bool = False, for_tests: bool = False) -> None:
    """Install the system packages for these purposes that are missing, all at once."""
    packages = []
    if for_qt and sys.platform == "linux":
        packages += missing(LIBRARIES, can_be_opened)
    if for_venv and not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        # Debian keeps these two apart from Python itself.
        packages.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    if for_tests:
        needed = TEST_TOOLS if sys.platform == "linux" else {tool: TEST_TOOLS[tool] for tool in PROGRAMS}
        packages += missing(needed, is_there)
    if packages:
        install(packages)


def missing(things: dict[str, str], there: Callable[[str], bool]) -> list[str]:
    """The packages of the things for which `there` is false, in the order of `things`."""
    return [package for thing, package in things.items() if not there(thing)]


def can_be_opened(library: str) -> bool:
    """Whether the dynamic loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def is_there(tool: str) -> bool:
    """Whether a program (by name) or a file (by path) exists."""
    return Path(tool).exists() if tool.startswith("/") else shutil.which(tool) is not None


def install(packages: list[str]) -> None:
    """Install packages by their Debian names where that is allowed; else StopError with the exact command to type."""
    system = system_packages.this_system(sys.platform)
    if system is None:
        raise StopError(f"Install what Debian calls {', '.join(packages)}, then run this again.")
    to_type = " ".join(system_packages.install_command(system, packages))
    if system is not system_packages.DEBIAN or not shutil.which("apt-get") or os.geteuid() != 0:
        raise StopError(f"Some system packages are missing; type this, then run it again: {to_type}")
    command = [*system.install, *packages]
    print(f"Installing {' '.join(packages)} …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for attempt in ([command], [["apt-get", "update"], command]):
        done = [subprocess.run(one, env=environment, capture_output=True, encoding="utf-8") for one in attempt][-1]
        if done.returncode == 0:
            importlib.invalidate_caches()
            return
    print(done.stderr.strip(), file=sys.stderr)
    raise StopError(f"Some system packages are missing, and this did not work: {' '.join(command)}")
