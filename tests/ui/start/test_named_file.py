"""A school file that is dropped, or named on the command line, is previewed in the window that is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.window.dropped_files import DroppedFiles
from fosdesk.ui.window.system.single_instance import show_running_instance
from tests.program import Start
from tests.ui.acts import desk_of, from_colleague, page_in, said_on, settle, wait_for_work, wait_until
from tests.ui.window.lists import shown

PREVIEW = "En kopi av deres egen skole"


@pytest.fixture
def file(fresh_school: Fosdesk, tmp_path: Path) -> Path:
    """A colleague's copy of the school, with an entry that one's own lacks."""
    return from_colleague(desk_of(fresh_school), tmp_path, lambda there: there.add(GateEntry(what="Fra kollegaen")))


def drop(target: QWidget, path: Path) -> bool:
    """Drag a file from elsewhere over a widget, and let it go there; whether somebody took it."""
    window = target.window()
    wait_until(lambda: window.findChild(DroppedFiles) is not None)  # it comes after the first picture
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    how = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(5, 5), *how)
    QApplication.sendEvent(target, entered)
    if entered.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), *how))
    return entered.isAccepted()


def is_previewed(program: Fosdesk) -> bool:
    wait_for_work(desk_of(program))
    return PREVIEW in said_on(page_in(program.window, "schools", SchoolsPage))


def test_a_school_file_that_is_dropped_is_previewed_and_changes_nothing(fresh_school: Fosdesk, file: Path) -> None:
    assert drop(fresh_school.window, file)
    wait_until(lambda: fresh_school.window.current_key == "schools")
    assert is_previewed(fresh_school)
    assert desk_of(fresh_school).school.of(GateEntry) == ()


def test_of_other_files_it_is_told_that_nothing_is_read(fresh_school: Fosdesk, tmp_path: Path) -> None:
    drop(fresh_school.window, tmp_path / "bilde.png")
    settle()
    assert fresh_school.window.current_key == "overview"
    assert "bilde.png er ingen skolefil, så ingenting ble lest" in said_on(fresh_school.window)


def test_a_file_that_is_dropped_on_a_field_reaches_the_window(fresh_school: Fosdesk, file: Path) -> None:
    rows = shown(fresh_school, "meetings")
    for name in ("notes", "what"):
        box = rows.editor(name).editor
        assert isinstance(box, QWidget)
        assert drop(box, file)
        assert rows.editor(name).as_typed == ""
    wait_until(lambda: fresh_school.window.current_key == "schools")
    assert is_previewed(fresh_school)


def test_a_file_waits_for_a_dialog_that_is_open(fresh_school: Fosdesk, file: Path) -> None:
    dialog = QDialog(fresh_school.window)
    dialog.open()
    fresh_school.read_file(file)
    assert fresh_school.window.current_key == "overview"
    dialog.accept()
    assert fresh_school.window.current_key == "schools"
    assert is_previewed(fresh_school)


def test_text_that_cannot_be_stored_stays_where_it_is(fresh_school: Fosdesk, file: Path) -> None:
    rows = shown(fresh_school, "meetings")
    rows.editor("minutes").editor.type_over("halvannen")  # type: ignore[attr-defined]
    fresh_school.read_file(file)
    assert fresh_school.window.current_key == "meetings"
    assert rows.editor("minutes").as_typed == "halvannen"


def test_a_file_that_is_named_at_the_start_is_previewed(fresh_school: Fosdesk, file: Path, started: Start) -> None:
    fresh_school.window.close()
    again = started(fresh_school.folder)
    again.read_file(file)
    assert is_previewed(again)


def test_the_first_start_reads_the_file_that_is_named(
    started: Start, fresh_school: Fosdesk, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program = started(tmp_path / "another")
    with qtbot.waitSignal(program.opened):
        program.read_file(file)
    assert [entry.what for entry in desk_of(program).school.of(GateEntry)] == ["Fra kollegaen"]


def test_a_second_start_hands_its_file_to_the_window_that_is_there(
    fresh_school: Fosdesk, file: Path, qtbot: QtBot
) -> None:
    program = fresh_school
    program._listen()
    program.window.showMaximized()
    program.window.showMinimized()
    command = [sys.executable, "-m", "fosdesk", "--data-dir", str(program.folder), file.name]
    second = subprocess.Popen(command, cwd=file.parent, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: program.window.current_key == "schools")
    assert is_previewed(program)
    assert program.window.isMaximized(), "it comes back as large as it was"
    assert not program.window.isMinimized()
    program.window.close()
    assert not show_running_instance(program.folder, file)


def test_a_file_from_an_e_mail_is_copied_first_and_that_is_told(fresh_school: Fosdesk, file: Path) -> None:
    """Outlook empties its folder when the mail is closed, also while the password is typed or a dialog is open."""
    place = file.parent / "INetCache" / "Content.Outlook" / "A1B2C3D4"
    place.mkdir(parents=True)
    received = file.rename(place / file.name)
    dialog = QDialog(fresh_school.window)
    dialog.open()
    fresh_school.read_file(received)
    received.unlink()
    dialog.reject()
    wait_until(lambda: fresh_school.window.current_key == "schools")
    assert is_previewed(fresh_school)
    assert "ligger i en midlertidig mappe, så fosdesk leser en kopi" in said_on(fresh_school.window)
    assert fresh_school.settings.value.folder == ""


def test_of_a_file_in_a_folder_of_ones_own_no_copy_is_told(fresh_school: Fosdesk, file: Path) -> None:
    fresh_school.read_file(file)
    wait_until(lambda: fresh_school.window.current_key == "schools")
    assert is_previewed(fresh_school)
    assert "midlertidig" not in said_on(fresh_school.window)
