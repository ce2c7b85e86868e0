"""Each row of the mission about gatekeeping: within three clicks, written, and found again in three places."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Membership, Person, Vote
from fosdesk.domain.rules.gatekeeping.votes import vote_id
from tests.e2e import test_mission_rows as table
from tests.e2e.mission_rows_gate import ENTRY_ROWS, GATE_TOOL_ROWS, EntryRow
from tests.e2e.test_mission_rows import MOST_CLICKS, WORDS, anew, document, found_by_search, walk
from tests.program import Start
from tests.ui.acts import button_on, desk_of, leave, press, said_on, settle, type_in
from tests.ui.gate_log import GateLog, gate_log


def sentence(row: EntryRow, field: str) -> str:
    return f"{WORDS[row.fields.index(field)]} på veggen"


def written(program: Fosdesk, row: EntryRow) -> GateLog:
    """An entry that is written through the window."""
    walk(program, row.clicks)
    log = GateLog(program.window)
    for name in row.fields:
        for fold, names in log.panel.folds:
            if name in names and not fold.is_open:
                QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
                settle()
        assert log.editor(name).isVisible(), name
        type_in(log.editor(name), sentence(row, name))
        leave(log.editor(name))
    return log


@pytest.mark.parametrize("row", ENTRY_ROWS, ids=lambda row: "-".join(row.rows))
def test_the_way_is_short_and_its_last_label_says_a_word_of_the_row(row: EntryRow) -> None:
    assert len(row.clicks) <= MOST_CLICKS
    for name, word in row.rows.items():
        assert word.lower() in row.clicks[-1].lower(), name


@pytest.mark.parametrize("row", ENTRY_ROWS, ids=lambda row: "-".join(row.rows))
def test_what_an_entry_holds_is_found_again(
    row: EntryRow, fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    written(fresh_school, row)
    program = anew(fresh_school, started)
    log = gate_log(program.window)
    (kept,) = log.entries
    log.show_record(kept.id)
    said = said_on(log.panel)
    for field in row.fields:
        assert sentence(row, field) in said, field
    assert kept.what in found_by_search(desk_of(program), kept.what, private=False)
    told = document(program, row.document, tmp_path / "dokument.pdf")
    for field in row.fields:
        assert sentence(row, field).casefold() in told.casefold(), field


def test_votes_are_written_in_the_meeting_and_stand_in_the_schools_log_alone(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Person("p1", name="Frostvoll", role="teacher"))
    desk.workspace.add(Membership("m1", person="p1", standing="member"))
    log = written(fresh_school, ENTRY_ROWS[0])
    press(log.panel, "Stemmene til medlemmene")
    settle()
    votes = log.panel.votes
    stance = votes.editors["p1", "stance"]
    stance.editor.show_value("against")
    stance.commit()
    type_in(votes.editors["p1", "why"], "Kommer for tidlig")
    leave(votes.editors["p1", "why"])
    (entry,) = desk.school.of(GateEntry)
    assert desk.school.get(Vote, vote_id(entry.id, "p1")) == Vote(
        vote_id(entry.id, "p1"), person="p1", stance="against", why="Kommer for tidlig", parent=entry.id
    )
    program = anew(fresh_school, started)
    log = gate_log(program.window)
    log.show_record(entry.id)
    assert button_on(log.panel, "Stemmene til medlemmene (1)").isVisible()
    told = document(program, "gate_log", tmp_path / "dokument.pdf")
    assert "Kommer for tidlig" in told
    assert "Frostvoll" not in told


def test_an_entry_that_was_decided_is_taken_up_again_and_reads_as_a_story(fresh_school: Fosdesk) -> None:
    log = written(fresh_school, ENTRY_ROWS[0])
    desk = desk_of(fresh_school)
    QTest.mouseClick(log.panel.decision.chip("kept_out"), Qt.MouseButton.LeftButton)
    first = log.panel.entry_id
    press(log.panel, "Ta opp igjen")
    settle()
    second = log.panel.entry_id
    assert second != first
    assert desk.school.get(GateEntry, second).replaces == first
    assert desk.school.get(GateEntry, first).decision == "kept_out", "what was decided stays"
    said = said_on(log.panel)
    assert "Slik gikk det videre" in said
    assert "ble tatt opp igjen" in said
    press(log.panel, "23. november 2026: Holdt utenfor")
    settle()
    assert log.panel.entry_id == first


def test_what_is_read_is_found_again_as_any_tool(fresh_school: Fosdesk, started: Start, tmp_path: Path) -> None:
    (row,) = GATE_TOOL_ROWS
    table.test_the_way_is_short_and_its_last_label_says_a_word_of_the_row(row)
    table.test_what_a_tool_holds_is_found_again(row, fresh_school, started, tmp_path)
    assert (tmp_path / "dokument.pdf").exists()
