"""Words for time: whose it is, school years, and how the minutes of a slot add up over a semester."""

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.fields import Record
from fosdesk.domain.records import TimeSlot
from fosdesk.domain.rules.time_use import minutes_asked, times_of
from fosdesk.words import Words


def who_words(words: Words, record: type[Record], who: str) -> str:
    """The group of people that something is for, from the options of the field `who`; empty when nobody said."""
    return option_words(words, choice_of(record, "who"), who)


def school_year_words(year: int) -> str:
    """The school year that begins in August of `year`, as it is said: «2026–2027»."""
    return f"{year}\N{EN DASH}{year + 1}"


def slot_sum(words: Words, slot: TimeSlot) -> str:
    """What a slot takes of each person in its semester, such as «9 × 1 t = 9 t»; how often, where no minutes are."""
    times = times_of(slot)
    if not slot.minutes or slot.minutes < 0:
        return words.plural("{n} time", "{n} times", slot.times) if slot.times else ""
    if times == 1:
        return words.minutes(slot.minutes)
    return f"{times} × {words.minutes(slot.minutes)} = {words.minutes(minutes_asked(slot))}"


def days_words(words: Words, first: str, last: str) -> str:
    """A day, or the first and the last of several, in short: «5. okt. – 9. okt. 2026»; empty for none."""
    if not last or last == first:
        return words.short_date(first)
    same_year = first[:4] == last[:4]
    return f"{words.short_date(first, with_year=not same_year)} – {words.short_date(last)}"
