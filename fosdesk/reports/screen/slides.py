"""Slides made of a document: what stands under a heading is one, in plain words, for a whole room to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from fosdesk.display.shapes import Figure
from fosdesk.domain.framework import Framework
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.composition import Composition
from fosdesk.reports.document_catalogue import DOCUMENTS, document_module
from fosdesk.reports.inline_text import FormField, FormItem, Inline, Item, Text, plain_text
from fosdesk.reports.writer import ContentsDepth, two_levels
from fosdesk.words import Words

_LONGEST = 480  # characters of one part, so that it finds room on a screen
_BESIDE = 3  # bullets of a column that stand beside those of another
_SENTENCE = re.compile(r"(?<=[.!?»])\s+")


class SlideText(NamedTuple):
    """A paragraph; `look` is lead, text, bullet, heading or small."""

    text: str
    look: str = "text"


class SlideFact(NamedTuple):
    """A label with the text beside it; without a label where it goes on with the one before."""

    label: str
    text: str


class SlideFigure(NamedTuple):
    """A figure, as large as there is room for."""

    figure: Figure


class SlideColumns(NamedTuple):
    """Paragraphs side by side."""

    columns: tuple[tuple[SlideText | SlideFact, ...], ...]


SlidePart = SlideText | SlideFact | SlideFigure | SlideColumns


class Slide(NamedTuple):
    """One slide; what its parts need more room for than a screen has goes on on the next."""

    title: str
    parts: tuple[SlidePart, ...]


def slides_of(
    key: str, school: School, framework: Framework, words: Words, day: date, *, names: NameDetector
) -> tuple[Slide, ...]:
    """The slides of a document, with nothing private, nothing about people, and no text that names anybody."""
    document, kind = document_module(key), DOCUMENTS[key]
    composition = Composition(document, kind, school, framework, words, Audience.NETWORK, day, names=names, draft=False)
    writer, reader = SlideWriter(), composition.reader()
    title, direction = words(kind.title), reader.in_line(reader.school.profile, "direction")
    if kind.is_poster:
        writer.masthead("", direction or title)
    else:
        writer.masthead("", title, direction)
    document.write(writer, reader)
    return writer.slides()


class SlideWriter:
    """A `Writer` that keeps what it is given as slides; a heading of the first level begins one."""

    brief = True

    def __init__(self) -> None:
        self._slides: list[tuple[str, list[SlidePart]]] = []
        self._inside: list[SlideText | SlideFact] | None = None  # the column that is being written

    def slides(self) -> tuple[Slide, ...]:
        """All slides so far."""
        return tuple(Slide(title, tuple(parts)) for title, parts in self._slides)

    def cover(
        self, kind: str, title: str, subtitle: str = "", facts: Sequence[tuple[str, Text]] = (), mark: str = ""
    ) -> None:
        self._begin(title)
        self._say(subtitle, "lead")

    def masthead(self, kind: str, title: str, subtitle: str = "", mark: str = "", facts: Sequence[str] = ()) -> None:
        self._begin(title)
        self._say(subtitle, "lead")

    def contents(self, depth: ContentsDepth = two_levels) -> None:
        pass

    def heading(self, level: int, text: str, *, key: str = "", language: str = "") -> None:
        if level == 1 and self._inside is None:
            self._begin(text)
        else:
            self._say(text, "heading")

    def paragraph(self, *parts: Inline, language: str = "") -> None:
        self._say(parts)

    def lead(self, *parts: Inline, language: str = "") -> None:
        self._say(parts, "lead")

    def small(self, *parts: Inline, language: str = "") -> None:
        self._say(parts, "small")

    def colophon(self, *parts: Inline) -> None:
        self._say(parts, "small")

    def note(self, *parts: Inline, title: str = "") -> None:
        self._say(title, "heading")
        self._say(parts)

    def quote(self, *parts: Inline, source: str = "", language: str = "") -> None:
        self._say(parts)
        self._say(source, "small")

    def bullets(self, items: Sequence[Item | Text]) -> None:
        for one in items:
            if isinstance(one, Item):
                self._say(one.text, "bullet")
                self.bullets(one.below)
            else:
                self._say(one, "bullet")

    def numbered(self, items: Sequence[Item | Text]) -> None:
        self.bullets(items)

    def checklist(self, items: Sequence[Item | Text], *, lines: int = 0) -> None:
        self.bullets(items)

    def writing_lines(self, lines: int) -> None:
        pass

    def form(self, entries: Sequence[FormItem]) -> None:
        for entry in entries:
            self._say(entry.text, "bullet")
            self._say(entry.below)
            self.form_fields(*entry.fields)

    def form_fields(self, *fields: FormField) -> None:
        self.facts([(field.prompt, field.value) for field in fields])

    def facts(self, pairs: Sequence[tuple[str, Text]]) -> None:
        for label, value in pairs:
            for number, stretch in enumerate(_stretches(plain_text(value))):
                self._add(SlideFact("" if number else label, stretch))

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
        self._say(caption, "heading")
        self.facts([(plain_text(row[0]), "\n".join(filter(None, map(plain_text, row[1:])))) for row in rows])

    def columns(self, *columns: Callable[[], None], widths: Sequence[float] = ()) -> None:
        written: list[list[SlideText | SlideFact]] = []
        for write in columns:
            self._inside = []
            write()
            written.append(self._inside)
        self._inside = None
        heads = [tuple(one for one in some[:1] if _is_heading(one)) for some in written]
        bodies = [_groups(some[len(head) :]) for some, head in zip(written, heads, strict=True)]
        for number, beside in enumerate(zip_longest(*bodies, fillvalue=())):
            headed = zip(heads, beside, strict=True)
            self._add(SlideColumns(tuple((*(() if number else head), *some) for head, some in headed)))

    def figure(self, figure: Figure, caption: str = "", *, fill_page: bool = False) -> None:
        self._add(SlideFigure(figure))
        self._say(caption, "small")

    def space(self, points: float) -> None:
        pass

    def page_break(self) -> None:
        pass

    def _begin(self, title: str) -> None:
        self._slides.append((" ".join(title.split()), []))

    def _say(self, text: Text, look: str = "text") -> None:
        for stretch in _stretches(plain_text(text)):
            self._add(SlideText(stretch, look))

    def _add(self, part: SlidePart) -> None:
        if self._inside is not None and isinstance(part, SlideText | SlideFact):
            self._inside.append(part)
        elif self._slides:
            self._slides[-1][1].append(part)


def _groups(some: Sequence[SlideText | SlideFact]) -> list[Sequence[SlideText | SlideFact]]:
    return [some[start : start + _BESIDE] for start in range(0, len(some), _BESIDE)]


def _is_heading(part: SlideText | SlideFact) -> bool:
    return isinstance(part, SlideText) and part.look == "heading"


def _stretches(text: str) -> list[str]:
    """The text in parts that find room on a screen, each ending with a sentence where that can be."""
    found: list[str] = []
    room = ""
    for line in text.strip().splitlines():
        for number, sentence in enumerate(_SENTENCE.split(line.strip())):
            joint = " " if number else "\n"
            while len(sentence) > _LONGEST:
                cut = sentence.rfind(" ", 1, _LONGEST) if " " in sentence[1:_LONGEST] else _LONGEST
                found += [one for one in (room, sentence[:cut].strip()) if one]
                room, sentence = "", sentence[cut:].strip()
            if room and len(room) + len(sentence) + 1 > _LONGEST:
                found.append(room)
                room = ""
            room = f"{room}{joint if room else ''}{sentence}"
    return [*found, room] if room else found
