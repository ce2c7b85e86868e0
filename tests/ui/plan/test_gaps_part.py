"""Gaps in the plan: each leads to where it is filled, or is known with a reason that stays at the school."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Decision, FollowUp, GapReply, PhaseState
from fosdesk.ui.plan.gap_row import GapRow
from fosdesk.ui.plan.gaps_part import GapsPart
from fosdesk.ui.plan.plan_page import PlanPage
from tests.program import Start
from tests.ui.acts import bring_to_front, desk_of, page_of, press, said_on, settle, wait_until


def gaps_on(program: Fosdesk) -> GapsPart:
    """The part, shown in the window."""
    page = page_of(program.window, "plan", PlanPage)
    program.window.go("gaps", "")
    part = page.part("gaps")
    assert isinstance(part, GapsPart)
    settle()
    return part


def row_of(part: GapsPart, title: str) -> GapRow:
    """The row of a gap."""
    settle()
    return next(one for one in part.findChildren(GapRow) if one.line.title == title)


def with_gaps(program: Fosdesk) -> None:
    """A school in its second phase, with something blank here and there."""
    workspace = desk_of(program).workspace
    workspace.commit(PhaseState("phase:F2"), PhaseState("phase:F2", opened="2026-11-10"))
    workspace.add(FollowUp(what="Ring FAU"))


def test_a_new_school_is_told_that_there_are_none(fresh_school: Fosdesk) -> None:
    assert "Det er ingen hull akkurat nå." in said_on(gaps_on(fresh_school))


def test_each_gap_leads_to_the_field_that_is_blank(fresh_school: Fosdesk) -> None:
    with_gaps(fresh_school)
    part = gaps_on(fresh_school)
    assert "Blankt: ansvarlig" in said_on(part)
    row_of(part, "Ring FAU").line.click()
    settle()
    assert fresh_school.window.current_key == "meetings"
    cursor = fresh_school.window.focusWidget()
    assert cursor is not None
    assert cursor.accessibleName() == "Ansvarlig"
    row_of(gaps_on(fresh_school), "Retningen vår").line.click()
    assert fresh_school.window.current_key == "direction"


def test_what_is_filled_is_no_gap_any_more(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    made = desk.workspace.add(Decision(what="Leksefri på mellomtrinnet"))
    part = gaps_on(fresh_school)
    assert "Leksefri på mellomtrinnet" in said_on(part)
    desk.workspace.commit(made, Decision(made.id, what=made.what, why="Prøvd ett år"))
    assert "Leksefri på mellomtrinnet" not in said_on(part)


def test_we_know_because_is_kept_and_found_again_after_a_new_start(started: Start, fresh_school: Fosdesk) -> None:
    with_gaps(fresh_school)
    folder: Path = fresh_school.folder
    part = gaps_on(fresh_school)
    row = row_of(part, "Retningen vår")
    press(row, "Vi vet, fordi …")
    settle()
    assert row.editor is not None
    typed = QApplication.focusWidget()
    assert typed is not None
    assert row.editor.isAncestorOf(typed)
    QTest.keyClicks(typed, "Vi skriver den med kollegiet")
    bring_to_front(fresh_school.window)
    row_of(part, "Ring FAU").line.setFocus()
    wait_until(lambda: "Retningen vår" not in said_on(part))
    wait_until(lambda: row_of(part, "Ring FAU").line.hasFocus())  # its line was laid anew and has the cursor still
    reply = desk_of(fresh_school).school.get(GapReply, "gap:school:direction")
    assert (reply.because, reply.day) == ("Vi skriver den med kollegiet", "2026-11-23")
    fresh_school.window.close()
    fresh_school.close()
    again = started(folder)
    part = gaps_on(again)
    assert "Retningen vår" not in said_on(part)
    assert part.known is not None
    part.known.click()
    assert "Vi skriver den med kollegiet" in said_on(part)
    press(part, "Ta svaret tilbake")
    assert "Retningen vår" in said_on(part)


def test_there_are_no_numbers_to_be_compared_by(fresh_school: Fosdesk) -> None:
    with_gaps(fresh_school)
    part = gaps_on(fresh_school)
    assert not any(character.isdigit() for character in said_on(part).replace("2 Retning og rigging", ""))


def test_escape_closes_a_reply_in_which_nothing_is_typed(fresh_school: Fosdesk) -> None:
    with_gaps(fresh_school)
    row = row_of(gaps_on(fresh_school), "Ring FAU")
    press(row, "Vi vet, fordi …")
    assert row.editor is not None
    typed = QApplication.focusWidget()
    assert typed is not None
    QTest.keyClick(typed, Qt.Key.Key_Escape)
    assert row.editor.isHidden()
    assert isinstance(fresh_school.window.focusWidget(), QPushButton)
    assert not desk_of(fresh_school).school.of(GapReply)
