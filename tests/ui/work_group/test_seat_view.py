"""Who may be given a seat: everybody who is here today, also somebody who is known to leave later."""

from datetime import timedelta

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Person
from tests.program import TODAY
from tests.ui.acts import desk_of
from tests.ui.hands import page_of, seat_panel, seats_of


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
