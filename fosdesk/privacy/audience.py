"""Who gets to see which field: the one rule that files and documents ask."""

from collections.abc import Container
from enum import StrEnum

from fosdesk.domain.fields import Field, Long, Privacy, Short


class Audience(StrEnum):
    """Whom a document is for."""

    SCHOOL = "school"
    OWNER = "owner"
    NETWORK = "network"
    RESEARCH = "research"


def may_show(field: Field, audience: Audience, ticked: Container[str] = (), place: str = "") -> bool:
    """Whether a field may appear for an audience; `place` («noun.field») in `ticked` lets it in for this one time.

    Research gets what can be counted, and no text but those ticked one by one, which is not asked here.
    """
    if audience is Audience.RESEARCH:
        return field.privacy is Privacy.OPEN and not isinstance(field, Short | Long)
    if place and place in ticked:
        return True
    if field.privacy is Privacy.PERSON:
        return audience is Audience.SCHOOL
    return field.privacy is Privacy.OPEN
