"""Sentences on the state of the work: counts add up, and empty ones are not said."""

import re
from pathlib import Path

import pytest

from fosdesk.domain.records import GateEntry, Meeting, PhaseState
from tests.reports.telling import in_order, said

OPEN = PhaseState("phase:F2", opened="2026-08-17")


@pytest.mark.parametrize(
    "decisions",
    [
        {"admitted": 3, "adapted": 2, "parked": 1, "kept_out": 4, "undecided": 5},
        {"undecided": 2},
        {"": 3, "kept_out": 1},
        {"lent_out": 2, "admitted": 1},  # a decision that only a newer version knows
    ],
)
@pytest.mark.parametrize("key", ["status", "description"])
def test_what_came_is_as_much_as_what_became_of_it(key: str, decisions: dict[str, int], tmp_path: Path) -> None:
    entries = [
        GateEntry(f"{kind}{n}", what=f"Offer {kind}{n}", decision=kind)
        for kind, many in decisions.items()
        for n in range(many)
    ]
    text = said(tmp_path, key, OPEN, *entries)
    found = re.search(r"(\d+) things came: ([^\n]*)", text)
    assert found is not None
    assert int(found[1]) == sum(decisions.values()) == sum(map(int, re.findall(r"\d+", found[2])))


def test_the_brief_counts_all_that_was_decided_on_this_semester(tmp_path: Path) -> None:
    decided = [
        GateEntry(f"g{n}", what=f"Offer {n}", decision=decision, signed="2026-10-01")
        for n, decision in enumerate(["admitted", "adapted", "adapted", "parked", "kept_out"])
    ]
    text = said(tmp_path, "steering_brief", OPEN, *decided, GateEntry("u", what="Waits", decision="undecided"))
    assert "5 things were decided on: 1 was taken in, 2 were taken in with changes, 1 is parked and 1 was kept" in text


def test_meetings_for_nobody_in_particular_are_counted_too(tmp_path: Path) -> None:
    met = [Meeting("a", day="2026-09-01", who="work_group"), Meeting("b", day="2026-09-08", who="externals")]
    text = said(tmp_path, "description", OPEN, *met, Meeting("c", day="2026-09-15"))
    table = text[text.rindex("When we met") :]
    assert in_order(table, "With external partners", "Not said for whom", "Autumn 2026")
    assert table.count("1 meeting") == 3
    assert "Not said for whom" not in said(tmp_path, "description", OPEN, *met)
    brief = said(tmp_path, "steering_brief", OPEN, *met, Meeting("c", day="2026-09-15"))
    assert "The work group has met 1 time, 1 meeting was with external partners and 1 meeting was for others." in brief


def test_where_no_phase_was_ever_opened_nothing_is_said_of_it(tmp_path: Path) -> None:
    assert "phase" not in said(tmp_path, "steering_brief").casefold()
    assert "Open now: phase 2" in said(tmp_path, "steering_brief", OPEN)
