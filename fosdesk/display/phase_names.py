"""The titles of phases: the school's own name first, then by the naming that it chose."""

from typing import NamedTuple

from fosdesk.domain.framework import Framework
from fosdesk.domain.records import PhaseState
from fosdesk.domain.school import School
from fosdesk.words import Words


def phase_title(framework: Framework, school: School, phase_id: str) -> str:
    """The title of a phase; its id for one that the framework does not have."""
    return _names(framework, school, phase_id)[0]


def numbered_phase(framework: Framework, school: School, phase_id: str) -> str:
    """The title with the number in front; the optional block before the start has none."""
    title = phase_title(framework, school, phase_id)
    return title if phase_id == "F0" else f"{phase_id[1:]} {title}"


def phase_heading(words: Words, framework: Framework, school: School, phase_id: str) -> str:
    """The title for running text: «Phase 1: Readiness»."""
    title = phase_title(framework, school, phase_id)
    return title if phase_id == "F0" else words("Phase {number}: {title}", number=phase_id[1:], title=title)


def phase_names(framework: Framework, school: School, phase_id: str) -> tuple[str, str]:
    """The title to show large in a figure, with its number, and the other one to show beside it."""
    chosen, other = _names(framework, school, phase_id)
    if not other:
        return chosen, ""
    number, chosen = phase_id[1:], " ".join(chosen.split())
    return (chosen if number == "0" else f"{number}\u00a0{chosen}"), other


class NamingRow(NamedTuple):
    """What one phase is called: by the stages of organisational development, in the plan, in the text, and here.

    `own` is empty where the school has given it no name.
    """

    phase: str
    development: str
    plan: str
    text: str
    own: str


def naming_table(words: Words, framework: Framework, school: School) -> tuple[NamingRow, ...]:
    """The names of every phase side by side, whatever the school calls it."""
    stages = {"1": words("Initiation"), "2": words("Implementation"), "3": words("Institutionalisation")}
    rows = []
    for phase in framework.phases:
        own = " ".join(school.get(PhaseState, f"phase:{phase.id}").own_title.split())
        plan = f"{phase.plan_number} {phase.plan_name}".strip()
        text = phase.title if phase.id == "F0" else f"{phase.id[1:]} {phase.title}"
        rows.append(NamingRow(phase.id, stages.get(phase.plan_number, ""), plan, text, own))
    return tuple(rows)


def _names(framework: Framework, school: School, phase_id: str) -> tuple[str, str]:
    phase = framework.phase(phase_id)
    own = school.get(PhaseState, f"phase:{phase_id}").own_title.strip()
    if phase is None:
        return own or phase_id, ""
    chosen, other = phase.title, phase.plan_name
    if school.profile.naming == "plan":
        chosen, other = other, chosen
    return (own, chosen) if own else (chosen, other)
