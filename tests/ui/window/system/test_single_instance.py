"""A second start shows the window that is there; a crash keeps nobody out."""

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from fosdesk import paths
from fosdesk.app import STORE_NAME, Fosdesk, build
from fosdesk.store.lock import Lock
from fosdesk.system.windows import session
from fosdesk.ui.window.system.single_instance import server_name, show_running_instance
from tests.program import NOON, Start
from tests.ui.acts import said_on

START = [sys.executable, "-m", "fosdesk", "--data-dir"]


def started_again(folder: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([*START, str(folder)], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def test_a_second_start_shows_the_first_window_and_ends(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    program = fresh_school
    program._listen()
    program.window.showMinimized()
    second = started_again(program.folder)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: not program.window.isMinimized())
    program.window.close()
    assert not (program.folder / paths.OPEN_MARK).exists()
    assert not show_running_instance(program.folder)


def test_a_second_start_in_another_folder_is_a_start_of_its_own(fresh_school: Fosdesk, tmp_path: Path) -> None:
    fresh_school._listen()
    assert not build(tmp_path / "another").is_shown_already()


def test_a_crash_leaves_a_mark_that_keeps_nobody_out(
    started: Start, tmp_path: Path, qtbot: QtBot, fresh_school: Fosdesk
) -> None:
    folder = fresh_school.folder
    fresh_school.window.close()
    crashing = started_again(folder)
    qtbot.waitUntil(lambda: (folder / paths.OPEN_MARK).exists() or crashing.poll() is not None, timeout=30_000)
    assert crashing.poll() is None
    crashing.kill()
    crashing.wait()
    assert (folder / paths.OPEN_MARK).exists()
    program = build(folder)
    assert not program.is_shown_already()
    program.close()
    again = started(folder)
    assert again.window.desk is not None
    again._listen()
    assert ask_from_outside(folder, qtbot)


def ask_from_outside(folder: Path, qtbot: QtBot) -> bool:
    second = started_again(folder)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    return second.returncode == 0


def test_a_program_that_does_not_answer_is_told_of_with_a_sentence(fresh_school: Fosdesk, started: Start) -> None:
    (fresh_school.folder / paths.OPEN_MARK).touch()
    second = started(fresh_school.folder)
    assert "fosdesk er allerede åpen" in said_on(second.window).replace("åpent", "åpen")
    assert second.window.desk is None


def test_a_start_while_the_last_window_is_still_being_closed_opens_as_soon_as_it_is(
    example_folder: Path, qtbot: QtBot
) -> None:
    """Closing goes on after the window is gone, for long in a large school: there is no window to use instead."""
    closing = Lock(example_folder / STORE_NAME)
    closing.acquire()
    program = build(example_folder, "nb", clock=lambda: NOON)
    program.window.show()
    qtbot.waitUntil(lambda: "Gjør seg ferdig" in said_on(program.window))
    assert program.window.desk is None
    closing.release()
    qtbot.waitUntil(lambda: program.window.desk is not None)
    assert "Gjør seg ferdig" not in said_on(program.window)
    program.window.close()
    program.close()


def test_a_start_that_waits_for_the_last_window_can_be_closed(example_folder: Path, qtbot: QtBot) -> None:
    closing = Lock(example_folder / STORE_NAME)
    closing.acquire()
    program = build(example_folder, "nb", clock=lambda: NOON)
    program.window.show()
    qtbot.waitUntil(lambda: "Gjør seg ferdig" in said_on(program.window))
    opening = program._opening
    assert opening is not None
    assert program.window.close()
    program.close()
    closing.release()
    opening.begin()  # as the next try would
    assert program.store is None
    Lock(example_folder / STORE_NAME).acquire()


# -- two people who are signed in on one machine


def test_each_desktop_hears_its_own_second_start(tmp_path: Path) -> None:
    """On Windows the names of local sockets are everybody's: another's window must not take one's file."""
    names = {server_name(folder, desktop) for folder in (tmp_path, tmp_path / "other") for desktop in ("1", "2")}
    assert len(names) == 4
    assert server_name(tmp_path, "1") == server_name(tmp_path, "1")


def test_a_folder_that_somebody_else_has_open_is_told_so(fresh_school: Fosdesk, started: Start) -> None:
    program = fresh_school
    mark = program.folder / paths.OPEN_MARK
    mark.write_text(f"not {session()}", encoding="utf-8")
    second = started(program.folder)
    assert "hos en annen som er logget på denne maskinen" in said_on(second.window)
    assert second.window.desk is None


def test_a_window_marks_its_folder_with_its_desktop(fresh_school: Fosdesk) -> None:
    fresh_school._listen()
    assert paths.is_marked_open(fresh_school.folder)
    assert not paths.is_open_elsewhere(fresh_school.folder)
    assert (fresh_school.folder / paths.OPEN_MARK).read_text(encoding="utf-8") == session()
