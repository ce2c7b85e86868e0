"""An item is moved to another phase in the real window, with a short reason, and back by undo."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Answer, OwnItem
from fosdesk.ui.phase.checklist_details import ChecklistDetails
from fosdesk.ui.phase.item_change import ItemChange
from fosdesk.ui.phase.phase_page import PhasePage
from tests.ui.acts import desk_of, leave, page_of, settle, type_in


def details_of(program: Fosdesk, phase: str, record: str) -> ChecklistDetails:
    page = page_of(program.window, f"phase:{phase}", PhasePage)
    page.show_record(record)
    settle()
    details = next(one.rows[record].details for one in page.lists if record in one.rows)
    assert details is not None
    return details


def change_of(details: ChecklistDetails) -> ItemChange:
    assert details.change is not None
    details.change.unfold()
    assert isinstance(details.change.inside, ItemChange)
    settle()
    return details.change.inside


def test_a_suggested_item_goes_to_another_phase_and_comes_back(fresh_school: Fosdesk) -> None:
    desk, record = desk_of(fresh_school), "answer:F4-14"
    change = change_of(details_of(fresh_school, "F4", record))
    type_in(change.why, "Vi får nye hver høst")
    leave(change.why)
    change.phase.editor.show_value("F3")
    change.phase.commit()
    settle()
    answer = desk.school.get(Answer, record)
    assert (answer.moved_to, answer.adapted_why) == ("F3", "Vi får nye hver høst")
    fourth = page_of(fresh_school.window, "phase:F4", PhasePage)
    assert not any(record in one.rows for one in fourth.lists)
    again = details_of(fresh_school, "F3", record)
    assert again.change is not None
    assert again.change.is_open, "what was changed is seen"
    fresh_school.window.undo()
    settle()
    assert any(record in one.rows for one in page_of(fresh_school.window, "phase:F4", PhasePage).lists)


def test_an_item_of_the_schools_own_is_moved_by_the_same_field(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(OwnItem("own", phase="F1", own_text="Heng det opp"))
    change = change_of(details_of(fresh_school, "F1", "own"))
    change.phase.editor.show_value("F2")
    change.phase.commit()
    settle()
    assert desk.school.get(OwnItem, "own").phase == "F2"
    assert details_of(fresh_school, "F2", "own").line.phase == "F2"
