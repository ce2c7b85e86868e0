"""The school's own description of its choices, under the framework's four headings."""

from typing import Annotated

from fosdesk.domain.fields import AtItem, Long, Order, Privacy, Record, Short, Use, noun

HEADINGS = ("anchoring", "learning", "support", "resources")


@noun(
    "description",
    one="Description of choices",
    many="Descriptions of choices",
    page="documents",
    title="text",
    use=Use(
        items=("F3-15", "F4-12"),
        at_items=(
            AtItem("F3-15", "description:anchoring", ("text",), elsewhere=True),
            AtItem("F4-12", "description:anchoring", ("text",), elsewhere=True),
        ),
    ),
)
class Description(Record, frozen=True):
    """What the team writes under one heading; id «description:anchoring», and so on for each of `HEADINGS`."""

    text: Annotated[str, Long("In our own words", privacy=Privacy.OPEN)] = ""


@noun(
    "description_section",
    one="Section of one's own",
    many="Sections of one's own",
    title="heading",
    page="documents",
)
class DescriptionSection(Record, frozen=True):
    """A section that a school adds after the four, under a heading of its own."""

    heading: Annotated[str, Short("Heading", privacy=Privacy.OPEN)] = ""
    text: Annotated[str, Long("Text", privacy=Privacy.OPEN)] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""
