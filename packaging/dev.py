"""Set fosdesk up on this machine, and run it, test it or show it; standard library only.

    python3 packaging/dev.py run [arguments…]        start the program (the arguments go to it)
    python3 packaging/dev.py test [--all] [pytest…]  style, types, import contracts and tests (--all: the long ones too)
    python3 packaging/dev.py tour [DIR]              without a screen: example school, every page, the documents
    python3 packaging/dev.py bench [--readme] [NAME…]  measure against limits and the README's table, as ratios
    python3 packaging/dev.py bundle [DIR]            build the program as one folder with all it needs, and its packages
    python3 packaging/dev.py words                   bring the translation catalogues up to date with the code

Each does the set-up that is missing first; when nothing changed, that costs next to nothing.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import compiling
import environments
import machine
from machine import StopError

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"  # for tests and development, with all that running needs
RUN_LOCK = ROOT / "packaging" / "run.lock"  # what running needs, the same versions and hashes as in LOCK
RIVALS = ROOT / "packaging" / "bench.lock"  # made like the lock, of bench.in and held to what the lock has
PEERS = ROOT / "packaging" / "peers.lock"  # other programs that ours is started beside, for Linux; of peers.in
CATALOGUES = ROOT / "packaging" / "catalogues.py"
VENV = ROOT / ".venv"
PEERS_VENV = ROOT / ".venv-peers"
PYTHON = environments.python_in(VENV)
STAMP = VENV / "fosdesk-set-up"
TRANSLATIONS = ROOT / "resources" / "translations"
FRAMEWORK = ROOT / "resources" / "framework"


def set_up(lock: Path | None = None, for_tests: bool = False) -> None:
    """Do all set-up that is missing between a fresh clone and what is asked for.

    Running needs RUN_LOCK; an environment with all of LOCK serves for it, too. `for_tests`: the system's tools as well.
    """
    lock = lock or (LOCK if for_tests else RUN_LOCK)
    installed = STAMP.read_text(encoding="utf-8") if PYTHON.exists() and STAMP.exists() else ""
    if installed in (_mark(lock), _mark(LOCK)):
        machine.provide(for_tests=for_tests)
    else:
        _provide_everything(lock, for_tests)
        STAMP.write_text(_mark(lock), encoding="utf-8")
    try:
        compiling.compile_stale(TRANSLATIONS, FRAMEWORK)
    except ValueError as why:
        raise StopError(f"The translation catalogues could not be compiled: {why}") from why


def _mark(lock: Path) -> str:
    """What the stamp says once a lock is installed; another lock, or a folder that was moved, has another mark."""
    kind = "for running " if lock == RUN_LOCK else ""
    return f"{kind}{hashlib.sha256(lock.read_bytes()).hexdigest()} {ROOT}"


def _provide_everything(lock: Path, for_tests: bool) -> None:
    machine.check_system()
    usable = PYTHON.exists() and _quietly(PYTHON, "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))")
    if not usable:
        machine.check_python()
    machine.provide(for_qt=True, for_venv=not usable, for_tests=for_tests)
    if not usable:
        print(f"Making a virtual environment in {VENV.name} …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    size = 115 if lock == RUN_LOCK else 180
    print(f"Fetching the locked packages (about {size} MB the first time) …", flush=True)
    STAMP.unlink(missing_ok=True)  # what is broken off leaves neither the old packages nor the new ones
    environments.install(lock, PYTHON)


def _quietly(*command: str | Path) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def environment(offscreen: bool = False) -> dict[str, str]:
    """The environment variables for the program; with `offscreen` Qt needs no screen."""
    there = dict(os.environ)
    there["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), there.get("PYTHONPATH")]))
    if offscreen:
        there["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform == "linux" and not any(there.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        there["LC_ALL"] = "C.UTF-8"  # Qt warns about any other where none is set
    return there


def opens_a_window(arguments: list[str]) -> bool:
    """Whether these arguments start the app itself and not one of its commands."""
    left = list(arguments)
    while left and left[0] in ("--data-dir", "--language"):
        left = left[2:]
    return not left or (len(left) == 1 and left[0].startswith(("--data-dir=", "--language=")))


def has_screen() -> bool:
    """Whether a window can be shown."""
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def run(arguments: list[str]) -> int:
    """Start the program in the current folder, so that file names mean what they say."""
    if opens_a_window(arguments) and not has_screen():
        raise StopError("There is no screen here for the window; python3 packaging/dev.py tour shows it in files.")
    set_up()
    command = [str(PYTHON), "-P", "-m", "fosdesk", *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(PYTHON, command, environment())
    return subprocess.call(command, env=environment())


def test(arguments: list[str]) -> int:
    """Run style checks, type checks and tests; the import contracts are among the tests."""
    set_up(for_tests=True)
    pytest = ["pytest", "-n", "2", "--dist", "worksteal"]
    if "--all" in arguments:
        arguments = [argument for argument in arguments if argument != "--all"]
        pytest += ["-m", "long or not long", "--hypothesis-profile", "long"]
    steps = (
        ["ruff", "check", "--quiet", "."],
        ["ruff", "format", "--check", "--quiet", "."],
        ["mypy", "--no-error-summary"],
        [*pytest, *arguments],
    )
    broken = []
    for name, *rest in steps:
        print(f"— {' '.join([name, *rest])}", flush=True)
        if subprocess.call([PYTHON, "-m", name, *rest], cwd=ROOT, env=environment(offscreen=True)):
            broken.append(name if name != "ruff" else f"{name} {rest[0]}")
    print(f"Not passed: {', '.join(broken)}." if broken else "All passed.", flush=True)
    return 1 if broken else 0


def tour(arguments: list[str]) -> int:
    """Without a screen: write the example school, every page as a picture, and the documents."""
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        raise StopError("tour takes one folder to write into, or none: python3 packaging/dev.py tour [DIR]")
    set_up()
    folder = Path(arguments[0] if arguments else ROOT / "tour").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    school = folder / "example.fosdesk"
    _fosdesk("example", school)
    print(_fosdesk("info", school).rstrip())
    _fosdesk("screenshots", folder / "pages")
    found = documents(_fosdesk("report", "--help"))
    if not found:
        raise StopError("fosdesk report --help lists no documents, so the tour stops here.")
    for document in found:
        _fosdesk("report", document, school, folder / f"{document}.pdf")
    print(f"\nLook in {folder}:")
    print(f"  {school.name}  the example school ({school.stat().st_size // 1024} kB)")
    print(f"  pages/  the pages as pictures ({len(list((folder / 'pages').glob('*.png')))})")
    for made in sorted(folder.glob("*.pdf")):
        print(f"  {made.name}  ({made.stat().st_size // 1024} kB)")
    return 0


def documents(help_text: str) -> list[str]:
    """The keys of the documents in the help text of `fosdesk report`."""
    choices = re.search(r"\{([a-z0-9_,\s-]+)\}\s+(?:FILE|file)", help_text)
    return re.split(r",\s*", choices.group(1).strip()) if choices else []


def _fosdesk(*arguments: str | Path) -> str:
    command = [PYTHON, "-P", "-m", "fosdesk", *arguments]
    print(f"— fosdesk {' '.join(str(argument) for argument in arguments)}", flush=True)
    done = subprocess.run(command, env=environment(offscreen=True), stdout=subprocess.PIPE, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise StopError(f"fosdesk {arguments[0]} ended with {done.returncode}, so the tour stops here.")
    return done.stdout


def measure(arguments: list[str]) -> int:
    """Run the benches and print their figures beside their limits."""
    set_up(LOCK)
    names = [one for one in arguments if not one.startswith("-")]
    if not names or any(name in "bench_document" for name in names):
        _provide_rivals()
    if sys.platform == "linux" and (not names or any(name in "bench_peers" for name in names)):
        _provide_peers()
    script = ROOT / "packaging" / "bench.py"
    return subprocess.call([PYTHON, script, *arguments], cwd=ROOT, env=environment(offscreen=True))


def _provide_rivals() -> None:
    """Install the programs that documents are compared with; what cannot be installed is left out and named."""
    wanted = hashlib.sha256(RIVALS.read_bytes()).hexdigest()
    stamp = VENV / "fosdesk-bench"
    try:
        if sys.platform == "linux":
            packages = machine.missing(machine.BENCH_LIBRARIES, machine.can_be_opened)
            if packages:
                machine.install(packages)
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
            environments.install(RIVALS, PYTHON)
            stamp.write_text(wanted, encoding="utf-8")
    except StopError as trouble:
        print(f"Some of what documents are compared with is missing. {trouble}", flush=True)


def _provide_peers() -> None:
    """Install the programs that ours is started beside, in an environment of their own; the bench names what lacks."""
    try:
        packages = machine.missing(machine.PEER_TOOLS, machine.is_there)
        packages += machine.missing(machine.PEER_LIBRARIES, machine.can_be_opened)
        if packages:
            machine.install(packages)
        if not environments.is_of(PEERS_VENV, PEERS):
            print("Fetching other programs to compare with (about 700 MB) …", flush=True)
            environments.make(PEERS_VENV, PEERS)
    except (StopError, subprocess.CalledProcessError) as trouble:
        print(f"The programs that ours is started beside are missing. {trouble}", flush=True)


def words(arguments: list[str]) -> int:
    """Collect the texts from the code into the catalogues, and list those without a translation."""
    set_up(LOCK)  # Babel is in it
    return subprocess.call([PYTHON, CATALOGUES, "update", *arguments], cwd=ROOT)


def bundle(arguments: list[str]) -> int:
    """Build the program for this system as a folder that needs no Python, and its packages; tell how large they are."""
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        raise StopError("bundle takes one folder to write into, or none: python3 packaging/dev.py bundle [DIR]")
    from bundle import build

    target = Path(arguments[0] if arguments else ROOT / "dist").resolve()
    build.report(build.build(target))
    print(f"\nLook in {target}. In the folder there, fosdesk self-test tries all of it.")
    return 0


COMMANDS = {"run": run, "test": test, "tour": tour, "bundle": bundle, "bench": measure, "words": words}


def main(arguments: list[str]) -> int:
    """Run one command with its arguments; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What is piped is UTF-8 on every system; a terminal that lacks a letter must not end the tour.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    if not arguments or arguments[0] not in COMMANDS:
        asked = arguments[:1] in (["-h"], ["--help"])
        print((__doc__ or "").strip(), file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except StopError as stop:
        print(stop, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
