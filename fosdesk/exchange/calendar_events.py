"""What calendars are told of meetings: events for one's own calendar or for others, and which were cancelled."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from fosdesk.display.noun_words import noun_one
from fosdesk.display.time_words import who_words
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Meeting
from fosdesk.domain.rules.calendar_revisions import Revision
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.text_folding import folded
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.meeting_audience import is_at_home
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import filter_school
from fosdesk.words import Words

Whose = Literal["own", "others"]


class Chosen(NamedTuple):
    """Which meetings: one by its id, else those of a series, else all of them."""

    meeting: str = ""
    series: str = ""


ALL = Chosen()


class CalendarEvent(NamedTuple):
    """One event. `start` is HH:MM, or empty for all day; `number` never falls for the same `uid`."""

    uid: str
    number: int
    day: str
    start: str
    minutes: int | None
    title: str
    about: str
    place: str
    is_cancelled: bool = False
    is_private: bool = False


def calendar_events(
    school: School,
    revisions: Mapping[str, Revision],
    words: Words,
    whose: Whose,
    *,
    names: NameDetector,
    today: str,
    chosen: Chosen = ALL,
) -> tuple[CalendarEvent, ...]:
    """The events of the chosen meetings in order; with those that were deleted or lost their day and are not past.

    Others are told nothing of the leadership team's own meetings, nor anything that names somebody; nobody is told more
    of a cancelled meeting than when it was. `names` are all that were ever written.
    """
    shown = {one.id: one for one in _shown(school, whose, names)}
    found = [
        _event(school, one, revisions.get(one.id, Revision()), words, whose)
        for one in shown.values()
        if known_day(one.day) and _is_chosen(one.id, school.get(Meeting, one.id).series, chosen)
    ]
    for record, known in revisions.items():
        gone = record not in shown or not known_day(shown[record].day)
        stays = whose == "others" and is_at_home(school, school.get(Meeting, record))
        if (
            gone
            and not stays
            and record not in school.shielded
            and known.day >= today
            and _is_chosen(record, known.series, chosen)
        ):
            title = words("Cancelled: {what}", what=noun_one(words, noun_of(Meeting)).lower())
            found.append(
                CalendarEvent(
                    uid_of(record, school.id),
                    known.number,
                    known.day,
                    known.start,
                    known.minutes,
                    title,
                    "",
                    "",
                    is_cancelled=True,
                )
            )
    return tuple(sorted(found, key=lambda event: (event.day, event.start, event.uid)))


def uid_of(record: str, school: str) -> str:
    """The name of a meeting in all calendars, the same on every laptop and for ever."""
    return f"{record}@{school}.fosdesk"


def series_in(school: School) -> tuple[str, ...]:
    """The names of the series that have a meeting with a day, each as it is written first, in the order of days."""
    dated = sorted((one for one in school.of(Meeting) if known_day(one.day)), key=lambda one: (one.day, one.id))
    found: dict[str, str] = {}
    for one in dated:
        if one.series.strip():
            found.setdefault(_key(one.series), one.series.strip())
    return tuple(found.values())


def _shown(school: School, whose: Whose, names: NameDetector) -> Iterable[Meeting]:
    meetings = school.of(Meeting)
    if whose == "own":
        return meetings
    conflicts = {key: said for key, said in school.conflicts.items() if isinstance(school.find(key[0]), Meeting)}
    alone = School(school.id, {one.id: one for one in meetings}, conflicts)
    return filter_school(alone, Audience.NETWORK, names=names).school.of(Meeting)


def _event(school: School, one: Meeting, known: Revision, words: Words, whose: Whose) -> CalendarEvent:
    who = who_words(words, Meeting, one.who)
    what = " ".join(one.what.split())
    return CalendarEvent(
        uid_of(one.id, school.id),
        known.number,
        one.day,
        one.start,
        one.minutes,
        what or who or noun_one(words, noun_of(Meeting)),
        who if what else "",
        " ".join(one.place.split()),
        is_private=whose == "own" and is_at_home(school, one),
    )


def _is_chosen(record: str, series: str, chosen: Chosen) -> bool:
    if chosen.meeting:
        return record == chosen.meeting
    return not chosen.series or _key(series) == _key(chosen.series)


def _key(series: str) -> str:
    return " ".join(folded(series).split())
