"""The names that stand in a school that never was in a store."""

from fosdesk.domain.school import School
from fosdesk.privacy.known_names import names_written
from fosdesk.privacy.name_detector import NameDetector


def names_of(school: School) -> NameDetector:
    """The names of a picture of a school, which has no past."""
    return names_written((), school)
