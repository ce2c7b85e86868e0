"""Words for time: whose it is, how the minutes of a slot add up over a semester, and the pace of a phase."""

from collections.abc import Callable, Sequence

from fosdesk.display.noun_words import choice_of, label_words, option_words
from fosdesk.domain.fields import Record, fields_of
from fosdesk.domain.records import Involvement, PhaseFrame, TimeSlot
from fosdesk.domain.rules.review.phase_pace import PhasePace
from fosdesk.domain.rules.time_use import minutes_asked, times_of
from fosdesk.domain.school import School
from fosdesk.words import Words

_MOST = 4  # open items that are named


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


def pace_sentences(
    words: Words,
    school: School,
    phase: str,
    pace: PhasePace,
    title: Callable[[str], str],
    shorten: Callable[[str], str],
) -> list[tuple[str, list[str]]]:
    """Each heading with its sentences; those without any are left out. `title` gives the words of an item."""
    found = [
        (words("Time"), _time(words, school, phase, pace, shorten)),
        (words("Open of what is suggested first"), _open(words, pace, title)),
        (words("Who has taken part"), _took_part(words, pace)),
    ]
    return [one for one in found if one[1]]


def _time(words: Words, school: School, phase: str, pace: PhasePace, shorten: Callable[[str], str]) -> list[str]:
    if not pace.opened:
        return [words("The phase has not been opened yet.")]
    said = words("Opened {date}; school weeks so far: {n}.", date=words.date(pace.opened), n=pace.weeks)
    if pace.closed:
        said = words(
            "From {first} to {last}; school weeks: {n}.",
            first=words.date(pace.opened),
            last=words.date(pace.closed),
            n=pace.weeks,
        )
    found = [said]
    if pace.still_since:
        since = words.date(pace.still_since)
        found.append(words("Nothing has been written in the checklist since {date}.", date=since))
    frame = school.get(PhaseFrame, f"phase_frame:{phase}").time_frame.strip()
    if frame:
        found.append(f"{label_words(words, fields_of(PhaseFrame)['time_frame'])}: {shorten(frame)}")
    return found


def _open(words: Words, pace: PhasePace, title: Callable[[str], str]) -> list[str]:
    if not pace.open_first:
        return [words("Nothing of it is open.")]
    titles = [f"–  {title(one)}" for one in pace.open_first[:_MOST]]
    return [*titles, *([words("… and some more.")] if len(pace.open_first) > _MOST else [])]


def _took_part(words: Words, pace: PhasePace) -> list[str]:
    if not pace.opened:
        return []
    choice = choice_of(Involvement, "who")

    def named(groups: Sequence[str]) -> str:
        said = [option_words(words, choice, one) for one in groups]
        return words.joined([said[0], *(one[:1].lower() + one[1:] for one in said[1:])])

    found = [named(pace.took_part) + "."] if pace.took_part else []
    if pace.not_written_of:
        found.append(words("Nothing is written yet about: {groups}.", groups=named(pace.not_written_of).lower()))
    return found
