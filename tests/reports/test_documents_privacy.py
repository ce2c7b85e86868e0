"""Nothing private gets out: every document, audience and language, looked through to the last string in the file."""

import io
from collections.abc import Collection, Iterator
from pathlib import Path

import pikepdf
import pytest

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS, Long, Privacy, Short, noun_of
from fosdesk.domain.privacy import Audience
from fosdesk.domain.records import Person, Reflection
from fosdesk.domain.school import School, values_of
from fosdesk.reports.catalogue import DOCUMENTS, holding
from fosdesk.words import LANGUAGES, read_words
from tests.reports.planted import mark, planted
from tests.reports.reading import Reading
from tests.reports.telling import DAY, example, make

EVERYWHERE = [
    (key, audience, language) for key in DOCUMENTS for audience in DOCUMENTS[key].audiences for language in LANGUAGES
]

NAMING = ("description", "mandate")  # they say who takes part, at the school


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
    """The beginning of every private text."""
    for record in school.records.values():
        for name, field in noun_of(record).fields.items():
            value = values_of(record)[name]
            if (
                field.privacy is Privacy.PRIVATE
                and isinstance(field, Short | Long)
                and isinstance(value, str)
                and value
            ):
                yield " ".join(value.split())[:40]


@pytest.mark.parametrize(("key", "audience", "language"), EVERYWHERE)
def test_the_example_keeps_its_people_and_its_thoughts(
    key: str, audience: Audience, language: str, tmp_path: Path
) -> None:
    school = example(language)
    said = everything_in(made(tmp_path, key, school, audience, language=language))
    thoughts = list(private_texts(school))
    assert len(thoughts) > 20
    assert [thought for thought in thoughts if thought in said] == []
    if audience is not Audience.SCHOOL:
        assert len(school.of(Person)) > 10
        assert leaked_names(school, said) == set()
    elif key in NAMING:
        assert leaked_names(school, said)


@pytest.mark.parametrize(
    ("key", "audience"), [(key, audience) for key in DOCUMENTS for audience in DOCUMENTS[key].audiences]
)
def test_no_private_field_and_outside_no_person_field_of_any_noun(key: str, audience: Audience, tmp_path: Path) -> None:
    said = everything_in(made(tmp_path, key, planted(), audience))
    hidden = {Privacy.PRIVATE} if audience is Audience.SCHOOL else {Privacy.PRIVATE, Privacy.PERSON}
    shown = [
        mark(noun, name)
        for noun in NOUNS
        for name, field in NOUNS[noun].fields.items()
        if field.privacy in hidden and mark(noun, name) in said
    ]
    assert shown == []
    assert ("Turid" in said) is (audience is Audience.SCHOOL and key in NAMING)


@pytest.mark.parametrize("key", DOCUMENTS)
def test_a_text_that_mentions_somebody_stays_at_the_school(key: str, tmp_path: Path) -> None:
    school = planted("Dette var Turids forslag.")
    for audience in set(DOCUMENTS[key].audiences) - {Audience.SCHOOL}:
        said = everything_in(made(tmp_path, key, school, audience))
        assert "Turid" not in said
        assert "forslag" not in said.replace("forslagene", "")
    if Audience.SCHOOL in DOCUMENTS[key].audiences:
        assert "Turids forslag" in everything_in(made(tmp_path, key, school, Audience.SCHOOL))


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
    for ticked in ((), ("reflection", "membership.motivation")):
        found = holding("description", school, framework, words, Audience.OWNER, DAY, ticked)
        places = {(one.place, one.why) for one in found.left_out}
        assert {("reflection", "private"), ("membership.motivation", "private"), ("person.name", "person")} <= places
        assert all(one.count > 0 and one.what and one.may_tick for one in found.left_out)
    at_home = holding("description", school, framework, words, Audience.SCHOOL, DAY)
    assert {one.why for one in at_home.left_out} == {"private"}


def test_what_the_preview_counts_is_what_can_be_shown() -> None:
    school, framework, words = planted(), read_framework("en"), read_words("en")
    shown = {one.what: one.count for one in holding("description", school, framework, words, Audience.OWNER, DAY).held}
    assert "Reflections" not in shown
    assert "Critical voices" not in shown
    assert shown["Checklist"] == 3
    ticked = holding("description", school, framework, words, Audience.OWNER, DAY, ("reflection",))
    assert {one.what: one.count for one in ticked.held}[words(NOUNS["reflection"].many)] == len(school.of(Reflection))


def test_a_text_is_left_out_of_its_field_alone() -> None:
    school, framework, words = planted("Turid"), read_framework("en"), read_words("en")
    found = holding("gate_log", school, framework, words, Audience.OWNER, DAY)
    texts = {one.place for one in found.left_out if one.why == "name in text"}
    assert texts == {
        f"{noun}.{name}"
        for noun in ("gate_entry", "gate_reason", "translation_note")
        for name, field in NOUNS[noun].fields.items()
        if isinstance(field, Short | Long)
    } | {"core_component.name", "school_profile.collaboration", "school_profile.direction"}
