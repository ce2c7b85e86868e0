"""Progress: phase states, milestones with their semesters, and the next steps to suggest."""

from collections.abc import Iterable
from typing import NamedTuple

from fosdesk.domain.framework import Framework, PaceTemplate
from fosdesk.domain.records import PhaseState
from fosdesk.domain.rules.checklist import lines_of
from fosdesk.domain.rules.gate_rules import UNDECIDED, by_decision
from fosdesk.domain.rules.surfacing_dates import surfacing
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, plus_days
from fosdesk.domain.values.semester import Semester

SOON = 21  # days ahead
WAITED = 14  # days that something may lie undecided before we mention it
MOST_STEPS = 8
_MOST_OF_A_KIND = 3


class NextStep(NamedTuple):
    """One thing to do, of kind overdue, due_soon, revisit, undecided, start_phase or key_item."""

    kind: str
    record: str  # what to open; "answer:F1-06" also where nobody has answered yet
    phase: str = ""
    day: str = ""


class MilestonePlace(NamedTuple):
    """When a milestone falls with the school's start and pace; `when` is past, now or ahead."""

    id: str
    semester: Semester
    when: str


def phase_status(school: School, phase_id: str) -> str:
    """not_open, open or closed."""
    state = school.get(PhaseState, f"phase:{phase_id}")
    if state.is_open:
        return "open"
    return "closed" if state.closed else "not_open"


def open_phases(framework: Framework, school: School) -> tuple[str, ...]:
    """The phases that go on now, in the framework's order; often more than one."""
    return tuple(phase.id for phase in framework.phases if phase_status(school, phase.id) == "open")


def phase_to_start(framework: Framework, school: School) -> str:
    """The phase to suggest when none is open; empty when one is, or when all have been open."""
    if open_phases(framework, school):
        return ""
    waiting = [p.id for p in framework.phases if p.id != "F0" and phase_status(school, p.id) == "not_open"]
    return waiting[0] if waiting else ""


def next_steps(framework: Framework, school: School, today: str, most: int = MOST_STEPS) -> tuple[NextStep, ...]:
    """The next steps, most useful first; at most `most`, and at most three of one kind. Meetings are told elsewhere."""
    soon = plus_days(today, SOON)
    going_on = open_phases(framework, school)
    lines = [line for phase in framework.phases for line in lines_of(framework, school, phase.id)]
    waiting = [line for line in lines if not line.settled and not line.put_away]
    due = {line.record_id: NextStep("", line.record_id, line.phase, line.answer.due) for line in waiting}
    due.update((one.record, NextStep("", one.record, "", one.day)) for one in surfacing(school, "due") if one.is_open)
    overdue = _due(due.values(), "overdue", "", plus_days(today, -1))
    due_soon = _due(due.values(), "due_soon", today, soon)
    to_start = phase_to_start(framework, school)
    dated = {line.record_id for line in waiting if known_day(line.answer.due)}
    keys = [line for line in waiting if line.phase in going_on and line.record_id not in dated and line.key]
    keys.sort(key=lambda line: (line.status != "in_progress", -going_on.index(line.phase)))
    groups: tuple[Iterable[NextStep], ...] = (
        [NextStep("start_phase", f"phase:{to_start}", to_start)] if to_start else [],
        overdue,
        _revisits(school, plus_days(today, 7)),
        due_soon,
        _undecided(school, plus_days(today, -WAITED)),
        [NextStep("key_item", line.record_id, line.phase) for line in keys],
    )
    return tuple(_shared_out([list(group) for group in groups], most))


def _due(steps: Iterable[NextStep], kind: str, first: str, last: str) -> list[NextStep]:
    found = [step._replace(kind=kind) for step in steps if known_day(step.day) and first <= step.day <= last]
    return sorted(found, key=lambda step: step.day, reverse=kind == "overdue")


def _revisits(school: School, last: str) -> list[NextStep]:
    return [
        NextStep("revisit", one.record, "", one.day)
        for one in surfacing(school, "revisit")
        if one.is_open and one.day <= last
    ]


def _undecided(school: School, before: str) -> list[NextStep]:
    undecided = [e for e in by_decision(school).get(UNDECIDED, ()) if not e.put_away]
    lying = [e for e in undecided if not e.revisit and (not known_day(e.came) or e.came <= before)]
    lying.sort(key=lambda e: e.came or "9999")
    return [NextStep("undecided", e.id, "", e.came) for e in lying]


def _shared_out(groups: list[list[NextStep]], most: int) -> list[NextStep]:
    # A few of each kind first, so that one long list does not push out all others; what room is left goes in order.
    taken = [min(len(group), _MOST_OF_A_KIND) for group in groups]
    while sum(taken) > most:
        widest = max(range(len(taken)), key=lambda i: (taken[i], i))
        taken[widest] -= 1
    for index, group in enumerate(groups):
        taken[index] += min(len(group) - taken[index], most - sum(taken))
    return [step for group, n in zip(groups, taken, strict=True) for step in group[:n]]


def pace_of(framework: Framework, school: School) -> PaceTemplate:
    """The pace that the school chose, else the suggested one."""
    return framework.pace(school.profile.pace) or framework.suggested_pace


def milestones(framework: Framework, school: School, today: str) -> tuple[MilestonePlace, ...]:
    """The milestones as they fall with the school's start and pace; none without a start."""
    start = Semester.known(school.profile.start)
    if start is None or known_day(today) is None:
        return ()
    now, pace = Semester.of_date(today), pace_of(framework, school)
    found = [(one.id, one.semester(start, pace)) for one in framework.milestones]
    places = (
        MilestonePlace(name, semester, "past" if semester < now else "ahead" if semester > now else "now")
        for name, semester in found
    )
    return tuple(sorted(places, key=lambda place: place.semester))


def planned_phases(framework: Framework, school: School, today: str) -> tuple[str, ...]:
    """The phases that the chosen pace suggests for this semester; none without a start."""
    start = Semester.known(school.profile.start)
    if start is None or known_day(today) is None:
        return ()
    number = Semester.of_date(today).since(start)
    spans = pace_of(framework, school).spans
    return tuple(s.phase for s in spans if s.first <= number and (s.last is None or number <= s.last))
