"""A new record is stored with the first thing written in it, never at the click that begins it."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Record
from fosdesk.domain.records import (
    CriticalVoice,
    GateEntry,
    GateReason,
    Meeting,
    OwnItem,
    StopItem,
    TimeSlot,
)
from fosdesk.errors import FosdeskError
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.meetings.meetings_part import MeetingsPart
from fosdesk.ui.phase.phase_page import PhasePage
from fosdesk.ui.work_group.work_group_page import WorkGroupPage
from tests.sampling import sampled
from tests.ui.acts import bring_to_front, desk_of, leave, page_of, said_on, take_cursor
from tests.ui.gate_log import gate_log
from tests.ui.hands import seat_panel, seats_of
from tests.ui.noun_lists import IN_LISTS, ShownList
from tests.ui.window.lists import close_store


class Begun(NamedTuple):
    """A new record in its form: the class, the field for its name, and what closes the form."""

    record: type[Record]
    name: FieldEditor
    close: Callable[[], object]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def in_log(program: Fosdesk) -> Begun:
    page = gate_log(program.window)
    click(page.new)
    return Begun(GateEntry, page.panel.what, lambda: click(page.close_button))


def in_form(noun: str, program: Fosdesk) -> Begun:
    shown = ShownList(program.window, noun)
    name = next(iter(shown.begin().editors.values()))
    return Begun(NOUNS[noun].record, name, lambda: click(shown.panel.close_button))


def in_meetings(program: Fosdesk) -> Begun:
    whole = page_of(program.window, "meetings", MeetingsPage)
    whole.tabs.show_tab("all")
    part = whole.part("all")
    assert isinstance(part, MeetingsPart)
    click(whole.main)
    assert isinstance(part.list.panel, RecordForm)
    return Begun(Meeting, part.list.panel.editors["what"], part.list.close_row)


def in_checklist(program: Fosdesk) -> Begun:
    program.window.go("phase:F2", "")
    page = program.window.page("phase:F2")
    assert isinstance(page, PhasePage)
    bring_to_front(program.window)
    click(page.lists[1].add)
    row = next(one for one in page.lists[1].rows.values() if one.is_open)
    assert row.details is not None
    return Begun(OwnItem, row.details.editors["own_text"], lambda: click(row.heading))


def in_voices(program: Fosdesk) -> Begun:
    page = page_of(program.window, "work_group", WorkGroupPage)
    part = seats_of(page)
    panel = seat_panel(part, "critical_voice")
    assert panel.voices is not None
    click(panel.voices.new)
    (form,) = panel.voices.forms.values()
    return Begun(CriticalVoice, form.editors["note"], part.list.close_row)


PLACES: dict[str, Callable[[Fosdesk], Begun]] = {
    "gatekeeping entry": in_log,
    **{f"list: {key}": partial(in_form, key) for key in IN_LISTS},
    "own item": in_checklist,
    "meeting": in_meetings,
    "critical voice": in_voices,
}


@pytest.mark.parametrize("place", sampled(PLACES))
def test_a_click_and_closing_leave_nothing_behind(fresh_school: Fosdesk, place: str) -> None:
    desk = desk_of(fresh_school)
    before, school = desk.workspace.store.journal(desk.school.id), desk.school
    for _ in range(2):
        begun = PLACES[place](fresh_school)
        assert desk.school.of(begun.record) == ()
        assert begun.name.isVisible()
        cursor = fresh_school.window.focusWidget()
        assert cursor is not None
        assert begun.name.isAncestorOf(cursor) or place == "critical voice", "one can type at once"
        begun.close()
        QApplication.processEvents()
        assert desk.school is school
        assert desk.workspace.store.journal(desk.school.id) == before
        assert desk.new_records.of(begun.record) == [] or place == "critical voice"


@pytest.mark.parametrize("place", sampled(PLACES))
def test_the_first_thing_written_stores_it_whole_and_one_undo_takes_it_away(fresh_school: Fosdesk, place: str) -> None:
    desk = desk_of(fresh_school)
    school = desk.school
    begun = PLACES[place](fresh_school)
    widget = as_widget(begun.name.editor)
    take_cursor(widget)
    QTest.keyClicks(widget, "L")
    leave(begun.name)
    (stored,) = desk.school.of(begun.record)
    assert getattr(stored, begun.name.name) == "L"
    assert desk.new_records.of(begun.record) == []
    assert begun.name.isVisible(), "it stays open to be written on"
    take_cursor(widget)
    QTest.keyClick(widget, Qt.Key.Key_End)
    QTest.keyClicks(widget, "es")
    leave(begun.name)
    assert [getattr(one, begun.name.name) for one in desk.school.of(begun.record)] == ["Les"]
    fresh_school.window.undo()  # both, as they were written in one sitting
    assert desk.school.of(begun.record) == ()
    assert desk.school.records == school.records
    fresh_school.window.redo()
    assert [(one.id, getattr(one, begun.name.name)) for one in desk.school.of(begun.record)] == [(stored.id, "Les")]


@pytest.mark.parametrize("place", sampled(name for name in PLACES if name != "critical voice"))
def test_what_is_emptied_again_leaves_nothing_behind(fresh_school: Fosdesk, place: str) -> None:
    desk = desk_of(fresh_school)
    before = desk.school.records
    begun = PLACES[place](fresh_school)
    widget = as_widget(begun.name.editor)
    for typed in ("Kurs", ""):
        take_cursor(widget)
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(widget, Qt.Key.Key_Delete)
        QTest.keyClicks(widget, typed)
        leave(begun.name)
        assert [getattr(one, begun.name.name) for one in desk.school.of(begun.record)] == [typed]
    begun.close()
    assert desk.school.records == before
    fresh_school.window.undo()
    assert len(desk.school.of(begun.record)) == 1, "it can be brought back like anything else"


def test_what_others_belong_to_stays_and_what_was_opened_later_stays_empty(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    page = gate_log(fresh_school.window)
    click(page.new)
    QTest.keyClicks(page.panel.reasons.typed, "Kom for sent")
    click(page.close_button)
    assert len(desk.school.of(GateEntry)) == len(desk.school.of(GateReason)) == 1
    empty = desk.workspace.add(GateEntry(came="2026-11-23"))
    page.show_record(empty.id)
    click(page.close_button)
    assert desk.school.find(empty.id) == empty, "what stood there before is nobody's to tidy away"


def test_what_a_new_one_has_from_the_start_is_stored_with_the_first_character(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for place in ("gatekeeping entry", "meeting", "list: time_slot", "list: stop_item", "own item"):
        begun = PLACES[place](fresh_school)
        widget = as_widget(begun.name.editor)
        take_cursor(widget)
        QTest.keyClicks(widget, "L")
        leave(begun.name)
    (entry,), (meeting,), (slot,) = desk.school.of(GateEntry), desk.school.of(Meeting), desk.school.of(TimeSlot)
    (stop,), (item,) = desk.school.of(StopItem), desk.school.of(OwnItem)
    assert (entry.what, entry.came) == ("L", "2026-11-23")
    assert (meeting.what, meeting.who) == ("L", "work_group")
    assert (slot.what, slot.semester, stop.what, stop.semester) == ("L", "2026H", "L", "2026H")
    assert (item.own_text, item.phase, item.track, bool(item.pos)) == ("L", "F2", "B", True)


def test_a_reason_or_a_decision_stores_the_entry_that_it_is_about(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    page = gate_log(fresh_school.window)
    click(page.new)
    QTest.keyClicks(page.panel.reasons.typed, "Kom for sent")
    QTest.keyClick(page.panel.reasons.typed, Qt.Key.Key_Return)
    (entry,), (reason,) = desk.school.of(GateEntry), desk.school.of(GateReason)
    assert (entry.came, reason.parent, reason.text) == ("2026-11-23", entry.id, "Kom for sent")
    fresh_school.window.undo()
    assert (desk.school.of(GateEntry), desk.school.of(GateReason)) == ((), ())
    click(page.new)
    click(page.panel.decision.chip("parked"))
    (entry,) = desk.school.of(GateEntry)
    assert (entry.decision, entry.signed_by, entry.came) == ("parked", "principal", "2026-11-23")
    assert "Fjern" in said_on(page.panel)


def test_nothing_is_lost_where_the_first_thing_cannot_be_stored(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for place in ("gatekeeping entry", "meeting", "own item"):
        begun = PLACES[place](fresh_school)
        close_store(desk)
        widget = as_widget(begun.name.editor)
        take_cursor(widget)
        QTest.keyClicks(widget, "Leseløftet")
        begun.close()
        assert (begun.name.isVisible(), begun.name.as_typed) == (True, "Leseløftet")
        assert desk.school.of(begun.record) == ()
        close_store(desk, closed=False)
        begun.close()
        assert [getattr(one, begun.name.name) for one in desk.school.of(begun.record)] == ["Leseløftet"]


def test_a_reason_that_cannot_be_stored_leaves_its_entry_begun(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    entry = desk.new_records.begin(GateEntry(what="Kurs"))
    close_store(desk)
    with pytest.raises(FosdeskError):
        desk.new_records.add(GateReason(text="Nei"), entry.id)
    close_store(desk, closed=False)
    assert desk.new_records.is_begun(entry.id)
    assert desk.school.of(GateEntry) == ()


def test_acts_that_need_a_stored_item_wait_for_it(fresh_school: Fosdesk) -> None:
    page = fresh_school.window.page("phase:F2")
    begun = PLACES["own item"](fresh_school)
    assert isinstance(page, PhasePage)
    details = page.opened.widget
    assert details is not None
    assert "Flytt opp" not in said_on(details)
    for act in ("up", "hide", "delete"):
        page.lists[1].act(act, begun.name.record_id)
    QTest.keyClick(as_widget(begun.name.editor), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk_of(fresh_school).school.of(OwnItem) == ()
    as_widget(begun.name.editor).setFocus()
    QTest.keyClicks(as_widget(begun.name.editor), "Vårt")
    leave(begun.name)
    assert "Flytt opp" in said_on(details)
