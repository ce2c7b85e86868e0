"""The documents that can be made: what each is, what it would hold for an audience, and the making itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from fosdesk.domain.fields import NOUNS
from fosdesk.domain.framework import Framework
from fosdesk.domain.privacy import Audience
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.left_out import write_left_out
from fosdesk.reports.opening import write_cover
from fosdesk.reports.outline import Outline
from fosdesk.reports.reader import Reader
from fosdesk.reports.section import holds_something
from fosdesk.reports.sieve import LeftOut, left_out, sift
from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.reports.book import Book, Made

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028-\u202f\ufeff]')
_FEW = 3  # chapters that need no table of contents
_ROOM = (1 / 26, 1 / 39)  # of a page, for a line in the table of contents of level 1 and 2


class DocumentKind(NamedTuple):
    """One document on offer; `title` and `about` are English and looked up in the catalogues."""

    key: str
    title: str
    about: str
    module: str


class Held(NamedTuple):
    """One line of what goes in."""

    what: str
    count: int  # type: ignore[assignment]  # in place of the tuple's own, which nobody asks


class Holding(NamedTuple):
    """What a document would hold for an audience, and what would stay out (also what is ticked this one time)."""

    held: tuple[Held, ...]
    left_out: tuple[LeftOut, ...]


class Document(Protocol):
    """What the module of a document offers."""

    def nouns(self) -> tuple[str, ...]:
        """The nouns that it tells about, in its own order."""

    def also(self) -> tuple[str, ...]:
        """Single fields of other nouns that it shows besides: «noun.field»."""

    def write(self, book: Book, reader: Reader) -> None:
        """Everything between the cover and the last page."""


DOCUMENTS: Mapping[str, DocumentKind] = {
    kind.key: kind
    for kind in (
        DocumentKind(
            "description",
            "Description of choices",
            "The whole story of the work, in your own words: what you chose, why, and what came of it. For yourselves, "
            "the owner and other schools.",
            "description",
        ),
        DocumentKind(
            "gate_log",
            "Gatekeeping log",
            "What came to the school, what you took in and what you kept outside, with reasons. For the work group, "
            "the owner and those who come after you.",
            "gate_log",
        ),
    )
}


def holding(
    key: str,
    school: School,
    framework: Framework,
    words: Words,
    audience: Audience,
    ticked: Collection[str] = (),
) -> Holding:
    """What the document would hold and what would stay out, in the language of `words`."""
    document = _module(key)
    nouns = document.nouns()
    untouched = sift(school, audience)
    shown = sift(school, audience, ticked).school if ticked else untouched.school
    held = []
    for name in nouns:
        noun = NOUNS[name]
        count = sum(holds_something(record, noun) for record in shown.of(noun.record))
        if count:
            held.append(Held(words(noun.many), count))
    return Holding(tuple(held), left_out(untouched, words, nouns, document.also()))


def make_document(
    key: str,
    school: School,
    framework: Framework,
    words: Words,
    audience: Audience,
    day: date,
    path: Path,
    *,
    ticked: Collection[str] = (),
    draft: bool = True,
    period: str = "",
    pace: Pace = NO_HURRY,
) -> Made:
    """Write the document to `path`; OSError when it cannot be written, and then what was there is as before.

    The same after Stopped, which comes through `pace`.
    """
    from fosdesk.reports.book import Book, Phrases

    document = _module(key)
    sifted = sift(school, audience, ticked)
    reader = Reader(sifted, framework, words, audience, day)
    title, name = words(DOCUMENTS[key].title), reader.school_name
    mark = words("Draft") if draft else words("Final version")
    book = Book(
        words("{title}, {school}", title=title, school=name),
        language=words.pdf_language,
        day=day,
        phrases=Phrases.from_words(words),
        author=name,
        subject=words(DOCUMENTS[key].about),
        running_head=title,
        running_foot=mark if draft else "",
    )
    write_cover(book, reader, title, mark, period)
    stays_out = left_out(sifted, words, document.nouns(), document.also())
    hidden = left_out(sift(school, audience), words, document.nouns(), document.also()) if ticked else ()
    let_in = [one for one in hidden if one.place in ticked]

    def write(target: Book) -> None:
        document.write(target, reader)
        write_left_out(target, words, stays_out, let_in)

    outline = Outline()
    pace()
    write(cast("Book", outline))
    pace()
    if outline.levels[1] > _FEW:
        book.contents(2 if outline.levels[1] * _ROOM[0] + outline.levels[2] * _ROOM[1] <= 1 else 1)
    write(book)
    return book.write(path, pace)


def file_name(key: str, school: School, words: Words, day: date) -> str:
    """A name that every file system takes: «Valgbeskrivelse Fjordvik skole 2026-11-23.pdf»."""
    name = unicodedata.normalize("NFC", f"{words(DOCUMENTS[key].title)} {school.profile.name}")
    fit = " ".join(_UNFIT.sub(" ", name).split())[:100].strip(" .")
    return f"{fit} {day.isoformat()}.pdf"


def _module(key: str) -> Document:
    if key not in DOCUMENTS:
        raise FosdeskError(
            "There is no document called “{document}”; choose one of {choices}.",
            document=key,
            choices=", ".join(DOCUMENTS),
        )
    document: Document = import_module(f"fosdesk.reports.{DOCUMENTS[key].module}")
    return document
