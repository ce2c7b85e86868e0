"""What the tests of boards and matrices do: show a list as one, look where records stand, and carry them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records.involvement import Need
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.views.lane_table import LaneTable
from fosdesk.ui.lists.views.viewed_list import ViewedList
from tests.ui.acts import bring_to_front, settle

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CARRY, ALT = CTRL | SHIFT, Qt.KeyboardModifier.AltModifier
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
ENTER = Qt.Key.Key_Return


def shown_as(desk: Desk, record: type[Record], view: str) -> ViewedList:
    """A list in a window of its own, as its pages show it."""
    made = ViewedList(desk, noun_of(record))
    made.resize(1_000, 640)
    made.show()
    made.refresh()
    bring_to_front(made)
    desk.workspace.changed.connect(lambda _: made.refresh())
    if made.view != view:
        QTest.mouseClick(made.choices[view], Qt.MouseButton.LeftButton)
    settle()
    return made


def table_of(shown: ViewedList) -> LaneTable:
    assert shown.lanes is not None
    return shown.lanes


def needs(desk: Desk) -> None:
    for key, text, heap, when in (
        ("a", "Mer tid sammen", "Fellestid", "now"),
        ("b", "Voksne ute", "Friminutt", "now"),
        ("c", "Faste møter", "Fellestid", "later"),
        ("d", "Felles ord", "", ""),
    ):
        desk.workspace.add(Need(key, text=text, cluster=heap, when=when, pos=f"i{key}"))


def columns(shown: ViewedList) -> dict[str, list[str]]:
    """The ids of each column, by its title."""
    slots = table_of(shown).slots
    return {
        lane.title: [one.id for row in range(len(slots.rows)) for one in slots.records(row, n)]
        for n, lane in enumerate(slots.columns)
    }


def middle(table: LaneTable, record_id: str, down: int = 0) -> QPoint:
    place = table.slots.where(record_id)
    assert place is not None
    return table.visualRect(table.table.index(place.row, place.column)).center() + QPoint(0, down)


def drag(table: LaneTable, record_id: str, to: QPoint) -> None:
    """Carry a record with the mouse."""
    where, view = middle(table, record_id), table.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=where)
    for step in (1, 2, 3):
        QTest.mouseMove(view, where + (to - where) * (step / 3))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
    settle()
