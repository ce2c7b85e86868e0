"""The plan for the half-year on one page: what is to be reached, and what comes in each month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fosdesk.display.wheel_words import WheelWords
from fosdesk.domain.records import FollowUp, Meeting, Milestone, StopItem
from fosdesk.domain.rules.plan.year_wheel import WheelItem, semester_of, wheel_items
from fosdesk.domain.rules.school_days import school_year
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.months import SCHOOL_YEAR
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.look_back import own_milestones

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_AHEAD = 31  # days before its end in which a half-year gives way to the next one
_MOST = 5  # things of a month before they are counted
_FIELDS = {
    "milestone": ("what", "semester", "day", "responsible", "reached"),
    "routine": ("name", "months", "ring", "since", "until"),
    "meeting": ("what", "day", "who"),
    "evaluation": ("what", "day"),
    "adjustment": ("what", "due"),
    "school_calendar": ("first", "what", "name"),
    "stop_item": ("what", "semester"),
    "follow_up": ("what", "responsible", "due", "done"),
}


def nouns() -> tuple[str, ...]:
    """None: each thing is told in a line, so the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The titles, the days and who is responsible."""
    return (*SCHOOL_FACTS, *(f"{noun}.{name}" for noun, names in _FIELDS.items() for name in names))


def planned_semester(day: str) -> Semester:
    """The half-year that is planned on a day: the present one, and in its last month the next one."""
    semester = Semester.of_date(day)
    left = date.fromisoformat(semester.last_day) - date.fromisoformat(day)
    return semester if left.days >= _AHEAD else semester.next()


def write(writer: Writer, reader: DocumentReader) -> None:
    """What is to be reached, what gives way, the months, and what was agreed to be done; no empty parts."""
    words, semester = reader.words, planned_semester(reader.day)
    writer.lead(words.semester(semester))
    reached = [one for one in own_milestones(reader) if _semester(one) == semester]
    stops = [one for one in reader.school.of(StopItem) if one.semester == str(semester) and one.what.strip()]
    tasks = [
        one
        for one in reader.school.of(FollowUp)
        if known_day(one.due) and not one.done and Semester.of_stored(one.due) == semester and one.what.strip()
    ]
    months = _months(reader, semester)
    if reached:
        writer.heading(1, words("What we want to have reached"))
        writer.bullets([_milestone(reader, one) for one in reader.listed(reached)])
    if stops:
        writer.heading(1, words("What gives way"))
        writer.bullets([reader.fitted(one, "what") for one in reader.listed(stops)])
    if months:
        writer.heading(1, words("Month by month"))
        writer.table((words("Month"), words("What comes"), words("Meetings")), months, (0.16, 0.5, 0.34))
    if tasks:
        writer.heading(1, words("What was agreed to be done"))
        writer.bullets([_task(reader, one) for one in reader.listed(sorted(tasks, key=lambda one: one.due))])
    if not (reached or stops or months or tasks):
        writer.paragraph(words("Nothing has been written down for this half-year."))


def _semester(one: Milestone) -> Semester | None:
    return Semester.of_stored(one.day) or Semester.known(one.semester)


def _milestone(reader: DocumentReader, one: Milestone) -> Text:
    words = reader.words
    more = [
        words.short_date(one.day) if known_day(one.day) else "",
        reader.fitted(one, "responsible"),
        words("Reached {date}", date=words.short_date(one.reached)).lower() if known_day(one.reached) else "",
    ]
    said = ", ".join(part for part in more if part)
    return (Bold(reader.fitted(one, "what")), f" ({said})") if said else Bold(reader.fitted(one, "what"))


def _task(reader: DocumentReader, one: FollowUp) -> Text:
    who = reader.fitted(one, "responsible")
    when = reader.words.short_date(one.due)
    return f"{reader.fitted(one, 'what')} ({', '.join(part for part in (who, when) if part)})"


def _months(reader: DocumentReader, semester: Semester) -> list[tuple[str, str, str]]:
    """A row for each month in which anything comes."""
    words, school = reader.words, reader.school
    year = school_year(semester.first_day)
    items, said = wheel_items(school, year), WheelWords(words, reader.framework, school)
    rows = []
    for month in (one for one in SCHOOL_YEAR if semester_of(year, one) == semester):
        own = [one for one in items if month in one.months or (one.day and one.first_month == month)]
        comes = [_line(reader, said, one) for one in own if one.ring != "meetings"]
        met = [one for one in own if one.ring == "meetings"]
        if own:
            rows.append((words.month(month).capitalize(), _first(reader, comes), _days(reader, met)))
    return rows


def _line(reader: DocumentReader, said: WheelWords, one: WheelItem) -> str:
    day = f"{reader.words.short_date(one.day, with_year=False)}: " if one.day else ""
    return f"{day}{' '.join(said.title(one.record).split())}"


def _first(reader: DocumentReader, lines: list[str]) -> str:
    most = min(_MOST, reader.room.listed)
    shown = lines[:most]
    if len(lines) > most:
        shown.append(reader.words.plural("and {n} more", "and {n} more", len(lines) - most))
    return "\n".join(shown)


def _days(reader: DocumentReader, met: list[WheelItem]) -> str:
    """The days of meetings, which are too many for all of their names."""
    words = reader.words
    days = list(dict.fromkeys(words.short_date(one.day, with_year=False) for one in met))
    found = (reader.school.find(one.record) for one in met)
    names = [one.what.strip() for one in found if isinstance(one, Meeting) and one.what.strip()]
    return f"{days[0]}: {names[0]}" if len(met) == 1 and names else words.joined(days)
