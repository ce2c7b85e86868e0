"""The longest that the screen waits while a person does all that keeps what was written.

In a very large school, and in the example's; `bench_screen.py large` or `bench_screen.py example` tries one of them.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import tests.bench.real_start  # noqa: F401  before anything else brings PySide6

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from fosdesk.app import STORE_NAME, Fosdesk, build
from fosdesk.domain.records import GateEntry, Person
from fosdesk.exchange.school_file import write_school_file
from fosdesk.store import Store
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page_registry import place_named
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.safety.backups_page import BackupsPage
from fosdesk.ui.safety.bin_part import BinPart
from fosdesk.ui.safety.privacy_page import PrivacyPage
from fosdesk.ui.safety.storage_page import StoragePage
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.schools.write_file_dialog import WriteFileDialog
from fosdesk.words import read_words
from tests.bench.bench_merge import diverged
from tests.bench.bench_store import school_of
from tests.ui.acts import page_in

SCHOOLS = {  # changes, how the school is told of, and how long (ms) the screen may wait
    "large": (200_000, "a school of 200,000 changes", 33),
    "example": (0, "the example's school", 16),
}
DELETED = 500  # things in one step that lie in the bin
MOST = 50  # ms, for what is no act on a school
ROUNDS = 3
OLDER = "older.db"  # the store as it was at first
PATIENCE = 600  # seconds for one act
REST = 1.5  # seconds after it, in which what it left behind is felt too
PAGES = ("history", "backups", "privacy", "schools", "overview")
THREADS = {"backup", "second backup", "copies nearby", "warm up", "repair"}


class Heart(QObject):
    """Beats on the screen's thread as often as it can, and remembers the longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self.last = 0.0, time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self.last) * 1000)
        self.last = now

    def begin(self) -> None:
        """Forget what was."""
        self.longest, self.last = 0.0, time.perf_counter()


class Hand:
    """Presses what a person presses, and lets the heart tell how long the screen waited."""

    def __init__(self, program: Fosdesk, named: str = "", most: float = MOST) -> None:
        """`named` says which school it is, and `most` how long (ms) the screen may wait there."""
        self.program, self._named, self._most = program, named, most
        self.heart = Heart()
        self.words = read_words("nb")
        self.longest = 0.0

    @property
    def desk(self) -> Desk:
        """What the pages of the window are handed now."""
        assert self.program.window.desk is not None
        return self.program.window.desk

    def does(self, what: str, act: Callable[[], object]) -> None:
        """One act, until nothing of it is left to do."""
        begun = time.perf_counter()
        self.heart.begin()
        done: list[object] = []
        QTimer.singleShot(0, self.heart, lambda: done.append(self.tries(act)))
        rest = begun + REST
        while not done or time.perf_counter() < rest:
            QApplication.processEvents()
            time.sleep(0.0002)
            if self.is_busy():
                rest = time.perf_counter() + REST
            if time.perf_counter() > begun + PATIENCE:
                raise AssertionError(f"{what}: waited in vain")
        self.told(what, rest - REST - begun)

    def tries(self, act: Callable[[], object]) -> object:
        """One act; a fault in it ends the bench, as Qt would only print it and the bench wait in vain."""
        try:
            return act()
        except Exception:
            traceback.print_exc()
            os._exit(1)

    def does_at_once(self, what: str, act: Callable[[], object]) -> float:
        """One act, until it is done; the milliseconds that it took."""
        begun = time.perf_counter()
        self.does(what, act)
        return (time.perf_counter() - begun - REST) * 1000

    def told(self, what: str, seconds: float) -> None:
        """One line about one act."""
        print(f"  {what}: {seconds:.1f} s, and the screen waited {self.heart.longest:.0f} ms at most", flush=True)
        self.longest = max(self.longest, self.heart.longest)

    def sums_up(self, what: str) -> None:
        """One line for the table about the acts since the last one."""
        what = f"the screen's longest wait in {self._named}: {what}"
        figure = {"ours": self.longest, "limit": self._most, "reach": 1}
        print(json.dumps({"what": what, "unit": "ms", **figure}), flush=True)
        self.longest = 0.0

    def is_busy(self) -> bool:
        """Whether something is under way off the screen's thread."""
        desk = self.program.window.desk
        return desk is None or desk.long_work.under_way or any(t.name in THREADS for t in threading.enumerate())

    def goes(self, key: str) -> None:
        """A click on a place's name at the left, and on the tab where the key means one."""
        window, place = self.program.window, place_named(key)
        QTest.mouseClick(window.navigation.button_of(place.page), Qt.MouseButton.LeftButton)
        page = window.page(key)
        if place.part and isinstance(page, TabbedPage):
            page.tabs.show_tab(place.part)

    def presses(self, within: QWidget, english: str) -> None:
        """A click on the first button that says something."""
        said = self.words(english)
        found = [b for b in within.findChildren(QAbstractButton) if b.isVisibleTo(within) and b.text() == said]
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def make(folder: Path, changes: int) -> None:
    """A data folder with the school and an older backup of it, and a colleague's diverged copy beside it."""
    journal = school_of(changes)
    print(f"the school has {len(journal.changes):,} changes")
    ours, theirs = diverged(journal, folder, "ours"), diverged(journal, folder, "theirs")
    store = Store.open(theirs)
    packed = write_school_file(store.journal(journal.school), app="bench", made=1, reference=False)
    store.close()
    (folder / "theirs.fosdesk").write_bytes(packed)
    data = folder / "data"
    data.mkdir()
    shutil.copy(ours, data / STORE_NAME)
    shutil.copy(ours, folder / OLDER)
    store = Store.open(data / STORE_NAME)
    store.backup(data / "backups", int(time.time() * 1000) - 86_400_000, "close")
    store.close()


def pages(hand: Hand) -> None:
    """The pages of all that keeps what was written, each for the first time; and the look after the start."""
    longest = hand.longest
    hand.does("nothing at all, for comparison", lambda: time.sleep(0.001))
    hand.longest = longest
    hand.does("first look, and a backup", hand.desk.backup_schedule.check_rows)
    for key in PAGES:
        hand.does(f"open {key}", partial(hand.goes, key))
    hand.sums_up("opening the school and its pages")


def undoing(hand: Hand) -> None:
    """One step, a very wide one, and what lies in the bin."""
    workspace = hand.desk.workspace
    gone = list(hand.desk.school.of(GateEntry)[:DELETED])
    workspace.delete(gone)
    hand.does("undo what deleted much", hand.program.window.undo)
    hand.does("redo it", hand.program.window.redo)
    hand.goes("history")
    history = hand.program.window.page("history")
    assert isinstance(history, StoragePage)
    hand.does("open the bin", lambda: history.tabs.show_tab("bin"))
    part = history.part("bin")
    assert isinstance(part, BinPart)
    hand.does("bring it all back", lambda: hand.presses(part, "Bring it back"))
    hand.sums_up("undo, redo and the bin")


def merging(hand: Hand, file: Path) -> None:
    """A colleague's copy comes in, is taken back exactly, comes again, and is taken back by a step."""
    window, workspace = hand.program.window, hand.desk.workspace
    hand.goes("schools")
    page = page_in(window, "schools", SchoolsPage)
    hand.does("read a colleague's copy", lambda: page.read_file(file))
    assert page.panel.view is not None
    first = page.panel.view.groups[0]
    hand.does("unfold what it brings", first.click)
    hand.does("merge it", lambda: hand.presses(page, "Merge"))
    hand.does("see what came", lambda: hand.presses(page, "See what came"))
    hand.goes("schools")
    hand.does("take it back exactly", lambda: hand.presses(page, "Take it all back"))
    hand.does("merge it at once", lambda: page.panel.read(file, at_once=True))
    person = hand.desk.school.of(Person)[0]
    workspace.commit(person, msgspec.structs.replace(person, name="Ny"))
    hand.does("take it back by a step", lambda: hand.presses(page, "Take it all back"))
    hand.does("undo that", window.undo)
    hand.does("redo that", window.redo)
    hand.sums_up("reading, merging, taking back")


def erasing(hand: Hand) -> None:
    """What is held about a person, shielding and erasing them."""
    hand.goes("privacy")
    page = page_in(hand.program.window, "privacy", PrivacyPage)
    person = hand.desk.school.of(Person)[1].id
    hand.does("gather what is held about a person", lambda: page.open_person(person))
    assert page.view is not None
    hand.does("shield the person", partial(page.view.shielded.emit, "arkivloven"))
    hand.does("show the person again", lambda: hand.presses(page, "Show again"))
    hand.does("ask whether to erase", lambda: hand.presses(page, "Erase the person …"))
    hand.does("erase", lambda: hand.presses(page.dialog, "Erase for good"))
    hand.sums_up("looking up and erasing a person")


def backing_up(hand: Hand, folder: Path) -> None:
    """A backup and a school file are written, and the oldest backup is gone back to."""
    hand.goes("schools")
    dialog = WriteFileDialog(hand.desk, hand.program.window.page("schools"))
    hand.does("ask for a school file", dialog.open)
    hand.does("write a school file", lambda: dialog.write(folder / "written.fosdesk"))
    hand.does("open the backups again", partial(hand.goes, "backups"))
    page = page_in(hand.program.window, "backups", BackupsPage)
    hand.does("make a backup", page.make.click)
    oldest = hand.desk.backup_schedule.backups()[-1]
    hand.does("look into a backup", lambda: page.look_inside(oldest.path, "", page._list))
    hand.does("ask to go back to it", lambda: hand.presses(page, "Go back to this backup …"))
    hand.does("go back", lambda: hand.presses(page, "Go back"))
    hand.sums_up("backup, export, restore")


def repairing(hand: Hand, folder: Path) -> None:
    """A sync program puts an older copy over the file while it is open."""

    def overwrite() -> None:
        shutil.copyfile(folder / OLDER, folder / "data" / STORE_NAME)
        hand.program._lifecycle.look_at_file()

    hand.does("put together a file that was overwritten", overwrite)
    hand.sums_up("putting together an overwritten file")


def act_in(folder: Path, named: str, most: float) -> None:
    """All acts once in the real program, offscreen, with the school in a folder."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    program = build(folder / "data", "nb")
    program.window.show()
    while program.window.desk is None and not program.window._has_painted:
        app.processEvents()
    hand = Hand(program, named, most)
    hand.does("open the school", lambda: None)
    pages(hand)
    undoing(hand)
    merging(hand, folder / "theirs.fosdesk")
    erasing(hand)
    backing_up(hand, folder)
    repairing(hand, folder)
    program.window.close()
    program.close()


def main(school: str) -> None:
    """Each figure is the median of some rounds: a longest wait of one round alone is as much the machine's as ours."""
    rounds: list[list[dict[str, Any]]] = []
    with tempfile.TemporaryDirectory() as place:
        # Python keeps what it compiled, as in an installed program; but not in the checkout. The first round compiles.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(place, "compiled"))}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in range(ROUNDS + 1):
            # Each in a process of its own, as a person's program is; the first only makes the school.
            folder = Path(place, str(number))
            if number:
                shutil.copytree(Path(place, "0"), folder)
            else:
                folder.mkdir()
            command = [sys.executable, __file__, school, str(number), str(folder)]
            done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True, env=environment)
            said = done.stdout.splitlines()
            print("\n".join(line for line in said if not line.startswith("{")), flush=True)
            if number:
                rounds.append([json.loads(line) for line in said if line.startswith("{")])
    for figures in zip(*rounds, strict=True):
        print(json.dumps(figures[0] | {"ours": statistics.median(one["ours"] for one in figures)}))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        for one in sys.argv[1:] or SCHOOLS:
            main(one)
    elif sys.argv[2] == "0":
        make(Path(sys.argv[3]), SCHOOLS[sys.argv[1]][0])
    else:
        act_in(Path(sys.argv[3]), *SCHOOLS[sys.argv[1]][1:])
