"""The gatekeeping log: every entry whole, by decision and school year."""

from pathlib import Path

from fosdesk.domain.fields import NOUNS, Long, Short
from fosdesk.domain.records import (
    CoreComponent,
    GateEntry,
    GateReason,
    TranslationNote,
)
from tests.privacy.planted import mark, planted
from tests.reports.telling import in_order, lines, make, said, school_of


def test_each_entry_of_the_log_is_told_whole(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "gate_log",
        GateEntry(
            "g1",
            what="A reading course",
            kind="advice",
            source="Brochure",
            brought_by="Publisher",
            came="2026-02-14",
            component="c1",
            decision="adapted",
            reason="Good questions.\n\nToo many hours.",
            signed_by="Principal",
            signed="2026-03-01",
            reply="Thank you.",
            replied="2026-03-02",
        ),
        GateReason("r1", text="Takes too much time", parent="g1", pos="a"),
        GateReason("r2", text="Fits our direction", parent="g1", pos="b"),
        TranslationNote("translation:g1", kept="The questions", left_out="The points", challenges=True),
        CoreComponent("c1", name="We talk about practice"),
    )
    assert in_order(
        text,
        *("Taken in with changes", "School year 2025/26", "A reading course"),
        *("Advice, from publisher, came in 14 February 2026. Brochure", "Good questions.", "Too many hours."),
        *("The questions", "The points", "Takes too much time; Fits our direction."),
        *("Decided by principal, 1 March 2026.", "We talk about practice", "Our reply 2 March 2026: Thank you."),
    )


def test_the_log_names_the_role_in_words_and_tells_the_principals_own_signature(tmp_path: Path) -> None:
    signed = {"principal_signed": "2026-03-03", "principal_signed_decision": "kept_out"}
    text = said(
        tmp_path,
        "gate_log",
        GateEntry("g1", what="One", decision="kept_out", signed_by="deputy", signed="2026-03-01", **signed),
        GateEntry("g2", what="Two", decision="parked", signed_by="deputy", signed="2026-03-02", **signed),
        GateEntry("g3", what="Three", decision="parked", signed_by="principal", signed="2026-03-04"),
    )
    assert "Signed by the principal 3 March 2026." in text
    assert text.count("Signed by the principal") == 1, "a signature for another decision is none"
    assert text.count("Decided by deputy head, ") == 2
    assert text.count("Decided by principal, ") == 1


def test_the_log_goes_by_decision_and_school_year(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "gate_log",
        GateEntry("g1", what="Late no", decision="kept_out", came="2026-09-01"),
        GateEntry("g2", what="Early no", decision="kept_out", came="2025-09-01"),
        GateEntry("g3", what="Waiting", decision="parked", came="2026-09-01", revisit="2027-01-15"),
        GateEntry("g4", what="Nobody knows when", decision="kept_out"),
        GateEntry("g5", what="Fresh"),
        GateEntry("g6", what="From a later version", decision="borrowed", came="2026-09-01"),
        GateEntry("g7", what="Yes", decision="admitted", came="2026-09-01", revisit="2027-01-15"),
    )
    assert in_order(text, "Taken in", "Yes", "Parked", "Waiting", "To be looked at again 15 January 2027.")
    assert text.count("15 January 2027") == 1
    assert in_order(text, "Kept outside", "2025/26", "Early no", "2026/27", "Late no", "Without a date")
    assert in_order(text, "Nobody knows when", "Not decided yet", "From a later version")
    assert "Fresh" in text


def test_every_open_text_of_the_log_is_in_the_log(tmp_path: Path) -> None:
    text = "\n".join(lines(make(tmp_path, "gate_log", planted())[1]))
    for key in ("gate_entry", "gate_reason", "translation_note"):
        for name, field in NOUNS[key].fields.items():
            if isinstance(field, Short | Long):
                assert mark(key, name) in text


def test_what_was_read_and_let_in_stands_in_a_list_by_kind(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "gate_log",
        GateEntry("g1", what="Stages", kind="theory", source="Fixsen 2005", decision="admitted"),
        GateEntry("g2", what="Translating ideas", kind="theory", source="Røvik 2007", decision="parked"),
        GateEntry("g3", what="Stages", kind="theory", source="Fixsen  2005", decision="adapted"),
        GateEntry("g4", what="A study", kind="research", source="Journal 3/2024", decision="adapted"),
        GateEntry("g5", what="A book", kind="literature", source="Kept out of it", decision="kept_out"),
        GateEntry("g6", what="A hint", kind="advice", source="Over coffee", decision="admitted"),
    )
    listed = text[text.rindex("Reading list") :]
    assert in_order(listed, "Theory", "Stages – Fixsen 2005", "Translating ideas – Røvik 2007, parked", "Research")
    assert in_order(listed, "A study – Journal 3/2024", "What is not included")
    assert listed.count("Fixsen") == 1
    assert "Kept out of it" not in listed
    assert "Over coffee" not in listed


def test_a_long_log_keeps_every_entry(tmp_path: Path) -> None:
    entries = [
        GateEntry(f"g{number}", what=f"Thing {number}", decision=decision, came=f"20{20 + number % 7}-03-01")
        for number in range(300)
        for decision in [("admitted", "adapted", "parked", "kept_out")[number % 4]]
    ]
    made, written = make(tmp_path, "gate_log", school_of(*entries))
    read = lines(written)
    assert made.pages < 80
    assert all(f"Thing {number}" in read for number in range(300))
