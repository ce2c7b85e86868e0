"""The known names of a school that was never in a store."""

from fosdesk.domain.school import School
from fosdesk.privacy.known_names import names_written
from fosdesk.privacy.name_detector import NameDetector


def names_of(school: School) -> NameDetector:
    """The names in the records of a school without a history."""
    return names_written((), school)
