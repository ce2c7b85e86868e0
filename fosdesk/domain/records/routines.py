"""What comes back every school year: routines, fixed dates and regular talks, by month."""

from typing import Annotated

from fosdesk.domain.fields import (
    Choice,
    Date,
    Long,
    Months,
    Option,
    Order,
    Privacy,
    Record,
    SemesterField,
    Short,
    Use,
    noun,
)

RING_OPTIONS = (
    Option("routine", "Routine"),
    Option("deadline", "Fixed date"),
    Option("talk", "Regular talk"),
    Option("review", "Evaluation"),
)


@noun(
    "routine",
    one="Routine",
    many="Routines",
    page="plan",
    use=Use(
        part="routines",
        purpose="What comes back every year: when, how you do it, who sees to it, and when you look at it again.",
        new="New routine",
        items=("F4-01", "F4-02", "F4-04", "F4-14"),
        columns=("ring", "months", "responsible", "review"),
        filters=("ring",),
        wants=("months", "responsible"),
        suggests=("responsible",),
    ),
)
class Routine(Record, frozen=True):
    """Something that comes back in the same months of every school year from `since` to `until`, both included.

    `suggested` is the id of the framework's yearly reminder that it was made from.
    """

    name: Annotated[str, Short("Routine", privacy=Privacy.OPEN)] = ""
    months: Annotated[str, Months("Months", privacy=Privacy.OPEN)] = ""
    ring: Annotated[str, Choice("Ring of the wheel", RING_OPTIONS, privacy=Privacy.OPEN)] = ""
    responsible: Annotated[str, Short("Responsible", hint="A role rather than a name", privacy=Privacy.OPEN)] = ""
    review: Annotated[str, Date("Look at it again", expects="ahead", surfaces="revisit", privacy=Privacy.OPEN)] = ""
    how: Annotated[str, Long("This is how we do it", privacy=Privacy.OPEN)] = ""
    since: Annotated[str, SemesterField("From", privacy=Privacy.OPEN)] = ""
    until: Annotated[str, SemesterField("Up to and including", privacy=Privacy.OPEN)] = ""
    suggested: Annotated[str, Short("Reminder of the framework", hidden=True, privacy=Privacy.OPEN)] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""
