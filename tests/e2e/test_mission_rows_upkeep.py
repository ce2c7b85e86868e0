"""The row of the mission that a dialog holds: a gradual transition, with a line for what is still open, and its day."""

from pathlib import Path

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Answer, PhaseState, TransitionNote
from fosdesk.ui.phase.phase_page import PhasePage
from tests.e2e.test_mission_rows import anew, document, found_by_search, walk
from tests.program import Start
from tests.ui.acts import desk_of, press, said_on, settle


def test_k1_a_phase_is_left_gradually_with_a_line_for_each_item_that_is_open(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit(PhaseState("phase:F3"), PhaseState("phase:F3", opened="2026-08-17"))
    desk.workspace.add(Answer("answer:F3-01", due="2027-02-05"))
    walk(fresh_school, ("3", "Avslutt fasen"))
    page = fresh_school.window.page("phase:F3")
    assert isinstance(page, PhasePage)
    page.dialog.texts["why"].setPlainText("Kvernstein på veggen")
    press(page.dialog, "Legg dem i notatet")
    press(page.dialog, "Avslutt fasen")
    settle()
    (note,) = desk.school.of(TransitionNote)
    lines = note.still_open.split("\n")
    assert (note.written, note.occasion) == (desk.day(), "closes")
    assert len(lines) > 1, "each open item has its line"
    assert [line for line in lines if line.endswith("(innen 5. februar 2027)")], "and the day that is set for it"
    program = anew(fresh_school, started)
    walk(program, ("3",))
    assert "Kvernstein på veggen" in said_on(program.window.page("phase:F3"))
    assert "Kvernstein på veggen" in found_by_search(desk_of(program), "Kvernstein", private=False)
    written = document(program, "transition_note", tmp_path / "dokument.pdf")
    assert "Kvernstein på veggen" in written
    for line in lines:
        assert line.removeprefix("– ")[:30] in written, line
