"""Start and memory beside a bare window and other desktop programs in Python and Qt, on a screen that Xvfb keeps.

None of the others is changed, and none comes with fosdesk: `packaging/dev.py bench` installs them, locked, in an
environment of their own. All are started in the same way, with a fresh home. The first picture of a window is there
when a quarter of the screen is painted, in eight colours or more (a bare window has one); the memory is what the
program and its children have for themselves (proportional set size) when nothing has changed for two seconds.
"""

import json
import mmap
import os
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
PEERS = ROOT / ".venv-peers" / "bin"
ROUNDS = 3
WIDTH, HEIGHT = 1366, 768
STEP = 0.004  # s between two looks at the screen
CELLS = 24  # points are looked at in as many columns and rows
PAINTED, COLOURS = CELLS * CELLS // 4, 8
STILL, PATIENCE = 2.0, 60.0  # s
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 728)
window.show()
app.exec()
"""
FIGURES = (("first window under Xvfb by the real command", "ms"), ("memory at rest", "MB"))
BARE_WINDOW, BARE_REACHES = "a bare PySide6 window", (1.1, 1.5)
COMMANDS = {
    "vorta": ["vorta", "--foreground"],
    "ReText": ["retext"],
    "labelme": ["labelme"],
    "novelWriter": ["novelwriter"],
    "Anki": ["anki", "-b", "{home}/anki", "-l", "nb"],
}


class Screen:
    """What a screen shows, read from the file in which Xvfb keeps it, without a word to the program."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("rb")
        self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self._map[:100])  # an X window dump
        self._pixels, self._line = head[0] + head[19] * 12, head[12]

    def points(self) -> tuple[bytes, ...]:
        """The colours of points all over the screen."""
        lines = (self._pixels + (y * HEIGHT // CELLS + 7) * self._line for y in range(CELLS))
        columns = [(x * WIDTH // CELLS + 5) * 4 for x in range(CELLS)]
        return tuple(self._map[at + column : at + column + 3] for at in lines for column in columns)

    def colours(self) -> int:
        """How many colours there are on every eighth line."""
        found: set[bytes] = set()
        for y in range(0, HEIGHT, 8):
            at = self._pixels + y * self._line
            found.update(self._map[place : place + 3] for place in range(at, at + WIDTH * 4, 4))
            if len(found) >= COLOURS:
                break
        return len(found)

    def close(self) -> None:
        """Let go of the file."""
        self._map.close()
        self._file.close()


class Start(NamedTuple):
    """One start: ms to the first picture of a window, and MB when it had come to rest."""

    painted: float
    memory: float


@contextmanager
def screen(folder: Path) -> Iterator[tuple[str, Screen]]:
    """A screen of its own, and the name of its display."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder)]
    server = subprocess.Popen([*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            display = f":{said.readline().strip()}"
        shown = Screen(folder / "Xvfb_screen0")
        yield display, shown
        shown.close()
    finally:
        server.terminate()
        server.wait()


def started(command: Sequence[str], home: Path, display: str, shown: Screen, colours: int) -> Start:
    """Start a program, wait for its window, and end it; TimeoutError when none came."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTHON", "XDG_"))}
    environment |= {"DISPLAY": display, "HOME": str(home), "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(home)}
    environment |= {"QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox", "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    environment |= {"PYTHONPYCACHEPREFIX": str(home.parent / "compiled"), "PYTHONPATH": str(ROOT)}
    bare = shown.points()
    begun = time.perf_counter()
    program = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        painted, before, since = 0.0, bare, begun
        while True:
            now, points = time.perf_counter(), shown.points()
            if program.poll() is not None or now - begun > PATIENCE:
                raise TimeoutError(f"{command[0]} showed no window")
            if points != before:
                before, since = points, now
            covered = sum(one != was for one, was in zip(points, bare, strict=True))
            if not painted and covered >= PAINTED and shown.colours() >= colours:
                painted = now - begun
            if painted and now - since > STILL:
                return Start(painted * 1000, memory(program.pid))
            time.sleep(STEP if not painted else 0.05)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        cleared = time.perf_counter() + 2
        while shown.points() != bare and time.perf_counter() < cleared:
            time.sleep(0.05)


def memory(pid: int) -> float:
    """The proportional set size of a process and its children, in MB."""
    kilobytes, left = 0, [pid]
    while left:
        one = left.pop()
        try:
            told = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii")
            kilobytes += next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))
            for task in Path(f"/proc/{one}/task").iterdir():
                left += map(int, (task / "children").read_text(encoding="ascii").split())
        except (OSError, StopIteration):  # it has just ended
            continue
    return kilobytes / 1024


def ours(folder: Path) -> list[str]:
    """The real command, with the example school in a folder."""
    from fosdesk.app import STORE_NAME
    from fosdesk.exchange.example.example_school import example_journal
    from fosdesk.store import Store

    store = Store.open(folder / STORE_NAME)
    store.merge(example_journal(language="nb"), own=True, now=1)
    store.close()
    return [sys.executable, "-P", "-m", "fosdesk", "--data-dir", str(folder)]


def main() -> None:
    """Ours beside each of the others, started in turn; the medians of some rounds after a first one."""
    if not shutil.which("Xvfb") or not PEERS.is_dir():
        print("Xvfb or the other programs are not here; `packaging/dev.py bench` installs them on Linux.")
        return
    with tempfile.TemporaryDirectory() as place, screen(Path(place)) as (display, shown):
        folder, home = Path(place, "data"), Path(place, "home")
        folder.mkdir()
        commands = {"fosdesk": ours(folder), BARE_WINDOW: [sys.executable, "-c", BARE]}
        for name, (program, *rest) in COMMANDS.items():
            commands[name] = [str(PEERS / program), *(one.format(home=home) for one in rest)]
        taken: dict[str, list[Start]] = {name: [] for name in commands}
        for number in range(ROUNDS + 1):
            for name, command in commands.items():
                home.mkdir(mode=0o700, exist_ok=True)
                try:
                    start = started(command, home, display, shown, 1 if name == BARE_WINDOW else COLOURS)
                except TimeoutError as trouble:
                    print(trouble, flush=True)
                    continue
                finally:
                    shutil.rmtree(home, ignore_errors=True)
                if number:
                    taken[name].append(start)
    mine = taken.pop("fosdesk")
    for name, theirs in taken.items():
        reaches = BARE_REACHES if name == BARE_WINDOW else (1, 1)  # nobody is to be slower or larger than the others
        for at, (what, unit) in enumerate(FIGURES if theirs else ()):
            middle, limit = (round(statistics.median(one[at] for one in some), 1) for some in (mine, theirs))
            figure = {"ours": middle, "limit": limit, "reach": reaches[at]}
            print(json.dumps({"what": f"{what}, against {name}", "unit": unit, **figure}), flush=True)


if __name__ == "__main__":
    main()
