"""What was changed lately says when there is more than it shows."""

from datetime import timedelta

from fosdesk.app import Fosdesk
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, birth
from fosdesk.domain.records import GateEntry, Meeting
from fosdesk.store.lookups.past_queries import MOST_CHANGES
from fosdesk.ui.safety.changes_part import ChangesPart
from fosdesk.ui.safety.storage_page import StoragePage
from tests.reading import words_on
from tests.ui.acts import desk_of, has_button, page_of, press, said_on, settle, wait_until

FURTHER_BACK = "There is more further back. Each thing has its whole history where it stands."


def test_there_is_more_further_back_where_it_is_and_only_there(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry("g", what="Leseløftet"))
    page = page_of(fresh_school.window, "history", StoragePage)
    said = said_on(page)
    assert "Leseløftet" in said
    assert desk.words(FURTHER_BACK) not in said
    many = range(MOST_CHANGES // 2 + 1)
    edits = [birth(f"g{n}", "gate_entry") for n in many] + [Edit(f"g{n}", "what", "", f"Innspill {n}") for n in many]
    now = desk.workspace.now()
    desk.workspace.store.append(desk.school.id, edits, StepLabel("create"), role="principal", app="t", now=now)
    desk.workspace.reload()
    page.refresh(None)
    assert desk.words(FURTHER_BACK) in said_on(page)


def test_no_heading_stands_alone_above_what_is_not_shown_yet(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for number in range(30):  # on two pages in turn, so that nearly each line has a heading
        desk.workspace.add(GateEntry(what=f"Innspill {number}"))
        desk.workspace.add(Meeting(what=f"Møte {number}"))
    page = page_of(fresh_school.window, "history", StoragePage)
    wait_until(lambda: has_button(page, "Vis flere"))
    for _ in range(3):
        said = [one for one in dict.fromkeys(words_on(page)) if one]
        above = said[said.index("Vis flere") - 1] if "Vis flere" in said else ""
        assert above not in ("Tid", "Grensevokting")
        if "Vis flere" in said:
            press(page, "Vis flere")
            settle()
    assert "Innspill 0" in said_on(page)


def test_a_day_that_is_a_heading_begins_as_one(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    part = page_of(fresh_school.window, "history", StoragePage).part("changes")
    assert isinstance(part, ChangesPart)
    assert part._day_words(desk.today() - timedelta(days=3)) == "Fredag 20. november 2026"
