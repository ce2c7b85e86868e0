"""Tasks in the work group, the views it should hold, and questions that are put to it."""

from typing import Annotated

from fosdesk.domain.fields import Date, Long, Order, Privacy, Record, Short, Use, noun


@noun(
    "duty",
    one="Task in meetings",
    many="Tasks in meetings",
    page="work_group",
    use=Use(
        part="duties",
        purpose="Who leads, writes and keeps the time, and who does it when that person is away.",
        new="New task",
        items=("F4-04",),
        columns=("who", "deputy"),
        starters=("Leads the meeting", "Takes the minutes", "Keeps the time"),
    ),
)
class Duty(Record, frozen=True):
    """One task in the meetings of the work group, such as taking minutes."""

    role: Annotated[str, Short("Task", hint="Such as taking minutes", privacy=Privacy.OPEN)] = ""
    who: Annotated[str, Short("Who does it", privacy=Privacy.PERSON, names=True)] = ""
    deputy: Annotated[str, Short("Deputy", privacy=Privacy.PERSON, names=True)] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


@noun(
    "camp",
    one="View at the school",
    many="Views at the school",
    page="work_group",
    use=Use(
        part="camps",
        purpose="The views that there are at the school, in neutral words, so that gaps in the group are seen.",
        new="New view",
        items=("F2-11",),
        columns=("voiced",),
    ),
)
class Camp(Record, frozen=True):
    """One view at the school; that somebody in the group stands for it is open, who it is is private."""

    name: Annotated[str, Short("View, in neutral words", privacy=Privacy.OPEN)] = ""
    voiced: Annotated[str, Short("How it is heard in the group", hint="Without names", privacy=Privacy.OPEN)] = ""
    who: Annotated[
        str, Long("Who stands for it", hint="Only the leadership team sees this", privacy=Privacy.PRIVATE)
    ] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


@noun(
    "critical_question",
    one="Critical question",
    many="Critical questions",
    title="text",
    page="work_group",
    use=Use(
        part="critical_questions",
        purpose="What the critical voice asks, what you answered, and what it changed. Private.",
        new="New critical question",
        items=("F2-12",),
        columns=("day", "answer"),
        order=("-day",),
    ),
)
class CriticalQuestion(Record, frozen=True):
    """A question from the critical voice; all of it is private."""

    text: Annotated[str, Long("What is asked", privacy=Privacy.PRIVATE)] = ""
    day: Annotated[str, Date("Asked on", expects="past", privacy=Privacy.PRIVATE)] = ""
    answer: Annotated[str, Long("Answer", privacy=Privacy.PRIVATE)] = ""
    changed: Annotated[str, Long("What it changed", privacy=Privacy.PRIVATE)] = ""
