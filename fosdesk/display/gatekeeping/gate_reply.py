"""A polite reply to whoever brought something in, made from the decision and its reasons."""

from collections.abc import Sequence

from fosdesk.domain.records import GateEntry
from fosdesk.words import Words


def proposed_reply(words: Words, entry: GateEntry, reasons: Sequence[str]) -> str:
    """The reply; empty where nothing is decided. It gives the short reasons, and when it will be looked at again."""
    what = words.quoted(entry.what)
    said = {
        "admitted": words("Thank you for {what}. We take it in and build it into our work.", what=what),
        "adapted": words("Thank you for {what}. We take it in, and adapt it to the way we work here.", what=what),
        "parked": words(
            "Thank you for {what}. We have chosen to wait, so that we can finish what we have begun. "
            "We will look at it again.",
            what=what,
        ),
        "kept_out": words(
            "Thank you for {what}. We have looked at it and chosen not to take it in now, "
            "because we keep to the direction we have set.",
            what=what,
        ),
    }.get(entry.decision, "")
    if not said:
        return ""
    if entry.decision == "parked" and entry.revisit:
        said += " " + words("We have set {date} for that.", date=words.date(entry.revisit))
    told = [" ".join(one.split()) for one in reasons if one.strip()]
    if told:
        lowered = [f"{one[:1].lower()}{one[1:]}" if one[1:2].islower() else one for one in told]
        said += " " + words("What weighed most: {reasons}.", reasons=words.joined(lowered).rstrip("."))
    return said
