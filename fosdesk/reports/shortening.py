"""How much room a document has for each text, and a record of what it shortened or did not list for want of room."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from fosdesk.display.noun_words import label_words, noun_many
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.reports.document_text import excerpt, lowercase_first
from fosdesk.words import Words

R = TypeVar("R", bound=Record)


class Room(NamedTuple):
    """How much a document may hold; what is asked of somebody is never shortened, however little room there is."""

    text: int | None = None  # characters of a text; None for all of it
    listed: int = 1_000_000  # entries of a list
    figure: float = 1.0  # the height of figures, as a share of the usual one; 0 for no figure
    scale: float = 1.0  # of everything on the page, against what is usual


WHOLE = Room()
# A document of one page tries one after the other until all of it finds room: figures shrink and go first, then letters
# shrink a little, lists get shorter, and only then texts.
ONE_PAGE_ROOMS = (
    Room(None, 6),
    Room(None, 6, 0.85),
    Room(None, 6, 0.0),
    Room(None, 6, 0.0, 0.93),
    Room(None, 4, 0.0, 0.93),
    Room(None, 3, 0.0, 0.88),
    Room(None, 2, 0.0, 0.88),
    Room(220, 3, 0.0, 0.88),
    Room(150, 2, 0.0, 0.88),
    Room(110, 2, 0.0, 0.88),
    Room(80, 2, 0.0, 0.88),
    Room(60, 1, 0.0, 0.88),
)
# A page for the wall begins with large letters, which shrink before anything is left out; its figure always stays.
WALL_ROOMS = (
    Room(scale=1.25),
    Room(scale=1.1),
    Room(figure=0.9),
    Room(figure=0.8, scale=0.9),
    Room(figure=0.7, scale=0.8),
    Room(None, 6, 0.7, 0.75),
    Room(220, 4, 0.6, 0.75),
    Room(150, 3, 0.6, 0.75),
    Room(80, 2, 0.6, 0.75),
    Room(60, 1, 0.5, 0.75),
)
# A poster is read across a room: its letters shrink before anything is left out, and examples go before ends of texts.
POSTER_ROOMS = (
    *(Room(scale=scale) for scale in (1.8, 1.6, 1.45, 1.3, 1.2, 1.1, 1.0)),
    *(Room(None, 0, scale=scale) for scale in (1.2, 1.1, 1.0, 0.9)),
    *(Room(text, 0, scale=scale) for text, scale in ((220, 1.0), (160, 1.0), (110, 1.0), (80, 0.9), (60, 0.75))),
)
# A page with an appendix: letters shrink, tables become columns, lists move over, and then the ends of long texts.
DENSE = 1_000  # entries of a list; with no more than that, a document does without tables
APPENDIX_ROOMS = (
    *(Room(scale=scale) for scale in (1.0, 0.9, 0.8)),
    *(Room(None, DENSE, scale=scale) for scale in (0.86, 0.78, 0.72)),
    *(Room(None, 0, scale=scale) for scale in (0.78, 0.72)),
    *(Room(text, 0, scale=0.72) for text in (300, 200, 140, 110, 90, 75, 60, 45)),
)


class Shortening:
    """What a document shortened, and what its lists did not reach; by kind, so that the last page can tell it."""

    def __init__(self) -> None:
        self._cut: dict[tuple[str, str], set[str]] = {}
        self._unlisted: dict[str, set[str]] = {}

    def fitted(self, text: str, record: Record, name: str, length: int | None) -> str:
        """The text of a field on one line of at most `length` characters; that it was cut is noted."""
        fit = " ".join(text.split()) if length is None else excerpt(text, length)
        if fit != " ".join(text.split()):
            self._cut.setdefault((noun_of(record).key, name), set()).add(record.id)
        return fit

    def first(self, records: Sequence[R], limit: int) -> Sequence[R]:
        """The first `limit` records; the others are noted as not listed."""
        for record in records[limit:]:
            self._unlisted.setdefault(noun_of(record).key, set()).add(record.id)
        return records[:limit]

    def cut_texts(self, words: Words) -> list[str]:
        """The kinds of texts that were cut, each with their number."""
        order = list(NOUNS)
        rows = sorted(self._cut.items(), key=lambda row: order.index(row[0][0]))
        return [_counted(words, _field_words(words, noun, name), len(records)) for (noun, name), records in rows]

    def unlisted(self, words: Words) -> list[str]:
        """The kinds of records that lists did not reach, each with their number."""
        order = list(NOUNS)
        rows = sorted(self._unlisted.items(), key=lambda row: order.index(row[0]))
        return [_counted(words, noun_many(words, NOUNS[noun]), len(records)) for noun, records in rows]


def _counted(words: Words, what: str, number: int) -> str:
    return words("{what} ({n})", what=what, n=words.number(number))


def _field_words(words: Words, noun: str, name: str) -> str:
    label = lowercase_first(label_words(words, NOUNS[noun].fields[name]))
    return words("{noun}: {field}", noun=noun_many(words, NOUNS[noun]), field=label)
