"""What is large is done off the screen's thread: a person sees that it goes on, may stop it, and loses nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fosdesk import pace, paths
from fosdesk.app import STORE_NAME, Fosdesk, build
from fosdesk.domain.records import GateEntry, Person
from fosdesk.exchange.example.colleague_copy import other_school_journal
from fosdesk.store.lock import Lock
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.frame import backup_schedule
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.long_work import WorkDialog
from fosdesk.ui.safety.backups_page import BackupsPage
from fosdesk.ui.safety.privacy_page import PrivacyPage
from fosdesk.ui.safety.storage_page import StoragePage
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.start.trouble_page import TroublePage
from tests.program import NOON, Start
from tests.ui.acts import changed, desk_of, erase_person, page_of, press, said_on, settle, wait_for_work, wait_until
from tests.ui.halting import HaltingWork
from tests.ui.safe import keeping, what

MANY = 400


def cancel(desk: Desk, qtbot: QtBot, halting: HaltingWork) -> str:
    """Press Cancel in the middle of the work; what the dialog was called."""
    qtbot.waitUntil(lambda: desk.long_work.dialog is not None)
    dialog = desk.long_work.dialog
    assert dialog is not None
    title = dialog.windowTitle()
    halting.cancel(dialog)
    wait_for_work(desk)
    return title


def is_busy(desk: Desk) -> bool:
    """Whether something goes on off the screen's thread."""
    return desk.long_work.under_way


@pytest.fixture
def halting(monkeypatch: pytest.MonkeyPatch) -> HaltingWork:
    return HaltingWork(monkeypatch)


@pytest.fixture
def all_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any store counts as one that takes long to read."""
    monkeypatch.setattr(pace, "_LARGE", 0)


# -- undo, redo and the bin


@pytest.fixture
def crowded(fresh_school: Fosdesk) -> Fosdesk:
    """A school with many things, all deleted in one step."""
    workspace = desk_of(fresh_school).workspace
    workspace.commit_all([(None, GateEntry(f"e{n}", what=f"Tilbud {n}")) for n in range(MANY)])
    workspace.delete(workspace.school.of(GateEntry))
    return fresh_school


def test_a_wide_step_is_undone_and_redone_while_the_window_lives(crowded: Fosdesk) -> None:
    window, desk = crowded.window, desk_of(crowded)
    window.undo()
    assert is_busy(desk)
    wait_for_work(desk)
    assert len(what(crowded)) == MANY
    assert f"{MANY} venter" in said_on(window)
    window.redo()
    wait_for_work(desk)
    assert what(crowded) == set()
    window.undo()
    wait_for_work(desk)
    desk.workspace.add(GateEntry("later", what="Skrevet etterpå"))
    window.undo()
    assert not is_busy(desk), "what is small is done at once"
    assert len(what(crowded)) == MANY


def test_an_undo_that_is_stopped_leaves_everything_as_it_was(
    crowded: Fosdesk, qtbot: QtBot, halting: HaltingWork
) -> None:
    window, desk = crowded.window, desk_of(crowded)
    before = desk.workspace.store.journal(desk.school.id)
    halting.halt_next()
    window.undo()
    assert cancel(desk, qtbot, halting).startswith("Angre: fjernet")
    assert desk.workspace.store.journal(desk.school.id) == before
    assert "Stoppet. Alt er som det var." in said_on(window)
    window.undo()
    wait_for_work(desk)
    assert len(what(crowded)) == MANY, "it can be done afterwards"


def test_much_comes_back_from_the_bin_at_once(crowded: Fosdesk) -> None:
    desk, page = desk_of(crowded), page_of(crowded.window, "history", StoragePage)
    page.tabs.show_tab("bin")
    press(page, "Hent tilbake")
    assert is_busy(desk)
    wait_for_work(desk)
    assert len(what(crowded)) == MANY
    said = said_on(page)
    assert "er tilbake der det var" in said
    assert "Papirkurven er tom" in said
    crowded.window.undo()
    wait_for_work(desk)
    assert what(crowded) == set()


# -- opening


@pytest.mark.usefixtures("all_is_large")
def test_a_large_store_opens_while_the_window_is_painted(started: Start, example_folder: Path) -> None:
    program = started(example_folder)
    assert "Fjordvik skole" in said_on(program.window)
    workspace = desk_of(program).workspace
    workspace.add(GateEntry(what="Skrevet i dag"))
    program.window.undo()
    program.window.redo()
    assert "Skrevet i dag" in what(program)
    program.restart()
    assert "Skrevet i dag" in what(program), "a new window shows what the old one had"
    program.window.close()
    assert "Skrevet i dag" in what(started(example_folder))


@pytest.mark.usefixtures("all_is_large")
def test_whoever_will_not_wait_for_a_large_store_leaves_it_as_it_was(
    example_folder: Path, qtbot: QtBot, halting: HaltingWork
) -> None:
    before = (example_folder / STORE_NAME).read_bytes()
    halting.halt_next(1)
    program = build(example_folder, "nb", clock=lambda: NOON)
    program.window.show()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(WorkDialog)), timeout=20_000)
    dialog = program.window.findChildren(WorkDialog)[0]
    assert "Åpner skolen" in said_on(dialog)
    halting.cancel(dialog)
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert program.window.desk is None
    program.close()
    assert (example_folder / STORE_NAME).read_bytes() == before
    lock = Lock(example_folder / STORE_NAME)
    lock.acquire()
    assert lock.is_held, "nobody is kept out"
    lock.release()


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.usefixtures("all_is_large", "qapp")
def test_a_program_that_ends_while_it_opens_keeps_nobody_out(example_folder: Path, opened: bool) -> None:
    """Whether the store is still being read then, or was read and has not been shown."""
    program = build(example_folder, "nb", clock=lambda: NOON)
    program.window.show()
    wait_until(lambda: program._opening is not None)
    entering = program._opening
    assert entering is not None
    if opened:
        assert entering._work is not None
        worker = entering._work._worker
        assert worker is not None
        assert worker._thread is not None
        worker._thread.join()  # and nothing is shown meanwhile
        assert entering._arrived is not None
    program.close()
    lock = Lock(example_folder / STORE_NAME)
    lock.acquire()
    lock.release()
    assert program.store is None


@pytest.mark.usefixtures("all_is_large")
def test_a_large_store_that_is_damaged_is_met_as_any_other(started: Start, example_folder: Path) -> None:
    whole = (example_folder / STORE_NAME).read_bytes()
    (example_folder / STORE_NAME).write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])
    program = started(example_folder)
    page = program.window.findChildren(TroublePage)[-1]
    mending = program.recovery
    assert mending is not None
    wait_until(lambda: not mending.work.under_way)
    assert "fosdesk.db" in said_on(page)


@pytest.mark.usefixtures("all_is_large")
def test_colleagues_schools_are_read_first_and_then_listed(started: Start, example_folder: Path) -> None:
    program = started(example_folder)
    desk, journal = desk_of(program), other_school_journal()
    desk.workspace.store.merge(journal, own=False, now=NOON)
    page = page_of(program.window, "schools", SchoolsPage)
    wait_for_work(desk)
    assert journal.name in said_on(page)
    press(page, "Åpne")
    beside = program.school_window(journal.school)
    assert beside is not None
    assert journal.name in said_on(beside)


@pytest.mark.usefixtures("all_is_large")
def test_what_goes_into_a_document_is_looked_at_first_and_then_told(started: Start, example_folder: Path) -> None:
    program = started(example_folder)
    desk, page = desk_of(program), page_of(program.window, "documents", DocumentsPage)
    page.choose("hand_over")
    assert is_busy(desk)
    wait_for_work(desk)
    assert "Dette kommer med" in said_on(page)


# -- erasing


def test_an_erasure_that_is_stopped_leaves_every_file_as_it_was(
    with_example: Fosdesk, qtbot: QtBot, halting: HaltingWork
) -> None:
    program, desk = with_example, desk_of(with_example)
    person = desk.workspace.add(Person("turid", name="Turid Planteskog"))
    for day in range(40):
        desk.workspace.store.backup(program.folder / "backups", NOON + day * 86_400_000, "asked")
    page = page_of(program.window, "privacy", PrivacyPage)
    QTest.mouseClick(page.lines["turid"], Qt.MouseButton.LeftButton)
    wait_for_work(desk)
    keeping(program).pause()

    def files() -> dict[Path, bytes]:
        others = ("settings.json", paths.OPEN_MARK)  # the mark is made a while after the start
        there = (p for p in program.folder.rglob("*") if p.is_file() and p.name not in others)
        return {path: path.read_bytes() for path in there}

    before = files()
    press(page, "Slett personen …")
    halting.halt_next(20)
    press(page.dialog, "Slett for godt")
    assert cancel(desk, qtbot, halting) == "Sletter"
    assert files() == before
    assert desk.school.get(Person, "turid") == person
    assert "Stoppet. Alt er som det var." in said_on(program.window)
    press(page, "Slett personen …")
    press(page.dialog, "Slett for godt")
    wait_for_work(desk)
    assert not [path for path, content in files().items() if b"Planteskog" in content]


def test_a_second_folder_that_was_not_connected_is_gone_through_later(
    with_example: Fosdesk, qtbot: QtBot, tmp_path: Path
) -> None:
    program, desk, stick = with_example, desk_of(with_example), tmp_path / "minnepinne"
    desk.workspace.add(Person("turid", name="Turid Planteskog"))
    backups = page_of(program.window, "backups", BackupsPage)
    backups.second.use(stick)
    wait_for_work(desk)
    press(backups, "Lag en kopi nå")
    wait_for_work(desk)
    second = keeping(program).second
    assert second is not None
    held = [path for path in second.glob("*.db") if b"Planteskog" in path.read_bytes()]
    assert held
    stick.rename(tmp_path / "i skuffen")
    stick.touch()  # so that it cannot be made anew meanwhile
    page = page_of(program.window, "privacy", PrivacyPage)
    erase_person(page, "turid")
    assert "Den andre mappen er ikke koblet til nå. Kopiene der blir gått gjennom" in said_on(page)
    stick.unlink()
    (tmp_path / "i skuffen").rename(stick)
    assert b"Planteskog" in held[0].read_bytes()
    with qtbot.waitSignal(keeping(program).changed, timeout=20_000):
        keeping(program).check_rows()
    assert not [path for path in second.rglob("*") if path.is_file() and b"Planteskog" in path.read_bytes()]


# -- the half hour


def test_what_is_written_is_saved_every_half_hour(
    monkeypatch: pytest.MonkeyPatch, started: Start, example_folder: Path, qtbot: QtBot
) -> None:
    monkeypatch.setattr(backup_schedule, "_SOON", 3_600_000)
    program = started(example_folder)
    timer = keeping(program)._timer
    assert (timer.isActive(), timer.interval()) == (True, 30 * 60 * 1000)

    def half_an_hour_goes_by() -> None:
        with qtbot.waitSignal(keeping(program).changed):
            timer.timeout.emit()

    page = page_of(program.window, "backups", BackupsPage)
    assert "Det er ingen kopi ennå." in said_on(page)
    entry = desk_of(program).workspace.add(GateEntry(what="Skrevet i dag"))

    def whys() -> list[str]:
        return [backup.why for backup in keeping(program).backups()]

    half_an_hour_goes_by()
    assert whys() == ["time"]
    settle()
    assert "Mens dere arbeidet" in said_on(page)
    assert "Alt dere har skrevet, er med i den." in said_on(page)
    half_an_hour_goes_by()
    assert whys() == ["time"], "nothing has changed, so nothing is saved"
    desk_of(program).workspace.commit(entry, changed(entry, what="Endret"))
    half_an_hour_goes_by()
    assert whys() == ["time", "time"]


# -- what is brought in beforehand


def test_what_writing_needs_is_there_before_somebody_writes(fresh_school: Fosdesk) -> None:
    store = fresh_school.store
    assert store is not None
    store._transactions._engine = None
    fresh_school.window._warm_up()
    wait_until(lambda: store._transactions._engine is not None)
    QApplication.processEvents()
    desk_of(fresh_school).workspace.add(GateEntry(what="Første ord"))
    assert what(fresh_school) == {"Første ord"}
