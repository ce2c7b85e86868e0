"""Time that is asked for, time that is freed, and what it costs and gives."""

from typing import Annotated

from fosdesk.domain.fields import (
    AtItem,
    Choice,
    Date,
    Long,
    Minutes,
    Number,
    Option,
    Privacy,
    Record,
    Reference,
    SemesterField,
    Short,
    Use,
    noun,
)

WHO_OPTIONS = (
    Option("work_group", "The work group"),
    Option("staff", "The whole staff"),
    Option("externals", "With external partners"),
    Option("assistants", "Assistants and SFO"),
)


@noun(
    "time_slot",
    one="Protected time",
    many="Protected time",
    page="time",
    use=Use(
        part="slots",
        purpose="Time that is set aside for the work, and what gives way for it.",
        new="Set aside time",
        items=("F2-17", "F2-18"),
        columns=("who", "minutes", "times", "gives_way"),
        order=("who", "what"),
        group="semester",
        filters=("who",),
        now=("semester",),
    ),
)
class TimeSlot(Record, frozen=True):
    """A recurring slot set aside in one semester, and what gives way for it."""

    what: Annotated[str, Short("What the time is for", privacy=Privacy.OPEN)] = ""
    who: Annotated[str, Choice("For whom", WHO_OPTIONS, privacy=Privacy.OPEN)] = ""
    semester: Annotated[str, SemesterField("Semester", privacy=Privacy.OPEN)] = ""
    minutes: Annotated[int | None, Minutes("Minutes each time", hint="Such as 90, or 1:30", privacy=Privacy.OPEN)] = (
        None
    )
    times: Annotated[int | None, Number("Times in the semester", privacy=Privacy.OPEN)] = None
    every_weeks: Annotated[int | None, Number("Weeks between", privacy=Privacy.OPEN)] = None
    gives_way: Annotated[str, Short("What gives way", hint="What this time is taken from", privacy=Privacy.OPEN)] = ""
    cover: Annotated[str, Short("Substitute cover", hint="Who takes the lessons meanwhile", privacy=Privacy.OPEN)] = ""


@noun(
    "stop_item",
    one="What we stop doing",
    many="What we stop doing",
    page="time",
    use=Use(
        part="stops",
        purpose="What gives way, so that the work does not come on top of all else.",
        new="Add something you stop doing",
        items=("F2-19",),
        columns=("who", "freed", "semester"),
        order=("-semester", "what"),
        filters=("who",),
        now=("semester",),
    ),
)
class StopItem(Record, frozen=True):
    """Something the school stops doing, or puts off, so that this does not come on top of everything else."""

    what: Annotated[str, Short("What we stop doing", privacy=Privacy.OPEN)] = ""
    freed: Annotated[
        int | None, Minutes("Minutes freed each semester", hint="Such as 90, or 1:30", privacy=Privacy.OPEN)
    ] = None
    who: Annotated[str, Choice("For whom", WHO_OPTIONS, privacy=Privacy.OPEN)] = ""
    semester: Annotated[str, SemesterField("From semester", privacy=Privacy.OPEN)] = ""
    reason: Annotated[str, Long("Why", privacy=Privacy.OPEN)] = ""


@noun(
    "balance",
    one="Effort and gain",
    many="Effort and gain",
    page="time",
    title="effort",
    use=Use(items=("F2-20",), at_items=(AtItem("F2-20", "balance:{semester}", ("effort", "gain", "seen", "adjust")),)),
)
class Balance(Record, frozen=True):
    """Effort against gain in one semester; id «balance:2026H»."""

    effort: Annotated[str, Long("What it costs us", privacy=Privacy.OPEN)] = ""
    gain: Annotated[str, Long("What we get in return", privacy=Privacy.OPEN)] = ""
    adjust: Annotated[str, Long("What we adjust", privacy=Privacy.OPEN)] = ""
    seen: Annotated[str, Long("What we see at the pupils", privacy=Privacy.OPEN)] = ""
    seen_where: Annotated[str, Short("Where it is seen", privacy=Privacy.OPEN)] = ""
    component: Annotated[str, Reference("Core component", "core_component", privacy=Privacy.OPEN)] = ""


@noun("time_plan", one="Time plan", many="Time plan", page="time", title="others")
class TimePlan(Record, frozen=True):
    """The one record with id «time_plan»."""

    discussed: Annotated[str, Date("Discussed with union representatives", expects="past", privacy=Privacy.OPEN)] = ""
    others: Annotated[
        str,
        Long(
            "How assistants and after-school staff get time to take part",
            hint="Their working hours follow other agreements than the teachers', so their time must be found "
            "separately.",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    gap_weeks: Annotated[
        int | None, Number("Tell us when there are more than this many weeks between meetings", privacy=Privacy.OPEN)
    ] = None


TIME_PLAN_ID = "time_plan"
