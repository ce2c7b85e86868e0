"""A wish to erase somebody says which role has it, and pages hear when it is answered with no."""

from fosdesk.domain.records import EraseRequest, Person
from fosdesk.privacy.erasure_due import open_erase_requests
from tests.workspace.people import SCHOOL, Someone

DAY = "2026-11-23"


def test_a_wish_names_the_role_and_a_no_is_heard_at_once(principal: Someone, deputy: Someone) -> None:
    deputy.workspace.add(Person("p", role="teacher"))
    deputy.workspace.ask_to_erase("p", DAY)
    wish = EraseRequest("erase_request:p", person="p", day=DAY, role="deputy")
    assert deputy.workspace.school.of(EraseRequest) == (wish,)
    principal.read(deputy, "kollega.fosdesk")
    workspace = principal.workspace
    assert open_erase_requests(workspace.school, workspace.store.answered(SCHOOL)) == (wish,)
    heard: list[frozenset[str]] = []
    workspace.changed.connect(heard.append)
    workspace.decline_erasure("p")
    assert heard == [frozenset({"erase_request:p"})]
    assert open_erase_requests(workspace.school, workspace.store.answered(SCHOOL)) == ()
