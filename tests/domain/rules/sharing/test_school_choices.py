"""Choices side by side: where schools differ, in alphabetical order; never progress, and never a number."""

from fosdesk.domain.fields import Privacy, Record, fields_of, noun_of
from fosdesk.domain.records import (
    Answer,
    CoreComponent,
    ExistingGroup,
    GateEntry,
    Initiative,
    Meeting,
    PhaseState,
    SchoolProfile,
    Seat,
    StopItem,
    Theme,
)
from fosdesk.domain.rules.sharing.school_choices import Difference, Said, differences, in_order
from fosdesk.domain.school import School
from tests.domain.schools import FRAMEWORK, school_of
from tests.privacy.planted import planted


def found(*schools: School) -> list[Difference]:
    return list(differences(FRAMEWORK, schools))


def profile(**values: str) -> SchoolProfile:
    return SchoolProfile("school", **values)


def test_only_what_differs_is_told() -> None:
    one = school_of(profile(direction="Alle hører til", naming="text"))
    other = school_of(profile(direction="Ingen går alene", naming="text"))
    (difference,) = found(one, other)
    assert (difference.kind, difference.field) == (SchoolProfile, "direction")
    assert [[said.value for said in some] for some in difference.said] == [["Alle hører til"], ["Ingen går alene"]]


def test_who_has_said_nothing_differs_from_nobody() -> None:
    assert found(school_of(profile(direction="Alle hører til")), school_of()) == []
    assert found(school_of(Seat("seat:teachers", considered="no")), school_of()) == []


def test_lists_differ_also_from_an_empty_one() -> None:
    (difference,) = found(school_of(CoreComponent("b", name="Å"), CoreComponent("a", name="B", why="x")), school_of())
    assert difference.said == ((Said(CoreComponent, "name", "B", "x"), Said(CoreComponent, "name", "Å")), ())
    assert difference.is_list


def test_records_are_listed_by_the_answer_given() -> None:
    one = school_of(Theme("a", name="Mobbing", standing="parked", reason="Senere"))
    other = school_of(Theme("b", name="Mobbing", standing="chosen"))
    assert [(d.kind, d.answer) for d in found(one, other)] == [(Theme, "chosen"), (Theme, "parked")]


def test_how_far_a_school_has_come_is_never_told() -> None:
    """Whatever is done, open, held, decided or counted: two schools with the same choices show no difference."""
    there: tuple[Record, ...] = (
        *(Answer(f"answer:{item.id}", status="done", how="Ferdig") for p in FRAMEWORK.phases for item in p.items),
        *(PhaseState(f"phase:F{n}", opened="2025-01-10", closed="2025-06-10") for n in range(5)),
        *(Meeting(f"m{n}", what="Møte", day="2026-01-01") for n in range(30)),
        *(GateEntry(f"g{n}", what="Innspill", decision="admitted") for n in range(30)),
    )
    assert found(school_of(*there), school_of()) == []


def test_an_item_that_was_left_out_or_done_another_way_is_a_choice() -> None:
    one = school_of(Answer("answer:F1-15", status="not_applicable", reason="For få"))
    other = school_of(Answer("answer:F1-15", status="done", how="Gjort"))
    (difference,) = found(one, other)
    assert difference.record == "answer:F1-15"
    assert difference.said == ((Said(Answer, "status", "not_applicable", "For få"),), ())


def test_schools_stand_in_alphabetical_order() -> None:
    empty = school_of()
    named = in_order([("Åsen", empty), ("Bakken", empty), ("Aasen", empty), ("Ærfugl", empty)])
    assert [name for name, _ in named] == ["Bakken", "Ærfugl", "Aasen", "Åsen"]


def test_only_open_texts_are_compared() -> None:
    """Of a school in which every field holds something, next to an empty one and a changed one."""
    full = planted()
    changed = School("x", {**full.records, "school": profile(direction="Annet")}, {})
    some = found(full, changed, school_of())
    assert some
    for one in some:
        assert fields_of(one.kind)[one.field].privacy is Privacy.OPEN
        for said in (said for told in one.said for said in told):
            assert noun_of(said.kind).fields[said.field].privacy is Privacy.OPEN
            hidden = [name for name, field in fields_of(said.kind).items() if field.privacy is not Privacy.OPEN]
            texts = {str(getattr(record, name)) for record in full.of(said.kind) for name in hidden} - {""}
            assert not {said.value, said.more} & texts


def test_a_choice_has_every_answer_of_its_field() -> None:
    records = (
        ExistingGroup("a", name="Planen", decision="becomes"),
        Initiative("b", name="Lesing", answer="wait"),
        StopItem("c", what="Kalenderen"),
    )
    assert [one.kind for one in found(school_of(*records), school_of())] == [ExistingGroup, StopItem, Initiative]
