"""What holds in everyday life in the real window: checks that are begun with their kind, and who withdraws."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Partner, Survey, WithdrawalStep
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.plan.plan_page import PlanPage
from fosdesk.ui.plan.upkeep_part import UpkeepPart
from tests.ui.acts import desk_of, page_of, said_on, settle


def part_of(program: Fosdesk) -> UpkeepPart:
    page = page_of(program.window, "plan", PlanPage)
    page.turn_to_part("upkeep")
    part = page.part("upkeep")
    assert isinstance(part, UpkeepPart)
    settle()
    return part


def line_of(part: UpkeepPart, title: str) -> LineButton:
    return next(one for one in part.lines if one.title == title)


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Er gruppen godt etablert?", "establishment"),
        ("Handler arbeidet fortsatt om et inkluderende læringsmiljø?", "focus"),
    ],
)
def test_a_check_is_begun_with_its_kind_and_opened_again_later(fresh_school: Fosdesk, title: str, about: str) -> None:
    desk = desk_of(fresh_school)
    line_of(part_of(fresh_school), title).click()
    settle()
    (made,) = desk.school.of(Survey)
    assert (made.about, made.day) == (about, desk.day())
    assert fresh_school.window.current_key == "involvement"
    line_of(part_of(fresh_school), title).click()
    settle()
    assert desk.school.of(Survey) == (made,), "the one that was made is opened"


def test_who_withdraws_is_told_with_the_next_step(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    assert "De som trekker seg ut" not in said_on(part_of(fresh_school))
    for one in (
        Partner("fau", name="FAU"),
        Partner("uh", name="Høgskolen", withdraws="2028-06-16", takes_over="Arbeidsgruppen"),
        Partner("rp", name="Ressurspersonen", withdraws="2027-12-17"),
        WithdrawalStep("done", partner="rp", what="Lede møtet", done="2026-11-18", due="2026-11-01"),
        WithdrawalStep("later", partner="rp", what="Nettverket først", due="2027-09-15"),
        WithdrawalStep("next", partner="rp", what="Kontakt med PPT", due="2027-05-12"),
    ):
        desk.workspace.add(one)
    part = part_of(fresh_school)
    titles = [one.title for one in part.lines]
    assert titles.index("Ressurspersonen") < titles.index("Høgskolen")
    assert "FAU" not in titles
    assert line_of(part, "Ressurspersonen")._below == "Neste: Kontakt med PPT"
    assert line_of(part, "Høgskolen")._below == "Tar over: Arbeidsgruppen"
    line_of(part, "Ressurspersonen").click()
    settle()
    assert fresh_school.window.current_key == "work_group"


def test_what_was_planned_from_outside_is_told_with_what_the_gate_answered(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(
        GateEntry("a", what="Kapittel om tilhørighet", planned=True, decision="parked", came="2026-09-03")
    )
    desk.workspace.add(GateEntry("b", what="Noe annet", decision="parked", came="2026-09-03"))
    part = part_of(fresh_school)
    assert "Noe annet" not in [one.title for one in part.lines]
    assert line_of(part, "Kapittel om tilhørighet")._below == "Parkert"
    line_of(part, "Kapittel om tilhørighet").click()
    settle()
    assert fresh_school.window.current_key == "gatekeeping"


def test_its_documents_are_one_click_away(fresh_school: Fosdesk) -> None:
    part_of(fresh_school)
    line_of(part_of(fresh_school), "Rutiner og det som bærer i hverdagen").click()
    settle()
    assert fresh_school.window.current_key == "documents"
