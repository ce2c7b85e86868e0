"""What else runs at the school, and what the work costs in kroner."""

from typing import Annotated

from fosdesk.domain.fields import (
    Choice,
    Date,
    Kroner,
    Long,
    Minutes,
    Option,
    Privacy,
    Record,
    Reference,
    SemesterField,
    Short,
    Use,
    noun,
)


@noun(
    "initiative",
    one="Initiative",
    many="Initiatives",
    page="time",
    use=Use(
        part="initiatives",
        purpose="All that runs at the school beside this work, what it takes, and what it gives way to.",
        new="New initiative",
        items=("F1-14", "F4-08"),
        columns=("origin", "answer", "minutes", "started", "ended"),
        order=("ended", "started"),
        filters=("origin", "answer"),
        done="ended",
        wants=("carried_by",),
        left="{n} still running",
        suggests=("from_whom", "carried_by"),
        board="answer",
    ),
)
class Initiative(Record, frozen=True):
    """Something that takes time at the school beside this work; over when `ended` has a day."""

    name: Annotated[str, Short("Initiative", privacy=Privacy.OPEN)] = ""
    origin: Annotated[
        str,
        Choice(
            "Where it comes from",
            (Option("statutory", "Required by law or by the owner"), Option("chosen", "Chosen by the school")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    from_whom: Annotated[str, Short("From whom", hint="A role or an organisation", privacy=Privacy.OPEN)] = ""
    carried_by: Annotated[str, Short("Who carries it", hint="A role rather than a name", privacy=Privacy.OPEN)] = ""
    minutes: Annotated[int | None, Minutes("Minutes each semester", privacy=Privacy.OPEN)] = None
    started: Annotated[str, Date("Started on", privacy=Privacy.OPEN)] = ""
    ended: Annotated[str, Date("Ended on", after="started", privacy=Privacy.OPEN)] = ""
    displaces: Annotated[str, Long("What it takes the place of", privacy=Privacy.OPEN)] = ""
    component: Annotated[str, Reference("Core component that it serves", "core_component", privacy=Privacy.OPEN)] = ""
    loses_time: Annotated[str, Short("Who loses time", hint="A group rather than a name", privacy=Privacy.OPEN)] = ""
    answer: Annotated[
        str,
        Choice(
            "The answer given", (Option("yes", "Yes"), Option("no", "No"), Option("wait", "Wait")), privacy=Privacy.OPEN
        ),
    ] = ""
    reason: Annotated[str, Long("Why", privacy=Privacy.OPEN)] = ""
    decided: Annotated[str, Date("Decided on", expects="past", privacy=Privacy.OPEN)] = ""
    revisit: Annotated[
        str,
        Date(
            "Look at it again",
            after="decided",
            expects="ahead",
            surfaces="revisit",
            settled_by="decided",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    reply: Annotated[str, Long("Reply to whoever brought it", privacy=Privacy.OPEN)] = ""


@noun(
    "expense",
    one="Expense",
    many="Expenses",
    page="time",
    use=Use(
        part="expenses",
        purpose="What the work costs in kroner: time bought out, courses and substitutes.",
        new="New expense",
        items=("F2-17", "F2-18"),
        columns=("semester", "kroner"),
        order=("-semester",),
        suggests=("what",),
    ),
)
class Expense(Record, frozen=True):
    """One thing that costs money in one semester."""

    what: Annotated[str, Short("What for", hint="Such as a course or a substitute", privacy=Privacy.OPEN)] = ""
    kroner: Annotated[int | None, Kroner("Kroner", privacy=Privacy.OPEN)] = None
    semester: Annotated[str, SemesterField("Semester", privacy=Privacy.OPEN)] = ""
