"""What is for the leadership team alone has no place in a colleague's window, not even an empty one."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import fields_of
from fosdesk.domain.journal import Edit, birth
from fosdesk.domain.records import Membership, Person
from fosdesk.exchange.example.colleague_copy import other_school_journal
from fosdesk.privacy.audience import Audience, may_show
from fosdesk.ui.work_group.work_group_page import WorkGroupPage
from tests.program import NOON
from tests.ui.acts import desk_of, page_of, said_on
from tests.ui.hands import opened, people_of, seat_panel, seats_of

NOTES = ("The leadership team's own notes", "only for the leadership team")


@pytest.fixture
def beside(with_example: Fosdesk) -> WorkGroupPage:
    """The work group of a colleague's school with one member, in its own window."""
    journal, store = other_school_journal(), desk_of(with_example).workspace.store
    store.merge(journal, own=False, now=NOON)
    edits = [birth("p", "person"), Edit("p", "name", "", "Berit"), birth("m", "membership")]
    edits += [Edit("m", "person", "", "p"), Edit("m", "standing", "", "member")]
    store.append(journal.school, edits, StepLabel("create"), role="principal", app="t", now=NOON)
    with_example.open_school(journal.school)
    window = with_example.school_window(journal.school)
    assert window is not None
    return page_of(window, "work_group", WorkGroupPage)


def test_a_persons_private_notes_are_shown_in_ones_own_school_alone(
    with_example: Fosdesk, beside: WorkGroupPage
) -> None:
    own = page_of(with_example.window, "work_group", WorkGroupPage)
    for page, expected in ((own, True), (beside, False)):
        person = next(part.person for part in page.desk.school.of(Membership))
        said = said_on(opened(people_of(page), person))
        words = page.desk.words
        assert (words(NOTES[0]) in said) is expected
        assert (words("Motivation: do they want this?") in said) is expected


@pytest.mark.parametrize(("seat", "title"), [("critical_voice", "Who has the task now"), ("union", "Who it is")])
def test_who_has_a_private_seat_is_shown_in_ones_own_school_alone(
    with_example: Fosdesk, beside: WorkGroupPage, seat: str, title: str
) -> None:
    own = page_of(with_example.window, "work_group", WorkGroupPage)
    for page, expected in ((own, True), (beside, False)):
        said, words = said_on(seat_panel(seats_of(page), seat)), page.desk.words
        assert (words(title) in said) is expected
        assert (words(NOTES[1]) in said) is expected


def test_why_somebody_left_is_asked_once_they_have_and_is_found_by_nobody_else(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Person("p", name="Aud", role="assistant"))
    desk.workspace.add(Membership("membership:p", person="p", standing="member"))
    page = page_of(fresh_school.window, "work_group", WorkGroupPage)
    form = opened(people_of(page), "p")
    assert not form.editors["why_left"].isVisible()
    assert "Assistenter" in form.by_role.text(), "the seat that the role fills is seen from the person"
    desk.workspace.commit(
        desk.school.get(Membership, "membership:p"), Membership("membership:p", person="p", standing="former")
    )
    assert form.editors["why_left"].isVisible()
    for audience in Audience:
        assert not may_show(fields_of(Membership)["why_left"], audience)
