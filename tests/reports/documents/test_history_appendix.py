"""The appendix on request: who decided what and when, what was said before, and both texts of an open conflict."""

from pathlib import Path

from fosdesk.domain.changes.change_history import History, HistoryEntry
from fosdesk.domain.journal import BIRTH
from fosdesk.domain.records import GateEntry, Membership, Person, Reflection, SchoolProfile
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from tests.reports.telling import in_order, lines, make, school_of

DIRECTION = SchoolProfile("school", name="Nes", direction="Everybody is missed")
ENTRY = GateEntry("g", what="Reward system", decision="kept_out", reason="It turns us around")
PAST: History = (
    HistoryEntry("school", "school_profile", "direction", None, "More of all", "2025-09-01", "principal"),
    HistoryEntry("g", "gate_entry", "what", None, "Reward system", "2026-01-10", "principal"),
    HistoryEntry("g", "gate_entry", "decision", None, "parked", "2026-01-10", "principal"),
    HistoryEntry("g", "gate_entry", "reason", None, "We are not sure", "2026-01-10", "principal"),
    HistoryEntry("g", "gate_entry", "decision", "parked", "kept_out", "2026-03-01", "deputy"),
    HistoryEntry("g", "gate_entry", "reason", "We are not sure", "It turns us around", "2026-03-01", "deputy"),
    HistoryEntry(
        "school", "school_profile", "direction", "More of all", "Everybody is missed", "2026-05-01", "principal"
    ),
)


def told(folder: Path, school: School, history: History, audience: Audience = Audience.SCHOOL) -> str:
    return "\n".join(lines(make(folder, "history_appendix", school, history=history, audience=audience)[1]))


def test_each_decision_has_its_day_and_role_and_each_text_what_it_said_before(tmp_path: Path) -> None:
    text = told(tmp_path, school_of(DIRECTION, ENTRY), PAST)
    assert in_order(text, "1 September 2025 to 1 May 2026", "Changes", "7")
    assert in_order(text, "1 Sep 2025", "Principal", "About the school", "Our direction: written")
    assert in_order(text, "Texts that were changed", "More of all", "1 May 2026, principal", "Everybody is missed")
    assert in_order(text, "10 Jan 2026", "Principal", "Reward system", "Decision: parked")
    assert in_order(text, "1 Mar 2026", "Deputy head", "Reward system", "Decision: parked, then kept outside")
    assert in_order(text, "Reward system: why", "We are not sure", "1 Mar 2026, deputy head", "It turns us around")


def test_everything_stands_in_the_order_of_the_days(tmp_path: Path) -> None:
    """A file that was read late brings what happened early."""
    late = (
        HistoryEntry("h", "gate_entry", "what", None, "Reading course", "2025-11-01", "deputy"),
        HistoryEntry("h", "gate_entry", "decision", None, "admitted", "2025-11-02", "deputy"),
        HistoryEntry("h", "gate_entry", "reason", "Not sure", "Good for all", "2025-11-03", "deputy"),
        HistoryEntry("school", "school_profile", "left_out", None, "Homework", "2025-08-20", "deputy"),
    )
    course = GateEntry("h", what="Reading course", decision="admitted", reason="Good for all")
    text = told(tmp_path, school_of(DIRECTION, ENTRY, course), (*PAST, *late))
    assert in_order(text, "20 August 2025 to 1 May 2026", "Changes", "11")
    assert in_order(text, "20 Aug 2025", "1 Sep 2025", "Gatekeeping", "Decided")
    decided = text[text.rindex("Decided") :]
    assert in_order(decided, "1 Nov 2025", "2 Nov 2025", "10 Jan 2026", "1 Mar 2026", "Texts that were changed")
    assert in_order(decided, "Reading course: why", "Reward system: why")


def test_the_versions_of_a_text_stand_as_they_built_on_each_other(tmp_path: Path) -> None:
    """One of the computers had a wrong clock."""
    past = (
        HistoryEntry("g", "gate_entry", "reason", "One", "Two", "2026-03-01", "deputy"),
        HistoryEntry("g", "gate_entry", "reason", "Two", "Three", "2025-03-01", "principal"),
    )
    text = told(tmp_path, school_of(DIRECTION, ENTRY), past)
    assert in_order(text, "1 March 2025 to 1 March 2026", "At first", "One", "Two", "Three")


def test_what_was_deleted_is_called_what_it_was_called(tmp_path: Path) -> None:
    past = (*PAST, HistoryEntry("g", "gate_entry", BIRTH, "gate_entry", "!gate_entry", "2026-06-01", "principal"))
    text = told(tmp_path, school_of(DIRECTION), past)
    assert in_order(text, "1 Jun 2026", "Principal", "Reward system", "Deleted")


def test_both_texts_of_an_open_conflict_stand(tmp_path: Path) -> None:
    disputed = {("g", "reason"): ("It turns us around", "It costs too much")}
    school = School("s", {"school": DIRECTION, "g": ENTRY}, disputed)
    text = told(tmp_path, school, PAST)
    assert in_order(text, "Places with two texts", "1", "Where two texts stand", "Reward system: why")
    assert in_order(text, "Text 1", "It turns us around", "Text 2", "It costs too much")


def test_a_conflict_that_mentions_somebody_stays_at_the_school(tmp_path: Path) -> None:
    disputed = {("g", "reason"): ("It turns us around", "Turid said so")}
    records = {"school": DIRECTION, "g": ENTRY, "p": Person("p", name="Turid Testad")}
    school = School("s", records, disputed)
    assert "Turid said so" in told(tmp_path, school, PAST)
    assert "Turid" not in told(tmp_path, school, PAST, Audience.OWNER)


def test_an_earlier_name_is_as_well_kept_as_todays(tmp_path: Path) -> None:
    past = (
        *PAST,
        HistoryEntry("p", "person", "name", None, "Gunvor Gammel", "2025-09-01", "principal"),
        HistoryEntry("p", "person", "name", "Gunvor Gammel", "", "2025-10-01", "principal"),
        HistoryEntry("g", "gate_entry", "reply", "Gunvor calls you", "We call you", "2026-04-01", "principal"),
    )
    assert "Gunvor calls you" in told(tmp_path, school_of(ENTRY), past)
    outside = told(tmp_path, school_of(ENTRY), past, Audience.OWNER)
    assert "Gunvor" not in outside
    assert "It turns us around" in outside


def test_what_was_replied_is_read_at_home_only(tmp_path: Path) -> None:
    past = (
        *PAST,
        HistoryEntry("g", "gate_entry", "reply", None, "Not this year", "2026-03-02", "principal"),
        HistoryEntry("g", "gate_entry", "reply", "Not this year", "We call you", "2026-04-01", "principal"),
    )
    school = school_of(DIRECTION, ENTRY)
    at_home, outside = told(tmp_path, school, past), told(tmp_path, school, past, Audience.OWNER)
    assert in_order(at_home, "Not this year", "We call you")
    assert "Not this year" not in outside
    assert "We call you" not in outside
    assert in_order(outside, "It turns us around", "What is not included", "reply to whoever brought it (1)")


def test_nothing_private_is_in_the_history_even_at_home(tmp_path: Path) -> None:
    past = (
        *PAST,
        HistoryEntry("r", "reflection", "text", None, "I doubt it", "2026-01-01", "principal"),
        HistoryEntry("m", "membership", "motivation", None, "Wants to lead", "2026-01-01", "principal"),
        HistoryEntry("m", "membership", "motivation", "Wants to lead", "Wants a rest", "2026-01-02", "principal"),
        HistoryEntry("x", "noun_of_tomorrow", "text", None, "Nobody knows", "2026-01-02", "principal"),
    )
    school = school_of(DIRECTION, ENTRY, Reflection("r", text="I doubt it"), Membership("m", motivation="Wants a rest"))
    text = told(tmp_path, school, past)
    assert [said for said in ("I doubt it", "Wants to lead", "Wants a rest", "Nobody knows") if said in text] == []
