"""What was changed lately says when there is more than it shows."""

from fosdesk.app import Fosdesk
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, birth
from fosdesk.domain.records import GateEntry
from fosdesk.store.lookups.past_queries import MOST_CHANGES
from fosdesk.ui.safety.history_page import HistoryPage
from tests.ui.acts import desk_of, page_of, said_on

FURTHER_BACK = "There is more further back. Each thing has its whole history where it stands."


def test_there_is_more_further_back_where_it_is_and_only_there(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry("g", what="Leseløftet"))
    page = page_of(fresh_school.window, "history", HistoryPage)
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
