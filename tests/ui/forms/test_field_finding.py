"""A link leads to the field it names: its page, its record opened, the field in view with the cursor in it."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Choice, Date, Field, Number, Order, Record, Reference, SemesterField, YesNo
from fosdesk.domain.records import Answer, CoreComponent, GateEntry, Person, PhaseState
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.ui.forms.conflict import Conflict
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.field_finding import ConflictDialog
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.overview.overview_page import OverviewPage
from fosdesk.ui.phase.phase_page import PhasePage
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.window.main_window import MainWindow
from fosdesk.workspace import Workspace
from tests.sampling import sampled
from tests.ui.acts import bring_to_front, changed, desk_of, from_colleague, page_of, press, said_on, settle, wait_until
from tests.ui.phase_window import page_of as phase_of
from tests.ui.tool_lines import press_line

FIXED = {
    "phase_frame": "phase_frame:F1",
    "answer": "answer:F2-13",
    "phase": "phase:F2",
    "reflection": "reflection:F2-1",
    "seat": "seat:fau",
    "work_group": "work_group",
    "school_profile": "school",
    "time_plan": "time_plan",
    "balance": "balance:2026H",
    "description": "description:anchoring",
    "advice_reply": "advice:W2",
    "translation_note": "translation:gate_entry0",
    "membership": "membership:person0",
}


def in_view(window: MainWindow, widget: QWidget) -> bool:
    """Whether the upper part of a widget is seen through all that it can be scrolled in."""
    shown = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    shown.setHeight(min(shown.height(), 60))
    if not widget.isVisible() or not window.rect().contains(shown):
        return False
    area: QWidget | None = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            port = area.viewport()
            if not QRect(port.mapTo(window, QPoint(0, 0)), port.size()).contains(shown):
                return False
        area = area.parentWidget()
    return True


def field_of(window: MainWindow, record_id: str, name: str) -> FieldEditor | Conflict | None:
    """The field with the cursor in it, wherever it is shown."""
    there: QWidget | None = window.focusWidget()
    while there is not None and not isinstance(there, FieldEditor | Conflict):
        there = there.parentWidget()
    if isinstance(there, FieldEditor | Conflict) and (there.record_id, there.name) == (record_id, name):
        return there
    return None


def is_shown(window: MainWindow, record_id: str, name: str) -> bool:
    """Whether a link has led somewhere: to a dialog, or to the field."""
    return window.findChild(ConflictDialog) is not None or field_of(window, record_id, name) is not None


def arrived(program: Fosdesk, record_id: str, name: str) -> FieldEditor | Conflict:
    """The field that a link has led to, in view."""
    settle()
    found = field_of(program.window, record_id, name)
    assert found is not None, (record_id, name, program.window.current_key, program.window.focusWidget())
    wait_until(lambda: in_view(program.window, found))  # what wraps has its height a moment later
    settle()
    assert in_view(program.window, found), (record_id, name)
    return found


def value(field: Field, letter: str) -> object:
    number = "ABC".index(letter) + 1
    match field:
        case YesNo():
            return letter != "A"
        case Number():
            return number
        case Date():
            return f"2026-10-0{number}"
        case SemesterField():
            return f"{2025 + number}H"
        case Choice():
            return field.options[number % len(field.options)].key
        case Reference():
            return f"{field.target}{'ABC'.index(letter)}"
    return f"Tekst {letter}"


def filled(noun: str, letter: str) -> Record:
    fields = {n: f for n, f in NOUNS[noun].fields.items() if not isinstance(f, Order) and not f.hidden}
    record = NOUNS[noun].record(FIXED.get(noun, f"{noun}0"), **{n: value(f, letter) for n, f in fields.items()})
    return changed(record, **_where(noun))


def _where(noun: str) -> dict[str, str]:
    """What decides on which page a record stands; nobody disputes it."""
    return {
        "own_item": {"phase": "F2", "track": "A"},
        "transition_note": {"phase": "F2"},
        "membership": {"person": "person0"},
        "critical_voice": {"person": "person0"},
        "gate_reason": {"parent": "gate_entry0"},
    }.get(noun, {})


def disputed(desk: Desk, folder: Path, noun: str) -> list[tuple[str, str]]:
    """Let two people write in all fields of one record of a noun."""
    for kind, record in (("person", Person), ("core_component", CoreComponent), ("gate_entry", GateEntry)):
        for number in range(3):
            if desk.school.find(f"{kind}{number}") is None:
                desk.workspace.add(record(f"{kind}{number}"))
    first = filled(noun, "A")
    stored = desk.school.find(first.id)
    desk.workspace.commit(stored, first)

    def theirs(there: Workspace) -> None:
        there.commit(first, filled(noun, "B"))

    file = from_colleague(desk, folder, theirs)
    desk.workspace.commit(first, filled(noun, "C"))
    desk.workspace.adopt(desk.workspace.merge(load_school_file(file), folder / "backups").update)
    return [key for key in desk.school.conflicts if not NOUNS[noun].fields[key[1]].hidden]


SEEN = [key for key, one in NOUNS.items() if any(not f.hidden for f in one.fields.values())]


@pytest.mark.parametrize("half", sampled((0, 1), 2))
@pytest.mark.parametrize("noun", sampled(SEEN))
def test_each_conflict_is_one_link_away_opened_and_in_view(
    fresh_school: Fosdesk, tmp_path: Path, noun: str, half: int
) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    found = disputed(desk, tmp_path, noun)
    assert found
    for record_id, name in found[half::2]:
        page = page_of(window, "schools", SchoolsPage)
        ways = [b for b in page.conflicts.findChildren(QAbstractButton) if b.property("look") == "row"]
        assert len(ways) == len(found)
        ways[found.index((record_id, name))].click()
        wait_until(partial(is_shown, window, record_id, name))
        dialog = window.findChild(ConflictDialog)
        if dialog is not None:
            shown: FieldEditor | Conflict = dialog.conflict
            assert dialog.isVisible()
        else:
            shown = arrived(fresh_school, record_id, name)
        conflict = shown.conflict if isinstance(shown, FieldEditor) else shown
        assert conflict.isVisible(), (record_id, name)
        assert "To har skrevet her" in said_on(conflict)
        if dialog is not None:
            dialog.reject()
            dialog.setParent(None)
            dialog.deleteLater()
            settle()


def test_the_last_value_is_chosen_in_a_dialog_where_no_page_shows_the_field(
    fresh_school: Fosdesk, tmp_path: Path
) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    assert ("seat:fau", "considered") in disputed(desk, tmp_path, "seat")
    window.go_to_field("seat:fau", "considered")
    settle()
    dialog = window.findChild(ConflictDialog)
    assert dialog is not None
    press(dialog, "Bruk denne")
    assert ("seat:fau", "considered") not in desk.school.conflicts
    assert not dialog.isVisible()


def test_what_is_left_out_and_the_direction_are_written_at_their_item(fresh_school: Fosdesk) -> None:
    page = phase_of(fresh_school, "F2")
    page.show_record("answer:F2-04")
    settle()
    written = [(one.record_id, one.name) for one in page.findChildren(FieldEditor) if one.isVisible()]
    assert [name for record, name in written if record == "school"] == ["direction", "left_out"]
    press(page, "Gjør det under Retning")
    arrived(fresh_school, "school", "direction")
    assert fresh_school.window.current_key == "direction"


@pytest.mark.parametrize(
    ("item", "record_id", "name"),
    [
        ("F2-08", "work_group", "mandate"),
        ("F2-09", "work_group", "size_reason"),
        ("F2-12", "seat:critical_voice", "reason"),
        ("F2-20", "balance:2026H", "effort"),
    ],
)
def test_an_item_opens_the_field_in_which_its_work_is_written(
    fresh_school: Fosdesk, item: str, record_id: str, name: str
) -> None:
    page = phase_of(fresh_school, "F2")
    page.show_record(f"answer:{item}")
    settle()
    press(page, "Gjør det under")
    settle()
    if item == "F2-12":
        shown = fresh_school.window.page("work_group").findChildren(FieldEditor)
        assert [one.name for one in shown if one.record_id == record_id and one.isVisible()] == [name]
    else:
        arrived(fresh_school, record_id, name)


def test_the_kangaroo_check_opens_from_its_advice_and_leads_to_what_waits(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    desk.workspace.commit(PhaseState("phase:F4"), PhaseState("phase:F4", opened="2026-08-20"))
    for number in range(3):
        entry = GateEntry(what=f"Satsing {number}", decision="admitted", points_to="outside", came="2026-10-01")
        desk.workspace.add(changed(entry, signed="2026-10-02", reason="Ja"))
    overview = page_of(window, "overview", OverviewPage)
    card = next(one for one in overview.cards if one.advice.warning == "W3")
    card.look.click()
    arrived(fresh_school, "answer:F4-08", "how")
    assert window.current_key == "phase:F4"
    desk.workspace.add(GateEntry(what="Kurs", came="2026-11-01", points_to="direction"))
    waiting = desk.workspace.add(GateEntry(what="Ny satsing", came="2026-11-02", points_to="outside"))
    page = window.page("phase:F4")
    assert isinstance(page, PhasePage)
    press_line(page, "Ny satsing")
    gate = window.page("gatekeeping")
    settle()
    assert window.current_key == "gatekeeping"
    assert gate.property("visible")
    assert "Ny satsing" in [e.as_typed for e in gate.findChildren(FieldEditor) if e.record_id == waiting.id]


def test_a_missing_reason_opens_from_its_advice(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Kurs", decision="kept_out", signed="2026-11-02"))
    overview = page_of(window, "overview", OverviewPage)
    next(one for one in overview.cards if one.advice.warning == "W8").look.click()
    arrived(fresh_school, entry.id, "reason")
    assert window.current_key == "gatekeeping"


def test_the_history_and_the_overview_lead_to_what_was_written(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    bring_to_front(window)
    before = desk.school.profile
    desk.workspace.commit(before, changed(before, left_out="Leksefri skole"))
    overview = page_of(window, "overview", OverviewPage)
    overview.changes.buttons[0].click()
    arrived(fresh_school, "school", "left_out")
    answer = Answer("answer:F1-06", status="done")
    desk.workspace.commit(Answer("answer:F1-06"), answer)
    desk.workspace.commit(answer, changed(answer, responsible="Rektor"))
    window.go_to_field("answer:F1-06", "responsible")
    editor = arrived(fresh_school, "answer:F1-06", "responsible")
    assert isinstance(editor, FieldEditor)
    assert as_widget(editor.editor).property("text") == "Rektor"
