"""Tab goes through a form as the eye does, whatever the order in which its widgets were made."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget, QWidgetItem
from shiboken6 import getAllValidWrappers

from fosdesk.ui.controls.tab_order import follow_layout
from tests.ui.controls.conftest import Show

ROOT = Path(__file__).resolve().parents[3]


def fields(parent: QWidget, *names: str) -> dict[str, QLineEdit]:
    made = {}
    for name in names:
        made[name] = QLineEdit(parent)
        made[name].setObjectName(name)
    return made


def tabbed(first: QWidget, count: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """The names of what Tab (or Backtab) leads to, one after the other."""
    first.setFocus()
    found = [first.objectName()]
    for _ in range(count - 1):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus.objectName())
    return found


def test_tab_goes_line_by_line_and_into_what_lies_inside(show: Show) -> None:
    root, inner = QWidget(), QWidget()
    made = fields(root, "last", "second", "fourth", "first", "third")
    layout, line = QVBoxLayout(root), QHBoxLayout()
    layout.addWidget(made["first"])
    layout.addWidget(QLabel("en ledetekst"))
    layout.addLayout(line)
    line.addWidget(made["second"])
    line.addWidget(inner)
    column = QVBoxLayout(inner)
    column.addWidget(made["third"])
    column.addWidget(made["fourth"])
    layout.addStretch(1)
    layout.addWidget(made["last"])
    follow_layout(root)
    show(root)
    order = ["first", "second", "third", "fourth", "last"]
    assert tabbed(made["first"], 5) == order
    assert tabbed(made["last"], 5, Qt.Key.Key_Backtab) == order[::-1]


def test_nothing_of_a_layout_outlives_what_stood_in_it(show: Show) -> None:
    root = QWidget()
    layout = QVBoxLayout(root)
    layout.addWidget(fields(root, "first")["first"])
    show(root)
    before = [one for one in getAllValidWrappers() if isinstance(one, QWidgetItem)]
    follow_layout(root)
    assert [one for one in getAllValidWrappers() if isinstance(one, QWidgetItem)] == before


def test_no_item_of_a_layout_is_asked_for() -> None:
    """Python would keep it when Qt has none any more, and take the next thing at that address for it."""
    code = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "fosdesk" / "ui").rglob("*.py")}
    assert [name for name, text in code.items() if ".itemAt(" in text] == []


def test_what_takes_no_tab_and_what_is_a_window_of_its_own_is_passed_by(show: Show) -> None:
    root, loose = QWidget(), QWidget()
    made = fields(root, "after", "by mouse", "before")
    loose.setParent(root)
    made["by mouse"].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    dialog = QDialog(loose)  # of something without a layout, whose children are gone through
    dialog.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    dialog.setObjectName("a dialog")
    there = fields(loose, "inside")
    layout = QVBoxLayout(root)
    for name in ("before", "by mouse", "after"):
        layout.addWidget(made[name])
    layout.addWidget(loose)
    before = dialog.nextInFocusChain()
    follow_layout(root)
    assert dialog.nextInFocusChain() is before, "a window keeps an order of its own"
    show(root)
    assert tabbed(made["before"], 4) == ["before", "after", "inside", "before"]
    assert there["inside"].parent() is loose


def test_what_has_the_focus_itself_comes_before_what_is_in_it(show: Show) -> None:
    root, group = QWidget(), QWidget()
    group.setObjectName("group")
    group.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made = fields(root, "inside", "before")
    layout = QVBoxLayout(root)
    layout.addWidget(made["before"])
    layout.addWidget(group)
    QVBoxLayout(group).addWidget(made["inside"])
    follow_layout(root)
    show(root)
    assert tabbed(made["before"], 3) == ["before", "group", "inside"]


def test_a_second_look_follows_what_has_moved(show: Show) -> None:
    root = QWidget()
    made = fields(root, "a", "b", "c")
    layout = QVBoxLayout(root)
    for widget in made.values():
        layout.addWidget(widget)
    follow_layout(root)
    layout.insertWidget(0, made["c"])
    follow_layout(root)
    show(root)
    assert tabbed(made["c"], 3) == ["c", "a", "b"]
