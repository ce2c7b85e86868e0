"""The year wheel with a table of how and who, and of each month; on A3 for the wall without that of the months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.year_wheel_figure import draw_wheel
from fosdesk.display.record_words import months_words
from fosdesk.display.wheel_words import WheelWords, ring_words
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Routine
from fosdesk.domain.rules.plan.year_wheel import WheelItem, wheel_items
from fosdesk.domain.rules.school_days import school_year
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.months import SCHOOL_YEAR
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.noun_section import has_visible_content
from fosdesk.reports.writer import NAMELESS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_ON_PAGE, _ON_WALL = 200.0, 225.0  # the radius; drawn smaller or larger to fit the page
_FIELDS = {
    "milestone": ("what", "day"),
    "meeting": ("what", "day", "who"),
    "evaluation": ("what", "day"),
    "adjustment": ("what", "due"),
    "school_calendar": ("first", "what", "name"),
}


class AnnualWheel:
    """The document; `for_wall` is the larger one."""

    def __init__(self, *, for_wall: bool) -> None:
        self._for_wall = for_wall

    def nouns(self) -> tuple[str, ...]:
        """The nouns written out here."""
        return ("routine",)

    def extra_fields(self) -> tuple[str, ...]:
        """What stands on the wheel."""
        return (
            *SCHOOL_FACTS,
            *(f"{noun}.{name}" for noun, names in _FIELDS.items() for name in names),
        )

    def write(self, writer: Writer, reader: DocumentReader) -> None:
        """The wheel of the school year of the day, and the tables."""
        words, school, year = reader.words, reader.school, school_year(reader.day)
        items = wheel_items(school, year)
        said = WheelWords(words, reader.framework, school)
        if items:
            radius = _ON_WALL if self._for_wall else _ON_PAGE
            wheel = draw_wheel(items, said.title, words, year, radius, reader.day)
            figure = wheel.figure._replace(alt=self._alt(items, said, year))
            writer.figure(figure, words("The drawing is our own."), fill_page=self._for_wall)
        else:
            writer.paragraph(words("Nothing that comes round in this school year has been written down yet."))
        _write_routines(writer, reader)
        if items and not self._for_wall:
            _write_months(writer, reader, [one for one in items if one.ring != "meetings"], said)

    def _alt(self, items: tuple[WheelItem, ...], said: WheelWords, year: int) -> str:
        """All of it in words where no table tells the months."""
        about = said.about_wheel(items, year)
        if not self._for_wall:
            return about
        told = [f"{said.title(one.record)}: {said.at(one)}" for one in items if one.ring != "meetings"]
        return f"{about} {'; '.join(' '.join(one.split()) for one in told)}."


def _write_routines(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    written = (one for one in reader.school.of(Routine) if has_visible_content(one, noun_of(Routine)))
    found = sorted(written, key=lambda one: one.pos)
    if not found:
        return
    writer.heading(1, words("Routines"))
    rows: list[list[Text]] = []
    for one in found:
        how = "\n".join(paragraphs(one.how))
        span = [reader.value(one, name) for name in ("since", "until")]
        lasts = " – ".join(part for part in span if part) if any(span) else ""
        name = " ".join(one.name.split()) or NAMELESS
        below = "\n".join(part for part in (how, lasts) if part)
        review = words.short_date(one.review) if known_day(one.review) else ""
        what: Text = (Bold(name), f"\n{below}") if below else Bold(name)
        rows.append([what, months_words(words, one.months), " ".join(one.responsible.split()), review])
    head = [reader.label(Routine, name) for name in ("name", "months", "responsible", "review")]
    writer.table(head, rows, (0.45, 0.23, 0.17, 0.15), row_heads=False)


def _write_months(writer: Writer, reader: DocumentReader, items: list[WheelItem], said: WheelWords) -> None:
    words = reader.words
    writer.heading(1, words("Month by month"))
    rows: list[tuple[str, str, str]] = []
    for month in SCHOOL_YEAR:
        own = [one for one in items if month in one.months or (one.day and one.first_month == month)]
        for n, one in enumerate(sorted(own, key=lambda one: one.day or "9")):
            name = words.month(month).capitalize() if n == 0 else ""
            day = f"{words.short_date(one.day, with_year=False)}: " if one.day else ""
            title = " ".join(said.title(one.record).split())
            rows.append((name, f"{day}{title}", ring_words(words, one.ring)))
    writer.table((words("Month"), words("What"), words("Kind")), rows, (0.2, 0.55, 0.25), row_heads=False)


page = AnnualWheel(for_wall=False)
SHEETS = {"wall": AnnualWheel(for_wall=True)}
nouns, extra_fields, write = page.nouns, page.extra_fields, page.write
