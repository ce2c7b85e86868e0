"""Journals to try merging and reading with: a colleague's copy of the example school, and a second school."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from fosdesk import __version__
from fosdesk.domain.fields import NOUNS, Date, Long, Scalar
from fosdesk.domain.journal import BIRTH, Change, Journal
from fosdesk.exchange.example.example_journal import DAY, JournalBuilder, LaptopEdit, digest
from fosdesk.exchange.example.school_days import milliseconds, next_school_day
from fosdesk.exchange.example.story_files import language_of, read_second_school, read_words
from fosdesk.exchange.example.story_player import DEPUTY, StoryPlayer

_DAYS_APART = 14  # days since the two copies were the same
_CONFLICTS = 3
_STORY_CONFLICTS = (("school", "left_out"), ("description:anchoring", "text"))


def example_colleague(journal: Journal, seed: int = 1) -> Journal:
    """A colleague's copy that was split off two weeks ago, with new records and two or three conflicts."""
    last = max(change.at for change in journal.changes)
    kept, later = _split_at(journal, last - _DAYS_APART * DAY)
    rng = Random(f"{journal.school}:{seed}")
    builder = JournalBuilder(digest(8, "colleague", journal.school, seed), __version__, kept)
    day = date(1970, 1, 1) + timedelta(days=last // DAY)
    builder.write(_colleague_edits(kept, later, read_words(language_of(journal.name))["colleague"], day, rng))
    return builder.journal(journal.school, journal.name)


def other_school_journal(language: str = "nb", seed: int = 1) -> Journal:
    """The journal of a small second school, to read beside one's own."""
    plot, words = read_second_school(language)
    namespace = digest(8, "neighbour", language, seed)
    player = StoryPlayer(namespace, language, plot, words)
    player.play_scenes(plot["scenes"])
    player.play_answers()
    for entry in player.entries():
        player.play_entry(entry)
    builder = JournalBuilder(namespace, __version__)
    builder.write(player.edits)
    return builder.journal(digest(16, namespace, "school"), words["school_profile"]["school"]["name"])


def _split_at(journal: Journal, moment: int) -> tuple[Journal, list[Change]]:
    """The journal as it was at a moment (ms), and the later changes; complete also when a clock was wrong."""
    kept: list[Change] = []
    later: list[Change] = []
    known: set[tuple[int, int]] = set()
    for change in journal.changes:
        before = change.number == 1 or (change.writer, change.number - 1) in known
        if change.at <= moment and before and all(pair in known for pair in change.replaces):
            known.add((change.writer, change.number))
            kept.append(change)
        else:
            later.append(change)
    openings = sorted({change.writer for change in kept})
    place = {old: new for new, old in enumerate(openings)}
    moved = tuple(
        Change(
            place[c.writer],
            c.number,
            c.order,
            c.at,
            c.step,
            c.record,
            c.field,
            c.value,
            tuple((place[w], n) for w, n in c.replaces),
        )
        for c in kept
    )
    return Journal(journal.school, journal.name, tuple(journal.writers[w] for w in openings), moved), later


def _colleague_edits(
    kept: Journal, later: list[Change], words: dict[str, dict[str, str]], day: date, rng: Random
) -> Iterator[LaptopEdit]:
    values = {(c.record, c.field): c.value for c in kept.changes}
    nouns = {c.record: str(c.value) for c in kept.changes if c.field == BIRTH}
    second = 8 * 3600
    records = list(_new_records(kept, words, day)) + list(_conflicting_values(values, nouns, later, words, rng))
    for noun, record, fields in records:
        second += rng.randrange(30, 400)
        at = milliseconds(day - timedelta(days=3), second)
        yield LaptopEdit(at, DEPUTY, tuple((noun, record, field, value) for field, value in fields.items()))


def _new_records(
    kept: Journal, words: dict[str, dict[str, str]], day: date
) -> Iterator[tuple[str, str, dict[str, Scalar]]]:
    """Records that only the colleague has, as noun, id and values."""
    came = next_school_day(day, -5).isoformat()
    for key in ("first", "second"):
        entry: dict[str, Scalar] = {"kind": "perspective", "came": came, "decision": "undecided"}
        yield "gate_entry", digest(6, kept.school, "colleague", key), {**entry, **words[f"entry_{key}"]}
    meeting: dict[str, Scalar] = {"day": next_school_day(day, 16).isoformat(), "who": "externals", "minutes": 45}
    yield "meeting", digest(6, kept.school, "colleague", "meeting"), {**meeting, **words["meeting"]}
    yield "stop_item", digest(6, kept.school, "colleague", "stop"), {"freed": 60, **words["stop"]}
    yield "answer", "answer:F4-11", {"how": words["answer"]["how"]}


def _conflicting_values(
    values: dict[tuple[str, str], Scalar],
    nouns: dict[str, str],
    later: list[Change],
    words: dict[str, dict[str, str]],
    rng: Random,
) -> Iterator[tuple[str, str, dict[str, Scalar]]]:
    """Other values for fields that the school has changed since: the story's own, then any others."""
    changed = {(c.record, c.field): c.value for c in later if (c.record, c.field) in values and c.field != BIRTH}
    others = [key for key in changed if key not in _STORY_CONFLICTS]
    rng.shuffle(others)
    found = 0
    for record, field in [key for key in _STORY_CONFLICTS if key in changed] + others:
        before = values[record, field]
        after = _conflicting_value(nouns[record], field, before, words)
        if after not in (None, changed[record, field]) and found < _CONFLICTS:
            found += 1
            yield nouns[record], record, {field: after}


def _conflicting_value(noun: str, field: str, before: Scalar, words: dict[str, dict[str, str]]) -> Scalar:
    kind = NOUNS[noun].fields[field]
    if not isinstance(before, str):
        return None
    if isinstance(kind, Date) and before:
        return next_school_day(date.fromisoformat(before), 7).isoformat()
    if isinstance(kind, Long) and before:
        return f"{before} {words['view'][noun] if noun in words['view'] else words['view']['any']}"
    return "parked" if field == "decision" else None
