"""Who is proposed for erasure, and who is asked for."""

from fosdesk.domain.fields import Record
from fosdesk.domain.records import EraseRequest, Person, Retention
from fosdesk.domain.school import School
from fosdesk.privacy.erasure_due import due_for_erasure, open_erase_requests


def school(*records: Record) -> School:
    return School("s", {record.id: record for record in records}, {})


def test_people_are_proposed_when_they_have_been_gone_long_enough() -> None:
    people = [Person("a", left="2025-01-10"), Person("b", left="2026-06-01"), Person("c"), Person("d", left="før jul")]
    assert [p.id for p in due_for_erasure(school(*people), "2026-11-23")] == ["a"]
    assert [p.id for p in due_for_erasure(school(*people, Retention("retention", months=5)), "2026-11-23")] == [
        "a",
        "b",
    ]
    assert [p.id for p in due_for_erasure(school(*people, Retention("retention", months=0)), "2026-05-01")] == ["a"]


def test_a_wish_waits_until_it_is_answered() -> None:
    asked = school(EraseRequest("erase_request:p", person="p"))
    assert [one.person for one in open_erase_requests(asked, ())] == ["p"]
    assert open_erase_requests(asked, {"p"}) == ()
