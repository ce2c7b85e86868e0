"""Choices of many schools: at each place where anybody said something, what each of them said."""

from collections.abc import Sequence

from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.owner.opened_schools import OpenedSchool
from fosdesk.domain.rules.sharing.school_choices import Difference, choice_places
from fosdesk.domain.school import School
from fosdesk.pace import NO_HURRY, Pace


def told_choices(
    framework: Framework, owner: School, schools: Sequence[OpenedSchool], pace: Pace = NO_HURRY
) -> tuple[Difference, ...]:
    """What the owner (first) and each school chose, in the order of the framework; places without a word are left out.

    Nothing is counted, and alike answers stay: an owner reads what was chosen, not who stands out.
    """
    all_schools = [owner, *(one.school for one in schools)]
    found = []
    for place in choice_places(framework):
        pace()
        told = place.told_by(all_schools)
        if any(told.said):
            found.append(told)
    return tuple(found)
