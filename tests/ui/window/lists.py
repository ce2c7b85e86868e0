"""The lists whose rows open in place: two rows of each, and what is typed in them."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import Record
from fosdesk.domain.records import (
    CriticalVoice,
    Meeting,
)
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.fields_panel import FieldsPanel
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.work_group.seat_view import SeatPanel
from tests.ui.acts import bring_to_front, desk_of

TOO_LONG = "å" * 200_001
VAGUE_DAY, VAGUE_SPAN = "sommeren 2028", "halvannen time hver uke"


class Typed(NamedTuple):
    """A text for one field that cannot be kept, the beginning of the sentence that says so, and one that can."""

    field: str
    bad: str
    said: str
    good: str
    stored: object


class Listed(NamedTuple):
    """One list: where it is, what makes two rows, and what is typed in the first."""

    page: str
    tab: str
    attribute: str
    make: Callable[[Desk], tuple[str, str]]
    typed: Typed
    text: str  # a field that takes any text


def _seats(desk: Desk) -> tuple[str, str]:
    if not desk.school.of(CriticalVoice):
        desk.workspace.add(CriticalVoice())
    return "seat:critical_voice", "seat:teachers"


def _two(first: Record, second: Record) -> Callable[[Desk], tuple[str, str]]:
    def make(desk: Desk) -> tuple[str, str]:
        for one in (first, second):
            if desk.school.find(one.id) is None:
                desk.workspace.add(one)
        return first.id, second.id

    return make


_DAY = Typed("", VAGUE_DAY, "Skriv datoen med dag, måned og år", "24.6.2028", "2028-06-24")
_SPAN = Typed("", VAGUE_SPAN, "Skriv tiden i minutter", "1:30", 90)
_LENGTH = Typed("", TOO_LONG, "tegn lang, og det er plass til", "Mye", "Mye")


LISTS = {
    "seats": Listed("work_group", "seats", "list", _seats, _DAY._replace(field="since"), "reason"),
    "balance": Listed(
        "time",
        "balance",
        "list",
        lambda _: ("balance:2026H", "balance:2026V"),
        _LENGTH._replace(field="gain"),
        "effort",
    ),
    "meetings": Listed(
        "meetings",
        "all",
        "list",
        _two(Meeting(id="m1", day="2026-12-01"), Meeting(id="m2", day="2026-12-08")),
        _SPAN._replace(field="minutes"),
        "notes",
    ),
}


class OpenList(NamedTuple):
    """A list on the screen, with the first of two rows open."""

    desk: Desk
    list: NounList
    first: str
    second: str

    def open(self, row: str) -> None:
        """Click on a row."""
        if self.list.open_id != row:  # a click on the open row closes nothing here
            self.list.open_row(row)

    def press_escape(self) -> None:
        """Escape, with the keyboard in the list."""
        QTest.keyClick(self.list.list_focus(), Qt.Key.Key_Escape)

    def editor(self, field: str) -> FieldEditor:
        """The editor of a field in the open row."""
        panel = self.list.panel
        if isinstance(panel, SeatPanel) and field != "reason":
            assert panel.voices is not None
            (form,) = panel.voices.forms.values()
            return form.editors[field]
        if isinstance(panel, SeatPanel):
            return panel.reason
        assert isinstance(panel, FieldsPanel | RecordForm)
        return panel.editors[field]


def shown(program: Fosdesk, name: str) -> OpenList:
    """One of the lists, with its first row open."""
    where, desk = LISTS[name], desk_of(program)
    if name == "balance" and desk.school.profile.start != "2025H":
        profile = desk.school.profile
        desk.workspace.commit(profile, type(profile)(id=profile.id, name=profile.name, start="2025H"))
    first, second = where.make(desk)
    program.window.go(where.page, "")
    page = program.window.page(where.page)
    assert isinstance(page, TabbedPage)
    page.tabs.show_tab(where.tab)
    rows = getattr(page.part(where.tab), where.attribute)
    assert isinstance(rows, NounList)
    bring_to_front(program.window)
    opened = OpenList(desk, rows, first, second)
    if rows.open_id != first:
        opened.open(first)
    assert rows.open_id == first
    return opened


def click(widget: QWidget) -> None:
    """Click on a widget, with the mouse."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def typed_in(editor: FieldEditor) -> str:
    """What stands in an editor now."""
    widget = as_widget(editor.editor)
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    assert isinstance(widget, QLineEdit)
    return widget.text()


def stored_in(desk: Desk, editor: FieldEditor) -> object:
    """What the school says in the place of an editor."""
    return getattr(desk.school.get(editor.record, editor.record_id), editor.name)


def close_store(desk: Desk, *, closed: bool = True) -> None:
    """Let the store refuse whatever is to be written, however short, or take it again."""
    desk.workspace.store._connection.execute(f"PRAGMA query_only = {int(closed)}")


def fill_disk(desk: Desk, *, full: bool = True) -> None:
    """Leave no room for what is longer than a few lines, or make room again."""
    connection = desk.workspace.store._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages if full else 1_000_000}")
