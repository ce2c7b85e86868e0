"""The names that stand in a school that never was in a store."""

from fosdesk.domain.school import School
from fosdesk.privacy.known_names import names_said
from fosdesk.privacy.names import Names


def names_of(school: School) -> Names:
    """The names of a picture of a school, which has no past."""
    return names_said((), school)
