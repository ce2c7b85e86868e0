"""The school's own description of its choices, under the framework's four headings."""

from typing import Annotated

from fosdesk.domain.fields import AtItem, Long, Privacy, Record, Use, noun

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
