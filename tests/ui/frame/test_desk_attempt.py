"""Whatever the window writes may fail, as on a full disk: it is told, and what is shown is what is stored."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

import fosdesk.ui
from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Membership
from fosdesk.errors import FosdeskError
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.work_group.people_list import PersonPanel, add_person
from fosdesk.ui.work_group.seat_view import SeatPanel
from tests.ui.acts import desk_of, said_on
from tests.ui.window.lists import fill_disk

HOUSE = Path(fosdesk.ui.__file__).parent
OF_RECORDS = ("commit", "commit_all", "add", "delete", "settle", "restore", "undo", "redo")
OF_PEOPLE = ("shield", "unshield", "ask_to_erase", "decline_erasure")
WRITES = {
    "workspace": (*OF_RECORDS, *OF_PEOPLE),
    "new_records": ("commit", "add"),
    "settings": ("change",),
    "store": ("add_school", "set_aside", "remove_reference"),
}
# What runs an act and tells what went wrong: at once, as long work, or when a button is pressed.
GUARDS = {"attempt", "_attempt", "begin", "_offer"}
Parents = dict[ast.AST, ast.AST]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(node: ast.AST) -> str:
    """The last word of a dotted name."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def parents_in(tree: ast.AST) -> Parents:
    return {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}


def above(node: ast.AST, parents: Parents) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Each node around one, innermost first, with its child on the way."""
    while node in parents:
        yield parents[node], node
        node = parents[node]


def catches(handlers: list[ast.ExceptHandler]) -> bool:
    return any("FosdeskError" in ast.unparse(one.type) for one in handlers if one.type is not None)


def is_handed_to_a_guard(function: Function, parents: Parents) -> bool:
    calls = (call for call in ast.walk(parents[function]) if isinstance(call, ast.Call))
    return any(name_of(arg) == function.name for call in calls if name_of(call.func) in GUARDS for arg in call.args)


def is_guarded(node: ast.AST, parents: Parents) -> tuple[bool, Function | None]:
    """Whether trouble with a write is told where it is written, and the function that it is written in."""
    for outer, child in above(node, parents):
        if isinstance(outer, ast.Call) and name_of(outer.func) in GUARDS and child in outer.args:
            return True, None
        if isinstance(outer, ast.Try) and child in outer.body and catches(outer.handlers):
            return True, None
        if isinstance(outer, ast.With) and "suppress(FosdeskError)" in ast.unparse(outer.items[0]):
            return True, None
        if isinstance(outer, Function):
            return is_handed_to_a_guard(outer, parents), outer
    return False, None


def is_write(node: ast.AST) -> bool:
    if not isinstance(node, ast.Attribute):
        return False
    return node.attr in WRITES.get(name_of(node.value).removeprefix("_"), ())


def called_as(node: ast.AST, place: str) -> str:
    """What stands for a function that is called by its name, or for a method of the same file."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else f"{place}.{name_of(node.func)}"


def unguarded(trees: Mapping[str, ast.AST]) -> list[str]:
    """Writes whose trouble nobody tells; a function that says that it raises FosdeskError is a write itself."""
    raising: set[str] = set()
    while True:
        found, more = [], set[str]()
        for place, tree in trees.items():
            parents = parents_in(tree)
            for node in ast.walk(tree):
                if called_as(node, place) not in raising and not is_write(node):
                    continue
                guarded, function = is_guarded(node, parents)
                if guarded:
                    continue
                if function is not None and "FosdeskError" in (ast.get_docstring(function) or ""):
                    is_method = isinstance(parents[function], ast.ClassDef)
                    more.add(f"{place}.{function.name}" if is_method else function.name)
                else:
                    found.append(f"{place}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)}")
        if more <= raising:
            return found
        raising |= more


def test_no_write_of_the_window_is_unguarded() -> None:
    trees = {
        path.relative_to(HOUSE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(HOUSE.rglob("*.py"))
    }
    assert sum(is_write(node) for tree in trees.values() for node in ast.walk(tree)) > 40
    assert unguarded(trees) == []


@pytest.mark.parametrize(
    ("code", "left"),
    [
        ("def act():\n    workspace.commit(a, b)", 1),
        ("chip.clicked.connect(lambda: desk.workspace.delete([r]))", 1),
        ("chip.clicked.connect(partial(desk.workspace.delete, [r]))", 1),
        ("def act():\n    desk.attempt(lambda: desk.workspace.delete([r]))", 0),
        ("def act():\n    desk.attempt(desk.workspace.undo)", 0),
        ("def act():\n    try:\n        workspace.commit(a, b)\n    except FosdeskError:\n        pass", 0),
        ("def act():\n    try:\n        pass\n    except FosdeskError:\n        workspace.commit(a, b)", 1),
        ("def outer():\n    def act():\n        workspace.add(a)\n    self._attempt(act)", 0),
        ("def place():\n    '''FosdeskError when full.'''\n    workspace.add(a)\ndef act():\n    place()", 1),
        ("def place():\n    '''FosdeskError when full.'''\n    workspace.add(a)\ndesk.attempt(lambda: place())", 0),
    ],
)
def test_the_search_finds_what_it_is_for(code: str, left: int) -> None:
    assert len(unguarded({"x.py": ast.parse(code)})) == left


def turn(desk: Desk) -> None:
    """Change one choice."""
    (part,) = desk.school.of(Membership)
    desk.workspace.commit(part, structs.replace(part, mode="outside" if part.mode == "inside" else "inside"))


@pytest.fixture
def full(fresh_school: Fosdesk) -> Desk:
    """A school with a person in the group, on a disk that is full to the last byte."""
    desk = desk_of(fresh_school)
    add_person(desk, role="teacher", name="Kari", standing="candidate")
    fill_disk(desk)
    size = 4096
    while size:
        try:
            desk.workspace.add(GateEntry(what="x" * size))
        except FosdeskError:
            size //= 2
    while desk.attempt(lambda: turn(desk)):
        pass  # there is still room for what is shorter than a record
    desk.show_message("")
    return desk


def chips_of(widget: QWidget) -> list[QPushButton]:
    return [one for one in widget.findChildren(QPushButton) if one.isCheckable()]


@pytest.mark.parametrize("which", ["standing", "mode", "seats", "considered"])
def test_a_choice_that_a_full_disk_refuses_is_told_and_not_shown_as_made(
    full: Desk, fresh_school: Fosdesk, which: str, qtbot: QtBot
) -> None:
    (part,) = full.school.of(Membership)
    panel = SeatPanel(full, "union") if which == "considered" else PersonPanel(full, part.person)
    qtbot.addWidget(panel)
    panel.show()
    before = [(chip.text(), chip.isChecked()) for chip in chips_of(panel)]
    chip = next(chip for chip in chips_of(getattr(panel, which)) if not chip.isChecked())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert "ikke mer plass på disken" in said_on(fresh_school.window)
    assert [(chip.text(), chip.isChecked()) for chip in chips_of(panel)] == before
    fill_disk(full, full=False)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [(chip.text(), chip.isChecked()) for chip in chips_of(panel)] != before
