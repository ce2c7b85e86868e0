"""The reading list tells who reads what, and lists the references in APA 7; what was kept outside is not among them."""

from pathlib import Path

from fosdesk.domain.records import GateEntry, GateReason, Learning, Person, Vote
from fosdesk.privacy.audience import Audience
from tests.reports.telling import said

BOOK = GateEntry("g1", what="On power", authors="Ås, Berit", year="1979", publication="book", decision="admitted")


def test_who_reads_what_until_when_and_what_came_of_it(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "reading_list",
        BOOK,
        GateEntry("g2", what="Kept away", authors="Dal, Per", publication="book", decision="kept_out"),
        Learning("l1", what="The first chapter", who="Team 5", kind="reading", until="2026-12-01", about="g1"),
        Learning("l2", what="A visit", who="Deputy", kind="visit", done="2026-10-01", summary="They listen first"),
    )
    assert "The first chapter" in text
    assert "Team 5" in text
    assert "They listen first" in text
    assert "Ås, B. (1979). On power." in text
    assert "Kept away" not in text


def test_what_was_kept_outside_stands_with_reasons_and_how_often(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "kept_outside",
        BOOK,
        GateEntry("g2", what="A campaign", decision="kept_out", signed="2026-09-01", outside_focus=True),
        GateEntry("g3", what="A course", decision="kept_out", signed="2025-09-01", reason="No room"),
        GateReason("r1", text="Too much", parent="g2"),
        GateReason("r2", text="Too much", parent="g3"),
    )
    assert "2 things that came to the school were kept outside" in text
    assert "1 of them was outside the focus." in text
    assert "A campaign – Too much" in text
    assert "A course – No room" in text
    assert "On power" not in text


def test_votes_stand_by_role_in_the_schools_own_log_and_nowhere_else(tmp_path: Path) -> None:
    records = (
        BOOK,
        Person("p1", name="Kvernstein", role="teacher"),
        Person("p2", name="Trollbær", role="principal"),
        Vote("vote:g1:p1", person="p1", stance="against", why="Too soon", parent="g1"),
        Vote("vote:g1:p2", person="p2", stance="for", parent="g1"),
    )
    own = said(tmp_path, "gate_log", *records)
    assert "For 1, against 1." in own
    assert "Teacher, against: Too soon." in own
    assert "Kvernstein" not in own
    for audience in (Audience.OWNER, Audience.NETWORK):
        text = said(tmp_path, "gate_log", *records, audience=audience)
        assert "Too soon" not in text
        assert "against" not in text


def test_elsewhere_votes_are_numbers_that_are_not_small(tmp_path: Path) -> None:
    people = [Person(f"p{n}", name=f"Kvernstein{n}", role="teacher") for n in range(8)]

    def votes(against: int) -> list[Vote]:
        return [
            Vote(f"vote:g1:{one.id}", person=one.id, stance="against" if n < against else "for", parent="g1")
            for n, one in enumerate(people)
        ]

    for audience in (Audience.OWNER, Audience.NETWORK):
        together = said(tmp_path, "gate_log", BOOK, *people, *votes(0), audience=audience)
        assert "Votes of the members: For 8." in together
        assert "Kvernstein" not in together
        two = said(tmp_path, "gate_log", BOOK, *people, *votes(2), audience=audience)
        assert "Votes of the members" not in two, "the two could be worked out from the size of the group"
        few = said(tmp_path, "gate_log", BOOK, *people[:4], *votes(0)[:4], audience=audience)
        assert "Votes of the members" not in few
