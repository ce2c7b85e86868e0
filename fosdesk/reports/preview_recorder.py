"""A `Writer` that records the text it is given, so that the preview can list a document's content."""

import re
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from fosdesk.display.shapes import Figure, Label
from fosdesk.domain.fields import Date, Long, Record, Reference, Short, noun_of
from fosdesk.reports.inline_text import FormField, FormItem, Inline, Item, Text
from fosdesk.reports.writer import ContentsDepth, two_levels

if TYPE_CHECKING:
    from fosdesk.reports.document_reader import DocumentReader

_WORD = re.compile(r"\w+")
_PREFIX_WORDS = 3  # words by which a text is known again, also where only its beginning stands


class PreviewRecorder:
    """Makes no file; keeps the beginnings (up to three words) of what it was given, and a digest of all of it.

    With `digest_only` no beginnings are kept, which is quicker where two documents are compared.
    """

    def __init__(self, *, brief: bool, digest_only: bool = False) -> None:
        self.brief = brief
        self._digest_only = digest_only
        self._prefixes: set[tuple[str, ...]] = set()
        self._all = sha256()
        self.characters = 0  # of all texts, without those of figures

    @property
    def fingerprint(self) -> str:
        """A digest of all that was written, words and figures."""
        return self._all.hexdigest()

    def cover(
        self, kind: str, title: str, subtitle: str = "", facts: Sequence[tuple[str, Text]] = (), mark: str = ""
    ) -> None:
        self._record(kind, title, subtitle, facts, mark)

    def masthead(self, kind: str, title: str, subtitle: str = "", mark: str = "", facts: Sequence[str] = ()) -> None:
        self._record(kind, title, subtitle, mark, facts)

    def contents(self, depth: ContentsDepth = two_levels) -> None:
        pass

    def heading(self, level: int, text: str, *, key: str = "", language: str = "") -> None:
        self._record(text)

    def paragraph(self, *parts: Inline, language: str = "") -> None:
        self._record(parts)

    def lead(self, *parts: Inline, language: str = "") -> None:
        self._record(parts)

    def small(self, *parts: Inline, language: str = "") -> None:
        self._record(parts)

    def colophon(self, *parts: Inline) -> None:
        self._record(parts)

    def note(self, *parts: Inline, title: str = "") -> None:
        self._record(parts, title)

    def quote(self, *parts: Inline, source: str = "", language: str = "") -> None:
        self._record(parts, source)

    def bullets(self, items: Sequence[Item | Text]) -> None:
        self._record(items)

    def numbered(self, items: Sequence[Item | Text]) -> None:
        self._record(items)

    def checklist(self, items: Sequence[Item | Text], *, lines: int = 0) -> None:
        self._record(items)

    def writing_lines(self, lines: int) -> None:
        pass

    def form(self, entries: Sequence[FormItem]) -> None:
        self._record(entries)

    def form_fields(self, *fields: FormField) -> None:
        self._record(fields)

    def facts(self, pairs: Sequence[tuple[str, Text]]) -> None:
        self._record(pairs)

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
        self._record(head, rows, caption)

    def columns(self, *columns: Callable[[], None], widths: Sequence[float] = ()) -> None:
        for write in columns:
            write()

    def figure(self, figure: Figure, caption: str = "", *, fill_page: bool = False) -> None:
        self._record(figure, caption)

    def space(self, points: float) -> None:
        pass

    def page_break(self) -> None:
        pass

    def _record(self, *contents: object) -> None:
        for one in contents:
            if isinstance(one, str):
                self.characters += len(one)
                self._all.update(f"{one}\0".encode("utf-8", "surrogatepass"))
                if self._digest_only:
                    continue
                words = _WORD.findall(one.casefold())
                for count in range(1, _PREFIX_WORDS + 1):
                    self._prefixes.update(zip(*(words[at:] for at in range(count)), strict=False))
            elif isinstance(one, Figure):
                before = self.characters
                self._record(one.alt, *(shape.text for shape in one.shapes if isinstance(shape, Label)))
                self.characters = before
            elif isinstance(one, Iterable):
                self._record(*one)

    def contains(self, text: str) -> bool:
        """Whether the beginning of a text was written to the document."""
        words = _WORD.findall(text.casefold())[:_PREFIX_WORDS]
        return tuple(words) in self._prefixes if words else bool(text.strip())

    def mentions_record(self, record: Record, fields: Iterable[str], reader: "DocumentReader") -> bool:
        """Whether the document says anything of a record: one of its texts, else its references or dates."""
        kinds = noun_of(record).fields
        filled = [name for name in fields if getattr(record, name) != kinds[name].blank]
        texts = [str(getattr(record, name)) for name in filled if isinstance(kinds[name], Short | Long)]
        if texts:
            return any(map(self.contains, texts))
        values = [reader.value(record, name) for name in filled if isinstance(kinds[name], Reference | Date)]
        values += [reader.words.short_date(getattr(record, name)) for name in filled if isinstance(kinds[name], Date)]
        return any(map(self.contains, values)) if values else bool(filled)
