"""The search index: every open field of every noun, what is asked for first, and nothing private unless asked for."""

from typing import Annotated

import msgspec
import pytest

from fosdesk.domain.fields import NOUNS, Field, Long, Noun, Privacy, Record, Scalar, Short, fields_of
from fosdesk.domain.records import (
    Answer,
    Decision,
    FollowUp,
    GateEntry,
    GateReason,
    Meeting,
    Membership,
    Person,
    Restriction,
    StopItem,
)
from fosdesk.domain.rules.search_index import SearchIndex, matching_field
from fosdesk.domain.rules.search_question import question_in
from fosdesk.domain.rules.search_speech import PlainSpeech
from tests.domain.schools import FRAMEWORK, TODAY, school_of

TEXTS = [
    (key, name)
    for key, noun in sorted(NOUNS.items())
    for name, field in noun.fields.items()
    if isinstance(field, Short | Long) and not field.hidden
]


def found(text: str, *records: Record, private: bool = False) -> list[str]:
    return list(SearchIndex(FRAMEWORK, school_of(*records), today=TODAY).find(text, private=private))


@pytest.mark.parametrize(("key", "name"), TEXTS)
def test_every_text_of_every_noun_is_found_but_private_ones_only_when_asked_for(key: str, name: str) -> None:
    made = NOUNS[key].record("x1", **{name: "En Særegen tekst"})
    is_open = NOUNS[key].fields[name].privacy is Privacy.OPEN
    assert found("særegen", made) == (["x1"] if is_open else [])
    assert found("særegen", made, private=True) == ["x1"]
    asked = question_in("særegen")
    assert matching_field(made, asked, PlainSpeech(), private=True) == name
    assert matching_field(made, asked, PlainSpeech(), private=False) == (name if is_open else "")


def test_there_are_private_and_personal_texts_that_are_left_out() -> None:
    kinds = [NOUNS[key].fields[name].privacy for key, name in TEXTS]
    assert kinds.count(Privacy.PRIVATE) >= 4
    assert kinds.count(Privacy.PERSON) >= 6


def test_whoever_is_shielded_is_not_found_even_when_asked_for() -> None:
    records = Person("p", name="Turid"), Membership("m", person="p", standing="member", motivation="Vil mye")
    assert found("turid", *records, private=True) == ["p"]
    shielding = Restriction("restriction:p", person="p")
    assert found("turid", *records, shielding, private=True) == []
    assert "m" not in found("vil mye", *records, shielding, private=True)


def test_suggested_items_are_found_before_anybody_answers_and_by_number() -> None:
    assert "answer:F2-17" in found("sett av tid")
    assert found("f2-17")[0] == "answer:F2-17"
    assert found("sett av tid", Answer("answer:F2-17", own_text="Rydd i planen")).count("answer:F2-17") == 1
    assert "answer:F2-17" in found("rydd i planen", Answer("answer:F2-17", own_text="Rydd i planen"))


def test_the_best_fit_comes_first() -> None:
    part = GateEntry("part", what="Avisutklipp")
    word = GateEntry("word", what="De kloke viseste")
    same = GateEntry("same", what="Om vis tale")
    rest = GateEntry("rest", what="Annet", reason="Vis dem ut")
    titles = [i for i in found("vis", rest, part, word, same) if not i.startswith("answer:")]
    assert titles == ["same", "word", "rest", "part"] or titles == ["same", "word", "part", "rest"]


def test_whoever_has_all_words_comes_before_whoever_has_some() -> None:
    both = GateEntry("both", what="Annet", reason="Leksene på mellomtrinnet")
    one = GateEntry("one", what="Mellomtrinnet")
    assert found("lekser mellomtrinn", one, both)[:2] == ["both", "one"]


def test_people_find_choices_and_kinds_by_the_words_they_see() -> None:
    class Speech(PlainSpeech):
        def kind(self, noun: Noun) -> tuple[str, str]:
            return {"person": ("Person", "Personer")}.get(noun.key, ("", ""))

        def value(self, field: Field, value: Scalar) -> str:
            return {"teacher": "Lærer"}.get(str(value), str(value))

    index = SearchIndex(FRAMEWORK, school_of(Person("p", role="teacher")), Speech())
    assert "p" in index.find("lærerne")
    assert "p" in index.find("personer")
    assert "p" not in index.find("teacher")


def test_ids_and_places_are_not_found() -> None:
    reason = GateReason("r", text="Nå", parent="abc123", pos="zzzq")
    assert found("abc123", reason, Membership("m", person="abc123"), private=True) == []
    assert found("zzzq", reason) == []


def test_no_words_find_nothing() -> None:
    assert found("xyzzy", StopItem("s", what="x")) == []
    assert question_in("  ").wanted == ()


def test_what_is_to_come_is_before_what_is_past_and_the_nearest_first() -> None:
    days = {"a": "2026-01-10", "b": "2027-03-01", "c": "2026-11-30", "d": "2026-11-01"}
    meetings = [Meeting(key, what="Fellesmøte", day=day) for key, day in days.items()]
    assert found("fellesmøte", *meetings) == ["c", "b", "d", "a"]
    assert found("forrige fellesmøte", *meetings)[0] == "d"
    assert found("neste fellesmøte", *meetings)[0] == "c"


def test_what_is_asked_for_comes_first() -> None:
    meeting = Meeting("m", what="Leksefri", day="2026-12-01")
    decided = Decision("d", what="Leksefri i februar", day="2026-01-01")
    task = FollowUp("f", what="Ringe om leksefri", responsible="Rektor", due="2026-11-25")
    answered = GateEntry("g", what="Leksefri", decision="parked", reason="For mye nå", reply="Takk")
    records = meeting, decided, task, answered
    assert set(found("hva bestemte vi om leksefri", *records)[:2]) == {"d", "g"}
    assert found("hvem ringer om leksefri", *records)[0] == "f"
    assert found("hva svarte vi om leksefri", *records)[0] == "g"
    assert found("når er leksefri", *records)[0] in ("m", "f")


def test_what_is_finished_does_not_come_up() -> None:
    done = FollowUp("done", what="Ringe", due="2026-12-01", done="2026-11-01")
    waits = FollowUp("waits", what="Ringe", due="2027-12-01")
    assert found("ringe", done, waits)[:2] == ["waits", "done"]
    over = Answer("answer:F1-01", own_text="Kvernstein", due="2026-12-01", status="done")
    open_one = Answer("answer:F1-02", own_text="Kvernstein", due="2027-12-01", status="in_progress")
    assert found("kvernstein", over, open_one) == ["answer:F1-02", "answer:F1-01"]


def test_the_search_follows_changes_and_stops_at_the_limit() -> None:
    first = StopItem("s", what="Onsdagsmøtet")
    index = SearchIndex(FRAMEWORK, school_of(first))
    index.update(school_of(msgspec.structs.replace(first, what="Fredagsmøtet"), StopItem("t", what="Fredagsbrevet")))
    assert index.find("onsdagsmøtet") == ()
    assert set(index.find("fredags")) == {"s", "t"}
    index.update(school_of())
    assert index.find("fredags") == ()
    many = [StopItem(f"{n}", what="Kvikkleire") for n in range(700)]
    assert len(SearchIndex(FRAMEWORK, school_of(*many)).find("kvikk", 40)) == 40


def test_an_index_that_follows_piece_by_piece_finds_the_same_as_one_made_at_once() -> None:
    records = [
        GateEntry(f"e{n}", what=f"Tekst {n % 7} om lesing {n % 11}", came=f"2026-01-{n % 28 + 1:02}") for n in range(90)
    ]
    whole = SearchIndex(FRAMEWORK, school_of(*records), today=TODAY)
    slow = SearchIndex(FRAMEWORK, today=TODAY)
    slow.follow(school_of(*records))
    rounds = 0
    while True:
        rounds += 1
        allowed = iter((True, True, True, False))
        if slow.work(lambda allowed=allowed: next(allowed)):  # type: ignore[misc]
            break
    assert rounds > 20
    assert set(slow.find("lesing 3", 90)) == set(whole.find("lesing 3", 90)) != set()


def test_what_changed_is_not_found_by_what_it_said_even_before_it_is_indexed_again() -> None:
    first = StopItem("s", what="Onsdagsmøtet")
    index = SearchIndex(FRAMEWORK, school_of(first))
    index.follow(school_of(), ["s"])
    assert index.waits == 1
    assert index.find("onsdagsmøtet") == ()


def test_an_index_of_much_that_changed_is_numbered_anew() -> None:
    index = SearchIndex(FRAMEWORK, school_of(StopItem("s", what="Møte 0")))
    for turn in range(1_200):
        index.follow(school_of(StopItem("s", what=f"Møte {turn}")), ["s"])
        index.work(lambda: True)
    assert index.find("møte 1199")[0] == "s"
    assert len(index._records) < 1_200


def test_on_another_day_other_things_are_to_come() -> None:
    school = school_of(
        Meeting("a", what="Fellesmøte", day="2026-11-24"), Meeting("b", what="Fellesmøte", day="2026-12-08")
    )
    index = SearchIndex(FRAMEWORK, school, today="2026-11-23")
    assert index.find("fellesmøte") == ("a", "b")
    index.follow(school, (), "2026-12-01")
    index.work(lambda: True)
    assert index.find("fellesmøte") == ("b", "a")


def test_a_noun_declared_later_is_found_without_more_code(monkeypatch: pytest.MonkeyPatch) -> None:
    from fosdesk.domain import fields

    monkeypatch.setattr(fields, "NOUNS", dict(fields.NOUNS))

    @fields.noun("excursion", one="Excursion", many="Excursions")
    class Excursion(Record, frozen=True):
        where: Annotated[str, Short("Where", privacy=Privacy.OPEN)] = ""

    assert found("nordkapp", Excursion("e", where="Til Nordkapp")) == ["e"]
    assert fields_of(Excursion)["where"].label == "Where"
