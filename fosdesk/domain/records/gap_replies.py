"""Why something in the plan is blank, or has stood unchanged, on purpose."""

from typing import Annotated

from fosdesk.domain.fields import Date, Long, Privacy, Record, noun


@noun("gap_reply", one="Reply to a gap", many="Replies to gaps", page="plan", title="because")
class GapReply(Record, frozen=True):
    """What the team knows of one gap in its plan; id «gap:answer:F1-06», or «gap:unchanged:school:direction»."""

    because: Annotated[str, Long("We know, because", privacy=Privacy.PRIVATE)] = ""
    day: Annotated[str, Date("Said on", expects="past", hidden=True, privacy=Privacy.PRIVATE)] = ""
