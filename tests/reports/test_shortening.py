"""What is shortened says so: where it is cut, and on the last page; whatever has no room, requests are whole."""

from pathlib import Path

import msgspec
import pytest

from fosdesk.display.noun_words import label_words, noun_many
from fosdesk.domain.fields import NOUNS, Long, Record, Short
from fosdesk.domain.records import GateEntry, OwnerRequest, OwnItem, Partner, PhaseState, StopItem
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.document_text import excerpt, lowercase_first
from fosdesk.words import read_words
from tests.privacy.planted import mark, planted
from tests.reports.reading import Reading
from tests.reports.telling import in_order, lines, make, said, school_of
from tests.sampling import sampled

WORDS = read_words("en")
OPEN = PhaseState("phase:F2", opened="2026-08-17")
LEFT = "What is not included"
# Some 450 characters in sentences, so that an end that was cut off looks like an end.
BODY = " ".join(f"We wrote sentence number {number} here." for number in range(1, 14))
TOLD = [
    (key, audience)
    for key, kind in DOCUMENTS.items()
    if Audience.RESEARCH not in kind.audiences
    for audience in kind.audiences
]


def _long_texts() -> tuple[dict[str, tuple[str, str]], School]:
    """A school with a long text in every field, and the place of each text by its first word."""
    school = planted(BODY, numbered=True)
    ends = {}
    records = {}
    for record_id, record in school.records.items():
        noun = next(key for key, one in NOUNS.items() if one.record is type(record))
        for name, field in NOUNS[noun].fields.items():
            value = getattr(record, name)
            if field.names and isinstance(value, str):  # else every word of it would be a name, and stay at the school
                record = _with(record, name, " ".join(value.split()[:1]))
            elif isinstance(field, Short | Long) and isinstance(value, str) and BODY in value:
                begin = value.split()[0]
                ends[begin] = (noun, name)
                record = _with(record, name, f"{value} {begin}END")
        records[record_id] = record
    return ends, School(school.id, records, {})


def _with(record: Record, name: str, value: str) -> Record:
    return msgspec.structs.replace(record, **{name: value})


def test_a_text_that_is_cut_ends_with_a_mark_wherever_it_is_cut() -> None:
    text = "We have written what we expect. What is missing is the owner. They look at it before Christmas."
    for length in range(20, len(text)):
        assert excerpt(text, length).endswith(" …")
        assert text.startswith(excerpt(text, length).removesuffix(" …"))
    assert excerpt(text, len(text)) == text


@pytest.mark.parametrize(("key", "audience"), sampled(TOLD))
def test_what_a_document_shortens_is_named_on_its_last_page(key: str, audience: Audience, tmp_path: Path) -> None:
    ends, school = _long_texts()
    told = "\n".join(lines(make(tmp_path, key, school, audience=audience)[1]))
    last = told[max(told.rfind(LEFT), told.rfind("Shortened")) :]
    cut = {place for begin, place in ends.items() if begin in told and f"{begin}END" not in told}
    unnamed = {
        (noun, name)
        for noun, name in cut
        if WORDS(
            "{noun}: {field}",
            noun=noun_many(WORDS, NOUNS[noun]),
            field=lowercase_first(label_words(WORDS, NOUNS[noun].fields[name])),
        )
        not in last
    }
    assert unnamed == set()
    if cut:
        assert "Nothing has been" not in last


@pytest.mark.parametrize(("key", "audience"), sampled(one for one in TOLD if not DOCUMENTS[one[0]].one_page))
def test_a_document_that_may_have_more_pages_cuts_no_text(key: str, audience: Audience, tmp_path: Path) -> None:
    ends, school = _long_texts()
    told = "\n".join(lines(make(tmp_path, key, school, audience=audience)[1]))
    cut = {place for begin, place in ends.items() if begin in told and f"{begin}END" not in told}
    # The masthead and the cover have room for a line of each, and figures for names.
    in_a_line = {("school_profile", "direction"), ("phase", "own_title"), ("gate_reason", "text")}
    assert cut - in_a_line == set()
    assert mark("school_profile", "name") in told


@pytest.mark.parametrize("key", ["status", "steering_brief", "hand_over"])
def test_what_the_owner_is_asked_for_is_never_cut(key: str, tmp_path: Path) -> None:
    asked = "We have written what we expect of each other. " * 30 + "What is missing is the owner."
    requests = [OwnerRequest(f"r{number}", what=f"{number}: {asked}") for number in range(4)]
    others = [OwnItem(f"o{n}", phase="F2", own_text=BODY, due=f"2026-12-{n + 10}") for n in range(9)]
    school = school_of(PhaseState("phase:F2", opened="2026-08-17"), *requests, *others)
    said = "\n".join(lines(make(tmp_path, key, school, audience=Audience.OWNER)[1]))
    assert all(f"{number}: {asked}" in said for number in range(4))
    if key == "status":
        assert BODY in said, "where it needs two pages anyway, nothing else is cut"


def test_figures_go_before_texts_do(tmp_path: Path) -> None:
    support = [Partner(f"p{number}", kind="owner", support=BODY) for number in range(3)]
    few, many = school_of(OPEN, support[0]), school_of(OPEN, *support, OwnerRequest("r", what=BODY * 2))
    with Reading(make(tmp_path, "status", few, audience=Audience.OWNER)[1]) as reading:
        assert [role for role, _ in reading.blocks()].count("Figure") == 1
    written, made = make(tmp_path, "status", many, audience=Audience.OWNER)
    assert written.pages == 1
    with Reading(made) as reading:
        said = [words for _, words in reading.blocks()]
        assert "Figure" not in [role for role, _ in reading.blocks()]
    assert sum(BODY in words for words in said) == 4
    assert not any("…" in words for words in said)


def test_a_list_that_is_cut_says_so_where_it_stands_and_at_the_end(tmp_path: Path) -> None:
    stops = [StopItem(f"s{number}", what=f"Stop {number}") for number in range(9)]
    said = "\n".join(lines(make(tmp_path, "status", school_of(*stops), audience=Audience.OWNER)[1]))
    assert "Stop 5; and 3 more" in said
    assert "Stop 6" not in said
    assert "Not listed: What we stop doing (3)." in said


def test_the_story_and_the_log_say_when_nothing_is_held_back_or_shortened(tmp_path: Path) -> None:
    entries = [GateEntry(f"g{n}", what=f"Offer {n}", decision="admitted", reason="It fits") for n in range(9)]
    assert "Nothing has been held back or shortened." in said(tmp_path, "description", *entries[:8])
    told = said(tmp_path, "description", *entries)
    assert "held back or shortened" not in told
    assert in_order(told[told.rindex(LEFT) :], "Not listed", "Gatekeeping log (1)")
