"""Who may be given a seat: everybody who is here today, also somebody who is known to leave later."""

from datetime import timedelta

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Membership, Person
from tests.program import TODAY
from tests.ui.acts import desk_of, said_on
from tests.ui.hands import out_of, page_of, seat_panel, seats_of


def test_a_seat_is_offered_to_whoever_is_here_today(fresh_school: Fosdesk) -> None:
    desk, page = desk_of(fresh_school), page_of(fresh_school)
    day, tomorrow = TODAY.isoformat(), (TODAY + timedelta(days=1)).isoformat()
    desk.workspace.add(Person("stays", name="Aud"))
    desk.workspace.add(Person("leaves tomorrow", name="Even", left=tomorrow))
    desk.workspace.add(Person("left today", name="Siv", left=day))
    panel = seat_panel(seats_of(page), "camps")
    assert panel.holders is not None
    choose = panel.holders.choose
    offered = {choose.itemData(place) for place in range(choose.count())}
    assert {"stays", "leaves tomorrow"} <= offered
    assert "left today" not in offered


def test_whom_the_unions_appointed_is_found_from_the_seat_before_anybody_asked_them(fresh_school: Fosdesk) -> None:
    desk, page = desk_of(fresh_school), page_of(fresh_school)
    desk.workspace.add(Person("noted", name="Aud"))
    desk.workspace.add(Person("asked", name="Per"))
    desk.workspace.add(Membership("m", "asked", "former"))
    panel = seat_panel(seats_of(page), "union")
    assert panel.holders is not None
    choose = panel.holders.choose
    choose.setCurrentIndex(choose.findData("noted"))
    choose.activated.emit(choose.currentIndex())
    (part,) = [one for one in desk.school.of(Membership) if one.person == "noted"]
    assert (part.union_appointed, part.standing) == (True, "candidate")
    assert out_of(desk, "Aud") in said_on(panel)
    fresh_school.window.undo()
    assert [one.person for one in desk.school.of(Membership)] == ["asked"]


def test_those_whose_role_fits_are_offered_first(fresh_school: Fosdesk) -> None:
    desk, page = desk_of(fresh_school), page_of(fresh_school)
    for name, role in (("Aud", "teacher"), ("Siv", "skilled_worker"), ("Åse", "assistant")):
        desk.workspace.add(Person(name, name=name, role=role))
    panel = seat_panel(seats_of(page), "assistants")
    assert panel.holders is not None
    choose = panel.holders.choose
    assert [choose.itemData(place) for place in range(1, choose.count())] == ["Siv", "Åse", "Aud"]
