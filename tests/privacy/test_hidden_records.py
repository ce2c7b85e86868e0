"""Whoever is shielded or erased is not met in what lies deleted, either."""

from fosdesk.domain.records import Membership, Person, Restriction
from fosdesk.domain.school import School
from fosdesk.privacy.hidden_records import hidden_now, is_deleted_hidden, shielded_people


def test_records_of_whoever_is_shielded_are_hidden_with_what_was_erased() -> None:
    records = {"p": Person("p"), "m": Membership("m", person="p"), "q": Person("q"), "r": Restriction("r", person="p")}
    school = School("s", dict(records), {})
    assert hidden_now(school, frozenset({"x"})) == {"p", "m", "x"}
    assert shielded_people(school) == {"p"}


def test_a_deleted_record_is_judged_by_whom_it_was_about() -> None:
    last = {"m": {"person": "p"}, "n": {"person": "q"}, "p": {}, "e": {}}

    def hidden(record: str, noun: str, shielded: frozenset[str] = frozenset({"p"})) -> bool:
        return is_deleted_hidden(record, noun, erased={"e"}, shielded=shielded, last_values=last.__getitem__)

    assert hidden("p", "person")
    assert hidden("m", "membership")
    assert not hidden("n", "membership")
    assert hidden("e", "meeting")
    assert not hidden("m", "membership", frozenset())
