"""What was shared with others, with whom and when; for the leadership team alone."""

from typing import Annotated

from fosdesk.domain.fields import Date, Long, Privacy, Record, Short, Use, noun


@noun(
    "disclosure",
    one="What was shared",
    many="What was shared",
    title="what",
    page="schools",
    use=Use(
        part="disclosures",
        purpose="What you shared, with whom and when. Only the leadership team sees it.",
        new="Note what was shared",
        items=("F4-16",),
        columns=("to_whom", "day", "archive"),
        order=("-day",),
    ),
)
class Disclosure(Record, frozen=True):
    """A document or file that was given to somebody."""

    what: Annotated[str, Short("What was shared", hint="A document or a file", privacy=Privacy.PRIVATE)] = ""
    to_whom: Annotated[str, Short("With whom", hint="A role rather than a name", privacy=Privacy.PRIVATE)] = ""
    day: Annotated[str, Date("Shared on", expects="past", privacy=Privacy.PRIVATE)] = ""
    archive: Annotated[str, Short("Archive reference", privacy=Privacy.PRIVATE)] = ""
    note: Annotated[str, Long("Note", privacy=Privacy.PRIVATE)] = ""
