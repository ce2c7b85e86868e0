"""The fact sheet for union representatives: what the program stores, what it does not do, and the time involved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.time_use_figure import time_use_figure
from fosdesk.domain.records import TimePlan
from fosdesk.domain.records.time_and_meetings import TIME_PLAN_ID
from fosdesk.domain.rules.time_use import time_by_semester
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, paragraphs
from fosdesk.reports.sections.current_state import stopped_activities, time_sentence
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

# Step by step, until all of it finds room on the page.
_MAX_OTHERS = (3, 2, 0, 2, 1, 1)  # paragraphs on those who get their time in another way
_WITH_FIGURE, _MAX_STOPPED = (True, True, True, False, False, False), (3, 2, 2, 3, 2, 1)


def nouns() -> tuple[str, ...]:
    """None."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields on time that is asked and freed, and on what gives way."""
    slots = ("time_slot.semester", "time_slot.minutes", "time_slot.times", "time_slot.every_weeks")
    freed = ("stop_item.what", "stop_item.freed", "stop_item.semester", "existing_group.freed")
    return (*SCHOOL_FACTS, *slots, *freed, "existing_group.semester", "time_plan.discussed", "time_plan.others")


def write(writer: Writer, reader: DocumentReader) -> None:
    """One page, in words that can be read aloud in a meeting."""
    words = reader.words
    writer.paragraph(
        words(
            "The leadership team uses fosdesk to plan, try out and describe the work on an inclusive learning "
            "environment. Here is what the program does with what is written in it, and what it does not do."
        )
    )
    writer.columns(lambda: _write_stored(writer, reader), lambda: _write_access(writer, reader), widths=(7, 6))
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


def _write_access(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
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
    writer.heading(1, words("If you want to see something, or have it taken out"))
    writer.paragraph(
        words(
            "Ask the principal, or the municipality's data protection officer. You can see what is written about you, "
            "and have it put right or erased, in earlier versions and backups, too."
        )
    )


def _write_time(writer: Writer, reader: DocumentReader) -> None:
    """The time that is asked of people, and the time that was freed for it."""
    words, school = reader.words, reader.school
    writer.heading(1, words("The time it is about"))
    times, plan = time_by_semester(school, reader.day), school.get(TimePlan, TIME_PLAN_ID)
    said = [f"{time_sentence(reader)}."] if time_sentence(reader) else []
    if plan.discussed:
        day = words.date(plan.discussed)
        said.append(words("The time plan was last discussed with the union representatives on {date}.", date=day))
    if not (times or said or plan.others.strip()):
        writer.paragraph(words("No time has been written down yet."))
        return
    writer.paragraph(" ".join(said))
    now = Semester.of_date(reader.day)
    near = [one for one in times if abs(one.semester.since(now)) <= 1]
    if near and _WITH_FIGURE[reader.compactness]:
        writer.figure(time_use_figure(near, words, FIGURE_WIDTH))
    for one in paragraphs(plan.others)[: _MAX_OTHERS[reader.compactness]]:
        writer.paragraph(reader.excerpt(one))
    ends = stopped_activities(reader, _MAX_STOPPED[reader.compactness])
    if ends:
        writer.paragraph(words("What we stop doing: {what}", what="; ".join(ends)))
