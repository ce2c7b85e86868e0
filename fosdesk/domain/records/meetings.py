"""Meetings with their agenda, what was decided in them, and what follows from them."""

from typing import Annotated

from fosdesk.domain.fields import (
    AnyReference,
    Choice,
    ClockTime,
    Date,
    Long,
    Minutes,
    Number,
    Option,
    Order,
    Privacy,
    Record,
    Reference,
    Short,
    SubList,
    Use,
    YesNo,
    noun,
)
from fosdesk.domain.records.protected_time import WHO_OPTIONS

LEADERSHIP = "leadership"  # whose own meetings stay at the school
MEETING_WHO_OPTIONS = (
    *WHO_OPTIONS,
    Option(LEADERSHIP, "The leadership team"),
    Option("unions", "Union representatives"),
    Option("parents", "Parents"),
    Option("pupils_council", "The pupils' council"),
    Option("owner", "The school owner"),
    Option("steering_group", "The steering group"),
    Option("network", "The network"),
    Option("leader_training", "Leader training"),
)
PURPOSE_OPTIONS = (
    Option("inform", "Inform"),
    Option("discuss", "Discuss"),
    Option("decide", "Decide"),
    Option("learn", "Learn"),
)


@noun(
    "meeting",
    one="Meeting",
    many="Meetings",
    page="meetings",
    use=Use(
        part="all",
        purpose="Agenda, minutes and what was agreed, for every meeting about the work.",
        new="New meeting",
        items=("F0-01", "F1-13", "F2-18", "F3-13", "F4-15", "F4-17"),
        at_first=(
            ("F0-01", "who", "leader_training"),
            ("F1-13", "who", "externals"),
            ("F3-13", "who", "externals"),
            ("F4-15", "who", "owner"),
            ("F4-17", "who", LEADERSHIP),
        ),
        columns=("day", "start", "who", "minutes"),
        order=("-day",),
        over="day",
        over_heading="Earlier meetings",
        filters=("who",),
        suggests=("what", "place", "series", "groups"),
        sub_lists=(
            SubList(
                part="talks",
                many="Talks with the owner",
                purpose="What you talked about with the owner and the steering group, and what came of it.",
                new="New talk with the owner",
                where=(("who", ("owner", "steering_group")),),
                values=(("who", "owner"),),
                page="schools",
            ),
        ),
    ),
)
class Meeting(Record, frozen=True):
    """A meeting that is planned or has been held; meetings with the same `series` belong together."""

    what: Annotated[str, Short("What it is about", privacy=Privacy.OPEN)] = ""
    day: Annotated[str, Date("Date", surfaces="happens", privacy=Privacy.OPEN)] = ""
    start: Annotated[str, ClockTime("Begins at", hint="Such as 14.30", privacy=Privacy.OPEN)] = ""
    who: Annotated[str, Choice("For whom", MEETING_WHO_OPTIONS, privacy=Privacy.OPEN)] = ""
    minutes: Annotated[int | None, Minutes("Minutes", privacy=Privacy.OPEN)] = None
    place: Annotated[str, Short("Place", privacy=Privacy.OPEN)] = ""
    series: Annotated[
        str, Short("Series", hint="Meetings with the same name here belong together", privacy=Privacy.OPEN)
    ] = ""
    notes: Annotated[str, Long("Notes", privacy=Privacy.OPEN)] = ""
    changed: Annotated[str, Long("What it changed", privacy=Privacy.OPEN)] = ""
    present_count: Annotated[int | None, Number("How many were there", privacy=Privacy.OPEN)] = None
    groups: Annotated[str, Short("Who took part", hint="Roles or groups rather than names", privacy=Privacy.OPEN)] = ""
    present: Annotated[str, Long("Present", privacy=Privacy.PERSON, names=True)] = ""
    absent: Annotated[str, Long("Absent", privacy=Privacy.PERSON, names=True)] = ""
    writer: Annotated[str, Short("Minutes taken by", privacy=Privacy.PERSON, names=True)] = ""
    method: Annotated[str, Reference("Way of working", "method_card", privacy=Privacy.OPEN)] = ""
    method_went: Annotated[str, Long("How the way of working went", privacy=Privacy.OPEN)] = ""
    builds_on: Annotated[str, Reference("Builds on", "meeting", privacy=Privacy.OPEN)] = ""


@noun(
    "agenda_line",
    one="Agenda line",
    many="Agenda",
    page="meetings",
    use=Use(part="all", columns=("purpose", "minutes"), filters=("purpose",), letter="S"),
)
class AgendaLine(Record, frozen=True):
    """One line on the agenda of a meeting, and what the minutes say about it."""

    meeting: Annotated[str, Reference("Meeting", "meeting", parent=True, hidden=True, privacy=Privacy.OPEN)] = ""
    what: Annotated[str, Short("What to talk about", privacy=Privacy.OPEN)] = ""
    purpose: Annotated[str, Choice("Purpose", PURPOSE_OPTIONS, privacy=Privacy.OPEN)] = ""
    minutes: Annotated[int | None, Minutes("Minutes", privacy=Privacy.OPEN)] = None
    about: Annotated[str, AnyReference("What it concerns", privacy=Privacy.OPEN)] = ""
    said: Annotated[str, Long("Minutes of this line", privacy=Privacy.OPEN)] = ""
    put_off: Annotated[bool, YesNo("Put off to the next meeting", privacy=Privacy.OPEN)] = False
    standing: Annotated[bool, YesNo("Comes with every meeting of the series", privacy=Privacy.OPEN)] = False
    number: Annotated[str, Short("Number", hidden=True, privacy=Privacy.OPEN)] = ""  # «12/26»
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


@noun(
    "decision",
    one="Decision",
    many="Decisions",
    page="meetings",
    title="what",
    use=Use(
        part="decisions",
        purpose="What was decided, why and by whom, and when to look at it again.",
        new="New decision",
        columns=("day", "groups", "revisit"),
        wants=("why",),
        order=("-day",),
        suggests=("groups",),
        letter="B",
    ),
)
class Decision(Record, frozen=True):
    """Something that was decided, in a meeting or outside one."""

    what: Annotated[str, Long("What was decided", privacy=Privacy.OPEN)] = ""
    why: Annotated[str, Long("Why", privacy=Privacy.OPEN)] = ""
    day: Annotated[str, Date("Decided on", expects="past", privacy=Privacy.OPEN)] = ""
    groups: Annotated[str, Short("Who took part", hint="Groups rather than names", privacy=Privacy.OPEN)] = ""
    meeting: Annotated[str, Reference("Meeting", "meeting", privacy=Privacy.OPEN)] = ""
    line: Annotated[str, Reference("Agenda line", "agenda_line", hidden=True, privacy=Privacy.OPEN)] = ""
    about: Annotated[str, AnyReference("What it concerns", privacy=Privacy.OPEN)] = ""
    revisit: Annotated[
        str,
        Date(
            "Look at it again",
            after="day",
            expects="ahead",
            surfaces="revisit",
            settled_by="day",
            privacy=Privacy.OPEN,
        ),
    ] = ""


@noun(
    "follow_up",
    one="Follow-up",
    many="Follow-ups",
    page="meetings",
    use=Use(
        part="follow_ups",
        purpose="Who does what by when, from all meetings.",
        new="New follow-up",
        columns=("responsible", "due", "done"),
        wants=("responsible", "due"),
        order=("due",),
        group="responsible",
        done="done",
        suggests=("responsible",),
        letter="O",
        board="responsible",
    ),
)
class FollowUp(Record, frozen=True):
    """Something that somebody took on; finished when `done` has a day."""

    what: Annotated[str, Short("What is to be done", privacy=Privacy.OPEN)] = ""
    responsible: Annotated[str, Short("Responsible", hint="A role rather than a name", privacy=Privacy.OPEN)] = ""
    due: Annotated[str, Date("Due", expects="ahead", surfaces="due", privacy=Privacy.OPEN)] = ""
    done: Annotated[str, Date("Done on", expects="past", privacy=Privacy.OPEN)] = ""
    meeting: Annotated[str, Reference("Meeting", "meeting", privacy=Privacy.OPEN)] = ""
    line: Annotated[str, Reference("Agenda line", "agenda_line", hidden=True, privacy=Privacy.OPEN)] = ""
    about: Annotated[str, AnyReference("What it concerns", privacy=Privacy.OPEN)] = ""


@noun(
    "method_card",
    one="Way of working",
    many="Ways of working",
    page="meetings",
    use=Use(
        part="methods",
        purpose="Ways of working in meetings that are worth using again.",
        new="New way of working",
        items=("F3-11",),
        columns=("minutes",),
    ),
)
class MethodCard(Record, frozen=True):
    """A way of working in meetings."""

    name: Annotated[str, Short("Name", privacy=Privacy.OPEN)] = ""
    when: Annotated[str, Long("When to use it", privacy=Privacy.OPEN)] = ""
    how: Annotated[str, Long("How to do it", privacy=Privacy.OPEN)] = ""
    minutes: Annotated[int | None, Minutes("Minutes", privacy=Privacy.OPEN)] = None
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""
