"""Words for what a school changed in the model."""

from fosdesk.domain.rules.consolidation.adaptations import ADDED, HIDDEN, MOVED, RENAMED, REORDERED, Adaptation
from fosdesk.words import Words


def kinds_words(words: Words, one: Adaptation) -> str:
    """How an item or a phase was changed: «flyttet, skjult»."""
    number = one.record.partition(":")[2][1:2]
    said = {
        RENAMED: words("in our own words"),
        MOVED: words("moved from before the start") if number == "0" else words("moved from phase {n}", n=number),
        HIDDEN: words("hidden"),
        ADDED: words("added"),
        REORDERED: words("put elsewhere in the list"),
    }
    return ", ".join(said[kind] for kind in one.kinds)
