"""References in the style of APA 7, in bokmål, nynorsk and English, as pieces of text of which some are in italics."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gatekeeping.authors import AuthorName, authors_in
from fosdesk.domain.values.collation import sort_key
from fosdesk.words import Words

# The Norwegian forms follow Søk & Skriv and the collection of examples of UiT, which say that they agree with «Norsk
# APA-manual»; the manual itself could not be read when this was written. For nynorsk no collection for APA 7 was
# found: it has the same signs, with the words of nynorsk.
MOST_NAMES = 20  # that are all written
_FIRST_NAMES = 19  # of more than that, before the last one
_NUMBER = re.compile(r"\s*(\d{1,3})\.?\s*(?:st|nd|rd|th|utg\.?|utgave|utgåve|ed\.?|edition)?\s*", re.IGNORECASE)
_ENDS = (".", "?", "!", "…")
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


class Piece(NamedTuple):
    """A part of a reference."""

    text: str
    is_italic: bool = False


Reference = tuple[Piece, ...]


def is_reference(entry: GateEntry) -> bool:
    """Whether an entry says enough for a reference; else what was written of its source stands in its place."""
    return bool(entry.authors or entry.published_in or entry.publication or entry.doi or entry.isbn)


def reference_list(words: Words, entries: Iterable[GateEntry]) -> list[Reference]:
    """The references of entries in the order of a list; works of the same people and year are told apart by letters."""
    by_source: dict[tuple[str, str], list[GateEntry]] = {}
    others: list[Reference] = []
    for entry in entries:
        if is_reference(entry):
            by_source.setdefault((_source(words, entry)[0], entry.year.strip()), []).append(entry)
        elif entry.source.strip():
            others.append(_as_written(entry))
    found: list[tuple[tuple[str, str, str], Reference]] = []
    for (people, year), several in by_source.items():
        ordered = sorted(several, key=lambda one: (sort_key(one.what), one.id))
        for place, entry in enumerate(ordered):
            letter = chr(ord("a") + place) if len(ordered) > 1 and people and place < 26 else ""
            found.append(((people or entry.what, year, entry.what), apa_reference(words, entry, letter)))
    found += [((plain(one), "", ""), one) for one in others]
    return [one for _, one in sorted(found, key=lambda pair: [sort_key(text) for text in pair[0]])]


def plain(reference: Sequence[Piece]) -> str:
    """The text of a reference without italics."""
    return "".join(one.text for one in reference)


def _as_written(entry: GateEntry) -> Reference:
    what = f"{_ended(entry.what)} " if entry.what.strip() else ""
    return (Piece(f"{what}{_ended(entry.source)}"),)


def apa_reference(words: Words, entry: GateEntry, letter: str = "") -> Reference:
    """One reference; `letter` follows the year, such as «b»."""
    people, by_editors = _source(words, entry)
    year = f"({entry.year.strip() or words('n.d.')}{letter}). "
    title = " ".join(entry.what.split())
    is_part = entry.publication in ("article", "chapter", "newspaper")
    named = [Piece(title, not is_part), *_after_title(words, entry)]
    if not people:
        whole = [*named, Piece(". " if not _ends_already(plain(named)) else " "), Piece(year)]
    else:
        gap = " " if people.endswith(".") else ". "
        whole = [Piece(f"{people}{gap}{year}"), *named, Piece(" " if _ends_already(plain(named)) else ". ")]
    whole += _container(words, entry, by_editors=by_editors)
    link = _link(entry)
    if link:
        whole.append(Piece(f" {link}"))
    return _tidied(whole)


def _source(words: Words, entry: GateEntry) -> tuple[str, bool]:
    """Whose work it is, and whether these are its editors."""
    authors = authors_in(entry.authors)
    if authors or entry.publication == "chapter":
        return _people(words, authors), False
    editors = authors_in(entry.editors)
    role = words("(Ed.)") if len(editors) == 1 else words("(Eds.)")
    return (f"{_people(words, editors)} {role}." if editors else ""), bool(editors)


def _people(words: Words, people: Sequence[AuthorName]) -> str:
    names = [f"{one.last}, {one.initials}" if one.initials else one.last for one in people]
    if len(names) > MOST_NAMES:
        return f"{', '.join(names[:_FIRST_NAMES])}, . . . {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return words("{several}, & {last}", several=", ".join(names[:-1]), last=names[-1])


def _editors(words: Words, people: Sequence[AuthorName]) -> str:
    """Editors of a book of which a part is told: initials first."""
    names = [f"{one.initials} {one.last}".strip() for one in people]
    if len(names) == 2:
        return " & ".join(names)
    if len(names) < 2:
        return "".join(names)
    return words("{several}, & {last}", several=", ".join(names[:-1]), last=names[-1])


def _after_title(words: Words, entry: GateEntry) -> list[Piece]:
    """What stands behind the title: edition or number in parentheses, the form in brackets."""
    publication, said = entry.publication, []
    if publication in ("book", "report", ""):
        inside = ", ".join(filter(None, (_edition(words, entry), _series(entry))))
        said += [f" ({inside})"] if inside else []
    if publication in ("thesis", "masters"):
        form = words("Doctoral dissertation") if publication == "thesis" else words("Master's thesis")
        school = f", {entry.publisher.strip()}" if entry.publisher.strip() and _link(entry) else ""
        said.append(f" [{form}{school}]")
    if publication == "talk":
        said.append(f" [{words('Talk')}]")
    return [Piece(one) for one in said]


def _edition(words: Words, entry: GateEntry) -> str:
    said = entry.edition.strip()
    number = _NUMBER.fullmatch(said)
    if number is None:
        return said
    n = int(number[1])
    if n < 2:
        return ""  # a first edition is not told
    ending = "th" if n % 100 in (11, 12, 13) else _ORDINALS.get(n % 10, "th")
    return words("{ordinal} ed.", ordinal=f"{n}{ending}" if words.language == "en" else f"{n}.")


def _series(entry: GateEntry) -> str:
    return entry.issue.strip() if entry.publication == "report" else ""


def _container(words: Words, entry: GateEntry, *, by_editors: bool) -> list[Piece]:
    within, publisher = entry.published_in.strip(), entry.publisher.strip()
    pages = entry.pages.strip().replace("-", "–")
    if entry.publication == "article":
        return _in_journal(within, entry, pages)
    told = words("pp. {pages}", pages=pages) if "–" in pages or "," in pages else words("p. {pages}", pages=pages)
    told = told if pages else ""
    if entry.publication == "newspaper":
        return [Piece(within, True), Piece(f", {told}." if told else ".")] if within else []
    people = authors_in(entry.authors)
    own = people[0].last if len(people) == 1 and not people[0].first else ""
    if entry.publication == "chapter":
        editors = authors_in(entry.editors)
        role = words("(Ed.)") if len(editors) == 1 else words("(Eds.)")
        begins = words("In {whom}", whom=f"{_editors(words, editors)} {role}, " if editors else "")
        inside = ", ".join(filter(None, (_edition(words, entry), told)))
        made = [Piece(begins), Piece(within, True), Piece(f" ({inside}). " if inside else ". ")]
        return [*made, Piece(_ended(publisher))] if publisher else made
    if entry.publication in ("thesis", "masters") and _link(entry):
        return [Piece(_ended(within))] if within else []
    parts = [one for one in (within, publisher) if one and one != own]
    return [Piece(" ".join(map(_ended, parts)))] if parts else []


def _in_journal(within: str, entry: GateEntry, pages: str) -> list[Piece]:
    made = [Piece(within, True)] if within else []
    volume, issue = entry.volume.strip(), entry.issue.strip()
    if volume:
        made += [Piece(", "), Piece(volume, True)] if made else [Piece(volume, True)]
    if issue:
        made.append(Piece(f"({issue})" if volume else f", ({issue})"))
    if pages:
        made.append(Piece(f", {pages}" if made else pages))
    return [*made, Piece(".")] if made else []


def _link(entry: GateEntry) -> str:
    doi = entry.doi.strip()
    if doi:
        return doi if doi.casefold().startswith("http") else f"https://doi.org/{doi.removeprefix('doi:').strip()}"
    return entry.address.strip()


def _ended(text: str) -> str:
    said = " ".join(text.split())
    return said if not said or said.endswith(_ENDS) else f"{said}."


def _ends_already(text: str) -> bool:
    return text.endswith(_ENDS)


def _tidied(pieces: Iterable[Piece]) -> Reference:
    """Pieces that hold something, without blanks at the end."""
    made = [one for one in pieces if one.text]
    while made and not made[-1].text.strip():
        made.pop()
    if made:
        made[-1] = made[-1]._replace(text=made[-1].text.rstrip())
    return tuple(made)
