"""What the packages that fosdesk needs are called in each system's own package collection; standard library only."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class System(NamedTuple):
    """A package collection: its command to install, and its own names for the packages that Debian calls otherwise."""

    install: tuple[str, ...]
    names: dict[str, str]  # Debian's name -> its own; what is called the same is left out


DEBIAN = System(("apt-get", "install", "-y", "--no-install-recommends"), {})
FEDORA = System(
    ("dnf", "install", "-y"),
    {
        "libgl1": "libglvnd-glx",
        "libegl1": "libglvnd-egl",
        "libxkbcommon0": "libxkbcommon",
        "libfontconfig1": "fontconfig",
        "libfreetype6": "freetype",
        "libdbus-1-3": "dbus-libs",
        "libglib2.0-0": "glib2",
        "libgssapi-krb5-2": "krb5-libs",
        "libxcb-cursor0": "xcb-util-cursor",
        "libxcb-icccm4": "xcb-util-wm",
        "libxcb-keysyms1": "xcb-util-keysyms",
        "libxcb-shape0": "libxcb",
        "libxcb-xkb1": "libxcb",
        "libxkbcommon-x11-0": "libxkbcommon-x11",
        "default-jdk-headless": "java-latest-openjdk-devel",
        "hunspell-no": "hunspell-nb",
        "libpango-1.0-0": "pango",
        "libpangoft2-1.0-0": "pango",
        "libharfbuzz-subset0": "harfbuzz",
    },
)
OPENSUSE = System(
    ("zypper", "install", "-y"),
    {
        "libgl1": "Mesa-libGL1",
        "libegl1": "Mesa-libEGL1",
        "libglib2.0-0": "libglib-2_0-0",
        "libgssapi-krb5-2": "krb5",
        "default-jdk-headless": "java-21-openjdk-devel",
        "poppler-utils": "poppler-tools",
        "hunspell-no": "myspell-nb_NO",
        "libpango-1.0-0": "libpango-1_0-0",
        "libpangoft2-1.0-0": "libpango-1_0-0",
    },
)
ARCH = System(
    ("pacman", "-S", "--needed"),
    {
        "libgl1": "libglvnd",
        "libegl1": "libglvnd",
        "libxkbcommon0": "libxkbcommon",
        "libfontconfig1": "fontconfig",
        "libfreetype6": "freetype2",
        "libdbus-1-3": "dbus",
        "libglib2.0-0": "glib2",
        "libgssapi-krb5-2": "krb5",
        "libxcb-cursor0": "xcb-util-cursor",
        "libxcb-icccm4": "xcb-util-wm",
        "libxcb-keysyms1": "xcb-util-keysyms",
        "libxcb-shape0": "libxcb",
        "libxcb-xkb1": "libxcb",
        "libxkbcommon-x11-0": "libxkbcommon-x11",
        "default-jdk-headless": "jdk-openjdk",
        "poppler-utils": "poppler",
        "hunspell-no": "hunspell-nb",
        "libpango-1.0-0": "pango",
        "libpangoft2-1.0-0": "pango",
        "libharfbuzz-subset0": "harfbuzz",
    },
)
MACOS = System(("brew", "install"), {"default-jdk-headless": "openjdk", "poppler-utils": "poppler"})
WINDOWS = System(
    ("choco", "install", "-y"),
    {"default-jdk-headless": "openjdk", "poppler-utils": "poppler", "hunspell": "hunspell.portable"},
)
_AS_ANYBODY = (MACOS, WINDOWS)  # their commands ask for more rights by themselves, or need none
_BY_ID = {
    "debian": DEBIAN,
    "ubuntu": DEBIAN,
    "fedora": FEDORA,
    "rhel": FEDORA,
    "centos": FEDORA,
    "suse": OPENSUSE,
    "opensuse": OPENSUSE,
    "arch": ARCH,
}
_PYTHONS = {
    "linux": "it is among the system's own packages, as python3.12 or newer",
    "darwin": "brew install python@3.13, or from python.org",
    "win32": "winget install Python.Python.3.13, or from python.org",
}


def this_system(platform: str, os_release: Path = Path("/etc/os-release")) -> System | None:
    """The package collection of this system; None for a Linux that is not known. `platform` as sys.platform."""
    if platform in ("darwin", "win32"):
        return MACOS if platform == "darwin" else WINDOWS
    try:
        lines = os_release.read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    said = {key: value.strip("\"'") for key, _, value in (line.partition("=") for line in lines)}
    ids = (said.get("ID", ""), *said.get("ID_LIKE", "").split())
    return next((_BY_ID[name.partition("-")[0]] for name in ids if name.partition("-")[0] in _BY_ID), None)


def own_names(system: System, packages: list[str]) -> list[str]:
    """What a system calls the packages with these Debian names, each once."""
    return list(dict.fromkeys(system.names.get(package, package) for package in packages))


def install_command(system: System, packages: list[str]) -> list[str]:
    """The command to type that installs the packages with these Debian names."""
    rights = [] if system in _AS_ANYBODY else ["sudo"]
    return [*rights, *system.install, *own_names(system, packages)]


def newer_python(platform: str) -> str:
    """Where a newer Python comes from on this system."""
    return _PYTHONS.get(platform, _PYTHONS["linux"])
