"""A drop-down: closed, nothing but opening it changes anything; open, it is written once, when it is closed."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

import fosdesk
from fosdesk.app import Fosdesk
from fosdesk.domain.records import CriticalVoice, GateEntry, Meeting, Person, StopItem, TimeSlot
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.places import page_of, record_to_open
from fosdesk.ui.start.first_start_page import FirstStartPage
from tests.program import Start
from tests.ui.acts import bring_to_front, desk_of, settle, take_cursor
from tests.ui.controls.conftest import Show
from tests.ui.hands import page_of as page_of_group
from tests.ui.hands import people_of

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
STEPS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
)


def roll_over(widget: QWidget, *, degrees: int = -120) -> None:
    """Turn the wheel over a widget."""
    nothing = (Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False)
    turned = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, degrees), *nothing)
    QApplication.sendEvent(widget, turned)


def try_everything(box: QComboBox) -> None:
    """All that must do nothing with a closed drop-down."""
    for typed in "afimopsuvtje123":
        QTest.keyClicks(box, typed)
    for key in STEPS:
        QTest.keyClick(box, key)
    for degrees in (-240, 240):
        roll_over(box, degrees=degrees)


def is_open(box: QComboBox) -> bool:
    return box.view().isVisible()


@pytest.fixture
def around(show: Show) -> QWidget:
    """A window with one drop-down of four statuses, of which the second is chosen."""
    whole = QWidget()
    box = DropDown()
    box.addItems(["Ikke startet", "I gang", "Ferdig", "Ikke aktuelt"])
    box.setCurrentIndex(1)
    column(whole).addWidget(box)
    show(whole)
    take_cursor(box)
    return whole


@pytest.fixture
def box(around: QWidget) -> DropDown:
    found = around.findChild(DropDown)
    assert isinstance(found, DropDown)
    return found


def test_closed_it_ignores_letters_arrows_page_home_end_and_wheel(box: DropDown) -> None:
    chosen: list[int] = []
    box.currentIndexChanged.connect(chosen.append)
    box.activated.connect(chosen.append)
    try_everything(box)
    assert (box.currentIndex(), chosen, is_open(box)) == (1, [], False)


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_Space, NONE), (Qt.Key.Key_Return, NONE), (Qt.Key.Key_Enter, NONE), (Qt.Key.Key_Down, ALT)],
)
def test_space_enter_and_alt_down_open_it(box: DropDown, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(box, key, held)
    assert is_open(box)
    box.hidePopup()
    assert box.currentIndex() == 1


def test_a_shortcut_with_alt_down_waits_while_the_cursor_is_in_it(around: QWidget, box: DropDown) -> None:
    moved: list[bool] = []
    shortcut = QShortcut(QKeySequence("Alt+Down"), around)
    shortcut.activated.connect(lambda: moved.append(True))
    QTest.keyClick(box, Qt.Key.Key_Down, ALT)
    assert (moved, is_open(box)) == ([], True)
    box.hidePopup()


def test_it_is_chosen_once_when_it_is_closed(box: DropDown) -> None:
    chosen: list[int] = []
    box.activated.connect(chosen.append)
    changed: list[int] = []
    box.currentIndexChanged.connect(changed.append)
    QTest.keyClick(box, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(box.view(), key)
    assert (chosen, changed) == ([], []), "looking along the list chooses nothing"
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert (box.currentIndex(), chosen, changed, is_open(box)) == (3, [3], [3], False)


def test_escape_closes_it_and_chooses_nothing(box: DropDown) -> None:
    chosen: list[int] = []
    box.activated.connect(chosen.append)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box.view(), Qt.Key.Key_End)
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    assert (box.currentIndex(), chosen, is_open(box)) == (1, [], False)


# -- everywhere


def names_in(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Attribute):
            yield node.attr


def test_no_other_drop_down_is_made() -> None:
    top = Path(fosdesk.__file__).resolve().parent
    makers = [path.relative_to(top).as_posix() for path in sorted(top.rglob("*.py")) if "QComboBox" in names_in(path)]
    assert makers == ["ui/controls/drop_down.py"]


def drop_downs(within: QWidget) -> list[QComboBox]:
    return [one for one in within.findChildren(QComboBox) if one.isVisibleTo(within) and one.isEnabled()]


def test_no_key_and_no_wheel_changes_a_closed_drop_down_on_any_page(with_example: Fosdesk) -> None:
    desk, window = desk_of(with_example), with_example.window
    bring_to_front(window)
    opened = [""]
    for record in (GateEntry, Meeting, StopItem, TimeSlot, Person, CriticalVoice):
        opened += [one.id for one in list(desk.school.of(record))[:1]]
    ways = [(place.key, "") for place in PAGES]
    ways += [(page_of(desk.school, one), record_to_open(desk.school, one)) for one in opened if one]
    before = desk.workspace.store.journal(desk.school.id)
    tried = 0
    for key, record_id in ways:
        window.go(key, record_id)
        settle()
        for box in drop_downs(window.page(key))[:12]:
            shown = (box.currentIndex(), box.count())
            take_cursor(box)
            try_everything(box)
            assert (box.currentIndex(), box.count()) == shown, (key, box.accessibleName())
            tried += 1
    assert tried > 60, "filters, the role of the computer, statuses, and the choices of records"
    assert desk.workspace.store.journal(desk.school.id) == before


def test_no_key_and_no_wheel_changes_a_closed_drop_down_at_the_first_start(started: Start) -> None:
    program = started()
    page = program.window.findChild(FirstStartPage)
    assert page is not None
    bring_to_front(program.window)
    found = drop_downs(page)
    assert found == [page.start, page.role]
    for box in found:
        shown = box.currentIndex()
        take_cursor(box)
        try_everything(box)
        assert box.currentIndex() == shown, box.accessibleName()


def test_enter_opens_the_role_of_somebody_new_instead_of_adding_them(fresh_school: Fosdesk) -> None:
    line = people_of(page_of_group(fresh_school)).line
    QTest.keyClick(line.role, Qt.Key.Key_Return)
    assert is_open(line.role)
    QTest.keyClick(line.role.view(), Qt.Key.Key_Down)
    QTest.keyClick(line.role.view(), Qt.Key.Key_Return)
    assert line.role.value() == "principal"
    assert not desk_of(fresh_school).school.of(Person)
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    assert [one.role for one in desk_of(fresh_school).school.of(Person)] == ["principal"]
