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
import sys
from datetime import date
from pathlib import Path
from fosdesk.ui.tuning import import_qt
import_qt()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from fosdesk.app import application, build
app = application()
program = build(Path(sys.argv[1]), "nb", today=lambda: date(2026, 11, 23))
heavy = (
    "sqlalchemy", "reportlab", "pikepdf", "docx", "PIL", "PySide6.QtPdf", "PySide6.QtPrintSupport", "msgspec"
)
seen = {}
def look(moment):
    seen[moment] = [name for name in heavy if name in sys.modules]
    seen[f"ours when {moment}"] = sorted(name for name in sys.modules if name.startswith("fosdesk."))
    seen[f"python's when {moment}"] = sorted(sys.modules.keys() & sys.stdlib_module_names)
    seen[f"enums of Qt when {moment}"] = "Qt" in vars(sys.modules["PySide6.QtCore"])
    seen[f"styles when {moment}"] = "QStyle" in vars(sys.modules["PySide6.QtWidgets"])
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
import json
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


def test_before_the_first_picture_qt_makes_no_enums_of_its_namespace(seen: dict[str, object]) -> None:
    """Naming `Qt` makes them all: a seventh of the time until then. They may be annotations, or read in functions."""
    assert seen["enums of Qt when painted"] is False


def test_before_the_first_picture_qt_makes_no_enums_of_styles(seen: dict[str, object]) -> None:
    """They are made with the first style that is handed over: a twentieth of the time until then."""
    assert seen["styles when painted"] is False


def test_before_the_first_picture_only_what_it_shows_is_imported(seen: dict[str, object]) -> None:
    ours, pythons = seen["ours when painted"], seen["python's when painted"]
    assert isinstance(ours, list)
    assert isinstance(pythons, list)
    unwanted = ("content", "display.figures", "domain.fields", "domain.records", "domain.rules", "reports", "store")
    unwanted_of_ui = ("controls.scrolling", "controls.text_fields", "forms", "lists", "overview")
    begun = (*(f"fosdesk.{name}" for name in unwanted), *(f"fosdesk.ui.{name}" for name in unwanted_of_ui))
    assert [name for name in ours if name.startswith(begun)] == []
    assert not {"json", "string", "decimal", "logging", "sqlite3", "tomllib", "uuid"} & set(pythons)
    assert len(ours) <= 46, "each module costs: is a new one needed for what the empty window shows?"


def test_the_filled_overview_waits_for_no_form_and_not_for_the_ring(seen: dict[str, object]) -> None:
    ours = seen["ours when opened"]
    assert isinstance(ours, list)
    later = ("fosdesk.ui.forms", "fosdesk.ui.lists", "fosdesk.ui.focus.watcher")
    assert [name for name in ours if name.startswith(later)] == []


def test_the_filled_overview_needs_no_sqlalchemy_and_nothing_of_documents(seen: dict[str, object]) -> None:
    assert (seen["key"], seen["title"]) == ("overview", "Oversikt – Fjordvik skole – fosdesk")
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
