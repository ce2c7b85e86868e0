"""The years ahead: milestones, evaluations with what they change, and new areas of development."""

from typing import Annotated

from fosdesk.domain.fields import (
    AnyReference,
    AtItem,
    Choice,
    Date,
    Long,
    Option,
    Order,
    Privacy,
    Record,
    Reference,
    SemesterField,
    Short,
    Use,
    noun,
)


@noun(
    "milestone",
    one="Milestone",
    many="Milestones",
    title="what",
    page="plan",
    use=Use(
        part="milestones",
        purpose="What you want to have reached, when, how, and who is responsible.",
        new="New milestone",
        items=("F0-05",),
        columns=("semester", "day", "responsible", "reached"),
        order=("semester", "day"),
        done="reached",
        wants=("semester|day", "responsible"),
        suggests=("responsible",),
    ),
)
class Milestone(Record, frozen=True):
    """Something to be reached in a semester or on a day; `row` is the framework's row that it was made from.

    `planned` is the semester that the plan gave it: while `semester` is the same, nobody has moved it.
    """

    what: Annotated[str, Long("What", privacy=Privacy.OPEN)] = ""
    semester: Annotated[str, SemesterField("Semester", privacy=Privacy.OPEN)] = ""
    day: Annotated[str, Date("On the day", expects="ahead", surfaces="due", privacy=Privacy.OPEN)] = ""
    how: Annotated[str, Long("How", privacy=Privacy.OPEN)] = ""
    content: Annotated[str, Long("Content", privacy=Privacy.OPEN)] = ""
    responsible: Annotated[str, Short("Responsible", hint="A role rather than a name", privacy=Privacy.OPEN)] = ""
    reached: Annotated[str, Date("Reached on", expects="past", privacy=Privacy.OPEN)] = ""
    moved_because: Annotated[
        str, Short("Why it was moved", hint="When it stands elsewhere than in the plan", privacy=Privacy.OPEN)
    ] = ""
    row: Annotated[str, Short("Row of the framework", hidden=True, privacy=Privacy.OPEN)] = ""
    planned: Annotated[str, SemesterField("Semester that the plan gave", hidden=True, privacy=Privacy.OPEN)] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


@noun(
    "evaluation",
    one="Evaluation",
    many="Evaluations",
    page="plan",
    use=Use(
        part="evaluations",
        purpose="What you looked at together, what you found, what you keep, and what you change.",
        new="New evaluation",
        items=("F3-16", "F4-05", "F4-06"),
        columns=("day", "kind", "groups"),
        order=("-day",),
        filters=("kind",),
        suggests=("groups",),
    ),
)
class Evaluation(Record, frozen=True):
    """One look back that was done together; what it changes are its adjustments."""

    what: Annotated[str, Short("What was looked at", privacy=Privacy.OPEN)] = ""
    day: Annotated[str, Date("Date", surfaces="happens", privacy=Privacy.OPEN)] = ""
    kind: Annotated[
        str,
        Choice(
            "Kind of look back",
            (
                Option("along", "Along the way"),
                Option("year", "The year's look back"),
                Option("closing", "Closing review of the first group"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    groups: Annotated[str, Short("Who took part", hint="Groups rather than names", privacy=Privacy.OPEN)] = ""
    found: Annotated[str, Long("What we found", privacy=Privacy.OPEN)] = ""
    keep: Annotated[str, Long("What we keep", privacy=Privacy.OPEN)] = ""
    stop: Annotated[str, Long("What we stop", privacy=Privacy.OPEN)] = ""


@noun(
    "adjustment",
    one="Adjustment",
    many="Adjustments",
    page="plan",
    use=Use(part="evaluations", columns=("done",), done="done"),
)
class Adjustment(Record, frozen=True):
    """One thing that an evaluation changes; done when `done` has a day."""

    evaluation: Annotated[
        str, Reference("Evaluation", "evaluation", parent=True, hidden=True, privacy=Privacy.OPEN)
    ] = ""
    what: Annotated[str, Short("What changes", privacy=Privacy.OPEN)] = ""
    about: Annotated[str, AnyReference("What it concerns", privacy=Privacy.OPEN)] = ""
    due: Annotated[str, Date("Due", expects="ahead", surfaces="due", privacy=Privacy.OPEN)] = ""
    done: Annotated[str, Date("Done on", expects="past", privacy=Privacy.OPEN)] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


@noun(
    "development_area",
    one="New area of development",
    many="New areas of development",
    page="plan",
    use=Use(
        part="areas",
        purpose="Other areas that you take on with the same group and the same way of working.",
        new="New area",
        items=("F4-10",),
        columns=("since",),
    ),
)
class DevelopmentArea(Record, frozen=True):
    """Another area that the school works on in the way it has learnt."""

    name: Annotated[str, Short("Area", privacy=Privacy.OPEN)] = ""
    since: Annotated[str, Date("Since", privacy=Privacy.OPEN)] = ""
    why: Annotated[str, Long("Why", privacy=Privacy.OPEN)] = ""
    direction: Annotated[
        str, Long("Direction for this area", hint="What the pupils are to notice", privacy=Privacy.OPEN)
    ] = ""
    components: Annotated[
        str, Long("What is essential here", hint="Core components of this area alone", privacy=Privacy.OPEN)
    ] = ""
    carries_on: Annotated[
        str,
        Long("What we take with us on", hint="The group, ways of working, partners and time", privacy=Privacy.OPEN),
    ] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


CONSOLIDATION_ID = "consolidation"


@noun(
    "consolidation",
    one="What holds in everyday life",
    many="What holds in everyday life",
    title="minimum",
    page="plan",
    use=Use(
        part="upkeep",
        purpose="The minimum that is kept up, how new staff are introduced, and what happens when people leave.",
        new="Write what is kept up",
        items=("F4-01", "F4-04", "F4-09", "F4-14", "F4-17"),
        at_items=(
            AtItem("F4-01", CONSOLIDATION_ID, ("minimum", "slipping")),
            AtItem("F4-04", CONSOLIDATION_ID, ("leaving", "new_principal")),
            AtItem("F4-09", CONSOLIDATION_ID, ("inspiration",)),
            AtItem("F4-14", CONSOLIDATION_ID, ("new_staff",)),
            AtItem("F4-17", CONSOLIDATION_ID, ("principal",)),
        ),
    ),
)
class Consolidation(Record, frozen=True):
    """What keeps the work going when it is everyday life; the one record with id «consolidation»."""

    minimum: Annotated[
        str,
        Long(
            "The minimum that is kept up",
            hint="What goes on in a busy year as well, such as a meeting each month",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    slipping: Annotated[
        str, Long("What is done when it slips", hint="Who notices, and what happens then", privacy=Privacy.OPEN)
    ] = ""
    new_staff: Annotated[
        str,
        Long(
            "How new staff are introduced",
            hint="What they see, hear and try in the first weeks, and with whom",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    leaving: Annotated[
        str,
        Long(
            "What happens when somebody leaves",
            hint="Who takes over the tasks, and how the two overlap; roles rather than names",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    new_principal: Annotated[
        str,
        Long(
            "What a new principal meets first",
            hint="Whom to talk with, what to read and what can wait",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    principal: Annotated[
        str,
        Long(
            "The principal's own part",
            hint="What the principal asks about, takes part in and protects",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    inspiration: Annotated[
        str,
        Long(
            "Inspiration from outside",
            hint="Where it comes from, how often, and how it passes the gate",
            privacy=Privacy.OPEN,
        ),
    ] = ""
