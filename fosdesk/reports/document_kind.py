"""What a document is: its entry in the catalogue, and the interface of the module that writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from fosdesk.privacy.audience import Audience
from fosdesk.reports.shortening import Room

if TYPE_CHECKING:
    from fosdesk.reports.document_reader import DocumentReader
    from fosdesk.reports.writer import Writer


APPENDIX = "appendix"  # the key of its heading


class DocumentKind(NamedTuple):
    """A document that can be made; `title` and `about` are English texts that are looked up in the catalogues."""

    key: str
    title: str
    about: str
    module: str
    audiences: tuple[Audience, ...] = (Audience.SCHOOL, Audience.OWNER, Audience.NETWORK)  # the first is the default
    brief: bool = False  # a page or two under a masthead, with no cover and no contents
    one_page: bool = False  # shortened until it fits on one page
    rooms: tuple[Room, ...] = ()  # tried in turn until it fits on one page; those of any page unless others are given
    has_appendix: bool = False  # what its first page has no room for is told in full under the heading APPENDIX
    is_poster: bool = False  # to be hung up: headed by the school's direction
    has_slides: bool = False  # it can be shown to a room, a heading at a time
    history: bool = False  # it needs the history of changes
    lists_conflicts: bool = False  # it has a chapter of its own on the places where two texts stand
    paper: str = "A4"  # a key of PAPER_SIZES
    papers: tuple[str, ...] = ()  # others that are offered; everything is enlarged to them
    category: str = "ours"  # the group it is listed in: a key of CATEGORIES
    by_period: bool = False  # it can be limited to a period
    period_of: str = ""  # the field («noun.field») whose days are in the period; that of gate entries without one
    by_meeting: str = ""  # it is about one meeting: at first the next or the last one, NEXT or LAST
    is_final: bool = False  # it is seldom a draft, so that the final version is what is offered first
    home_fields: tuple[str, ...] = ()  # fields («noun.field») that are written to others


class Document(Protocol):
    """The interface that the module of a document implements."""

    def nouns(self) -> tuple[str, ...]:
        """The keys of the nouns whose records the document writes out, in its own order."""

    def extra_fields(self) -> tuple[str, ...]:
        """Further fields that the document shows, as «noun.field»."""

    def write(self, writer: Writer, reader: DocumentReader) -> None:
        """Write everything between the cover and the page on what is withheld."""
