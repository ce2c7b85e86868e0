"""The first page of the description: where the school is going, where it is, and what has been done."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from fosdesk.domain.records import GateEntry, Membership, PhaseState, SchoolProfile, StopItem
from fosdesk.reports.reader import Reader, lowered, paragraphs

if TYPE_CHECKING:
    from fosdesk.reports.book import Book


def write(book: Book, reader: Reader) -> None:
    """One page for those who read only one."""
    words, profile = reader.words, reader.school.profile
    book.heading(1, words("In short"), key="summary")
    if profile.direction.strip():
        book.paragraph(words("Our direction:"))
        book.quote(reader.value(profile, "direction"))
    book.facts([fact for fact in _facts(reader) if fact[1]])
    for name in ("inclusion", "left_out"):
        _told(book, reader, profile, name)
    book.page_break()


def _told(book: Book, reader: Reader, profile: SchoolProfile, name: str) -> None:
    value = reader.value(profile, name)
    if value:
        book.heading(2, reader.label(profile, name))
        for one in paragraphs(value):
            book.paragraph(one)


def _facts(reader: Reader) -> list[tuple[str, str]]:
    words, school = reader.words, reader.school
    started = words.semester(school.profile.start) if school.profile.start else ""
    open_now = [reader.phase(f.id) for f in reader.framework.phases if school.get(PhaseState, f"phase:{f.id}").is_open]
    members = [one for one in school.of(Membership) if one.standing == "member"]
    stopped = [one for one in school.of(StopItem) if one.what.strip()]
    return [
        (words("Start"), started),
        (words("Open phases"), words.joined(open_now)),
        (words("Work group"), words.plural("{n} member", "{n} members", len(members)) if members else ""),
        (words("What we stop doing"), words.joined([lowered(one.what.strip()) for one in stopped[:4]])),
        (words("Gatekeeping"), _gate(reader)),
    ]


def _gate(reader: Reader) -> str:
    words = reader.words
    decisions = Counter(one.decision for one in reader.school.of(GateEntry))
    if not decisions:
        return ""
    told = [
        words.plural("{n} thing came to us", "{n} things came to us", decisions.total()),
        *(
            words.plural(one, many, decisions[key])
            for key, one, many in (
                ("admitted", "{n} was taken in", "{n} were taken in"),
                ("adapted", "{n} was taken in with changes", "{n} were taken in with changes"),
                ("parked", "{n} is parked", "{n} are parked"),
                ("kept_out", "{n} was kept outside", "{n} were kept outside"),
            )
            if decisions[key]
        ),
    ]
    return words.joined(told)
