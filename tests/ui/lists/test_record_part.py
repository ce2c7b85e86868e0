"""The one record of its kind as a part of a page: every field of its definition can be written there."""

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import fields_of
from fosdesk.domain.records import TimePlan, WorkGroup
from fosdesk.ui.lists.record_part import RecordPart
from fosdesk.ui.time.time_page import TimePage
from fosdesk.ui.work_group.work_group_page import WorkGroupPage
from tests.ui.acts import desk_of, page_of
from tests.ui.hands import type_into


def test_every_field_is_there_and_the_first_thing_written_makes_the_record(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for page, part_key, record in ((WorkGroupPage, "mandate", WorkGroup), (TimePage, "agreements", TimePlan)):
        shown = page_of(fresh_school.window, page.key, page)
        shown.tabs.show_tab(part_key)
        part = shown.part(part_key)
        assert isinstance(part, RecordPart)
        assert list(part.editors) == list(fields_of(record))
        assert desk.school.of(record) == (), "looking writes nothing"
        first = next(iter(part.editors.values()))
        type_into(first, "1.12.2026")
        assert len(desk.school.of(record)) == 1


def test_a_field_that_is_written_at_an_item_is_found_on_the_page(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit(None, WorkGroup("work_group", criteria="Den andre lytter til"))
    fresh_school.window.go_to_field("work_group", "criteria")
    page = fresh_school.window.page("work_group")
    assert isinstance(page, WorkGroupPage)
    part = page.part("mandate")
    assert isinstance(part, RecordPart)
    cursor = fresh_school.window.focusWidget()
    assert cursor is not None
    assert part.editors["criteria"].isAncestorOf(cursor)
