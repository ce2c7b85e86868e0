"""What is said before a document is made is what stands in it: all that goes in is there, all that stays out is not."""

from pathlib import Path

import pytest

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS, Long, Record, Short
from fosdesk.domain.records import GateEntry, Membership, OwnItem, Person, PhaseState, StopItem, TimeSlot
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.privacy_filter import filter_school
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.document_preview import DocumentContent, IncludedItem, document_content, shown_fields
from fosdesk.words import read_words
from tests.privacy.planted import mark, planted
from tests.privacy.test_documents_privacy import everything_in
from tests.reports.telling import DAY, known_names_of, lines, make, with_history
from tests.sampling import sampled

# Research is told numbers alone, and has tests of its own.
TOLD = {key: kind for key, kind in DOCUMENTS.items() if Audience.RESEARCH not in kind.audiences}
EVERYWHERE = [(key, audience) for key, kind in TOLD.items() for audience in kind.audiences]
# The last audience that is not the school itself, where there is one.
STRICTEST = [(key, max(kind.audiences, key=lambda one: one != "school")) for key, kind in TOLD.items()]
WORDS = read_words("en")


def numbered() -> School:
    """Each text tells its noun, its field and its record; somebody has a name as people have."""
    school = planted(numbered=True)
    person = Person("person-0", name="Turid Testad", role="teacher", role_note=mark("person", "role_note") + "A")
    return School(school.id, {**school.records, "person-0": person}, {})


def previewed(key: str, school: School, audience: Audience, ticked: tuple[str, ...] = ()) -> DocumentContent:
    history = with_history(school) if DOCUMENTS[key].history else ()
    names = known_names_of(school, history)
    return document_content(
        key, school, read_framework("en"), WORDS, audience, DAY, ticked, names=names, history=history
    )


@pytest.mark.parametrize(("key", "audience"), sampled(EVERYWHERE))
def test_as_many_go_in_as_the_preview_says(key: str, audience: Audience, tmp_path: Path) -> None:
    school = numbered()
    said = everything_in(make(tmp_path, key, school, audience=audience)[1])
    promised = {one.subject: one.count for one in previewed(key, school, audience).included}
    shown = filter_school(school, audience, names=known_names_of(school)).school
    for name, fields in shown_fields(key).items():
        noun = NOUNS[name]
        texts = [field for field in fields if isinstance(noun.fields[field], Short | Long)]
        written = [[text for field in texts if (text := getattr(one, field))] for one in shown.of(noun.record)]
        if any(written):
            found = sum(any(text in said for text in some) for some in written)
            assert promised.get(WORDS(noun.many), 0) == found, name


@pytest.mark.parametrize(("key", "audience"), sampled(STRICTEST))
def test_what_stays_out_goes_in_when_it_is_ticked_and_only_then(key: str, audience: Audience, tmp_path: Path) -> None:
    school = numbered()
    places = tuple(one.place for one in previewed(key, school, audience).withheld if one.may_tick)
    texts = {place: _values(school, place) for place in places}
    plain = everything_in(make(tmp_path, key, school, audience=audience)[1])
    ticked = everything_in(make(tmp_path, key, school, audience=audience, ticked=places)[1])
    again = everything_in(make(tmp_path, key, school, audience=audience)[1])
    assert plain == again
    for place, values in texts.items():
        assert [value for value in values if value in plain] == [], place
        if values:
            assert any(value in ticked for value in values), place
    assert ("Included this one time" in ticked) is bool(places)


def _values(school: School, place: str) -> list[str]:
    """All texts in a field, or in all fields of a noun of which every one is private."""
    key, _, name = place.partition(".")
    noun = NOUNS[key]
    names = [name] if name else list(noun.fields)
    texts = [field for field in names if isinstance(noun.fields[field], Short | Long)]
    return [value for record in school.of(noun.record) for field in texts if (value := getattr(record, field))]


SLOT = TimeSlot("t", who="staff", minutes=60, times=4, semester="2026H")


@pytest.mark.parametrize(
    ("records", "kind"),
    [
        ((GateEntry("g", what="A course", decision="admitted"),), "Gatekeeping log"),
        ((SLOT,), "Protected time"),
        ((Person("p", role="teacher"), Membership("m", person="p", standing="member")), "Members and candidates"),
        ((StopItem("s", who="staff", freed=60, semester="2026H"),), "What we stop doing"),
        ((PhaseState("phase:F3", opened="2026-08-17"),), "Phases"),
    ],
)
def test_what_goes_in_as_a_number_or_a_figure_alone_is_told_too(records: tuple[Record, ...], kind: str) -> None:
    found = previewed("status", School("s", {one.id: one for one in records}, {}), Audience.OWNER)
    assert IncludedItem(kind, 0, counted=True) in found.included


def test_what_a_document_does_not_use_is_not_told() -> None:
    school = School("s", {"t": SLOT, "o": OwnItem("o", phase="F2", own_text="An open item")}, {})
    told = {one.subject for one in previewed("status", school, Audience.OWNER).included}
    assert told == {"Protected time"}
    assert previewed("status", School("s", {}, {}), Audience.OWNER).included == ()


def test_a_list_that_counts_those_it_does_not_show_says_so() -> None:
    stops = [StopItem(f"s{number}", what=f"Stop {number}") for number in range(9)]
    found = previewed("status", School("s", {one.id: one for one in stops}, {}), Audience.OWNER)
    assert found.included == (IncludedItem("What we stop doing", 6, counted=True),)
    assert found.unlisted == ("What we stop doing (3)",)
    assert found.shortened == ()


def test_the_preview_shortens_as_the_document_does(tmp_path: Path) -> None:
    school = planted(" ".join(f"This is sentence number {number}." for number in range(20)), numbered=True)
    for key in ("status", "union_facts"):
        found = previewed(key, school, DOCUMENTS[key].audiences[-1])
        said = " ".join("\n".join(lines(make(tmp_path, key, school, audience=DOCUMENTS[key].audiences[-1])[1])).split())
        assert found.shortened, key
        assert f"Shortened: {'; '.join(found.shortened)}." in said
