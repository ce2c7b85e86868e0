"""What a person does on the pages for the work group and for time: open, click, type and choose."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import Record
from fosdesk.domain.records import (
    Membership,
    Person,
)
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.listing import Heading
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.work_group.group_parts import PeoplePart, SeatsPart
from fosdesk.ui.work_group.people_list import PersonPanel
from fosdesk.ui.work_group.seat_view import SeatPanel
from fosdesk.ui.work_group.work_group_page import WorkGroupPage
from tests.ui import acts


def page_of(program: Fosdesk) -> WorkGroupPage:
    """The page, shown."""
    return acts.page_of(program.window, "work_group", WorkGroupPage)


def people_of(page: WorkGroupPage) -> PeoplePart:
    """The part with members and candidates, shown."""
    page.tabs.show_tab("people")
    part = page.part("people")
    assert isinstance(part, PeoplePart)
    return part


def type_into(editor: FieldEditor, typed: str) -> None:
    """Write over what stands there, and leave the field."""
    widget = as_widget(editor.editor)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, typed)
    editor.commit()


def choose(editor: FieldEditor, value: str) -> None:
    """Pick one answer of a closed list."""
    editor.editor.show_value(value)
    editor.commit()


def tick(editor: FieldEditor) -> None:
    """Click a box."""
    assert isinstance(editor.editor, QCheckBox)
    editor.editor.click()


def opened(part: PeoplePart, person_id: str) -> PersonPanel:
    """The form of one person, opened from the list."""
    part.list.open_row(person_id)
    assert isinstance(part.list.panel, PersonPanel)
    return part.list.panel


def row_of(part: NounPart, record_id: str) -> str:
    """What the row of a person, a seat or a semester says."""
    rows = part.list.rows
    number = rows.row_number(lambda one: isinstance(one, Record) and one.id == record_id)
    return " · ".join(str(rows.index(number, n).data()) for n in range(rows.columnCount()))


def headings(part: PeoplePart) -> list[str]:
    """The headings of the list."""
    return [one.title for one in part.list.listing.rows() if isinstance(one, Heading)]


def add(page: WorkGroupPage, role: str, name: str = "", *, candidate: bool = False) -> Person:
    """Add somebody through the line at the top."""
    part = people_of(page)
    before = {p.id for p in page.desk.school.of(Person)}
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    part.line.role.show_value(role)
    part.line.name.setText(name)
    QTest.mouseClick(part.line.candidate if candidate else part.line.member, Qt.MouseButton.LeftButton)
    (made,) = [p for p in page.desk.school.of(Person) if p.id not in before]
    return made


def part_of(desk: Desk, person: Person) -> Membership:
    """The only part a person has in the group."""
    (found,) = [m for m in desk.school.of(Membership) if m.person == person.id]
    return found


def seats_of(page: WorkGroupPage) -> SeatsPart:
    """The part with the seats, shown."""
    page.tabs.show_tab("seats")
    part = page.part("seats")
    assert isinstance(part, SeatsPart)
    return part


def seat_panel(part: SeatsPart, seat: str) -> SeatPanel:
    """The panel of one seat, opened from the list."""
    part.list.open_row(f"seat:{seat}")
    assert isinstance(part.list.panel, SeatPanel)
    return part.list.panel


def out_of(desk: Desk, name: str) -> str:
    """What the button that takes somebody out of a seat is called."""
    return desk.words("Take {name} out of the seat", name=name)
