"""Proposals for the agenda of a meeting, each with its reason, the most useful first."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import AgendaLine, GateEntry, Meeting, OwnerRequest
from fosdesk.domain.records.meetings import LEADERSHIP
from fosdesk.domain.rules.agenda import earlier_meetings, lines_of_meeting
from fosdesk.domain.rules.checklist import open_lines
from fosdesk.domain.rules.gate_rules import UNDECIDED, by_decision
from fosdesk.domain.rules.progress import open_phases, phase_to_start
from fosdesk.domain.rules.surfacing_dates import Surfacing, is_open, surfacing
from fosdesk.domain.school import School, title_of
from fosdesk.domain.values.dates import known_day, plus_days

Kind = Literal["approval", "standing", "put_off", "due", "revisit", "unanswered", "undecided", "key_item", "chosen"]
OWNER = "owner"
INSIDE = (LEADERSHIP, "work_group", "staff", "")  # whose meetings nobody from outside the school's staff takes part in
MOST = 24
_FIRST = 3  # of a kind, before what is left of each
_AHEAD = 7  # days after the meeting within which something due is its business
_KEPT = 366  # days for which something that was put off is proposed


class Proposal(NamedTuple):
    """One line that the agenda could have: `about` is what the line will concern, the id of a record.

    `day` is that of the reason: due on, put off at the meeting of, came in on. `line` is the earlier agenda line that
    comes again. `is_open` is False where the record's own words are for the leadership team alone.
    """

    kind: Kind
    about: str
    day: str = ""
    line: str = ""
    phase: str = ""
    is_open: bool = True


class ChosenLines(NamedTuple):
    """Chosen records with the meetings that get them; the ids of those that stand there, and that none may have."""

    lines: tuple[tuple[Meeting, Proposal], ...]
    already: tuple[str, ...]
    withheld: tuple[str, ...]


def proposals(
    framework: Framework,
    school: School,
    meeting: Meeting,
    today: str,
    *,
    names_somebody: Callable[[str], bool] = lambda _: False,
    most: int = MOST,
) -> tuple[Proposal, ...]:
    """What could be on the agenda of a meeting and is not yet, at most `most`; a few of each kind first.

    `meeting` need not be stored. What is private, about a person, or from a meeting of the leadership team is proposed
    for the leadership team's own meetings only; what names somebody (by `names_somebody`) is not proposed where others
    than the school's staff take part.
    """
    day = meeting.day if known_day(meeting.day) else today
    taken = {line.about for line in lines_of_meeting(school, meeting.id) if line.about}
    earlier = earlier_meetings(school, meeting)
    groups: tuple[Iterable[Proposal], ...] = (
        _approval(school, earlier, today),
        _standing(school, earlier),
        _put_off(school, earlier, plus_days(day, -_KEPT)),
        _dated("due", surfacing(school, "due"), plus_days(day, _AHEAD)),
        _dated("revisit", surfacing(school, "revisit"), day),
        _unanswered(school) if meeting.who == OWNER else (),
        _undecided(school, day),
        _key_items(framework, school),
    )
    first: list[Proposal] = []
    rest: list[Proposal] = []
    for group in groups:
        number = 0
        for one in group:
            if number >= most:
                break
            if one.about not in taken and may_be_on(school, one, meeting, names_somebody):
                taken.add(one.about)
                (first if number < _FIRST else rest).append(one)
                number += 1
    return tuple([*first, *rest][:most])


def chosen_lines(
    school: School,
    records: Iterable[Record],
    meetings: Iterable[Meeting],
    *,
    names_somebody: Callable[[str], bool] = lambda _: False,
) -> ChosenLines:
    """Where records go that somebody chose for the agenda: to the first of `meetings` that may have them.

    `meetings` come in the order of their days; they need not be stored.
    """
    coming = list(meetings)
    there = {one.id: {line.about for line in lines_of_meeting(school, one.id)} for one in coming}
    lines: list[tuple[Meeting, Proposal]] = []
    already: list[str] = []
    withheld: list[str] = []
    for record in records:
        chosen = Proposal("chosen", record.id, is_open=is_open(record))
        meeting = next((one for one in coming if may_be_on(school, chosen, one, names_somebody)), None)
        if meeting is None:
            withheld.append(record.id)
        elif record.id in there[meeting.id]:
            already.append(record.id)
        else:
            lines.append((meeting, chosen))
    return ChosenLines(tuple(lines), tuple(already), tuple(withheld))


def earlier_line(school: School, proposal: Proposal) -> AgendaLine | None:
    """The agenda line that comes again; None for a proposal of another kind."""
    found = school.find(proposal.line)
    return found if isinstance(found, AgendaLine) else None


def may_be_on(school: School, one: Proposal, meeting: Meeting, names_somebody: Callable[[str], bool]) -> bool:
    """Whether a meeting may have this on its agenda, by what `proposals` says of privacy."""
    if meeting.who == LEADERSHIP:
        return True
    record, line = school.find(one.about), earlier_line(school, one)
    if not one.is_open or any(_is_closed(school, found) for found in (record, line)):
        return False
    if meeting.who in INSIDE:
        return True
    return not any(names_somebody(_said(found)) for found in (record, line) if found is not None)


def _is_closed(school: School, record: Record | None) -> bool:
    """Whether a record is for the leadership team alone: by its title, or as it comes from a meeting of theirs."""
    if record is None:
        return False
    source = record if isinstance(record, Meeting) else school.find(getattr(record, "meeting", ""))
    theirs = isinstance(source, Meeting) and source.who == LEADERSHIP
    return theirs or not is_open(record)


def _said(record: Record) -> str:
    return str(getattr(record, "own_text", "")) or (title_of(record) if noun_of(record).title else "")


def _approval(school: School, earlier: tuple[Meeting, ...], today: str) -> Iterator[Proposal]:
    last = next((one for one in earlier if one.day <= today), None)
    if last is not None and (last.notes.strip() or any(x.said.strip() for x in lines_of_meeting(school, last.id))):
        yield Proposal("approval", last.id, last.day)


def _standing(school: School, earlier: tuple[Meeting, ...]) -> Iterator[Proposal]:
    """The standing lines as they were last; whether one still stands is said by the latest line of its matter."""
    seen: set[str] = set()
    for meeting in earlier:
        for line in lines_of_meeting(school, meeting.id):
            matter = line.about or line.id
            if matter not in seen and line.standing and meeting.series.strip():
                yield Proposal("standing", matter, meeting.day, line.id)
            seen.add(matter)


def _put_off(school: School, earlier: tuple[Meeting, ...], since: str) -> Iterator[Proposal]:
    """What was put off and has not been on an agenda since, the latest first."""
    seen: set[str] = set()
    for meeting in earlier:
        if meeting.day < since:
            return
        lines = lines_of_meeting(school, meeting.id)
        for line in lines:
            matter = line.about or line.id
            if line.put_off and matter not in seen:
                yield Proposal("put_off", matter, meeting.day, line.id)
        seen |= {line.about or line.id for line in lines}


def _dated(kind: Literal["due", "revisit"], found: tuple[Surfacing, ...], last: str) -> Iterator[Proposal]:
    for one in found:
        if one.day > last:
            return
        yield Proposal(kind, one.record, one.day, is_open=one.is_open)


def _unanswered(school: School) -> Iterator[Proposal]:
    waiting = [one for one in school.of(OwnerRequest) if one.waits and not one.put_away]
    for one in sorted(waiting, key=lambda one: (one.asked or "9", one.id)):
        yield Proposal("unanswered", one.id, one.asked)


def _undecided(school: School, day: str) -> Iterator[Proposal]:
    for one in school.cached(_undecided_by_age, GateEntry):
        if not one.put_away and (not one.revisit or one.revisit <= day):
            yield Proposal("undecided", one.id, one.came)


def _undecided_by_age(school: School) -> list[GateEntry]:
    return sorted(by_decision(school).get(UNDECIDED, ()), key=lambda entry: entry.came or "9999")


def _key_items(framework: Framework, school: School) -> Iterator[Proposal]:
    """The key items of the phases under way, those begun first; where none is, of the phase to start."""
    phases = open_phases(framework, school) or (phase_to_start(framework, school),)
    lines = [line for phase in phases if phase for line in open_lines(framework, school, phase) if line.key]
    due = {line.record_id: line.answer.due if known_day(line.answer.due) else "" for line in lines}
    lines.sort(key=lambda one: (due[one.record_id] or "9999", one.status != "in_progress", -phases.index(one.phase)))
    for line in lines:
        yield Proposal("key_item", line.record_id, due[line.record_id], phase=line.phase)
