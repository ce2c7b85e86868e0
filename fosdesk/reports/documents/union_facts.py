"""The fact sheet for union representatives: what the program stores, what it does not do, and the time involved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.rules.time_use import GroupTime, time_by_group
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.sections.current_state import stopped_activities, time_fact
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.time_summary import discussed_sentence, time_plan, write_time_figures

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def nouns() -> tuple[str, ...]:
    """None."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields on time that is asked and freed, and on what gives way."""
    slots = ("time_slot.semester", "time_slot.minutes", "time_slot.times", "time_slot.every_weeks", "time_slot.who")
    freed = ("stop_item.what", "stop_item.freed", "stop_item.semester", "stop_item.who", "existing_group.freed")
    return (
        *SCHOOL_FACTS,
        *slots,
        *freed,
        "existing_group.name",
        "existing_group.semester",
        "time_plan.discussed",
        "time_plan.others",
    )


def write(writer: Writer, reader: DocumentReader) -> None:
    """A page or two, in words that can be read aloud in a meeting."""
    words = reader.words
    writer.paragraph(
        words(
            "The leadership team uses fosdesk to plan, try out and describe the work on an inclusive learning "
            "environment. Here is what the program does with what is written in it, and what it does not do."
        )
    )
    writer.columns(lambda: _write_stored(writer, reader), lambda: _write_limits(writer, reader), widths=(1, 1))
    _write_rights(writer, reader)
    _write_time(writer, reader)


def _write_stored(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    writer.heading(1, words("What is stored"))
    writer.bullets(
        [
            words(
                "What the school chooses, and why: direction, checklists, meetings, time, and what was offered to it."
            ),
            words("Who takes part in the work group. A role is enough; a name and a contact at work may be added."),
            words(
                "Notes that the leadership team writes for itself when it puts the group together: motivation, "
                "position, and who has the task of asking critical questions."
            ),
            words(
                "Whether somebody is appointed by the unions: yes or no, never which union. This is a special category "
                "of personal data (the GDPR, article 9). The municipality can say on what basis it is noted, such as "
                "rights and duties in working life (article 9, no. 2 b)."
            ),
        ]
    )


def _write_limits(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    writer.heading(1, words("What it does not do"))
    writer.bullets(
        [
            words(
                "Nobody logs in, and nothing is counted about single people. Changes carry role, day and time on the "
                "leadership team's computer, never a name. Where one person alone has a role, they can be traced to "
                "that person."
            ),
            words("It gives no marks, and compares neither people nor schools."),
        ]
    )
    writer.heading(1, words("Where, and who sees it"))
    writer.bullets(
        [
            words("On the school's own computer. Nothing is sent over the net: no account, no cloud, no supplier."),
            words(
                "The leadership team sees all of it. Others see what it shares as a document or a file: the owner, the "
                "unions and other schools without names. Its own notes stay behind."
            ),
        ]
    )


def _write_rights(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    writer.heading(1, words("If you want to see something, or have it taken out"))
    writer.paragraph(
        words(
            "Ask the principal, or the municipality's data protection officer. You can see what is written about you, "
            "and have it put right or erased, in earlier versions and backups, too."
        )
    )


def _write_time(writer: Writer, reader: DocumentReader) -> None:
    """The time that is asked of people, and the time that was freed for it; nothing when nobody wrote any."""
    words, plan, now = reader.words, time_plan(reader), Semester.of_date(reader.day)
    label, lines = time_fact(reader)
    stops = stopped_activities(reader)
    if not (lines or plan.discussed or plan.others.strip() or stops):
        return
    writer.heading(1, words("The time it is about"))
    if lines:
        writer.facts([(label, lines)])
    writer.paragraph(discussed_sentence(words, plan))
    near = [
        GroupTime(group.who, tuple(one for one in group.semesters if abs(one.semester.since(now)) <= 1))
        for group in time_by_group(reader.school, reader.day)
    ]
    write_time_figures(writer, reader, near)
    for one in reader.fitted_paragraphs(plan, "others"):
        writer.paragraph(one)
    if stops:
        writer.paragraph(words("What we stop doing: {what}", what="; ".join(stops)))
