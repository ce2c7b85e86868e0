"""Lines noted in passing, before anybody has said what they are."""

from typing import Annotated

from fosdesk.domain.fields import Date, Long, Privacy, Record, Use, noun


@noun(
    "captured",
    one="Unsorted line",
    many="Unsorted",
    page="overview",
    title="text",
    use=Use(part="unsorted", purpose="Lines that were noted in passing, until somebody says what they are."),
)
class Captured(Record, frozen=True):
    """One line as it was noted; `day` is the day that was recognised in it, or empty. Private until it is sorted."""

    text: Annotated[str, Long("What was noted", privacy=Privacy.PRIVATE)] = ""
    day: Annotated[str, Date("Day named in it", expects="ahead", privacy=Privacy.PRIVATE)] = ""
