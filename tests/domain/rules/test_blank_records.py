"""How a new record begins: at the end of an order made by hand, with its line, and at the gate with its day."""

from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import GateEntry, Need
from fosdesk.domain.rules.blank_records import record_of_line
from fosdesk.domain.school import School


def school_of(*records: Record) -> School:
    return School("s", {record.id: record for record in records}, {})


def test_a_line_becomes_a_record_at_the_end_and_came_today_at_the_gate() -> None:
    school = school_of(Need("n1", text="Ro", pos="i"))
    made = record_of_line(school, noun_of(Need), "Tid", "2026-11-23")
    assert isinstance(made, Need)
    assert (made.text, made.pos > "i", made.id) == ("Tid", True, "")
    entry = record_of_line(school, noun_of(GateEntry), "Kurs", "2026-11-23")
    assert isinstance(entry, GateEntry)
    assert (entry.what, entry.came) == ("Kurs", "2026-11-23")
