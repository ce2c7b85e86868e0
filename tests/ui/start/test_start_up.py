"""What the start brings in, and when: nothing heavy before the first picture, nor documents before a document."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fosdesk.app import STORE_NAME

SCRIPT = """
import json, sys
from datetime import date
from pathlib import Path
from fosdesk.ui.tuning import import_qt
import_qt()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from fosdesk.app import build
app = QApplication(sys.argv)
program = build(Path(sys.argv[1]), "nb", today=lambda: date(2026, 11, 23))
heavy = (
    "sqlalchemy", "reportlab", "pikepdf", "docx", "PIL", "PySide6.QtPdf", "PySide6.QtPrintSupport", "msgspec"
)
seen = {}
def look(moment):
    seen[moment] = [name for name in heavy if name in sys.modules]
program.window.painted.disconnect()
program.window.painted.connect(lambda: look("painted"))
program.window.painted.connect(program.start)
def opened():
    look("opened")
    seen["key"] = program.window.current_key
    seen["title"] = program.window.windowTitle()
    program.window.go("documents", "")
    panel = program.window.page("documents").choose("description")
    look("documents")
    panel.look.click()
    program.made = QTimer()
    program.made.timeout.connect(lambda: panel.preview and (look("preview"), panel.preview.close(), app.quit()))
    program.made.start(20)
program.opened.connect(opened)
program.window.show()
app.exec()
print(json.dumps(seen))
"""


@pytest.fixture
def seen(example_store: Path, tmp_path: Path) -> dict[str, object]:
    """What was there at each moment of a start with the example school."""
    shutil.copy(example_store, tmp_path / STORE_NAME)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True, timeout=120)
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_the_first_picture_needs_nothing_heavy(seen: dict[str, object]) -> None:
    assert seen["painted"] == []


def test_the_filled_overview_needs_no_sqlalchemy_and_nothing_of_documents(seen: dict[str, object]) -> None:
    assert (seen["key"], seen["title"]) == ("overview", "Fjordvik skole – fosdesk")
    assert seen["opened"] == ["msgspec"]


def test_looking_at_documents_makes_none(seen: dict[str, object]) -> None:
    loaded = seen["documents"]
    assert isinstance(loaded, list)
    unwanted = {"reportlab", "pikepdf", "docx", "PIL", "PySide6.QtPdf", "PySide6.QtPrintSupport"}
    assert not unwanted & set(loaded)


def test_a_preview_needs_nothing_of_word_and_nothing_of_printing(seen: dict[str, object]) -> None:
    loaded = seen["preview"]
    assert isinstance(loaded, list)
    assert "PySide6.QtPdf" in loaded
    assert not {"docx", "PySide6.QtPrintSupport"} & set(loaded)
