"""An exception in a function that Qt calls: it reaches the hook, and ends no process."""

import json
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.ui.settings.settings_page import SettingsPage
from tests.ui.acts import page_of, said_on
from tests.ui.gate_log import gate_log

# Errors of C functions, as those of most mistakes are, and of Python's; in the event loop, and while Python calls Qt.
SCRIPT = """
import json, sys
from PySide6.QtCore import QAbstractListModel, QSize, QTimer
from PySide6.QtWidgets import QApplication, QListView, QStackedWidget, QWidget

told = []
sys.excepthook = lambda kind, error, trace: told.append(f"{kind.__name__} {error}")
app = QApplication(sys.argv)

class Early(QWidget):
    def paintEvent(self, event): {}["painting"]

Early.__module__ = "fosdesk.ui.early"
if sys.argv[1] == "protected":
    from fosdesk.ui.window.overrides import protect_overrides
    protect_overrides()
    protect_overrides()

class Late(QWidget):
    def resizeEvent(self, event): int("resizing")
    def sizeHint(self): return [][1]

class Page(QWidget):
    def showEvent(self, event):
        super().showEvent(event)
        raise ValueError("showing")

class Rows(QAbstractListModel):
    def rowCount(self, parent=None): return "text".counted
    def data(self, index, role=0): return "text".said

early, late, rows, stack = Early(), Late(), QListView(), QStackedWidget()
of_rows = Rows()
rows.setModel(of_rows)

def nested():
    late.show()
    late.resize(300, 200)
    told.append(f"hint {late.sizeHint() == QSize(-1, -1)}")
    told.append(f"rows {of_rows.rowCount()}")
    stack.show()
    for _ in range(3):
        page = Page()
        stack.addWidget(page)
        stack.setCurrentWidget(page)
    told.append("went on")

QTimer.singleShot(0, early.show)
QTimer.singleShot(0, rows.show)
QTimer.singleShot(100, nested)
QTimer.singleShot(500, app.quit)
app.exec()
print(json.dumps(told))
"""


def run(how: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", SCRIPT, how]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)


def test_errors_in_overrides_reach_the_hook() -> None:
    done = run("protected")
    assert done.returncode == 0, done.stderr
    assert "Error calling Python override" not in done.stderr
    told = json.loads(done.stdout)
    assert {"KeyError 'painting'", "hint True", "rows 0", "ValueError showing", "went on"} <= set(told)
    assert {one.split()[0] for one in told} >= {"AttributeError", "IndexError", "KeyError", "ValueError"}
    assert told.count("ValueError showing") == 3


def test_a_widget_that_raises_while_its_page_is_shown_leaves_the_window_usable(
    fresh_school: Fosdesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = fresh_school.window

    class Broken(QLabel):
        def showEvent(self, event: object) -> None:
            int("no number")

    build = SettingsPage.build

    def with_broken(page: SettingsPage) -> None:
        build(page)
        page.body.addWidget(Broken("and all the rest"))

    monkeypatch.setattr(SettingsPage, "build", with_broken)
    with qtbot.captureExceptions() as told:
        page = page_of(window, "settings", SettingsPage)
    assert {kind for kind, _, _ in told} == {ValueError}
    assert "and all the rest" in said_on(page)
    assert gate_log(window).page.isVisible()
