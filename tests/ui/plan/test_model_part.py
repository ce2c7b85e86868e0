"""The model in the real window: its names side by side, where words come from, and what the school changed."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Answer, OwnItem, PhaseState
from fosdesk.ui.plan.model_part import FIXSEN, ModelPart
from fosdesk.ui.plan.plan_page import PlanPage
from tests.ui.acts import desk_of, page_of, said_on, settle


def part_of(program: Fosdesk) -> ModelPart:
    page = page_of(program.window, "plan", PlanPage)
    program.window.go("model", "")
    part = page.part("model")
    assert isinstance(part, ModelPart)
    settle()
    return part


def test_all_names_the_reference_and_whose_drawing_it_is_are_told(fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school)
    said = said_on(part)
    for one in ("Organisasjonsutvikling", "2 Implementering", "3 Kjernekomponenter og grensevokting", FIXSEN[:40]):
        assert one in said
    assert "Her er kjernekomponenter det skolen selv er enig om" in said
    assert "Tegningen er vår egen." in part.figure.accessibleName()
    assert "Ikke noe ennå." in said


def test_a_name_of_the_schools_own_stands_beside_the_others(fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school)
    workspace = desk_of(fresh_school).workspace
    workspace.commit(PhaseState("phase:F2"), PhaseState("phase:F2", own_title="Hvor vil vi?", own_title_why="Lett"))
    settle()
    said = said_on(part)
    assert "Hvor vil vi?" in said
    assert "2 Retning og rigging" in said
    assert part.lines[0]._below == "Lett"


def test_each_change_leads_to_where_the_item_stands_now(fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school)
    workspace = desk_of(fresh_school).workspace
    workspace.add(OwnItem("own", phase="F1", own_text="Heng det opp"))
    workspace.add(Answer("answer:F4-14", moved_to="F3", adapted_why="Nye hver høst"))
    settle()
    first, second = part.lines
    assert first._below == "Nye hver høst", "what has a reason comes first"
    assert second.title == "Heng det opp"
    first.click()
    settle()
    assert fresh_school.window.current_key == "phase:F3"
    part.figure.picked.emit("F2")
    assert fresh_school.window.current_key == "phase:F2"
