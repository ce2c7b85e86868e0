"""The page Involvement: surveys among the other tools, found and begun by name."""

from fosdesk.app import Fosdesk
from fosdesk.ui.involvement.involvement_page import InvolvementPage
from fosdesk.ui.involvement.surveys_part import SurveysPart
from tests.ui.acts import settle


def test_surveys_stand_among_the_tools_of_the_page(fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    window.go("involvement", "survey")
    settle()
    page = window.page("involvement")
    assert isinstance(page, InvolvementPage)
    assert page.part_shown == "surveys"
    part = page.part("surveys")
    assert isinstance(part, SurveysPart)
    window.go("overview", "")
    window.go("involvement", "")
    page.turn_to_part("needs")
    assert "surveys" in {one.key for one in page.unused()}, "nobody has used it, so it stands under «more tools»"
