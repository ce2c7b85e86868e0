"""The two sheets about the program itself: what they promise, and that they say nothing of anybody."""

from pathlib import Path

import pytest

from fosdesk.domain.fields import NOUNS, Privacy, Reference
from fosdesk.domain.records import (
    ExistingGroup,
    Meeting,
    Retention,
    SchoolProfile,
    StopItem,
    TimePlan,
    TimeSlot,
    WorkGroup,
)
from fosdesk.privacy.audience import Audience
from fosdesk.reports.documents.information_notice import ROWS
from tests.privacy.planted import mark, planted
from tests.reports.reading import Reading
from tests.reports.telling import in_order, lines, make, said, school_of

SLOT = TimeSlot("s", what="Work group", who="work_group", semester="2026H", minutes=60, times=10)


def test_the_sheet_for_the_unions_says_what_is_asked_and_what_is_freed(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "union_facts",
        SLOT,
        StopItem("i", what="The morning meeting", who="staff", freed=720, semester="2026H"),
        ExistingGroup("e", name="Plan group", freed=60, semester="2026V"),
        TimePlan("time_plan", discussed="2026-05-06", others="Assistants are paid for two of the meetings."),
        audience=Audience.OWNER,
    )
    assert in_order(text, "What is stored", "motivation", "critical questions", "never which union")
    assert in_order(text, "special category of personal data", "article 9", "What it does not do", "Nobody logs in")
    assert "day and time" in text, "changes carry the time, and the sheet must not say otherwise"
    assert in_order(text, "Where, and who sees it", "Nothing is sent over the net", "Ask the principal")
    assert in_order(text, "The time it is about", "The work group: 10 h set aside", "The whole staff: 12 h freed")
    assert in_order(text, "Plan group 1 h", "on 6 May 2026.")
    assert "The morning meeting" in text


def test_its_figure_says_in_words_what_it_shows(tmp_path: Path) -> None:
    _, written = make(tmp_path, "union_facts", school_of(SLOT), audience=Audience.OWNER)
    with Reading(written) as reading:
        (figure,) = [one for one in reading.top.walk() if one.role == "Figure"]
        assert "Autumn 2026" in str(figure.thing.Alt)
        assert "10 h" in str(figure.thing.Alt)


def test_the_notice_tells_a_member_what_and_where_and_how_long_and_whom_to_ask(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "information_notice",
        SchoolProfile("school", name="Nes skole", municipality="Nes kommune"),
        WorkGroup("work_group", mandate="Lead the work."),
        *(Meeting(f"m{day}", day=f"2026-12-{day:02}", who="work_group") for day in (1, 8, 15, 22)),
        Meeting("past", day="2026-11-01", who="work_group"),
    )
    assert in_order(text, "Lead the work.", "1 December 2026, 8 December 2026 and 15 December 2026")
    assert in_order(text, "What may be written about you", "Motivation and position", "Critical voice", "Appointed by")
    assert in_order(text, "never which union", "special category of personal data", "article 9", "basis in law")
    assert in_order(text, "Where it lies", "How long", "What you can ask for", "Ask the principal.", "Datatilsynet")
    assert in_order(text, "Basis (articles 6 and 9)", "Data protection officer")
    assert "Nes kommune is responsible for" in text
    assert "November" not in text.partition("What may be written")[2]


def test_the_notice_tells_of_every_field_that_can_hold_something_about_a_person() -> None:
    """A noun that is added later is told of, too, before anything is handed out."""
    about_people = {
        f"{noun.key}.{name}"
        for noun in NOUNS.values()
        for name, field in noun.fields.items()
        if name != "put_away"  # which says where something lies, and nothing of anybody
        and (
            field.privacy is not Privacy.OPEN
            or (isinstance(field, Reference) and field.target == "person")
            or noun.key in ("person", "membership", "seat_holder", "critical_voice")
        )
    }
    told = [place for _, _, places in ROWS for place in places]
    assert sorted(told) == sorted(about_people)


@pytest.mark.parametrize(("months", "said_so"), [(None, "12 months after"), (1, "1 month after"), (24, "24 months")])
def test_the_notice_says_how_long_as_the_school_has_decided(tmp_path: Path, months: int | None, said_so: str) -> None:
    assert said_so in said(tmp_path, "information_notice", Retention("retention", months=months))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_notice_to_hand_out_is_one_page(language: str, tmp_path: Path) -> None:
    long = SchoolProfile(
        "school", name="Nordre Fjordvik og Strandøy barne- og ungdomsskole", municipality="Nes kommune"
    )
    group = WorkGroup("work_group", mandate="Arbeidsgruppen driver arbeidet framover. " * 20)
    result, _ = make(tmp_path, "information_notice", school_of(long, group), language=language)
    assert result.pages == 1


@pytest.mark.parametrize("key", ["union_facts", "information_notice"])
def test_neither_of_them_says_a_word_of_anybody(key: str, tmp_path: Path) -> None:
    text = "\n".join(lines(make(tmp_path, key, planted())[1]))
    told = [
        mark(noun, name)
        for noun in ("person", "membership", "critical_voice", "seat_holder", "partner", "reflection")
        for name in NOUNS[noun].fields
        if mark(noun, name) in text
    ]
    assert told == []
    assert "Turid" not in text
