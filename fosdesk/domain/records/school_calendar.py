"""The school's own calendar: days without school, and planning days."""

from typing import Annotated

from fosdesk.domain.fields import Choice, Date, Option, Privacy, Record, Short, Use, noun


@noun(
    "school_calendar",
    one="Day in the school's calendar",
    many="The school's calendar",
    page="settings",
    use=Use(
        part="school",
        purpose="Days without school and planning days, so that meetings keep clear of them.",
        new="New day",
        columns=("first", "last", "what"),
        order=("first",),
        filters=("what",),
    ),
)
class SchoolCalendar(Record, frozen=True):
    """Days from `first` to `last`, both included, on which pupils are off; one day when `last` is empty."""

    first: Annotated[str, Date("First day", expects="ahead", privacy=Privacy.OPEN)] = ""
    last: Annotated[
        str, Date("Last day", after="first", expects="ahead", hint="Empty when it is one day", privacy=Privacy.OPEN)
    ] = ""
    what: Annotated[
        str,
        Choice("What it is", (Option("free", "Day off"), Option("planning", "Planning day")), privacy=Privacy.OPEN),
    ] = ""
    name: Annotated[str, Short("Name", privacy=Privacy.OPEN)] = ""
