"""The example school tells no sentence half: not today, nor on the evening of any day of its story."""

import pytest

from fosdesk.domain.fields import NOUNS, Long
from fosdesk.domain.journal import BIRTH, Journal
from fosdesk.domain.values.moments import local_day_text
from fosdesk.exchange.example.colleague_copy import example_colleague
from fosdesk.exchange.example.example_school import example_journal

ENDS = (".", "!", "?", "»", ":", ")", "rektor", "Rektor")  # a letter ends with who wrote it

NO_SENTENCES = ("levels", "our_words", "source_words")  # the answers that one chooses among, and names for things


def evenings(journal: Journal) -> dict[str, dict[tuple[str, str], str]]:
    """The long texts as they stood at the end of each day on which something was written."""
    nouns = {change.record: str(change.value) for change in journal.changes if change.field == BIRTH}
    standing: dict[tuple[str, str], str] = {}
    found: dict[str, dict[tuple[str, str], str]] = {}
    for change in sorted(journal.changes, key=lambda one: one.at):
        noun = NOUNS.get(nouns.get(change.record, "answer" if change.record.startswith("answer:") else ""))
        field = noun.fields.get(change.field) if noun is not None else None
        if isinstance(field, Long) and change.field not in NO_SENTENCES and isinstance(change.value, str):
            standing[change.record, change.field] = change.value
            found[local_day_text(change.at)] = dict(standing)
    return found


@pytest.mark.parametrize("years", [1, 3])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_text_stands_half_overnight(language: str, years: int) -> None:
    days = evenings(example_journal(language=language, years=years))
    assert len(days) > 20
    half = {
        f"{day} {place}: …{text[-60:]}"
        for day, texts in days.items()
        for place, text in texts.items()
        if text and not text.rstrip().endswith(ENDS)
    }
    assert sorted(half)[:5] == []


def test_a_colleague_writes_on_after_a_whole_sentence() -> None:
    copy = example_colleague(example_journal())
    texts = list(evenings(copy).values())[-1]
    assert [text[-60:] for text in texts.values() if text and not text.rstrip().endswith(ENDS)] == []
