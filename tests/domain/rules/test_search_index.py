"""Go to anything: every field of every noun, suggested items too, and nothing that people do not see."""

from typing import Annotated

import msgspec
import pytest

from fosdesk.domain.fields import NOUNS, Long, Privacy, Record, Short, fields_of
from fosdesk.domain.records import Answer, GateEntry, GateReason, Membership, Person, StopItem
from fosdesk.domain.rules.search_index import Hit, SearchIndex
from fosdesk.domain.values.text_folding import folded, words_in
from tests.domain.schools import FRAMEWORK, school_of


def found(text: str, *records: Record) -> list[str]:
    return [hit.record for hit in SearchIndex(FRAMEWORK, school_of(*records)).find(text)]


@pytest.mark.parametrize("key", sorted(NOUNS))
def test_every_text_of_every_noun_is_found(key: str) -> None:
    record = NOUNS[key].record
    for name, field in fields_of(record).items():
        if isinstance(field, Short | Long) and not field.hidden:
            made = record("x1", **{name: "En Særegen tekst"})
            (hit,) = SearchIndex(FRAMEWORK, school_of(made)).find("særegen")
            assert hit == Hit("x1", name)


def test_suggested_items_are_found_before_anybody_answers_and_by_number() -> None:
    assert "answer:F2-17" in found("sett av tid")
    assert found("f2-17") == ["answer:F2-17"]
    assert found("sett av tid", Answer("answer:F2-17", own_text="Rydd i planen")).count("answer:F2-17") == 1
    assert "answer:F2-17" in found("rydd i planen", Answer("answer:F2-17", own_text="Rydd i planen"))


def test_the_best_fit_comes_first() -> None:
    inside = GateEntry("inside", what="Undervisning")
    begins = GateEntry("begins", what="Vismenn kommer")
    word = GateEntry("word", what="De kloke vismenn")
    rest = GateEntry("rest", what="Annet", reason="Vis dem ut")
    titles = [i for i in found("vis", rest, inside, word, begins) if not i.startswith("answer:")]
    assert titles == ["begins", "word", "inside", "rest"]


def test_people_find_choices_by_the_words_they_see() -> None:
    index = SearchIndex(FRAMEWORK, school_of(Person("p", role="teacher")), lambda _, key: {"teacher": "Lærer"}[key])
    assert index.find("lærer")[-1:] == (Hit("p", "role"),)
    assert not [hit for hit in index.find("teacher") if hit.record == "p"]


def test_ids_and_places_are_not_found() -> None:
    reason = GateReason("r", text="Nå", parent="abc123", pos="zzzq")
    assert found("abc123", reason, Membership("m", person="abc123")) == []
    assert found("zzzq", reason) == []


def test_no_words_find_nothing() -> None:
    assert found("  ", StopItem("s", what="x")) == []


def test_the_search_follows_changes_and_stops_at_the_limit() -> None:
    first = StopItem("s", what="Onsdagsmøtet")
    index = SearchIndex(FRAMEWORK, school_of(first))
    index.update(school_of(msgspec.structs.replace(first, what="Fredagsmøtet"), StopItem("t", what="Fredagsbrevet")))
    assert index.find("onsdagsmøtet") == ()
    assert {hit.record for hit in index.find("fredags")} == {"s", "t"}
    index.update(school_of())
    assert index.find("fredags") == ()
    many = [StopItem(f"{n}", what="Kvikkleire") for n in range(100)]
    assert len(SearchIndex(FRAMEWORK, school_of(*many)).find("kvikk", 40)) == 40


def test_a_noun_declared_later_is_found_without_more_code(monkeypatch: pytest.MonkeyPatch) -> None:
    from fosdesk.domain import fields

    monkeypatch.setattr(fields, "NOUNS", dict(fields.NOUNS))

    @fields.noun("excursion", one="Excursion", many="Excursions")
    class Excursion(Record, frozen=True):
        where: Annotated[str, Short("Where", privacy=Privacy.OPEN)] = ""

    assert found("nordkapp", Excursion("e", where="Til Nordkapp")) == ["e"]


def test_folding_keeps_norwegian_letters_apart() -> None:
    assert folded("Åse ÆØÅ A\N{COMBINING RING ABOVE}") == "åse æøå å"
    assert folded("Éva Đorđe Šávdni «ja»") == 'eva dorde savdni "ja"'
    assert folded("Mäkinen Östlund") == "mækinen østlund"
    assert words_in(" Å lese, å  LESE, ") == ("å", "lese,")
