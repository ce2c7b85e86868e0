"""What somebody who opens the example school, merges with a colleague or reads another school can count on."""

from collections import Counter
from functools import cache

import pytest

from fosdesk.domain.fields import NOUNS, noun_of
from fosdesk.domain.journal import BIRTH, GONE, Journal, heads
from fosdesk.domain.records import Answer, Consolidation, Evaluation, GateEntry, Meeting, PhaseState
from fosdesk.domain.school import School, school_from_heads
from fosdesk.errors import FosdeskError
from fosdesk.exchange.example.colleague_copy import example_colleague, other_school_journal
from fosdesk.exchange.example.example_ids import offered_examples
from fosdesk.exchange.example.example_school import example_journal, example_schools, write_example
from fosdesk.exchange.school_file import merge_journals, read_school_file

TODAY = "2026-11-23"
FOURTH_YEAR = 1_785_535_200_000  # 2026-08-01, ms


def picture(journal: Journal) -> School:
    return school_from_heads(journal.school, heads(journal))


def whole(journal: Journal) -> None:
    """The laws of a journal: nothing missing, nothing replaced before it was written, clocks apart from order."""
    numbers = Counter[int]()
    written: dict[tuple[int, int], tuple[int, str, str]] = {}
    for change in sorted(journal.changes, key=lambda c: (c.order, c.writer, c.number)):
        numbers[change.writer] += 1
        assert change.number == numbers[change.writer]
        assert 1 <= change.step <= change.number
        assert change.order <= len(journal.changes)
        for pair in change.replaces:
            order, record, field = written[pair]
            assert order < change.order
            assert record == change.record
            assert field == change.field or str(change.value).startswith(GONE)
        written[change.writer, change.number] = (change.order, change.record, change.field)
    assert len({w.uid for w in journal.writers}) == len(journal.writers) == len(numbers)
    births = [c.record for c in journal.changes if c.field == BIRTH and not c.replaces]
    assert sorted(births) == sorted({c.record for c in journal.changes})


@cache
def example(language: str = "nb", years: int = 4) -> Journal:
    return example_journal(language=language, years=years)


KINDS = [("nb", 1), ("nb", 2), ("nb", 3), ("nb", 4), ("nn", 4), ("nb", 5), ("nn", 6)]


@pytest.mark.parametrize(("language", "years"), KINDS)
def test_the_journal_is_whole(language: str, years: int) -> None:
    journal = example(language, years)
    whole(journal)
    school = picture(journal)
    assert not school.conflicts
    assert not school.unknown


def test_same_arguments_same_journal_and_others_another() -> None:
    assert example_journal() == example_journal()
    assert example().school in example_schools()
    journals = [
        example_journal(),
        example_journal(seed=2),
        example_journal(years=2),
        example_journal(entries=5),
        example_journal(language="nn"),
    ]
    assert len({journal.school for journal in journals}) == len(journals)
    uids = [writer.uid for journal in journals for writer in journal.writers]
    assert len(uids) == len(set(uids))


@pytest.mark.parametrize("entries", [0, 1, 30, 200])
def test_there_are_as_many_entries_as_asked_for(entries: int) -> None:
    assert len(picture(example_journal(entries=entries)).of(GateEntry)) == entries


def test_it_looks_like_a_school_in_november() -> None:
    school = picture(example())
    assert school.profile.direction == "Alle elever skal kjenne at noen savner dem når de er borte."
    is_open = {phase.id for phase in school.of(PhaseState) if phase.is_open}
    assert is_open == {"phase:F2", "phase:F3", "phase:F4"}
    held = [meeting.day for meeting in school.of(Meeting)]
    assert any(day > TODAY for day in held)
    assert not [day for day in held if "2025-10-20" <= day <= "2026-01-10"]
    assert {answer.status for answer in school.of(Answer)} == {
        "not_started",
        "in_progress",
        "done",
        "other_way",
        "not_applicable",
    }
    decisions = Counter(entry.decision for entry in school.of(GateEntry))
    assert set(decisions) == {"admitted", "adapted", "parked", "kept_out", "undecided"}
    assert max(decisions, key=lambda d: decisions[d]) == "kept_out"
    assert any(entry.revisit > TODAY for entry in school.of(GateEntry))


# What the framework's phases three and four, the plan and the networks are worked with.
LATE_NOUNS = (
    *("gate_entry", "gate_reason", "vote", "translation_note", "core_component", "agreed_text"),
    *("learning", "learning_condition", "method_card", "phase_experience"),
    *("milestone", "routine", "evaluation", "adjustment", "development_area", "consolidation", "withdrawal_step"),
    *(
        "initiative",
        "survey",
        "network",
        "experience_card",
        "experience_pack",
        "cohort",
        "study",
        "description_section",
    ),
)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_it_tells_its_fourth_school_year_with_the_tools_of_the_later_phases(language: str) -> None:
    journal = example(language)
    school = picture(journal)
    assert school.get(PhaseState, "phase:F0").opened.startswith("2023-08")
    assert min(meeting.day for meeting in school.of(Meeting)) < "2023-10-01"
    nouns = {record: noun_of(one).key for record, one in school.records.items()}
    fourth = {nouns[c.record] for c in journal.changes if c.at >= FOURTH_YEAR and c.record in nouns}
    assert not set(LATE_NOUNS) - fourth
    assert {one.kind for one in school.of(Evaluation)} >= {"along", "year", "closing"}
    kept = school.of(Consolidation)[0]
    assert [field for field in noun_of(kept).fields if not getattr(kept, field)] == ["put_away"]


def test_an_example_of_an_older_program_is_still_known_as_one() -> None:
    assert {example("nb", 3).school, example("nb", 4).school} <= offered_examples()


# Lines before they are sorted, and a calendar that belongs to each year.
NOT_TOLD = {"captured", "school_calendar"}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_its_years_use_every_tool(language: str) -> None:
    school = picture(example(language))
    tools = {noun.key for noun in NOUNS.values() if noun.use.part and not noun.parent}
    assert {key for key in tools if not school.of(NOUNS[key].record)} == NOT_TOLD


def test_no_text_is_written_after_today() -> None:
    for language, years in KINDS:
        assert max(change.at for change in example(language, years).changes) < 1_795_478_400_000  # 2026-11-24


@pytest.mark.parametrize(("language", "years"), KINDS)
def test_a_colleagues_copy_brings_news_and_a_few_conflicts(language: str, years: int) -> None:
    journal = example(language, years)
    copy = example_colleague(journal)
    whole(copy)
    assert copy.school == journal.school
    both = picture(merge_journals(journal, copy))
    assert 2 <= len(both.conflicts) <= 3
    mine, theirs = picture(journal), picture(copy)
    assert [r for r in theirs.records if r not in mine.records]
    assert [r for r in mine.records if r not in theirs.records]
    assert example_colleague(journal) == copy
    assert example_colleague(journal, 2) != copy


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_second_school_is_another_one(language: str) -> None:
    journal = other_school_journal(language)
    whole(journal)
    school = picture(journal)
    assert school.profile.name.startswith("Skarvholmen")
    assert school.id != example(language).school
    assert {noun_of(record).key for record in school.records.values()} >= {"gate_entry", "answer", "description"}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_file_is_the_same_each_time_and_reads_back_whole(language: str) -> None:
    written = write_example(language=language)
    assert written == write_example(language=language)
    read = read_school_file(written).journal
    assert read == example(language)
    assert 9_000 <= len(read.changes) <= 16_000


def test_arguments_that_make_no_sense_are_refused_with_a_sentence() -> None:
    for wrong in ({"years": 0}, {"years": 7}, {"entries": -1}, {"language": "en"}):
        with pytest.raises(FosdeskError):
            example_journal(**wrong)
