"""Builds a bundle of fosdesk for the system that this runs on: a folder with all that it needs, and packages of it.

`python3 packaging/dev.py bundle [DIR]` calls it. Standard library only; on Linux the packages are a tar.xz and a .deb.
An environment of its own in build/bundle/ holds what is built with: the locked packages that the program needs, and
PyInstaller (bundle.lock).
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import compiling
import environments
import machine
from bill_of_parts import program_version
from bundle import archives, debian, elf, icu_table, left_out
from bundle.windows import installer
from machine import StopError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LOCK = HERE / "bundle.lock"
WORK = ROOT / "build" / "bundle"
VENV = WORK / "venv"
PYTHON = environments.python_in(VENV)
CONTENTS = "contents.sha256"  # beside the resources: what fosdesk self-test holds them against
_LIMITS = {"folder": 165, "tar.xz": 55}  # MB (of a million bytes)
_MB = 1_000_000
_BINUTILS = ("objdump", "strip", "as", "ld")
_NO_COMMIT = 1_577_836_800  # s since 1970: the beginning of 2020
_CUT_INTO = 4_096  # bytes: what a file takes on a disk is a multiple


def build(target: Path) -> list[Path]:
    """Build everything for this system into a folder; returns what was made. StopError says what is in the way."""
    provide()
    bundle = make_folder()
    target.mkdir(parents=True, exist_ok=True)
    named = f"fosdesk-{version()}-{platform.system().lower()}-{platform.machine()}"
    kept = target / named
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(bundle, kept, symlinks=True)
    made = [kept]
    if sys.platform == "linux":
        made += pack_for_linux(kept, target, named)
    elif sys.platform == "win32":
        try:
            made.append(installer.write_zip(kept, version(), target))
        except installer.StopError as why:
            raise StopError(str(why)) from why
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made if path.is_file()]
    (target / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    return made


def provide() -> None:
    """Make the environment to build in, where it is not there or is of another lock."""
    machine.check_system()
    if environments.is_of(VENV, LOCK):
        return
    machine.check_python()
    machine.provide(for_qt=True, for_venv=True)  # what Qt needs of the system is brought along, so it has to be here
    if sys.platform == "linux" and not all(map(shutil.which, _BINUTILS)):
        machine.install(["binutils"])
    print("Fetching the locked packages to build with (about 110 MB the first time) …", flush=True)
    environments.make(VENV, LOCK)


def make_folder() -> Path:
    """The bundle as a folder in build/bundle/, cut to size, with the sums of its resources."""
    try:
        compiling.compile_stale(ROOT / "resources" / "translations", ROOT / "resources" / "framework")
    except ValueError as why:
        raise StopError(f"The translation catalogues could not be compiled: {why}") from why
    print("Building the bundle …", flush=True)
    there = os.environ | {"SOURCE_DATE_EPOCH": str(moment()), "PYTHONHASHSEED": "1"}
    there.pop("PYTHONPATH", None)
    places: list[str | Path] = ["--distpath", WORK / "dist", "--workpath", WORK / "work"]
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "ERROR",
        *places,
        HERE / "fosdesk.spec",
    ]
    if subprocess.call(command, env=there, cwd=WORK):
        raise StopError("PyInstaller could not build the bundle; see above.")
    bundle = WORK / "dist" / "fosdesk"
    if sys.platform == "linux":
        for library in bundle.rglob("libicudata.so.*"):
            if not library.is_symlink():
                icu_table.make_small(library, library)
    write_contents(bundle / "_internal" / "fosdesk" / "resources")
    return bundle


def write_contents(resources: Path) -> None:
    """Write the list of all files below a folder with their sums, as `sha256sum` does."""
    listed = resources / CONTENTS
    listed.unlink(missing_ok=True)
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(resources).as_posix()}\n"
        for path in sorted(resources.rglob("*"))
        if path.is_file()
    ]
    listed.write_text("".join(lines), encoding="utf-8")


def pack_for_linux(bundle: Path, target: Path, named: str) -> list[Path]:
    """The bundle as tar.xz, with a page on how to start it, and as .deb."""
    print("Packing …", flush=True)
    depends, recommends = dependencies(bundle)
    is_x86, made = platform.machine() == "x86_64", moment()
    page = (HERE / "linux" / "README.txt").read_text(encoding="utf-8")
    told = {"VERSION": version(), "GLIBC": glibc(), "DEPENDS": ", ".join(depends), "RECOMMENDS": ", ".join(recommends)}
    for place, text in told.items():
        page = page.replace(f"@{place}@", text)
    entries = [*archives.entries_of(bundle, named), archives.Entry(f"{named}/README.txt", page.encode())]
    packed = target / f"{named}.tar.xz"
    packed.write_bytes(archives.xz(archives.tar(iter(entries), made), is_x86=is_x86))
    of_debian = debian.contents(bundle, version(), made)
    with_version = [f"libc6 (>= {glibc()})" if one == "libc6" else one for one in depends]
    control = debian.control(version(), platform.machine(), size_on_disk(bundle), with_version, recommends)
    architecture = debian.ARCHITECTURES.get(platform.machine(), platform.machine())
    package = target / f"fosdesk_{version()}-1_{architecture}.deb"
    package.write_bytes(archives.deb(control, of_debian, made, is_x86=is_x86, sums=debian.sums(of_debian)))
    return [packed, package]


def dependencies(bundle: Path) -> tuple[list[str], list[str]]:
    """Debian's packages that a bundle needs, and that a part of it would use. StopError for an unknown library."""
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    there = {path.name for path in bundle.rglob("*")}
    asked = {library for path in files for library in elf.needed(path)} - there
    if unknown := sorted(asked - left_out.OF_SYSTEM.keys()):
        raise StopError(f"The bundle needs libraries of which nothing is said in left_out.py: {', '.join(unknown)}.")
    packages = sorted({left_out.OF_SYSTEM[library] for library in asked})
    return [one for one in packages if one not in left_out.OPTIONAL], [
        one for one in packages if one in left_out.OPTIONAL
    ]


def size_on_disk(folder: Path) -> int:
    """What a folder takes on a disk, in bytes: each file in whole blocks."""
    sizes = (path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(-(-size // _CUT_INTO) * _CUT_INTO for size in sizes)


def report(made: list[Path], say: Callable[[str], object] = print) -> None:
    """Tell how large each thing is, and its limit; the largest parts of the folder, too."""
    for path in made:
        size = size_on_disk(path) if path.is_dir() else path.stat().st_size
        limit = _LIMITS.get("folder" if path.is_dir() else "tar.xz" if path.name.endswith(".tar.xz") else "", 0)
        beyond = " – beyond its limit" if limit and size > limit * _MB else ""
        say(f"{size / _MB:7.1f} MB  {path.name}" + (f" (limit {limit} MB{beyond})" if limit else ""))
    inside = made[0] / "_internal"
    parts = {path.name: size_on_disk(path) if path.is_dir() else path.stat().st_size for path in inside.iterdir()}
    for name, size in sorted(parts.items(), key=lambda part: -part[1])[:12]:
        say(f"{size / _MB:7.1f} MB    {name}")


def version() -> str:
    """The version of the program."""
    return program_version(ROOT)


def glibc() -> str:
    """The version of the C library here, which a system has to have at least."""
    return platform.libc_ver()[1]


def moment() -> int:
    """The time (s since 1970) that files are dated with: SOURCE_DATE_EPOCH, else that of the last commit, else 2020."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    if shutil.which("git") is None:  # an archive of the source needs none
        return _NO_COMMIT
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, encoding="utf-8")
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else _NO_COMMIT
