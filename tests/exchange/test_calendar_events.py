"""What calendars are told of meetings, for one's own calendar and for others."""

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Meeting, Person
from fosdesk.domain.rules.calendar_revisions import Revision
from fosdesk.domain.school import School
from fosdesk.exchange.calendar_events import ALL, CalendarEvent, Chosen, Whose, calendar_events, series_in, uid_of
from fosdesk.privacy.known_names import names_written
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.words import read_words
from tests.privacy.known import names_of

TODAY = "2026-11-23"


def school(*records: Record) -> School:
    return School("s", {one.id: one for one in records}, {})


def told(
    known: School,
    whose: Whose,
    revisions: dict[str, Revision] | None = None,
    chosen: Chosen = ALL,
    language: str = "nb",
) -> tuple[CalendarEvent, ...]:
    return calendar_events(
        known, revisions or {}, read_words(language), whose, names=names_of(known), today=TODAY, chosen=chosen
    )


PLAIN = Meeting("a", what="Oppstart", day="2026-12-08", start="14:30", who="work_group", minutes=90, place="Rom 2")
LEADERS = Meeting("b", what="Omorganisering", day="2026-12-09", who="leadership", place="Kontoret", notes="Hemmelig")
NAMED = Meeting("c", what="Samtale med Kari Nordmann", day="2026-12-10", who="externals")
UNDATED = Meeting("d", what="En gang")
KARI = Person("p", name="Kari Nordmann")


def test_ones_own_calendar_has_everything_that_calendars_show() -> None:
    one, other, third = told(school(PLAIN, LEADERS, NAMED, UNDATED, KARI), "own")
    assert (one.title, one.about, one.place, one.start, one.minutes) == (
        "Oppstart",
        "Arbeidsgruppen",
        "Rom 2",
        "14:30",
        90,
    )
    assert (other.title, other.is_private) == ("Omorganisering", True)
    assert third.title == "Samtale med Kari Nordmann"


def test_others_are_told_neither_what_the_leaders_meet_about_nor_who_is_named() -> None:
    known = school(PLAIN, LEADERS, NAMED, UNDATED, KARI)
    found = told(known, "others")
    assert [(one.title, one.about) for one in found] == [
        ("Oppstart", "Arbeidsgruppen"),
        ("Med eksterne", ""),
    ]
    said = repr(found)
    assert [word for word in ("Omorganisering", "Kari", "Nordmann", "Hemmelig") if word in said] == []
    own = [one.uid for one in told(known, "own")]
    assert [one for one in own if one not in {one.uid for one in found}] == ["b@s.fosdesk"], "the leaders' own alone"
    written = {"b": Revision(3, "2026-12-09")}
    assert told(known, "others", written) == found, "which is not called off either"


def test_a_meeting_about_nothing_in_particular_is_called_a_meeting() -> None:
    assert [one.title for one in told(school(Meeting("a", day="2026-12-08")), "own", language="nn")] == ["Møte"]


def test_deleted_meetings_and_those_without_a_day_any_more_are_cancelled_without_their_words() -> None:
    revisions = {
        "a": Revision(5, "2026-12-08"),
        "d": Revision(6, "2026-12-15", "09:00", 30, "Fast"),
        "gone": Revision(9, "2026-12-22", "10:00"),
        "past": Revision(9, "2026-01-22"),
        "never dated": Revision(9),
    }
    found = told(school(PLAIN, UNDATED), "own", revisions)
    assert [(one.uid, one.number, one.day, one.title, one.is_cancelled) for one in found] == [
        ("a@s.fosdesk", 5, "2026-12-08", "Oppstart", False),
        ("d@s.fosdesk", 6, "2026-12-15", "Avlyst: møte", True),
        ("gone@s.fosdesk", 9, "2026-12-22", "Avlyst: møte", True),
    ]
    assert found[2].start == "10:00"


def test_one_series_and_one_meeting_are_told_alone_with_what_was_cancelled_of_them() -> None:
    known = school(
        Meeting("a", day="2026-12-08", series="Fellestid"),
        Meeting("b", day="2026-12-09", series=" fellestid "),
        Meeting("c", day="2026-12-10"),
        Meeting("e", day="", series="Tom"),
    )
    revisions = {"x": Revision(1, "2026-12-24", series="Fellestid"), "y": Revision(1, "2026-12-24")}
    assert series_in(known) == ("Fellestid",)
    uids = [one.uid for one in told(known, "own", revisions, Chosen(series="fellestid"))]
    assert uids == [uid_of(one, "s") for one in ("a", "b", "x")]
    assert [one.uid for one in told(known, "own", revisions, Chosen(meeting="c"))] == [uid_of("c", "s")]
    assert [one.is_cancelled for one in told(known, "own", revisions, Chosen(meeting="y"))] == [True]


def test_without_known_names_nothing_is_withheld() -> None:
    names = names_written((), school())
    assert isinstance(names, NameDetector)
    found = calendar_events(school(NAMED), {}, read_words("en"), "others", names=names, today=TODAY)
    assert [one.title for one in found] == ["Samtale med Kari Nordmann"]
