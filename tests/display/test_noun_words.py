"""Words of nouns and fields: the word of their own place first, the plain one else."""

from collections.abc import Iterator
from typing import Annotated

import pytest

from fosdesk.display.noun_words import (
    choice_of,
    defined_texts,
    hint_words,
    label_words,
    noun_many,
    noun_one,
    option_words,
    options_words,
    seat_label,
)
from fosdesk.domain.fields import NOUNS, Choice, Field, Option, Privacy, Record, Short, fields_of, noun
from fosdesk.domain.records import Answer, ChecklistAnswer, GateEntry, Meeting, OwnItem, Person, SeatHolder, TimeSlot
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS
from fosdesk.words import LANGUAGES, Words, read_words


@pytest.fixture
def gate() -> Iterator[type[Record]]:
    """A noun whose words stand in the catalogue in another sense: «Open» is what a button does."""

    @noun("gate", one="Open", many="Closed")
    class Gate(Record, frozen=True):
        """Something that is open or not."""

        state: Annotated[
            str,
            Choice("Open", (Option("open", "Open"), Option("shut", "Closed")), privacy=Privacy.OPEN, hint="Open"),
        ] = ""

    yield Gate
    del NOUNS["gate"]


def said(words: Words, record: type[Record]) -> list[str]:
    """All that the definition says, in the order of its contexts below."""
    state = choice_of(record, "state")
    return [
        noun_one(words, NOUNS["gate"]),
        noun_many(words, NOUNS["gate"]),
        label_words(words, state),
        hint_words(words, state),
        *(label for _, label in options_words(words, state)),
    ]


def test_the_word_of_the_place_comes_before_the_plain_one(gate: type[Record]) -> None:
    nb = read_words("nb")
    assert said(nb, gate) == ["Åpne", "Avsluttet", "Åpne", "Åpne", "Åpne", "Avsluttet"], "the plain ones serve"
    own = {
        "gate:one|Open": "åpning",
        "gate:many|Closed": "åpninger",
        "gate.state|Open": "tilstand",
        "gate.state:open|Open": "åpen",
    }
    assert said(nb.extended(own), gate) == ["åpning", "åpninger", "tilstand", "tilstand", "åpen", "Avsluttet"]
    assert option_words(nb.extended(own), choice_of(gate, "state"), "open") == "åpen"


def test_the_catalogue_has_the_word_of_the_place() -> None:
    nb, nn, en = map(read_words, LANGUAGES)
    role, seat = choice_of(Person, "role"), choice_of(SeatHolder, "seat")
    assert [option_words(words, role, "sfo") for words in (nb, nn, en)] == [
        "Ansatt i SFO",
        "Tilsett i SFO",
        "After-school staff (SFO)",
    ]
    assert [option_words(words, seat, "sfo") for words in (nb, nn)] == ["Ansatte i SFO", "Tilsette i SFO"]


def test_options_that_several_fields_share_have_a_context_each() -> None:
    words = read_words("nb").extended({"meeting.who:staff|The whole staff": "Alle"})
    assert option_words(words, choice_of(Meeting, "who"), "staff") == "Alle"
    assert option_words(words, choice_of(TimeSlot, "who"), "staff") == "Hele personalet"


def test_fields_that_two_nouns_inherit_have_a_context_each() -> None:
    assert fields_of(Answer)["status"].context == "answer.status"
    assert fields_of(OwnItem)["status"].context == "own_item.status"
    assert fields_of(ChecklistAnswer)["status"].context == "", "it is no noun"
    words = read_words("nb").extended({"own_item.due|Due": "Innen"})
    assert [label_words(words, fields_of(kind)["due"]) for kind in (OwnItem, Answer)] == ["Innen", "Frist"]


def test_a_key_that_nobody_here_knows_is_shown_as_it_stands() -> None:
    words = read_words("nb")
    decision = choice_of(GateEntry, "decision")
    assert [option_words(words, decision, key) for key in ("Open", "later than this", "")] == [
        "Open",
        "later than this",
        "",
    ]
    assert seat_label(words, "Open") == "Open"


def test_every_seat_has_its_word_also_one_whose_holder_is_private() -> None:
    words = read_words("nb").extended({"seat_holder.seat:union|Appointed by the unions": "Tillitsvalgtes plass"})
    assert seat_label(words, "union") == "Tillitsvalgtes plass"
    assert [seat_label(read_words("en"), option.key) for option in SEAT_OPTIONS] == [o.label for o in SEAT_OPTIONS]


def test_a_field_without_a_hint_or_a_noun_says_what_it_has() -> None:
    words = read_words("nb")
    assert hint_words(words, fields_of(Person)["contact"]) == ""
    assert label_words(words, Short("Decision", privacy=Privacy.OPEN)) == "Avgjørelse"
    with pytest.raises(TypeError, match=r"Person\.name is no choice"):
        choice_of(Person, "name")


def test_every_text_of_a_definition_is_listed_with_its_context() -> None:
    listed = {(text.context, text.english) for text in defined_texts()}
    for key, one in NOUNS.items():
        wanted = {(f"{key}:one", one.one), (f"{key}:many", one.many)}
        for name, field in one.fields.items():
            assert isinstance(field, Field)
            wanted |= {(f"{key}.{name}", text) for text in (field.label, field.hint) if text}
            if isinstance(field, Choice):
                wanted |= {(f"{key}.{name}:{option.key}", option.label) for option in field.options}
        assert wanted <= listed
    assert ("seat_holder.seat:union", "Appointed by the unions") in listed
