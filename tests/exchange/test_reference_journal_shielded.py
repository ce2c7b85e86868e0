"""Whoever is shielded is in no file for others: neither as a record nor by name in what somebody wrote."""

import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import GateEntry, Membership, Person, Restriction
from fosdesk.domain.school import School
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.privacy.audience import Audience
from tests.privacy.known import names_of

PEOPLE = (
    Person("p", name="Kåre-Lise Nordmann", role="teacher"),
    Membership("m", person="p", standing="member"),
    Restriction("restriction:p", person="p", reason="", since="2026-10-01"),
)
OUTSIDE = [Audience.OWNER, Audience.NETWORK]


def texts(audience: Audience, *records: Record) -> list[str]:
    """What the file for `audience` says, word by word."""
    school = School("s", {record.id: record for record in records}, {})
    journal = reference_journal(
        school, name="Fjordvik", audience=audience, names=names_of(school), now=1_795_000_000_000
    )
    return [str(change.value) for change in journal.changes]


@pytest.mark.parametrize("audience", OUTSIDE)
@pytest.mark.parametrize("text", ["Vi spurte Kåre.", "NORDMANN ville ikke", "Lises idé", "Kåre-Lise Nordmann sa ja"])
def test_a_text_that_mentions_somebody_shielded_stays_out(audience: Audience, text: str) -> None:
    said = texts(audience, *PEOPLE, GateEntry("g", what="Lesekurs", reason=text, reply="Vi venter"))
    assert "Lesekurs" in said
    assert "Vi venter" in said
    assert text not in said


@pytest.mark.parametrize("audience", list(Audience))
def test_no_record_about_somebody_shielded_goes_out(audience: Audience) -> None:
    said = texts(audience, *PEOPLE, GateEntry("g", what="Lesekurs"))
    assert "gate_entry" in said or audience is Audience.RESEARCH, "which is told nothing that anybody wrote"
    assert {"person", "membership", "Kåre-Lise Nordmann", "teacher", "member"}.isdisjoint(said)
