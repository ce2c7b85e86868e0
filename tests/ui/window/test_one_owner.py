"""What is typed is asked for at its one owner: nobody looks for editors among the widgets, or counts on focus."""

import ast
from collections.abc import Iterator
from pathlib import Path

from fosdesk.ui.forms import editors, special_editors

ROOT = Path(__file__).resolve().parents[3]
SEARCHES = {"findChild", "findChildren", "allWidgets"}
# Widgets may be looked for to lead the cursor, and messages and translators to find those of our own.
ALLOWED = {"QWidget", "QTranslator", "QMessageBox", "QPushButton"}
# To the field that a link names, and to what unfolds it.
LEADS_THE_CURSOR = {
    "changed_file.py": ["ChangedFile"],  # no editor
    "field_finding.py": ["ChildList", "FieldEditor", "Conflict", "RecordForm", "FieldsPanel", "FieldFold"],
    "owner_window.py": ["OwnerWindow"],  # whether a folder's window is open already
    "watcher.py": ["FocusWatcher", "FocusRing", "FocusRing"],
}


def searches(code: str) -> Iterator[str]:
    """What a file looks for among widgets that may hold a text."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SEARCHES:
            wanted = ast.unparse(node.args[0]) if node.args else "everything"
            if wanted not in ALLOWED:
                yield wanted


def asks_for_focus(code: str) -> bool:
    """Whether a file takes the cursor out of a widget, so that what is typed in it is saved."""
    return any(isinstance(node, ast.Attribute) and node.attr == "clearFocus" for node in ast.walk(ast.parse(code)))


def test_no_editor_is_looked_for_among_the_widgets() -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "fosdesk" / "ui").rglob("*.py")}
    assert {name: found for name, code in files.items() if (found := list(searches(code)))} == LEADS_THE_CURSOR
    assert [name for name, code in files.items() if asks_for_focus(code)] == []


def test_such_searches_are_noticed() -> None:
    assert list(searches("self.findChildren(FieldEditor)")) == ["FieldEditor"]
    assert list(searches("QApplication.allWidgets()")) == ["everything"]
    assert list(searches("panel.findChildren(QWidget)")) == []
    assert asks_for_focus("focus.clearFocus()")


def test_only_forms_and_their_owner_know_how_editors_are_told_apart() -> None:
    kinds = {name for room in (editors, special_editors) for name in vars(room) if name.endswith("Editor")}
    assert {"LongEditor", "DayEditor"} <= kinds
    window = (ROOT / "fosdesk" / "ui" / "frame" / "edits.py").read_text(encoding="utf-8")
    assert not any(kind in window for kind in kinds)
