"""The titles of phases: the school's own name first, then by the naming that it chose."""

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


def _names(framework: Framework, school: School, phase_id: str) -> tuple[str, str]:
    phase = framework.phase(phase_id)
    own = school.get(PhaseState, f"phase:{phase_id}").own_title.strip()
    if phase is None:
        return own or phase_id, ""
    chosen, other = phase.title, phase.plan_name
    if school.profile.naming == "plan":
        chosen, other = other, chosen
    return (own, chosen) if own else (chosen, other)
