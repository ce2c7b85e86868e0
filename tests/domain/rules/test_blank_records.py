"""How a new record begins: at the end of an order made by hand, with its line, and at the gate with its day."""

from fosdesk.domain.fields import NOUNS, Choice, Record, noun_of
from fosdesk.domain.records import GainAndDemand, GateEntry, Need, TranslationNote
from fosdesk.domain.rules.blank_records import record_of_line
from fosdesk.domain.rules.item_tools import can_write_one_line
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


def test_the_line_of_a_translation_becomes_the_entry_that_it_is_of() -> None:
    noun = noun_of(TranslationNote)
    entry = record_of_line(school_of(), noun, "Kurs", "2026-11-23")
    assert isinstance(entry, GateEntry)
    assert (entry.what, entry.came, entry.decision) == ("Kurs", "2026-11-23", "")
    assert not can_write_one_line(noun)


def test_a_line_that_is_written_at_an_item_means_what_the_item_is_about() -> None:
    for noun in NOUNS.values():
        for item, name, option in noun.use.at_first:
            field = noun.fields[name]
            assert item in noun.use.items
            assert isinstance(field, Choice)
            assert option in [one.key for one in field.options]
            made = record_of_line(school_of(), noun, "Linje", "2026-11-23", item)
            assert getattr(made, name) == option
            assert getattr(record_of_line(school_of(), noun, "Linje", "2026-11-23"), name) == ""
    culture = record_of_line(school_of(), noun_of(GainAndDemand), "Vi prøver", "2026-11-23", "F0-03")
    assert isinstance(culture, GainAndDemand)
    assert culture.kind == "culture_today"
