"""Hears what a document says without making it, so that a preview can tell what is in it."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from fosdesk.display.shapes import Figure, Label
from fosdesk.domain.fields import Date, Long, Record, Reference, Short, noun_of

if TYPE_CHECKING:
    from fosdesk.reports.document_reader import Reader

_WORD = re.compile(r"\w+")
_BEGINNING = 3  # words by which a text is known again, also where only its beginning stands


class Listener:
    """Takes everything that a book takes, and remembers the words."""

    def __init__(self, *, brief: bool) -> None:
        self.brief = brief
        self._beginnings: set[tuple[str, ...]] = set()

    def columns(self, *columns: Callable[[], None], widths: Iterable[float] = ()) -> None:
        for write in columns:
            write()

    def __getattr__(self, name: str) -> Callable[..., None]:
        return self._hear

    def _hear(self, *said: Any, **more: Any) -> None:
        for one in (*said, *more.values()):
            if isinstance(one, str):
                words = _WORD.findall(one.casefold())
                for count in range(1, _BEGINNING + 1):
                    self._beginnings.update(zip(*(words[at:] for at in range(count)), strict=False))
            elif isinstance(one, Figure):
                self._hear(one.alt, *(shape.text for shape in one.shapes if isinstance(shape, Label)))
            elif isinstance(one, Iterable):
                self._hear(*one)

    def heard(self, text: str) -> bool:
        """Whether a text was said, or its beginning."""
        words = _WORD.findall(text.casefold())[:_BEGINNING]
        return tuple(words) in self._beginnings if words else bool(text.strip())

    def heard_of(self, record: Record, fields: Iterable[str], reader: "Reader") -> bool:
        """Whether anything was said of a record: its texts, else whom or what it points to and its days."""
        kinds = noun_of(record).fields
        filled = [name for name in fields if getattr(record, name) != kinds[name].blank]
        texts = [str(getattr(record, name)) for name in filled if isinstance(kinds[name], Short | Long)]
        if texts:
            return any(map(self.heard, texts))
        told = [reader.value(record, name) for name in filled if isinstance(kinds[name], Reference | Date)]
        told += [reader.words.short_date(getattr(record, name)) for name in filled if isinstance(kinds[name], Date)]
        return any(map(self.heard, told)) if told else bool(filled)
