"""The page Plan: gaps have their tab always, beside the tools."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GapReply, Milestone
from fosdesk.ui.plan.gaps_part import GapsPart
from fosdesk.ui.plan.plan_page import PlanPage
from tests.ui.acts import desk_of, page_of, said_on


def test_the_gaps_have_their_tab_and_tools_go_on_as_before(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school.window, "plan", PlanPage)
    assert "Helheten" in said_on(page)
    fresh_school.window.go("gaps", "")
    assert isinstance(page.part(page.part_shown), GapsPart)
    made = desk_of(fresh_school).workspace.add(Milestone(what="Alle kjenner retningen"))
    fresh_school.window.go("plan", made.id)
    assert page.part_shown == "milestones"


def test_a_reply_leads_to_the_gaps(fresh_school: Fosdesk) -> None:
    reply = GapReply("gap:school:direction", because="Vi venter på kollegiet", day="2026-11-01")
    desk = desk_of(fresh_school)
    desk.workspace.commit(GapReply(reply.id), reply)
    page = page_of(fresh_school.window, "plan", PlanPage)
    desk.go("plan", reply.id)
    assert page.part_shown == "gaps"
