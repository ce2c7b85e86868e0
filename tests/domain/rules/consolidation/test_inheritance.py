"""What a new area goes on with: the method as it is today, and nothing of the content."""

from fosdesk.domain.records import CoreComponent, MethodCard, Partner, SchoolProfile, TimeSlot, WorkGroup
from fosdesk.domain.rules.consolidation.inheritance import inherited
from tests.domain.schools import school_of
from tests.ui.acts import changed

TODAY = "2026-11-23"


def test_group_methods_partners_and_time_go_along_as_they_are_today() -> None:
    some = (
        WorkGroup("work_group", name="Savnegruppen"),
        MethodCard("round", name="Runde"),
        changed(MethodCard("old", name="Gammel"), put_away=True),
        Partner("ppt", name="PPT"),
        Partner("gone", name="UH", withdraws="2026-06-19"),
        Partner("leaves", name="Ressursperson", withdraws="2027-12-17"),
        TimeSlot("now", what="Gruppen", semester="2026H"),
        TimeSlot("past", what="Gruppen", semester="2026V"),
        CoreComponent("seen", name="Sett"),
        SchoolProfile("school", direction="Alle"),
    )
    found = {one.kind: [record.id for record in one.records] for one in inherited(school_of(*some), TODAY)}
    assert found == {"group": ["work_group"], "methods": ["round"], "partners": ["ppt", "leaves"], "time": ["now"]}


def test_an_empty_school_hands_nothing_on() -> None:
    assert not any(one.records for one in inherited(school_of(), TODAY))
