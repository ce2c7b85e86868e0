"""The whole program in a process of its own, ended by the system while somebody writes."""

import os
import signal

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.store import Store
from tests.store.processes import start

TYPE_AND_WAIT = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from fosdesk import app as program
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.window.main_window import MainWindow

app = QApplication(sys.argv[:1])


def look():
    windows = [one for one in app.topLevelWidgets() if isinstance(one, MainWindow) and one.desk is not None]
    if not windows:
        QTimer.singleShot(20, look)
        return
    window = windows[0]
    window.go("settings", "")
    field = next(one for one in window.page("settings").findChildren(FieldEditor) if one.name == "name")
    QTest.keyClicks(field.editor, "Elva ")
    if len(sys.argv) > 2:
        os.kill(os.getpid(), int(sys.argv[2]))
    else:
        app.exit()


QTimer.singleShot(0, look)
ended = program.main(Path(sys.argv[1]), "nb")
sys.exit(ended or app.desktopFileName() != "fosdesk")  # else a desktop shows a window without name and icon
"""


def test_what_is_typed_is_there_after_the_system_ended_the_program(fresh_school: Fosdesk) -> None:
    folder = fresh_school.folder
    fresh_school.window.close()
    endings: list[str] = [str(int(signal.SIGTERM)), str(int(signal.SIGHUP))] if os.name == "posix" else []
    for count, ending in enumerate(["", *endings], start=1):
        process = start(TYPE_AND_WAIT, folder, *filter(None, [ending]))
        _, trouble = process.communicate(timeout=120)
        assert process.returncode == 0, trouble
        store = Store.open(folder / STORE_NAME)
        (own,) = store.schools()
        name = store.snapshot(own.id).get(SchoolProfile, PROFILE_ID).name
        store.close()
        assert name == "Elva " * count + "Prøve skole"
