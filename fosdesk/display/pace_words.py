"""Words for the pace of a phase: its time, what is open, and who has taken part."""

from collections.abc import Callable, Sequence

from fosdesk.display.noun_words import choice_of, label_words, option_words
from fosdesk.domain.fields import fields_of
from fosdesk.domain.records import Involvement, PhaseFrame
from fosdesk.domain.rules.review.phase_pace import PhasePace
from fosdesk.domain.school import School
from fosdesk.words import Words

_MOST = 4  # open items that are named


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
