"""The picture of a school that is changed in parts is the same as one that is read anew."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fosdesk.domain.fields import Record
from fosdesk.domain.records import GateEntry, GateReason, Membership, Person, Restriction
from fosdesk.domain.rules.gate_rules import flow, reasons_by_entry
from fosdesk.domain.school import School

KINDS: tuple[type[Record], ...] = (Person, Membership, GateEntry, GateReason, Restriction)
PEOPLE = ("a", "b")
_made: dict[str, st.SearchStrategy[Record | None]] = {
    **{p: st.none() | st.builds(Person, st.just(p), name=st.sampled_from(("", "Anna"))) for p in PEOPLE},
    **{
        f"m{p}": st.none() | st.builds(Membership, st.just(f"m{p}"), person=st.sampled_from(("", *PEOPLE)))
        for p in PEOPLE
    },
    **{
        f"restriction:{p}": st.none() | st.just(Restriction(f"restriction:{p}", person=p, reason="", since=""))
        for p in PEOPLE
    },
    "e": st.none() | st.builds(GateEntry, st.just("e"), what=st.sampled_from(("x", "y"))),
    "r": st.none() | st.builds(GateReason, st.just("r"), parent=st.just("e"), text=st.sampled_from(("", "fordi"))),
}
_disputes = st.sets(st.sampled_from(("a", "b", "ma", "e")))
_pictures = st.tuples(st.fixed_dictionaries(_made), _disputes)
_changes = st.lists(st.sampled_from(sorted(_made)).flatmap(lambda i: st.tuples(st.just(i), _made[i])), max_size=2)


def school(picture: tuple[dict[str, Record | None], set[str]]) -> School:
    values, disputes = picture
    there = {i: record for i, record in values.items() if record is not None}
    return School("s", there, {(i, "name"): ("x", "y") for i in sorted(disputes) if i in there})


def seen(found: School) -> dict[str, Any]:
    return {
        "records": dict(found.records),
        "shielded": dict(found.shielded),
        "conflicts": dict(found.conflicts),
        "lists": {kind: sorted(found.of(kind), key=lambda record: record.id) for kind in KINDS},
        "reasons": dict(reasons_by_entry(found)),
        "flow": flow(found),
    }


@settings(max_examples=400)
@given(picture=_pictures, changes=_changes, disputes=_disputes)
def test_changing_some_records_is_the_same_as_reading_all_anew(picture: Any, changes: Any, disputes: set[str]) -> None:
    """Also where somebody is shielded by it or shown again, and whatever was asked before."""
    values, before = picture
    after = {i for i in before if i not in dict(changes)} | (disputes & dict(changes).keys())
    old, new = school(picture), school((values | dict(changes), after))
    seen(old)
    touched = list(dict(changes))
    disputed = {key: said for key, said in new.all_conflicts.items() if key[0] in touched}
    parts = School("s", {i: record for i, record in dict(changes).items() if record is not None}, disputed)
    assert seen(old.replaced(parts, touched)) == seen(new)
    assert seen(new.with_shared_records(old)) == seen(new)


@settings(max_examples=400)
@given(_pictures, st.sets(st.sampled_from(("a", "ma", "mb", "e"))))
def test_what_lies_on_top_is_found_and_nobody_shielded_is(picture: Any, more: set[str]) -> None:
    below = school(picture)
    extra: dict[str, Record] = {
        "a": Person("a", name="Ny"),
        "ma": Membership("ma", person="a"),
        "mb": Membership("mb", person="b"),
        "e": GateEntry("e", what="ny"),
    }
    top = below.with_records({i: extra[i] for i in more})
    hidden = {restriction.person for restriction in below.of(Restriction)}
    for i in more:
        about = {"a": "a", "ma": "a", "mb": "b"}.get(i)
        expected = below.find(i) if about in hidden else extra[i]
        assert top.find(i) == expected
    assert all(top.find(i) == below.find(i) for i in _made if i not in more)
    assert dict(below.records) == dict(school(picture).records)
