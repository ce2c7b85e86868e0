"""What the school changed in the model: items that were renamed, moved, hidden, added or put in another order."""

from collections.abc import Iterator
from typing import NamedTuple

from fosdesk.domain.framework import Framework
from fosdesk.domain.records import PhaseState
from fosdesk.domain.rules.checklist import ChecklistLine, lines_of
from fosdesk.domain.school import School

RENAMED, MOVED, HIDDEN, ADDED, REORDERED = "renamed", "moved", "hidden", "added", "reordered"


class Adaptation(NamedTuple):
    """One item or phase that stands otherwise than in the framework.

    `text` is how it reads now, `suggested` how the framework says it (empty for what the school added), `why` the
    short reason that may stand beside it.
    """

    record: str
    phase: str
    kinds: tuple[str, ...]
    text: str
    suggested: str
    why: str


def adaptations(framework: Framework, school: School) -> tuple[Adaptation, ...]:
    """All of them, phase by phase: the name of the phase first, then its items in the team's order.

    That an item was put in another order, or hidden, is told only where a reason was written: neither is a decision
    by itself.
    """
    return tuple(one for phase in framework.phases for one in _of_phase(framework, school, phase.id))


def _of_phase(framework: Framework, school: School, phase_id: str) -> Iterator[Adaptation]:
    state, phase = school.get(PhaseState, f"phase:{phase_id}"), framework.phase(phase_id)
    name = " ".join(state.own_title.split())
    if name and phase is not None:
        yield Adaptation(state.id, phase_id, (RENAMED,), name, phase.title, state.own_title_why.strip())
    for line in lines_of(framework, school, phase_id):
        kinds = tuple(_kinds(line))
        if kinds:
            suggested = line.item.topic if line.item is not None else ""
            yield Adaptation(line.record_id, phase_id, kinds, line.told, suggested, line.answer.adapted_why.strip())


def _kinds(line: ChecklistLine) -> Iterator[str]:
    answer, item = line.answer, line.item
    if line.is_own:
        yield ADDED
    elif item is not None and answer.own_text.strip():
        yield RENAMED
    if item is not None and line.phase != item.phase:
        yield MOVED
    if answer.put_away and (answer.adapted_why.strip() or answer.reason.strip()):
        yield HIDDEN
    is_moved = item is not None and line.phase != item.phase
    if answer.pos and not (line.is_own or is_moved) and answer.adapted_why.strip():
        yield REORDERED
