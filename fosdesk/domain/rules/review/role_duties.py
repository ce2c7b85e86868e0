"""What lies on one role: checklist items that the framework or the school gives it, and its open follow-ups."""

from collections.abc import Collection

from fosdesk.domain.records import FollowUp
from fosdesk.domain.rules.checklist import ChecklistLine
from fosdesk.domain.rules.surfacing_dates import is_finished
from fosdesk.domain.school import School
from fosdesk.domain.values.text_folding import folded


def lies_on(role: Collection[str], responsible: str) -> bool:
    """Whether a text about who is responsible begins with one of the names of a role, as whole words."""
    said = folded(responsible).strip()
    for name in map(folded, role):
        rest = said.removeprefix(name)
        if name and rest != said and not rest[:1].isalnum():
            return True
    return False


def is_duty_of(role: Collection[str], line: ChecklistLine) -> bool:
    """Whether an item lies on a role, by the framework or by what the school wrote."""
    return lies_on(role, line.responsible) or lies_on(role, line.answer.responsible)


def open_follow_ups(role: Collection[str], school: School) -> tuple[FollowUp, ...]:
    """The follow-ups of a role that are not done, the one that is due first ahead; without a date last."""
    found = [one for one in school.of(FollowUp) if not is_finished(one) and lies_on(role, one.responsible)]
    return tuple(sorted(found, key=lambda one: one.due or "9999"))
