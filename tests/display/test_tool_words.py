"""What is said of the tools of a checklist item."""

from fosdesk.content import read_framework
from fosdesk.display.tool_words import count_words, item_line, record_line, tool_words
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import (
    CriticalQuestion,
    Description,
    GateEntry,
    Need,
    Question,
    Seat,
    TranslationNote,
    WorkGroup,
)
from fosdesk.domain.rules.item_tools import tools_of
from fosdesk.domain.school import School
from fosdesk.words import read_words

WORDS = read_words("nb")


def school_of(*records: Record) -> School:
    return School("school", {one.id: one for one in records}, {})


def line_at(item: str, *records: Record) -> str:
    return item_line(WORDS, school_of(*records), item, item[:2], "2026H")


def test_a_row_counts_all_and_those_that_wait() -> None:
    asked = [Question(f"q{n}", answered="" if n < 2 else "2026-11-02") for n in range(7)]
    assert line_at("F1-10", *asked) == "Her: Spørsmål og innvendinger · 7, 2 uten svar"
    assert line_at("F1-10", asked[3]) == "Her: Spørsmål og innvendinger · 1"
    assert line_at("F3-04", GateEntry("g")) == "Her: Grensevoktingslogg · 1, 1 venter på avgjørelse"


def test_only_tools_in_use_are_named() -> None:
    assert line_at("F1-10") == ""
    assert line_at("F1-10", Need("n")) == ""
    assert line_at("F4-02", Need("n")) == ""


def test_nothing_is_said_of_what_is_private() -> None:
    assert line_at("F2-12", CriticalQuestion("c", text="Hvem?")) == ""
    assert line_at("F2-12", CriticalQuestion("c"), Seat("seat:critical_voice", reason="Ja")) == "Her: Hvorfor"


def test_of_a_fixed_record_the_fields_that_hold_something_are_named() -> None:
    assert line_at("F2-08", WorkGroup("work_group", mandate="Lede")) == "Her: Mandat"
    assert line_at("F2-09", WorkGroup("work_group", mandate="Lede")) == ""
    group = WorkGroup("work_group", mandate="Lede")
    (tool,) = (one for one in tools_of("F2-08") if one.noun is noun_of(WorkGroup))
    assert tool_words(WORDS, school_of(group), tool, "F2", "2026H") == "Mandat"
    assert line_at("F3-15", Description("description:learning", text="Vi leser")) == "Her: Valgbeskrivelser"


def test_large_numbers_are_said_as_everywhere() -> None:
    many = school_of(*(Need(f"n{n}") for n in range(1200)))
    assert count_words(WORDS, many, noun_of(Need)) == "1\N{NO-BREAK SPACE}200"


def test_a_line_of_the_short_list_tells_the_state() -> None:
    framework = read_framework("nb")
    asked = Question("q", text="Hvem?\nMer", kind="objection", day="2026-11-02")
    answered = Question("a", text="Hva?", answered="2026-11-03")
    school = school_of(asked, answered)
    assert record_line(WORDS, framework, school, asked) == ("Hvem?", "Innvending · uten svar · 2. nov. 2026")
    assert record_line(WORDS, framework, school, answered) == ("Hva?", "ferdig · 3. nov. 2026")


def test_what_belongs_to_another_record_is_named_for_it() -> None:
    framework, note = read_framework("nb"), TranslationNote("translation:g", kept="Alt")
    assert record_line(WORDS, framework, school_of(note, GateEntry("g", what="Leksefri")), note)[0] == "Leksefri"
    assert record_line(WORDS, framework, school_of(note), note)[0] == "Alt"
