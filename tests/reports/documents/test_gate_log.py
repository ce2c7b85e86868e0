"""The gatekeeping log: every entry on a line, by decision and school year, all of it or a period."""

from pathlib import Path
from typing import Any

import pytest

from fosdesk.domain.fields import NOUNS, Long, Privacy, Short
from fosdesk.domain.records import (
    CoreComponent,
    GateEntry,
    GateReason,
    TranslationNote,
)
from fosdesk.domain.values.period import Period
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_preview import document_content
from fosdesk.words import read_words
from tests.privacy.planted import mark, planted
from tests.reports.reading import lone_titles
from tests.reports.telling import DAY, FRAMEWORK, in_order, known_names_of, lines, make, said, school_of

COURSE = (
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


def test_each_entry_of_the_log_is_told_whole_on_one_line(tmp_path: Path) -> None:
    text = said(tmp_path, "gate_log", *COURSE)
    line = (
        "A reading course – Good questions. Too many hours. (Takes too much time; Fits our direction). "
        "Advice, from publisher, came in 14 Feb 2026. Brochure. "
        "Decided by principal, 1 Mar 2026. Core component: We talk about practice."
    )
    assert line in text.splitlines()
    note = "Unchanged: The questions. Left out: The points. What it does to us: It challenges us."
    assert in_order(text, "Taken in with changes", "School year 2025/26", line, note, "Our reply 2 March 2026: Thank")


@pytest.mark.parametrize("audience", [Audience.OWNER, Audience.NETWORK])
def test_replies_are_read_at_home_only(tmp_path: Path, audience: Audience) -> None:
    text = said(tmp_path, "gate_log", *COURSE, audience=audience)
    assert "Thank you." not in text
    assert in_order(text, "A reading course", "What is not included", "reply to whoever brought it (1)")
    ticked = make(tmp_path, "gate_log", school_of(*COURSE), audience=audience, ticked=["gate_entry.reply"])[1]
    assert in_order("\n".join(lines(ticked)), "Our reply 2 March 2026: Thank you.", "Included this one time")


def test_an_entry_that_nobody_has_decided_on_is_one_line(tmp_path: Path) -> None:
    entries = [GateEntry(f"g{n}", what=f"Thing {n}", kind="advice", came="2026-09-01") for n in range(60)]
    made, written = make(tmp_path, "gate_log", school_of(*entries))
    assert {f"Thing {n}. Advice, came in 1 Sep 2026." for n in range(60)} <= set(lines(written))
    assert made.pages <= 6, "cover, contents, introduction, and two pages of lines"


def test_no_page_of_the_log_ends_with_a_title(tmp_path: Path) -> None:
    entries = [
        GateEntry(f"g{n}", what=f"Thing {n}", decision=decision, came=f"{2018 + n % 8}-09-01")
        for n in range(60)
        for decision in [("", "admitted", "parked", "kept_out")[n % 4]]
    ]
    assert lone_titles(make(tmp_path, "gate_log", school_of(*entries))[1]) == []


YEAR = Period.school_year(2025)


def in_the_year(folder: Path, language: str = "en", within: Period = YEAR) -> str:
    entries = (
        GateEntry("g1", what="Came before", came="2025-07-31", decision="kept_out", signed="2025-07-31"),
        GateEntry("g2", what="Came on the first day", came="2025-08-01", decision="kept_out"),
        GateEntry("g3", what="Came on the last day", came="2026-07-31"),
        GateEntry("g4", what="Came after", came="2026-08-01", decision="parked"),
        GateEntry("g5", what="Waited for long", came="2024-09-01", decision="admitted", signed="2026-01-10"),
        GateEntry("g6", what="Nobody knows when", decision="kept_out"),
        GateReason("r1", text="Outside", parent="g1"),
        GateReason("r2", text="Inside", parent="g2"),
        TranslationNote("translation:g4", kept="Also after"),
        TranslationNote("translation:g5", kept="Also then"),
    )
    return "\n".join(lines(make(folder, "gate_log", school_of(*entries), language=language, within=within)[1]))


def test_the_log_can_be_limited_to_a_period_and_says_so(tmp_path: Path) -> None:
    text = in_the_year(tmp_path)
    for shown in ("Came on the first day", "Came on the last day", "Waited for long", "Inside", "Also then"):
        assert shown in text
    for left_out in ("Came before", "Came after", "Nobody knows when", "Outside", "Also after"):
        assert left_out not in text
    assert in_order(text, "Period", "Autumn 2025 to spring 2026", "Here is only what came in or was decided")
    assert "3 other entries are in the whole log." in text


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_limited_log_says_so_in_each_language(language: str, tmp_path: Path) -> None:
    text = in_the_year(tmp_path, language)
    assert "2025 til vår 2026" in text
    assert "3 andre innsp" in text


def test_a_period_without_entries_is_told_as_such(tmp_path: Path) -> None:
    text = in_the_year(tmp_path, within=Period.school_year(2030))
    assert in_order(text, "Nothing came in or was decided in this period.", "6 other entries are in the whole log.")
    assert "yet" not in text


def test_a_period_limits_no_other_document(tmp_path: Path) -> None:
    school = school_of(GateEntry("g1", what="Came before", came="2020-07-31", decision="kept_out"))
    assert "Came before" in "\n".join(lines(make(tmp_path, "description", school, within=YEAR)[1]))


def test_the_preview_counts_what_is_in_the_period() -> None:
    school = school_of(
        GateEntry("g1", what="Before", came="2025-07-31", reply="Thank you."),
        GateEntry("g2", what="Then", came="2025-08-01", reply="Thank you, too."),
    )
    names, words = known_names_of(school), read_words("en")
    found = document_content(
        "gate_log", school, FRAMEWORK, words, Audience.OWNER, DAY, names=names, within=Period.school_year(2025)
    )
    assert [(one.subject, one.count) for one in found.included] == [("Gatekeeping log", 1)]
    assert [(one.place, one.count, one.may_tick) for one in found.withheld] == [("gate_entry.reply", 1, True)]


def test_the_log_names_the_role_in_words_and_tells_the_principals_own_signature(tmp_path: Path) -> None:
    signed: dict[str, Any] = {"principal_signed": "2026-03-03", "principal_signed_decision": "kept_out"}
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
            if isinstance(field, Short | Long) and field.privacy is Privacy.OPEN:
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
    read = {line.partition(".")[0] for line in lines(written)}
    assert made.pages < 30
    assert {f"Thing {number}" for number in range(300)} <= read
