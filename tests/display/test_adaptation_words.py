"""How an item was changed, in words."""

from fosdesk.display.adaptation_words import kinds_words
from fosdesk.domain.rules.consolidation.adaptations import ADDED, HIDDEN, MOVED, RENAMED, REORDERED, Adaptation
from fosdesk.words import read_words

NB = read_words("nb")


def test_each_kind_has_its_word_and_several_are_told_together() -> None:
    def said(record: str, *kinds: str) -> str:
        return kinds_words(NB, Adaptation(record, "F3", kinds, "", "", ""))

    assert said("answer:F4-14", MOVED, HIDDEN) == "flyttet fra fase 4, skjult"
    assert said("answer:F0-02", MOVED) == "flyttet fra før start"
    assert said("own", ADDED) == "lagt til"
    assert said("phase:F2", RENAMED) == "med egne ord"
    assert said("answer:F1-02", REORDERED) == "satt et annet sted i listen"
