"""Entries made for the example: what is parked is taken up again on its day, and only what is written is overdue."""

from functools import cache

import pytest

from fosdesk.domain.journal import Journal, heads
from fosdesk.domain.records import GateEntry
from fosdesk.domain.school import School, school_from_heads
from fosdesk.exchange.example.example_school import example_journal

TODAY = "2026-11-23"


@cache
def journal(language: str) -> Journal:
    return example_journal(language=language, entries=400)


def picture(language: str) -> School:
    return school_from_heads(journal(language).school, heads(journal(language)))


def was_parked(language: str) -> set[str]:
    changes = journal(language).changes
    return {one.record for one in changes if one.field == "decision" and one.value == "parked"}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_what_is_parked_is_taken_up_again_on_its_day(language: str) -> None:
    entries = picture(language).of(GateEntry)
    waiting = [entry for entry in entries if entry.decision == "parked"]
    decided = [entry for entry in entries if entry.id in was_parked(language) and entry.decision != "parked"]
    assert len(waiting) > 10
    assert len(decided) > 10
    assert all(entry.revisit for entry in waiting)
    overdue = [entry for entry in waiting if entry.revisit <= TODAY]
    assert len(overdue) <= 2, "only entries written by hand wait for longer than they should"
    assert {entry.revisit for entry in decided} == {""}, "what is decided waits no longer"
    assert all(entry.came <= entry.signed <= TODAY for entry in decided)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_what_was_never_parked_has_no_day_to_be_taken_up_again(language: str) -> None:
    never = [entry for entry in picture(language).of(GateEntry) if entry.id not in was_parked(language)]
    assert len(never) > 200
    assert {entry.revisit for entry in never if entry.decision in ("admitted", "kept_out")} == {""}
