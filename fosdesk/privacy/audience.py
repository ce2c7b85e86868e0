"""The audiences of documents and files, and the rule on which fields each may see."""

from collections.abc import Container
from enum import StrEnum

from fosdesk.domain.fields import Field, Long, Privacy, Short


class Audience(StrEnum):
    """Who a document or file is for."""

    SCHOOL = "school"
    OWNER = "owner"
    NETWORK = "network"
    RESEARCH = "research"


def may_show(field: Field, audience: Audience, ticked: Container[str] = (), place: str = "") -> bool:
    """Whether a field may be shown to an audience; `place` («noun.field») in `ticked` includes it this once.

    Research gets what can be counted; texts that are ticked one by one are not covered here.
    """
    if audience is Audience.RESEARCH:
        return field.privacy is Privacy.OPEN and not isinstance(field, Short | Long)
    if place and place in ticked:
        return True
    if field.privacy is Privacy.PERSON:
        return audience is Audience.SCHOOL
    return field.privacy is Privacy.OPEN
