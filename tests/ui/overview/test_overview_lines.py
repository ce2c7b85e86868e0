"""What changed lately, on the overview: nothing of whoever is shielded, not even that something was written."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Membership, Person
from fosdesk.ui.overview.overview_lines import recent_lines
from tests.ui.acts import desk_of


def test_what_changed_lately_leaves_out_whoever_is_shielded(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry("g", what="Leseløftet"))
    before = {line.record for line in recent_lines(desk, 100)}
    desk.workspace.add(Person("p", name="Turid Testad", role="teacher"))
    desk.workspace.add(Membership("m", person="p", standing="member"))
    shown = recent_lines(desk, 100)
    assert {line.record for line in shown} > before
    desk.workspace.shield("p", "", desk.day())
    left = recent_lines(desk, 100)
    assert not any(desk.words("shielded") in line.title for line in left)
    assert len(left) <= len(before) + 1, "and perhaps that somebody was shielded"
