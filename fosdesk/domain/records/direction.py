"""What the school wants, in its own words: themes, expectations, what it means in practice, and what was agreed."""

from typing import Annotated

from fosdesk.domain.fields import (
    AnyReference,
    Choice,
    Date,
    Long,
    Option,
    Order,
    Privacy,
    Record,
    Reference,
    Short,
    Use,
    noun,
)

ADAPTED_TEACHING, BULLYING = "Adapted teaching", "Bullying and violations"
MENTAL_HEALTH, LESS_SPECIAL_TEACHING = "Mental health", "Less special-needs teaching"
FOUR_THEMES = (ADAPTED_TEACHING, BULLYING, MENTAL_HEALTH, LESS_SPECIAL_TEACHING)  # English msgids


@noun(
    "theme",
    one="Theme",
    many="Themes",
    page="direction",
    use=Use(
        part="themes",
        purpose="The themes that you chose, put aside or said no to, and why.",
        new="New theme",
        items=("F2-04",),
        columns=("standing", "since"),
        filters=("standing",),
        starters=("Adapted teaching", "Bullying and violations", "Mental health", "Less special-needs teaching"),
        board="standing",
    ),
)
class Theme(Record, frozen=True):
    """A theme that the school has considered."""

    name: Annotated[str, Short("Theme", privacy=Privacy.OPEN)] = ""
    standing: Annotated[
        str,
        Choice(
            "What we chose",
            (Option("chosen", "Chosen"), Option("parked", "Put aside"), Option("declined", "Not for us")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    reason: Annotated[str, Long("Why", privacy=Privacy.OPEN)] = ""
    since: Annotated[str, Date("Since", expects="past", privacy=Privacy.OPEN)] = ""
    partner: Annotated[str, Reference("Partner for the theme", "partner", privacy=Privacy.OPEN)] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


@noun(
    "practice",
    one="What it means here",
    many="What it means here",
    title="text",
    page="direction",
    use=Use(
        part="practices",
        purpose="What the direction looks like in the classroom, in breaks, at the after-school club and at home.",
        new="New example",
        items=("F2-05",),
        columns=("where", "who", "component"),
        group="where",
        filters=("where",),
        suggests=("who",),
        matrix=("component", "where"),
    ),
)
class Practice(Record, frozen=True):
    """One thing that can be seen when the direction is lived."""

    text: Annotated[str, Long("What one can see", privacy=Privacy.OPEN)] = ""
    where: Annotated[
        str,
        Choice(
            "Where",
            (
                Option("classroom", "In the classroom"),
                Option("break", "In breaks"),
                Option("sfo", "At the after-school club (SFO)"),
                Option("corridor", "In the corridor"),
                Option("home", "At home"),
                Option("staff_room", "In the staff room"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    who: Annotated[str, Short("Who does it", hint="A role rather than a name", privacy=Privacy.OPEN)] = ""
    component: Annotated[str, Reference("Core component", "core_component", privacy=Privacy.OPEN)] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


@noun(
    "expectation",
    one="Expectation",
    many="Expectations",
    title="what",
    page="direction",
    use=Use(
        part="expectations",
        purpose="Who expects what of whom, and whether you agree about it.",
        new="New expectation",
        items=("F2-07",),
        columns=("who", "way", "clarity", "day"),
        group="who",
        filters=("way", "clarity"),
        suggests=("who",),
        matrix=("who", "way"),
    ),
)
class Expectation(Record, frozen=True):
    """One expectation, between the school and somebody else."""

    what: Annotated[str, Long("What is expected", privacy=Privacy.OPEN)] = ""
    who: Annotated[str, Short("Who", hint="A group or an organisation", privacy=Privacy.OPEN)] = ""
    way: Annotated[
        str,
        Choice(
            "Which way",
            (Option("of_us", "They expect it of the school"), Option("of_them", "The school expects it of them")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    clarity: Annotated[
        str,
        Choice("Agreed or unclear", (Option("agreed", "Agreed"), Option("unclear", "Unclear")), privacy=Privacy.OPEN),
    ] = ""
    day: Annotated[str, Date("Talked about on", expects="past", privacy=Privacy.OPEN)] = ""


@noun(
    "agreed_text",
    one="Text that we agreed on",
    many="What we agreed on",
    title="text",
    page="direction",
    use=Use(
        part="agreed",
        purpose="Texts as they were when you agreed on them, on which day, and who took part.",
        new="New agreement",
        items=("F0-02", "F2-04"),
        columns=("day", "groups"),
        order=("-day",),
        suggests=("groups",),
    ),
)
class AgreedText(Record, frozen=True):
    """A text as it was on the day on which those named agreed on it.

    `field` names the field of `about` that it is of; empty, it is a version of the whole record.
    """

    text: Annotated[str, Long("The text as it was", privacy=Privacy.OPEN)] = ""
    day: Annotated[str, Date("Agreed on", expects="past", privacy=Privacy.OPEN)] = ""
    groups: Annotated[str, Short("Who took part", hint="Groups rather than names", privacy=Privacy.OPEN)] = ""
    about: Annotated[str, AnyReference("What it concerns", privacy=Privacy.OPEN)] = ""
    meeting: Annotated[str, Reference("Meeting", "meeting", privacy=Privacy.OPEN)] = ""
    field: Annotated[str, Short("Field", hidden=True, privacy=Privacy.OPEN)] = ""
