"""What figures call the phases: the school's own names first, then by the naming it chose."""

from fosdesk.domain.framework import Framework
from fosdesk.domain.records import PhaseState
from fosdesk.domain.school import School


def phase_names(framework: Framework, school: School, phase_id: str) -> tuple[str, str]:
    """The name to show large, and the other one to show beside it; the number stands first."""
    phase = framework.phase(phase_id)
    own = school.get(PhaseState, f"phase:{phase_id}").own_title.strip()
    if phase is None:
        return own or phase_id, ""
    chosen, other = phase.title, phase.plan_name
    if school.profile.naming == "plan":
        chosen, other = other, chosen
    if own:
        chosen, other = own, chosen
    number, chosen = phase_id[1:], " ".join(chosen.split())
    return (chosen if number == "0" else f"{number}\u00a0{chosen}"), other
