"""What the team answered when the program offered advice."""

from typing import Annotated

from fosdesk.domain.fields import Choice, Date, Long, Option, Privacy, Record, noun


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
