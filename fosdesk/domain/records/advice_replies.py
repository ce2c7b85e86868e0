"""What the team answered when the program offered advice, and from when on it wants advice."""

from typing import Annotated

from fosdesk.domain.fields import Choice, Date, Long, Number, Option, Privacy, Record, noun


@noun("advice_reply", one="Reply to advice", many="Replies to advice", page="overview", title="because")
class AdviceReply(Record, frozen=True):
    """The answer to one piece of advice; id «advice:W2», or «advice:W9:2026H» where it is tied to a time."""

    stance: Annotated[
        str,
        Choice(
            "Answer",
            (
                Option("known", "We know, because"),
                Option("snoozed", "Remind us later"),
                Option("dismissed", "Not for us"),
            ),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    because: Annotated[str, Long("We know, because", privacy=Privacy.OPEN)] = ""
    until: Annotated[str, Date("Remind us on", expects="ahead", privacy=Privacy.OPEN)] = ""


@noun("advice_limit", one="Limit of an advice", many="Limits of advice", page="overview", title="number")
class AdviceLimit(Record, frozen=True):
    """The school's own number that sets an advice off, in place of the program's; id «advice_limit:W5»."""

    number: Annotated[int | None, Number("Limit", hidden=True, privacy=Privacy.OPEN)] = None
