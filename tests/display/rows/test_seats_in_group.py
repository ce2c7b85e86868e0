"""Who fills a seat is told in its row, except of the two seats that are private."""

from fosdesk.display.rows.seats_in_group import seats_in_group
from fosdesk.domain.records import CriticalVoice, Membership, Person, Seat, SeatHolder
from fosdesk.words import read_words
from tests.domain.schools import school_of

WORDS = read_words("nb")


def test_a_private_seat_is_filled_by_nobody_named() -> None:
    school = school_of(
        Person("p", name="Aud", role="teacher"),
        Membership("m", person="p", standing="member", union_appointed=True),
        CriticalVoice("v", person="p", since="2026-01-01"),
        SeatHolder("h", seat="union", person="p"),
        Seat("seat:union", considered="yes", reason="Avtalt."),
    )
    rows = {one.id: one for one in seats_in_group(WORDS, school, "2026-11-23")}
    assert rows["seat:teachers"].who == "Aud"
    for seat in ("seat:union", "seat:critical_voice"):
        assert (rows[seat].who, bool(rows[seat].state)) == ("", True)
    assert rows["seat:union"].reason == "Avtalt."
    assert rows["seat:fau"].state == "", "what nobody has considered is not called anything"
