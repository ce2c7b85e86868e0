"""What the school reads, visits, tries out and takes courses in, and what learning needs."""

from typing import Annotated

from fosdesk.domain.fields import AnyReference, Choice, Date, Long, Option, Privacy, Record, Short, Use, noun


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
