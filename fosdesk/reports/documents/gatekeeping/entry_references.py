"""What documents tell of an entry besides its decision: its reference, the quick looks, and votes."""

from __future__ import annotations

from collections.abc import Sequence

from fosdesk.display.gatekeeping.apa_reference import Piece, apa_reference, is_reference, plain
from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.records import GateEntry, Person, Vote
from fosdesk.domain.records.gate_entries import LOOKS, PRINTED
from fosdesk.domain.rules.gatekeeping.votes import STANCES, counts_on, votes_on
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import capitalized, count_words, lowercase_first
from fosdesk.reports.inline_text import Inline, Italic
from fosdesk.words import Words

PARTS = (
    "authors",
    "editors",
    "year",
    "publication",
    "published_in",
    *PRINTED,
)
_TEXTS = ("abstract", "from_file")


def inline(pieces: Sequence[Piece]) -> list[Inline]:
    """The pieces of a reference for a writer."""
    return [Italic(one.text) if one.is_italic else one.text for one in pieces]


def reference_text(words: Words, entry: GateEntry) -> list[Inline]:
    """The reference of an entry in APA 7."""
    return inline(apa_reference(words, entry))


def unnamed_parts(reader: DocumentReader, entry: GateEntry) -> list[tuple[str, str]]:
    """The parts that the style leaves out of a reference, and what else a file said, with their labels."""
    told = plain(apa_reference(reader.words, entry)) if is_reference(entry) else ""
    names = [name for name in PARTS if name != "publication" and getattr(entry, name).strip()]
    rest = [name for name in names if not _is_in(str(getattr(entry, name)), told)]
    found = [(reader.label(entry, name), " ".join(str(getattr(entry, name)).split())) for name in rest]
    return found + [
        (reader.label(entry, name), " ".join(reader.fitted(entry, name).split()))
        for name in _TEXTS
        if getattr(entry, name).strip()
    ]


def _is_in(part: str, told: str) -> bool:
    """Whether a reference tells a part, people by their last names."""
    names = [one.partition(",")[0].strip() for one in part.split(";")]
    return bool(told) and all(name.replace("-", "–") in told.replace("-", "–") for name in names)


def look_words(reader: DocumentReader, entry: GateEntry) -> str:
    """The quick looks that somebody took, in a sentence; never a sum of them."""
    told = [
        f"{reader.label(entry, name)}: {lowercase_first(reader.value(entry, name))}"
        for name in LOOKS
        if reader.value(entry, name)
    ]
    return f"{'; '.join([told[0], *map(lowercase_first, told[1:])])}." if told else ""


def vote_words(reader: DocumentReader, entry: GateEntry) -> str:
    """How the members voted, and what those who were against said, by role; elsewhere only how many, if not few."""
    words = reader.words
    votes = votes_on(reader.school).get(entry.id, [])
    if not votes:
        return _counts_for_others(reader, entry)
    said = [f"{lowercase_first(reader.value(one, 'stance'))}" for one in votes]
    named = {one.stance: label for one, label in zip(votes, said, strict=True)}
    counts = zip(STANCES, counts_on(reader.school, entry.id), strict=True)
    parts = [f"{named[stance]} {words.number(count)}" for stance, count in counts if count]
    told = f"{', '.join(parts)}." if parts else ""
    for vote in votes:
        if vote.why.strip():
            person = reader.school.find(vote.person)
            role = reader.value(person, "role") if isinstance(person, Person) else ""
            stance = lowercase_first(reader.value(vote, "stance"))
            who = ", ".join(part for part in (role or words("Somebody"), stance) if part)
            told += f" {who}: {_ended(vote.why)}"
    return f"{told[:1].upper()}{told[1:]}".strip()


def _counts_for_others(reader: DocumentReader, entry: GateEntry) -> str:
    words, stances = reader.words, choice_of(Vote, "stance")
    told = [
        f"{lowercase_first(option_words(words, stances, stance))} {count_words(words, cell)}"
        for stance, cell in zip(STANCES, reader.filtered.votes.get(entry.id, ()), strict=False)
        if cell
    ]
    return f"{capitalized(', '.join(told))}." if told else ""


def _ended(text: str) -> str:
    said = " ".join(text.split())
    return said if said.endswith((".", "!", "?")) else f"{said}."
