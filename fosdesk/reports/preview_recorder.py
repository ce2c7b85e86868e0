"""Hears what a document says without making it, so that a preview can tell what is in it."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from fosdesk.display.shapes import Figure, Label
from fosdesk.domain.fields import Date, Long, Record, Reference, Short, noun_of
from fosdesk.reports.inline_text import FormField, FormItem, Inline, Item, Text
from fosdesk.reports.writer import ContentsDepth, two_levels

if TYPE_CHECKING:
    from fosdesk.reports.document_reader import Reader

_WORD = re.compile(r"\w+")
_BEGINNING = 3  # words by which a text is known again, also where only its beginning stands


class PreviewRecorder:
    """A writer that makes nothing, and remembers the words it was given."""

    def __init__(self, *, brief: bool) -> None:
        self.brief = brief
        self._beginnings: set[tuple[str, ...]] = set()

    def cover(
        self, kind: str, title: str, subtitle: str = "", facts: Sequence[tuple[str, Text]] = (), mark: str = ""
    ) -> None:
        self._hear(kind, title, subtitle, facts, mark)

    def masthead(self, kind: str, title: str, subtitle: str = "", mark: str = "", facts: Sequence[str] = ()) -> None:
        self._hear(kind, title, subtitle, mark, facts)

    def contents(self, depth: ContentsDepth = two_levels) -> None:
        pass

    def heading(self, level: int, text: str, *, key: str = "", language: str = "") -> None:
        self._hear(text)

    def paragraph(self, *parts: Inline, language: str = "") -> None:
        self._hear(parts)

    def lead(self, *parts: Inline, language: str = "") -> None:
        self._hear(parts)

    def small(self, *parts: Inline, language: str = "") -> None:
        self._hear(parts)

    def colophon(self, *parts: Inline) -> None:
        self._hear(parts)

    def note(self, *parts: Inline, title: str = "") -> None:
        self._hear(parts, title)

    def quote(self, *parts: Inline, source: str = "", language: str = "") -> None:
        self._hear(parts, source)

    def bullets(self, items: Sequence[Item | Text]) -> None:
        self._hear(items)

    def numbered(self, items: Sequence[Item | Text]) -> None:
        self._hear(items)

    def checklist(self, items: Sequence[Item | Text], *, lines: int = 0) -> None:
        self._hear(items)

    def writing_lines(self, lines: int) -> None:
        pass

    def form(self, entries: Sequence[FormItem]) -> None:
        self._hear(entries)

    def form_fields(self, *fields: FormField) -> None:
        self._hear(fields)

    def facts(self, pairs: Sequence[tuple[str, Text]]) -> None:
        self._hear(pairs)

    def table(
        self,
        head: Sequence[Text],
        rows: Sequence[Sequence[Text]],
        widths: Sequence[float],
        *,
        row_heads: bool = True,
        caption: str = "",
        min_row_height: float = 0.0,
    ) -> None:
        self._hear(head, rows, caption)

    def columns(self, *columns: Callable[[], None], widths: Sequence[float] = ()) -> None:
        for write in columns:
            write()

    def figure(self, figure: Figure, caption: str = "", *, fill_page: bool = False) -> None:
        self._hear(figure, caption)

    def space(self, points: float) -> None:
        pass

    def page_break(self) -> None:
        pass

    def _hear(self, *said: object) -> None:
        for one in said:
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
