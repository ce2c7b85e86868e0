"""Time that is asked for, time that is freed, and when people meet."""

from typing import Annotated

from fosdesk.domain.fields import Choice, Date, Long, Minutes, Number, Option, Record, SemesterField, Short, noun

WHO_OPTIONS = (
    Option("work_group", "The work group"),
    Option("staff", "The whole staff"),
    Option("externals", "With external partners"),
)


@noun("time_slot", one="Protected time", many="Protected time", page="time")
class TimeSlot(Record, frozen=True):
    """A recurring slot set aside in one semester, and what gives way for it."""

    what: Annotated[str, Short("What the time is for")] = ""
    who: Annotated[str, Choice("For whom", WHO_OPTIONS)] = ""
    semester: Annotated[str, SemesterField("Semester")] = ""
    minutes: Annotated[int | None, Minutes("Minutes each time")] = None
    times: Annotated[int | None, Number("Times in the semester")] = None
    every_weeks: Annotated[int | None, Number("Weeks between")] = None
    gives_way: Annotated[str, Short("What gives way", hint="What this time is taken from")] = ""


@noun("stop_item", one="What we stop doing", many="What we stop doing", page="time")
class StopItem(Record, frozen=True):
    """Something the school stops doing, or puts off, so that this does not come on top of everything else."""

    what: Annotated[str, Short("What we stop doing")] = ""
    freed: Annotated[int | None, Minutes("Minutes freed each semester")] = None
    semester: Annotated[str, SemesterField("From semester")] = ""
    reason: Annotated[str, Long("Why")] = ""


@noun("balance", one="Effort and gain", many="Effort and gain", page="time", title="effort")
class Balance(Record, frozen=True):
    """Effort against gain in one semester; id «balance:2026H»."""

    effort: Annotated[str, Long("What it costs us")] = ""
    gain: Annotated[str, Long("What we get in return")] = ""
    adjust: Annotated[str, Long("What we adjust")] = ""


@noun("meeting", one="Meeting", many="Meetings", page="time")
class Meeting(Record, frozen=True):
    """A meeting that is planned or has been held."""

    what: Annotated[str, Short("What it is about")] = ""
    day: Annotated[str, Date("Date")] = ""
    who: Annotated[str, Choice("For whom", WHO_OPTIONS)] = ""
    minutes: Annotated[int | None, Minutes("Minutes")] = None
    notes: Annotated[str, Long("Notes")] = ""


@noun("time_plan", one="Time plan", many="Time plan", page="time", title="others")
class TimePlan(Record, frozen=True):
    """The one record with id «time_plan»."""

    discussed: Annotated[str, Date("Discussed with union representatives")] = ""
    others: Annotated[str, Long("How assistants and after-school staff get time to take part")] = ""
    gap_weeks: Annotated[int | None, Number("Tell us when there are more than this many weeks between meetings")] = None


TIME_PLAN_ID = "time_plan"
