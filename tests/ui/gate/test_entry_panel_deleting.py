"""An entry takes its reasons and its translation note along when it is deleted."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, GateReason, TranslationNote
from tests.ui.acts import desk_of, press
from tests.ui.gate_log import gate_log


def test_nothing_of_a_deleted_entry_is_left_behind(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    entry = GateEntry("e" * 12, what="Leseløftet", decision="adapted")
    reason = GateReason("r" * 12, parent=entry.id, text="Passer")
    note = TranslationNote(f"translation:{entry.id}", kept="Boka")
    desk.workspace.commit_all([(None, entry), (None, reason), (None, note)])
    page = gate_log(fresh_school.window)
    page.show_record(entry.id)
    press(page.panel, "Fjern")
    assert [desk.school.find(one.id) for one in (entry, reason, note)] == [None, None, None]
    fresh_school.window.undo()
    assert [desk.school.find(one.id) for one in (entry, reason, note)] == [entry, reason, note]
