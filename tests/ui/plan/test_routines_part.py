"""What the framework suggests to come back to every year is offered, and never entered unasked."""

from fosdesk.app import Fosdesk
from fosdesk.content import read_framework
from fosdesk.domain.records import Routine
from fosdesk.ui.plan.plan_page import PlanPage
from fosdesk.ui.plan.routines_part import RoutinesPart
from tests.ui.acts import desk_of, page_of, press, said_on, settle
from tests.ui.noun_lists import ShownList


def part_of(program: Fosdesk) -> RoutinesPart:
    """The part, shown in the window."""
    page = page_of(program.window, "plan", PlanPage)
    page.turn_to_part("routines")
    part = page.part("routines")
    assert isinstance(part, RoutinesPart)
    settle()
    return part


def test_each_reminder_is_offered_and_one_press_makes_it_a_routine(fresh_school: Fosdesk) -> None:
    part, desk = part_of(fresh_school), desk_of(fresh_school)
    assert all(one.text in said_on(part) for one in read_framework("nb").yearly)
    assert desk.school.of(Routine) == ()
    press(part, "+ Evaluer arbeidet · januar, juni")
    settle()
    (made,) = desk.school.of(Routine)
    assert (made.name, made.months, made.ring) == ("Evaluer arbeidet", "1,6", "review")
    assert ShownList(fresh_school.window, "routine").form.record_id == made.id
    assert "+ Evaluer arbeidet" not in said_on(part)
    desk.workspace.undo()
    settle()
    assert "+ Evaluer arbeidet" in said_on(part)


def test_months_are_words_in_the_list(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(Routine(name="Vi spør elevene", months="8,9,10,3"))
    part = part_of(fresh_school)
    model = part.list.table.model()
    assert "august til oktober, mars" in [str(model.index(0, c).data()) for c in range(model.columnCount())]
