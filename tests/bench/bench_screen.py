"""The longest that the screen waits while a person does, in a very large school, all that keeps what was written."""

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from fosdesk.app import STORE_NAME, Fosdesk, build
from fosdesk.domain.records import Person
from fosdesk.exchange.school_file import write_school_file
from fosdesk.store import Store
from fosdesk.words import read_words
from tests.bench.bench_merge import diverged
from tests.bench.bench_store import school_of

CHANGES = 200_000
MOST = 50  # ms
PATIENCE = 600  # seconds for one act
REST = 1.5  # seconds after it in which what it left behind is felt, too


class Heart(QObject):
    """Beats on the screen's thread as often as it can, and remembers the longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.last = time.perf_counter()
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

    def __init__(self, program: Fosdesk) -> None:
        self.program = program
        self.heart = Heart()
        self.words = read_words("nb")

    def does(self, what: str, act: Callable[[], object]) -> None:
        """One act, until nothing of it is left to do; one line for the table."""
        begun = time.perf_counter()
        self.heart.begin()
        done: list[bool] = []
        QTimer.singleShot(0, self.heart, lambda: (act(), done.append(True)))
        rest = begun + REST
        while not done or time.perf_counter() < rest:
            QApplication.processEvents()
            time.sleep(0.0002)
            if self.is_busy():
                rest = time.perf_counter() + REST
            if time.perf_counter() > begun + PATIENCE:
                raise AssertionError(f"{what}: waited in vain")
        self.told(what, rest - REST - begun)

    def told(self, what: str, seconds: float) -> None:
        """One line for the table."""
        print(f"{what}: {seconds:.1f} s, the screen waited {self.heart.longest:.0f} ms at most", flush=True)
        what = f"screen waits, {CHANGES:,} changes: {what}"
        print(json.dumps({"what": what, "unit": "ms", "ours": self.heart.longest, "limit": MOST, "reach": 1}))

    def is_busy(self) -> bool:
        """Whether something is under way off the screen's thread."""
        desk = self.program.window.desk
        return desk is None or desk.long_work.under_way or any_thread()

    def page(self, key: str) -> QWidget:
        """The page that is shown."""
        return self.program.window.page(key)

    def goes(self, key: str) -> Callable[[], object]:
        """A click on a page's name at the left."""
        return lambda: QTest.mouseClick(self.program.window.navigation.button_of(key), Qt.MouseButton.LeftButton)

    def presses(self, within: Callable[[], QWidget], english: str) -> Callable[[], object]:
        """A click on the first button that says something."""

        def press() -> None:
            said = self.words(english)
            holder = within()
            found = [b for b in holder.findChildren(QAbstractButton) if b.isVisibleTo(holder) and b.text() == said]
            QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

        return press


def any_thread() -> bool:
    """Whether Python has another thread than the screen's, of ours."""
    import threading

    names = {"backup", "second backup", "copies nearby"}
    return any(thread.name in names for thread in threading.enumerate())


def made(folder: Path) -> Path:
    """A data folder with the school and an older backup of it, and a colleague's diverged copy beside it."""
    journal = school_of(CHANGES)
    ours, theirs = diverged(journal, folder, "ours"), diverged(journal, folder, "theirs")
    store = Store.open(theirs)
    packed = write_school_file(store.journal(journal.school), app="bench", made=1, reference=False)
    store.close()
    (folder / "theirs.fosdesk").write_bytes(packed)
    data = folder / "data"
    data.mkdir()
    shutil.copy(ours, data / STORE_NAME)
    store = Store.open(data / STORE_NAME)
    store.backup(data / "backups", int(time.time() * 1000) - 86_400_000, "close")
    store.close()
    return data


def acts(hand: Hand, folder: Path) -> None:
    """Everything in turn."""
    program = hand.program
    desk = program.window.desk
    assert desk is not None
    hand.does("the first look at everything, and a backup", desk.keeping.first_look)
    for key in ("history", "backups", "privacy", "schools", "documents", "gatekeeping", "work_group", "overview"):
        hand.does(f"open {key}", hand.goes(key))
        hand.does(f"open {key} again", hand.goes(key))
    workspace = desk.workspace
    person = next(person for person in desk.school.of(Person))
    hand.does("write in one field", lambda: workspace.commit(person, type(person)(**{**fields(person), "name": "Ny"})))
    hand.does("undo", program.window.undo)
    hand.does("redo", program.window.redo)
    hand.goes("schools")()
    schools = hand.page("schools")
    hand.does("read a colleague's copy", lambda: schools.read_file(folder / "theirs.fosdesk"))
    hand.does("unfold what it brings", lambda: schools.panel.view.groups[0].click())
    hand.does("merge it", hand.presses(lambda: schools, "Merge"))
    hand.does("see what came", hand.presses(lambda: schools, "See what came"))
    hand.goes("schools")()
    hand.does("take it back exactly", hand.presses(lambda: schools, "Take it all back"))
    hand.does("merge it again", lambda: schools.panel.read(folder / "theirs.fosdesk", at_once=True))
    hand.does(
        "write in one field, with open conflicts",
        lambda: workspace.commit(
            desk.school.get(Person, person.id), type(person)(**{**fields(person), "name": "Nyere"})
        ),
    )
    hand.does("take it back by a step", hand.presses(lambda: schools, "Take it all back"))
    hand.does("undo that", program.window.undo)
    hand.does("redo that", program.window.redo)
    backups = hand.page("backups")
    hand.goes("backups")()
    hand.does("make a backup", hand.presses(lambda: backups, "Make a backup now"))
    oldest = desk.keeping.backups()[-1]
    hand.does("look into a backup", lambda: backups.look_inside(oldest.path, "", backups._list))
    privacy = hand.page("privacy")
    hand.goes("privacy")()
    hand.does("gather what is held about a person", lambda: privacy.open_person(person.id))
    hand.does("shield the person", lambda: privacy._shield("arkivloven"))
    hand.does("show the person again", lambda: privacy._show_again())
    hand.does("ask whether to erase", hand.presses(lambda: privacy, "Erase the person …"))
    hand.does("erase", hand.presses(lambda: privacy.dialog, "Erase for good"))
    hand.goes("schools")()
    from fosdesk.ui.dialogs.write_file import WriteFileDialog

    dialog = WriteFileDialog(desk, schools)
    hand.does("ask for a school file", dialog.open)
    hand.does("write a school file", lambda: dialog.write(folder / "written.fosdesk"))
    hand.goes("backups")()
    hand.does("look into a backup again", lambda: backups.look_inside(oldest.path, "", backups._list))
    hand.does("go back to it", lambda: backups._open._replace())


def fields(record: object) -> dict[str, object]:
    """A record's own values."""
    import msgspec

    return msgspec.structs.asdict(record)


def main() -> None:
    """The real program, offscreen."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        data = made(Path(folder))
        program = build(data, "nb")
        opened: list[bool] = []
        program.opened.connect(lambda: opened.append(True))
        program.window.show()
        while not opened:
            app.processEvents()
        acts(Hand(program), Path(folder))
        program.window.close()
        program.close()


if __name__ == "__main__":
    main()
