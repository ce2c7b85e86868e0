"""What the .deb holds and says of itself: files, control, copyright and changelog; standard library only."""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bundle.archives import Entry, entries_of, gz

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLACE = "usr/lib/fosdesk"
_ICON = ROOT / "resources" / "application" / "fosdesk.png"
_ICON_SIZE = 256  # px
_MAINTAINER = "The owner of fosdesk <fosdesk@localhost>"
_ABOUT = """work desk for a school's leadership team
 fosdesk is a desktop program for a Norwegian principal and a leadership team
 who carry their school through years of development work: direction, phases,
 work group, time, gatekeeping, and the documents to show. It works offline
 and keeps everything in one folder of the user, on this computer alone."""
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def control(version: str, machine: str, size: int, depends: Sequence[str], recommends: Sequence[str]) -> str:
    """The control file; `size` in bytes."""
    fields = {
        "Package": "fosdesk",
        "Version": f"{version}-1",
        "Architecture": ARCHITECTURES.get(machine, machine),
        "Maintainer": _MAINTAINER,
        "Installed-Size": str(-(-size // 1024)),
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(recommends),
        "Section": "education",
        "Priority": "optional",
        "Description": _ABOUT,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def contents(bundle: Path, version: str, made: int) -> dict[str, Entry]:
    """The files of the package by name; `made` in s since 1970."""
    of_linux, about = HERE / "linux", "usr/share/doc/fosdesk"
    day = datetime.fromtimestamp(made, UTC)
    manual = (of_linux / "fosdesk.1").read_text(encoding="utf-8")
    manual = manual.replace("@VERSION@", version).replace("@DATE@", f"{day:%Y-%m-%d}")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    found = [
        *entries_of(bundle, PLACE),
        Entry("usr/bin/fosdesk", target="../lib/fosdesk/fosdesk"),
        Entry("usr/share/applications/fosdesk.desktop", (of_linux / "fosdesk.desktop").read_bytes()),
        Entry("usr/share/mime/packages/fosdesk.xml", (of_linux / "fosdesk.xml").read_bytes()),
        Entry("usr/share/man/man1/fosdesk.1.gz", gz(manual.encode())),
        Entry(f"{about}/changelog.gz", gz(changes)),
        Entry(f"{about}/changelog.Debian.gz", gz(_changelog(version, day).encode())),
        Entry(f"{about}/copyright", copyright_text().encode()),
        Entry(f"{about}/licences", target="../../../lib/fosdesk/_internal/fosdesk/resources/licences"),
    ]
    if _ICON.is_file():
        found.append(Entry(f"usr/share/icons/hicolor/{_ICON_SIZE}x{_ICON_SIZE}/apps/fosdesk.png", _ICON.read_bytes()))
    return {entry.name: entry for entry in found}


def sums(entries: Mapping[str, Entry]) -> str:
    """The MD5 sums of all files, as `md5sum` writes them."""
    return "".join(
        f"{hashlib.md5(entry.content, usedforsecurity=False).hexdigest()}  {name}\n"
        for name, entry in sorted(entries.items())
        if entry.content is not None
    )


def copyright_text() -> str:
    """Whose the program is, and under which licence each part that others made."""
    parts = tomllib.loads((ROOT / "resources" / "licences" / "parts.toml").read_text(encoding="utf-8"))["part"]
    lines = [
        "fosdesk belongs to its owner, who has chosen no licence yet: until that is done, nobody else may copy, change",
        "or pass on the program.",
        "",
        "What others have made comes with it. The texts of the licences lie in /usr/share/doc/fosdesk/licences and",
        f"below /{PLACE}/_internal/fosdesk/resources. Qt and PySide6 (LGPL 3) are libraries of their own in",
        f"/{PLACE}/_internal/PySide6, and can be replaced by others.",
        "",
    ]
    for part in parts:
        lines += [f"{part['name']} {part['version']}", f"  {part['licence']}", f"  {part['address']}", ""]
    return "\n".join(lines)


def _changelog(version: str, day: datetime) -> str:
    return (
        f"fosdesk ({version}-1) unstable; urgency=medium\n\n"
        "  * What is new stands in changelog.gz.\n\n"
        f" -- {_MAINTAINER}  {day:%a, %d %b %Y %H:%M:%S} +0000\n"
    )
