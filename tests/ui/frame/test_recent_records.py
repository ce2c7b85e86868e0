"""Which records were opened last: the latest first, each once, and none that is gone."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.frame.recent_records import RecentRecords, is_open_title, is_suggested
from tests.ui.acts import desk_of


def test_the_latest_comes_first_and_what_is_open_is_left_out(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    recent = RecentRecords(desk)
    for key in ("a", "b", "c"):
        desk.workspace.add(GateEntry(key))
        recent.opened(key)
    recent.opened("a")
    assert recent.ids == []
    for key in ("a", "b", "c"):
        recent.closed(key)
    assert recent.ids == ["a", "c", "b"]
    desk.workspace.delete([desk.school.get(GateEntry, "c")])
    assert recent.ids == ["a", "b"]


def test_what_is_no_record_is_not_noted(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    recent = RecentRecords(desk)
    for key in ("steering_brief", "finished", "", "answer:X9-99"):
        recent.opened(key)
    item = next(iter(desk.framework.items)).id
    recent.opened(f"answer:{item}")
    recent.closed(f"answer:{item}")
    assert recent.ids == [f"answer:{item}"]
    assert is_suggested(desk.framework, f"answer:{item}")
    assert is_open_title(desk, f"answer:{item}")


def test_no_more_than_twenty_are_kept(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    recent = RecentRecords(desk)
    for number in range(30):
        desk.workspace.add(GateEntry(f"e{number}"))
        recent.opened(f"e{number}")
    assert len(desk.choices.recent.split()) == 20
    recent.be_at("gatekeeping")
    assert desk.choices.left_at == "gatekeeping e29"
    recent.closed("e29")
    assert desk.choices.left_at == "gatekeeping e28"
    recent.be_at("overview")
    assert desk.choices.left_at == "overview"
