"""What the school reads, visits, tries out and takes courses in, and what learning needs."""

from typing import Annotated

from fosdesk.domain.fields import AnyReference, Choice, Date, Long, Option, Privacy, Record, Reference, Short, Use, noun


@noun(
    "learning",
    one="Reading or learning",
    many="Reading and learning",
    page="gatekeeping",
    use=Use(
        part="learning",
        purpose="Who reads, visits or tries out what, by when, and what came of it.",
        new="New reading or learning",
        items=("F3-01", "F3-02", "F3-12"),
        columns=("kind", "who", "until", "done"),
        order=("until",),
        filters=("kind",),
        done="done",
        suggests=("who",),
    ),
)
class Learning(Record, frozen=True):
    """One text, course, visit or try-out; done when `done` has a day."""

    what: Annotated[str, Short("What", privacy=Privacy.OPEN)] = ""
    kind: Annotated[
        str,
        Choice(
            "Kind",
            (
                Option("reading", "Reading"),
                Option("course", "Course"),
                Option("observation", "Observation"),
                Option("visit", "Visit"),
                Option("practice", "Trying out"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    who: Annotated[str, Short("Who", hint="A role rather than a name", privacy=Privacy.OPEN)] = ""
    until: Annotated[str, Date("By", expects="ahead", surfaces="due", privacy=Privacy.OPEN)] = ""
    done: Annotated[str, Date("Done on", expects="past", privacy=Privacy.OPEN)] = ""
    about: Annotated[str, AnyReference("What it concerns", privacy=Privacy.OPEN)] = ""
    summary: Annotated[str, Long("In short", privacy=Privacy.OPEN)] = ""
    condition: Annotated[
        str, Long("What learning it needs", hint="What is there, and what is missing", privacy=Privacy.OPEN)
    ] = ""
    step: Annotated[str, Long("What we do about it", privacy=Privacy.OPEN)] = ""


@noun(
    "learning_condition",
    one="Condition for learning",
    many="Conditions for learning",
    page="gatekeeping",
    use=Use(
        part="learning_conditions",
        purpose="What it takes for the school to learn and for the group to translate: what is there, and what to do.",
        new="New condition for learning",
        items=("F3-02",),
        columns=("area", "standing", "looked"),
        group="area",
        filters=("area", "standing"),
        board="standing",
        starters=(
            "Time to think together",
            "It is safe to disagree",
            "What one tries out is shared",
            "Somebody who has read the source well",
            "Somebody who knows how it is done here",
        ),
    ),
)
class LearningCondition(Record, frozen=True):
    """One thing that organisational learning or translating rests on, as the group sees it."""

    what: Annotated[str, Short("What it takes", privacy=Privacy.OPEN)] = ""
    area: Annotated[
        str,
        Choice(
            "For what",
            (
                Option("organisation", "That the whole school learns"),
                Option("translating", "That the group translates well"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    standing: Annotated[
        str,
        Choice(
            "How it is now",
            (Option("there", "Is there"), Option("partly", "Is there in part"), Option("missing", "Is missing")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    seen: Annotated[str, Long("How we see it", privacy=Privacy.OPEN)] = ""
    step: Annotated[str, Long("What we do about it", privacy=Privacy.OPEN)] = ""
    looked: Annotated[str, Date("Looked at on", expects="past", privacy=Privacy.OPEN)] = ""
    learning: Annotated[str, Reference("In the learning plan", "learning", privacy=Privacy.OPEN)] = ""
