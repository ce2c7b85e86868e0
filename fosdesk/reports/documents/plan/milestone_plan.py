"""The milestone plan as a table: when, what, how, content and who is responsible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.records import Milestone
from fosdesk.domain.rules.plan.rebasing import has_plan, is_moved
from fosdesk.domain.rules.progress import pace_of
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.look_back import own_milestones

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_WIDTHS = (0.13, 0.26, 0.22, 0.23, 0.16)


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("milestone",)


def extra_fields() -> tuple[str, ...]:
    """Start and pace, and what the masthead shows."""
    return (*SCHOOL_FACTS, "school_profile.start", "school_profile.pace")


def write(writer: Writer, reader: DocumentReader) -> None:
    """What the plan follows, its table, and where the plan comes from."""
    words, profile = reader.words, reader.school.profile
    found = own_milestones(reader)
    if not found:
        writer.paragraph(words("No milestones have been written down."))
        return
    if has_plan(reader.school) and Semester.known(profile.start) is not None:
        start = words("Start: {semester}", semester=words.semester(profile.start).lower())
        writer.lead(f"{start} · {pace_of(reader.framework, reader.school).title}")
    head: list[Text] = [words("When"), *(reader.label(Milestone, name) for name in ("what", "how", "content"))]
    head.append(reader.label(Milestone, "responsible"))
    writer.table(head, [_row(reader, one) for one in found], _WIDTHS)
    if has_plan(reader.school):
        writer.small(
            words(
                "Rows of the framework’s milestone plan are told in our own words and moved to the school’s semesters."
            )
        )


def _row(reader: DocumentReader, one: Milestone) -> list[Text]:
    words = reader.words
    day = words.short_date(one.day) if known_day(one.day) else ""
    when = [day or reader.value(one, "semester")]
    if known_day(one.reached):
        when.append(words("Reached {date}", date=words.short_date(one.reached)))
    what = "\n".join(paragraphs(one.what))
    moved = words("Moved") if one.moved_because.strip() else ""
    if is_moved(one):
        moved = words("Moved from {semester}", semester=reader.value(one, "planned").lower())
    because = ": ".join(part for part in (moved, " ".join(one.moved_because.split())) if part)
    cell: Text = (Bold(what), f"\n{because}") if because else Bold(what)
    return [
        "\n".join(part for part in when if part),
        cell,
        "\n".join(paragraphs(one.how)),
        "\n".join(paragraphs(one.content)),
        " ".join(one.responsible.split()) or words("not settled"),
    ]
