"""Nothing private gets out: every document, audience and language, looked through to the last string in the file."""

import io
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from fosdesk.content import read_framework
from fosdesk.domain.changes.change_history import History, history_of
from fosdesk.domain.fields import NOUNS, Long, Privacy, Short, noun_of
from fosdesk.domain.journal import heads
from fosdesk.domain.records import Person, Reflection, SurveyQuestion
from fosdesk.domain.school import School, school_from_heads, values_of
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.document_preview import document_content
from fosdesk.words import LANGUAGES, read_words
from tests.privacy.known import names_of
from tests.privacy.planted import mark, planted
from tests.reports.reading import Reading
from tests.reports.telling import DAY, make, with_history
from tests.reports.word.word_reading import everything_in_word
from tests.sampling import sampled

OUTSIDE = [(key, audience) for key, kind in DOCUMENTS.items() for audience in kind.audiences if audience != "school"]
EVERYWHERE = [(key, audience) for key, kind in DOCUMENTS.items() for audience in kind.audiences]


@cache
def crowded(language: str) -> tuple[School, History]:
    """The example with its real past, and beside it a value in every field of every noun, each with a past too."""
    journal = example_journal(language="nn" if language == "nn" else "nb", entries=60)
    lived, marked = school_from_heads(journal.school, heads(journal)), planted()
    past = history_of(journal, lambda at: datetime.fromtimestamp(at / 1000, UTC).date().isoformat())
    return School(lived.id, {**lived.records, **marked.records}, {}), (*past, *with_history(marked))


SPARING = ("checklist_f0", *(key for key, kind in DOCUMENTS.items() if kind.one_page))  # they may leave texts out
NAMING = ("description", "mandate")  # they say who took part, at the school


def made(
    folder: Path, key: str, school: School, audience: Audience, ticked: Collection[str] = (), *, language: str = "en"
) -> bytes:
    return make(folder, key, school, audience=audience, language=language, ticked=ticked)[1]


def everything_in(written: bytes) -> str:
    """The text as it is read, and every string, name and stream of the file, in any way it may be coded."""
    with Reading(written) as reading:
        said = [reading.words(element) for element in reading.top.walk()]
    with pikepdf.open(io.BytesIO(written)) as pdf:
        for thing in pdf.objects:
            said += _strings(thing)
            if isinstance(thing, pikepdf.Stream):
                raw = thing.read_bytes()
                said += [raw.decode(coding, "ignore") for coding in ("utf-8", "latin-1", "utf-16-be")]
        with pdf.open_outline() as outline:
            said += [str(entry.title) for entry in outline.root]
    said += [written.decode(coding, "ignore") for coding in ("utf-8", "latin-1")]
    return "\n".join(said)


def _strings(thing: object, depth: int = 0) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif depth < 6 and isinstance(thing, pikepdf.Dictionary):
        for key in thing.keys():  # noqa: SIM118 - a dictionary of the file, which is no mapping
            yield str(key)
            if key not in ("/P", "/Parent", "/Pg"):
                yield from _strings(thing[key], depth + 1)
    elif depth < 6 and isinstance(thing, pikepdf.Array):
        for one in thing:
            yield from _strings(one, depth + 1)


def leaked_names(school: School, said: str) -> set[str]:
    """Names that stand in it as words."""
    letters = "".join(c if c.isalpha() else " " for c in said)
    words = {word for word in letters.split() if len(word) > 2}
    names = {name for person in school.of(Person) for name in person.name.split() if len(name) > 2}
    return {name for name in names if name in words or f"{name}s" in words}


def private_texts(school: School) -> Iterator[str]:
    """The beginning of every private text, but not what a pile of answers repeats of the words of its question."""
    levels = {line.strip()[:40] for one in school.of(SurveyQuestion) for line in one.levels.splitlines()}
    for record in school.records.values():
        for name, field in noun_of(record).fields.items():
            value = values_of(record)[name]
            if (
                field.privacy is Privacy.PRIVATE
                and isinstance(field, Short | Long)
                and isinstance(value, str)
                and value
                and (text := " ".join(value.split())[:40]) not in levels
            ):
                yield text


@pytest.mark.parametrize(("key", "audience"), sampled(EVERYWHERE, 2))
def test_nothing_private_and_nobody_is_where_it_does_not_belong(key: str, audience: Audience, tmp_path: Path) -> None:
    check_document(tmp_path, key, audience, "nb")


@pytest.mark.long
@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "nb"])
@pytest.mark.parametrize(("key", "audience"), EVERYWHERE)
def test_nor_in_any_other_language(key: str, audience: Audience, language: str, tmp_path: Path) -> None:
    check_document(tmp_path, key, audience, language)


def check_document(folder: Path, key: str, audience: Audience, language: str) -> None:
    """Make the document of a crowded school, and look for all that it must not hold."""
    school, past = crowded(language)
    history = past if DOCUMENTS[key].history else ()
    meeting = "meeting-0" if DOCUMENTS[key].by_meeting else ""
    said = everything_in(
        make(folder, key, school, language=language, audience=audience, history=history, meeting=meeting)[1]
    )
    if meeting:
        assert mark("agenda_line", "what") in said
    thoughts = list(private_texts(school))
    assert len(thoughts) > 30
    assert [thought for thought in thoughts if thought in said] == []
    assert not any(mark(noun, name) in said for noun, name in fields_hidden_from(audience))
    if audience is not Audience.SCHOOL:
        assert len(school.of(Person)) > 10
        assert leaked_names(school, said) == set()
    elif key in NAMING:
        assert {"Turid", "Testad"} <= leaked_names(school, said)


def fields_hidden_from(audience: Audience) -> Iterator[tuple[str, str]]:
    """Every field of every noun that this audience does not see."""
    hidden = {Privacy.PRIVATE} if audience is Audience.SCHOOL else {Privacy.PRIVATE, Privacy.PERSON}
    for key, noun in NOUNS.items():
        yield from ((key, name) for name, field in noun.fields.items() if field.privacy in hidden)


@pytest.mark.parametrize(("key", "audience"), OUTSIDE)
def test_a_text_that_mentions_somebody_stays_at_the_school(key: str, audience: Audience, tmp_path: Path) -> None:
    said = everything_in(made(tmp_path, key, planted("Dette var Turids forslag."), audience))
    assert "Turid" not in said
    assert "var Turids" not in said
    assert "Dette var" not in said


@pytest.mark.parametrize("key", [key for key, audience in EVERYWHERE if audience == "school" and key not in SPARING])
def test_at_the_school_such_a_text_stands(key: str, tmp_path: Path) -> None:
    assert "Turids forslag" in everything_in(made(tmp_path, key, planted("Dette var Turids forslag."), Audience.SCHOOL))


@pytest.mark.parametrize(("key", "audience"), sampled(EVERYWHERE))
def test_a_word_file_keeps_as_much_to_itself(key: str, audience: Audience, tmp_path: Path) -> None:
    for extra in ("", "Dette var Turids forslag."):
        written = make(tmp_path, key, planted(extra), audience=audience, ending=".docx")[1]
        said = everything_in_word(written)
        assert not any(mark(noun, name) in said for noun, name in fields_hidden_from(audience))
        if audience is not Audience.SCHOOL:
            assert "Turid" not in said


def test_what_is_ticked_goes_in_this_one_time_and_is_said_on_the_last_page(tmp_path: Path) -> None:
    school = planted()
    places = ("reflection", "critical_voice", "membership.motivation", "person.name", "partner.contact")
    said = everything_in(made(tmp_path, "description", school, Audience.OWNER, places))
    for noun, name in (("reflection", "text"), ("membership", "motivation"), ("partner", "contact")):
        assert mark(noun, name) in said
    assert mark("critical_voice", "note") in said
    assert "Turid Testad" in said
    assert mark("membership", "position") not in said
    assert mark("person", "contact") not in said
    assert "Included this one time" in said


def test_one_tick_lets_in_no_more_than_itself(tmp_path: Path) -> None:
    school = planted("Turid sa det.")
    said = everything_in(made(tmp_path, "gate_log", school, Audience.NETWORK, ("gate_entry.reason",)))
    assert f"{mark('gate_entry', 'reason')} Turid sa det." in said
    assert mark("gate_entry", "reply") not in said
    assert mark("gate_entry", "what") not in said


def test_the_preview_says_what_stays_out_whether_ticked_or_not() -> None:
    school, framework, words = planted(), read_framework("en"), read_words("en")
    names = names_of(school)
    for ticked in ((), ("reflection", "membership.motivation")):
        found = document_content("description", school, framework, words, Audience.OWNER, DAY, ticked, names=names)
        places = {(one.place, one.reason) for one in found.withheld}
        assert {("reflection", "private"), ("membership.motivation", "private"), ("person.name", "person")} <= places
        assert all(one.count > 0 and one.subject for one in found.withheld)
        # The description says in no case who met, and what else stood in a file, so that ticking it would do nothing.
        nowhere = {"meeting.present", "meeting.absent", "meeting.writer", "gate_entry.file_notes"}
        assert {one.place for one in found.withheld if not one.may_tick} == nowhere
    at_home = document_content("description", school, framework, words, Audience.SCHOOL, DAY, names=names)
    assert {one.reason for one in at_home.withheld} == {"private"}


def test_what_the_preview_counts_is_what_can_be_shown() -> None:
    school, framework, words = planted(), read_framework("en"), read_words("en")
    names = names_of(school)
    shown = {
        one.subject: one.count
        for one in document_content("description", school, framework, words, Audience.OWNER, DAY, names=names).included
    }
    assert "Reflections" not in shown
    assert "Critical voices" not in shown
    assert shown["Checklist"] == 3
    ticked = document_content(
        "description", school, framework, words, Audience.OWNER, DAY, ("reflection",), names=names
    )
    assert {one.subject: one.count for one in ticked.included}[words(NOUNS["reflection"].many)] == len(
        school.of(Reflection)
    )


def test_a_text_is_left_out_of_its_field_alone() -> None:
    school, framework, words = planted("Turid"), read_framework("en"), read_words("en")
    names = names_of(school)
    found = document_content("gate_log", school, framework, words, Audience.OWNER, DAY, names=names)
    texts = {one.place for one in found.withheld if one.reason == "name in text"}
    assert texts == {
        f"{noun}.{name}"
        for noun in ("gate_entry", "gate_reason", "translation_note")
        for name, field in NOUNS[noun].fields.items()
        if isinstance(field, Short | Long) and field.privacy is Privacy.OPEN
    } | {"core_component.name", "school_profile.collaboration", "school_profile.direction"}
