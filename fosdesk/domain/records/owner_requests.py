"""What the school asks its owner for, in the school's own words."""

from typing import Annotated

from fosdesk.domain.fields import Date, Long, Privacy, Record, Short, Use, noun


@noun(
    "owner_request",
    one="Request to the owner",
    many="What we ask the owner for",
    title="what",
    page="schools",
    use=Use(
        part="owner",
        purpose="What you asked the owner for, when, and what came of it.",
        new="New request to the owner",
        items=("F1-12", "F4-15"),
        columns=("asked_of", "asked", "answered"),
        order=("answered", "-asked"),
        suggests=("asked_of",),
    ),
)
class OwnerRequest(Record, frozen=True):
    """One request; it waits until there is an answer or a day on which it was answered."""

    what: Annotated[str, Long("What we ask for", hint="A line is enough", privacy=Privacy.OPEN)] = ""
    asked_of: Annotated[str, Short("Of whom", hint="A role rather than a name", privacy=Privacy.OPEN)] = ""
    asked: Annotated[str, Date("Asked on", expects="past", privacy=Privacy.OPEN)] = ""
    answer: Annotated[str, Long("What came of it", privacy=Privacy.OPEN)] = ""
    answered: Annotated[str, Date("Answered on", after="asked", expects="past", privacy=Privacy.OPEN)] = ""

    @property
    def waits(self) -> bool:
        """Whether something is asked for that has no answer yet."""
        return bool(self.what.strip()) and not (self.answer.strip() or self.answered)
