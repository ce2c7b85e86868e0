"""The overview's lines as texts: next steps and recent changes."""

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.display.phase_names import numbered_phase
from fosdesk.display.record_words import record_words, role_words, short
from fosdesk.domain.fields import NOUNS, Privacy, noun_of
from fosdesk.domain.journal import BIRTH
from fosdesk.domain.records import ChecklistAnswer
from fosdesk.domain.rules.progress import NextStep
from fosdesk.domain.values.moments import local_day
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import page_of, record_to_open
from fosdesk.ui.overview.step_list import StepLine

if TYPE_CHECKING:
    from fosdesk.store import RecentChange

_READ = 80  # changes that are looked at; several of them make one line
_LONG = 160


def step_line(desk: Desk, step: NextStep) -> StepLine:
    """One next step as an imperative sentence."""
    words, school = desk.words, desk.school
    day = words.short_date(step.day, with_year=step.day[:4] != desk.day()[:4]) if step.day else ""
    if step.kind == "start_phase":
        name = numbered_phase(desk.framework, school, step.phase)
        return StepLine(words("Have a look at {phase}", phase=name), words("when you are ready"), step.record, "")
    name = short(record_words(words, desk.framework, school, step.record), _LONG)
    page, record = page_of(school, step.record), record_to_open(school, step.record)
    if step.kind == "revisit":
        return StepLine(words("Look again: {what}", what=name), words("from {date}", date=day), page, record)
    if step.kind == "undecided":
        note = words("came in {date}", date=day) if day else ""
        return StepLine(words("Take a stand: {what}", what=name), note, page, record)
    note = {
        "overdue": words("was due {date}", date=day),
        "due_soon": words("by {date}", date=day),
    }.get(step.kind, words("phase {n}", n=step.phase[1:]))
    found = school.find(step.record)
    is_item = step.record.startswith("answer:") or isinstance(found, ChecklistAnswer)
    told = "" if found is None or is_item else noun_one(words, noun_of(found))
    return StepLine(name, note, page, record, told)


def recent_lines(desk: Desk, most: int) -> tuple[StepLine, ...]:
    """Recent changes, newest first, at most `most`: one line per record, role and day."""
    lines: list[StepLine] = []
    seen: set[tuple[str, str, date]] = set()
    for _, act in groupby(desk.workspace.recent(_READ), key=lambda change: change.step):
        changes = list(act)
        first = changes[0]
        if first.record in desk.school.shielded:
            continue
        day = local_day(first.at)
        if (first.record, first.role, day) in seen:
            continue
        seen.add((first.record, first.role, day))
        lines.append(_recent_line(desk, changes, day))
        if len(lines) == most:
            break
    return tuple(lines)


def _recent_line(desk: Desk, changes: "list[RecentChange]", day: date) -> StepLine:
    words, school = desk.words, desk.school
    first = changes[0]
    note = f"{role_words(words, first.role)} · {_day_words(desk, day)}"
    if len(changes) > 1:
        title = f"{_name(desk, first.record)} {words.plural('and {n} more', 'and {n} more', len(changes) - 1)}"
    else:
        title = _name(desk, first.record)
    record = school.find(first.record)
    if record is None:
        return StepLine(title, note, "", "")
    fields = noun_of(record).fields
    names = [name for name in first.fields if name in fields and not fields[name].hidden]
    touched = [label_words(words, fields[name]) for name in names]
    listed = ", ".join([*touched[:1], *(label[:1].lower() + label[1:] for label in touched[1:3])])
    below = words("Created") if BIRTH in first.fields else listed
    page, opens = page_of(school, first.record), record_to_open(school, first.record)
    field = names[0] if names and BIRTH not in first.fields else ""
    return StepLine(title, note, page, opens, below, first.record, field)


def _name(desk: Desk, record_id: str) -> str:
    """A record's title for these lines, without private or personal fields."""
    record = desk.school.find(record_id)
    if record is not None:
        noun = NOUNS[noun_of(record).key]
        title = noun.fields.get(noun.title)
        if title is not None and title.privacy is not Privacy.OPEN:
            return noun_one(desk.words, noun)
    return short(record_words(desk.words, desk.framework, desk.school, record_id), _LONG)


def _day_words(desk: Desk, day: date) -> str:
    today = desk.today()
    if day == today:
        return desk.words("today")
    if day == today - timedelta(days=1):
        return desk.words("yesterday")
    return desk.words.short_date(day.isoformat(), with_year=day.year != today.year)
