"""The document for research: counts with small ones suppressed, and texts that were ticked one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.figures.cycle_figure import cycle_figure
from fosdesk.display.noun_words import choice_of, label_words, noun_many, options_words
from fosdesk.display.time_words import who_words
from fosdesk.domain.fields import NOUNS, Choice, Long, Short
from fosdesk.domain.records import (
    Answer,
    Decision,
    FollowUp,
    GateEntry,
    Meeting,
    Partner,
    PhaseState,
    Seat,
    TimeSlot,
    TransitionNote,
)
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS
from fosdesk.domain.records.phases_and_answers import STATUS_OPTIONS
from fosdesk.domain.records.protected_time import WHO_OPTIONS
from fosdesk.domain.rules.checklist import lines_of
from fosdesk.domain.rules.gate_rules import UNDECIDED
from fosdesk.domain.rules.time_use import meetings, time_by_group
from fosdesk.domain.values.semester import Semester, with_those_between
from fosdesk.privacy.small_counts import MIN_COUNT, suppress_small_counts
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, count_words, paragraphs
from fosdesk.reports.inline_text import Bold
from fosdesk.reports.sections.time_summary import write_time_figures

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_PEOPLE_NOUNS = ("person", "membership", "seat_holder", "critical_voice", "advice_reply")
_COUNTED_NOUNS = ("agenda_line", "decision", "follow_up")  # what was said in meetings stays there


def nouns() -> tuple[str, ...]:
    """Every noun that is about the work and has texts to choose; none that is about people, or of what was said."""
    return tuple(key for key in NOUNS if key not in (*_PEOPLE_NOUNS, *_COUNTED_NOUNS))


def extra_fields() -> tuple[str, ...]:
    """The days by which decisions and follow-ups are counted."""
    return ("decision.day", "follow_up.done", "follow_up.due")


def write(writer: Writer, reader: DocumentReader) -> None:
    """What the numbers are, the numbers, and the texts."""
    words = reader.words
    if not any(reader.school.of(NOUNS[key].record) for key in nouns() if key != "school_profile"):
        writer.heading(1, words("So far"))
        writer.lead(words("There is nothing to count yet."))
        return
    writer.heading(1, words("About these numbers"), key="about")
    writer.lead(words("The school has chosen to share this for research. It tells of the work, and of no person."))
    writer.bullets(
        [
            words("Numbers from one to four are shown as “fewer than {n}”.", n=MIN_COUNT),
            words("Where such a number could be worked out from those beside it, one more of them is not shown."),
            words("No day is finer than its semester."),
            words("Texts are here only when the school has ticked each of them for this document."),
        ]
    )
    _write_phases(writer, reader)
    _write_gate(writer, reader)
    _write_meetings(writer, reader)
    _write_outcomes(writer, reader)
    _write_time(writer, reader)
    _write_around(writer, reader)
    _write_texts(writer, reader)


def _shown_counts(reader: DocumentReader, counts: Sequence[int]) -> list[str]:
    return [count_words(reader.words, cell) for cell in suppress_small_counts(counts)]


def _write_phases(writer: Writer, reader: DocumentReader) -> None:
    words, school = reader.words, reader.school
    writer.heading(1, words("The phases"), key="phases")
    writer.figure(
        cycle_figure(
            reader.framework, reader.school_for_figures, words, FIGURE_WIDTH, FIGURE_WIDTH * 0.5, to_team=False
        )
    )
    rows = []
    for phase in reader.framework.phases:
        state = school.get(PhaseState, f"phase:{phase.id}")
        known = (Semester.of_stored(day) for day in (state.opened, state.closed))
        days = [words.semester(semester) if semester else "–" for semester in known]
        rows.append((reader.numbered_phase(phase.id), *days))
    head = [words("Phase"), reader.label(PhaseState, "opened"), reader.label(PhaseState, "closed")]
    writer.table(head, rows, (0.5, 0.25, 0.25))
    writer.heading(2, words("The items of the checklists"))
    rows_of = []
    for phase in reader.framework.phases:
        lines = Counter(line.status for line in lines_of(reader.framework, school, phase.id))
        rows_of.append(
            (reader.numbered_phase(phase.id), *_shown_counts(reader, [lines[one.key] for one in STATUS_OPTIONS]))
        )
    statuses = (said for _, said in options_words(words, choice_of(Answer, "status")))
    writer.table([words("Phase"), *statuses], rows_of, (0.3, *([0.14] * len(STATUS_OPTIONS))))
    notes = Counter(one.occasion for one in school.of(TransitionNote))
    _write_counts(writer, reader, words("Transition notes"), "transition_note", "occasion", notes)


def _write_counts(
    writer: Writer, reader: DocumentReader, title: str, noun: str, name: str, counts: Counter[str]
) -> None:
    """A table of how often each option of a choice was chosen; nothing when none was."""
    words = reader.words
    field = NOUNS[noun].fields[name]
    if not counts or not isinstance(field, Choice):
        return
    cells = suppress_small_counts([*(counts[one.key] for one in field.options), counts[""]])
    labels = [*(said for _, said in options_words(words, field)), words("Not answered")]
    rows = [(label, count_words(reader.words, cell)) for label, cell in zip(labels, cells, strict=True)]
    writer.heading(2, title)
    writer.table([label_words(words, field), words("How many")], rows if cells[-1] else rows[:-1], (0.6, 0.4))


def _write_gate(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    entries = reader.school.of(GateEntry)
    writer.heading(1, words("Gatekeeping"), key="gate")
    if not entries:
        writer.paragraph(words("Nothing has come in yet."))
        return
    writer.paragraph(words("What was entered in the gatekeeping log, and what was decided about it."))
    counts = Counter(one.decision or UNDECIDED for one in entries)
    decisions = options_words(words, choice_of(GateEntry, "decision"))
    shown_counts = _shown_counts(reader, [counts[key] for key, _ in decisions])
    rows = [(label, said) for (_, label), said in zip(decisions, shown_counts, strict=True)]
    writer.heading(2, words("What was decided"))
    writer.table([reader.label(GateEntry, "decision"), words("How many")], rows, (0.6, 0.4))
    _write_counts(writer, reader, words("What came in"), "gate_entry", "kind", Counter(one.kind for one in entries))


def _write_meetings(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    keys = [*(one.key for one in WHO_OPTIONS), ""]
    now = Semester.of_date(reader.day)
    met = Counter((Semester.of_date(one.day), one.who) for one in meetings(reader.school, keys))
    held = {semester for semester, _ in met if semester <= now}
    if not held:
        return
    writer.heading(1, words("Meetings"), key="meetings")
    rows = [
        (words.semester(semester), *_shown_counts(reader, [met[semester, who] for who in keys]))
        for semester in with_those_between(held)
    ]
    labels = [*(who_words(words, Meeting, one.key) for one in WHO_OPTIONS), words("Not said for whom")]
    writer.table([words("Semester"), *labels], rows, (1.0,) * (len(labels) + 1))
    writer.small(words("Meetings that are planned later this semester are counted too."))


def _write_outcomes(writer: Writer, reader: DocumentReader) -> None:
    """How many decisions there are, and how many follow-ups are done and are not; nothing of what they say."""
    words = reader.words
    decided, taken_on = len(reader.school.of(Decision)), reader.school.of(FollowUp)
    done = sum(bool(one.done) for one in taken_on)
    if not (decided or taken_on):
        return
    writer.heading(1, words("What came of the meetings"), key="outcomes")
    shown = [*_shown_counts(reader, [decided]), *_shown_counts(reader, [done, len(taken_on) - done])]
    labels = (words("Decisions"), words("Follow-ups that are done"), words("Follow-ups that are not done yet"))
    writer.table([words("What"), words("How many")], list(zip(labels, shown, strict=True)), (0.6, 0.4))


def _write_time(writer: Writer, reader: DocumentReader) -> None:
    """A figure and a table of minutes for each group; minutes of different people are never added up."""
    words = reader.words
    groups = time_by_group(reader.school, reader.day)
    if not groups:
        return
    writer.heading(1, words("Time"), key="time")
    write_time_figures(writer, reader, groups)
    rows = [
        (
            words.semester(one.semester),
            who_words(words, TimeSlot, group.who),
            words.minutes(one.asked),
            words.minutes(one.freed),
        )
        for group in groups
        for one in group.semesters
    ]
    head = [words("Semester"), reader.label(TimeSlot, "who"), words("Set aside for each"), words("Freed for each")]
    writer.table(head, rows, (0.25, 0.35, 0.2, 0.2))


def _write_around(writer: Writer, reader: DocumentReader) -> None:
    """Tables on the seats of the work group and on the partners."""
    words, school = reader.words, reader.school
    answers = Counter(school.get(Seat, f"seat:{option.key}").considered for option in SEAT_OPTIONS)
    partners = Counter(one.kind for one in school.of(Partner))
    if len(answers) > 1 or partners:
        writer.heading(1, words("The work group and the partners"), key="around")
    if len(answers) > 1:
        known = options_words(words, choice_of(Seat, "considered"))
        shown_counts = _shown_counts(reader, [*(answers[key] for key, _ in known), answers[""]])
        labels = [*(label for _, label in known), words("Not considered yet")]
        writer.heading(2, words("The seats of the work group that were considered"))
        writer.table(
            [reader.label(Seat, "considered"), words("How many")],
            list(zip(labels, shown_counts, strict=True)),
            (0.6, 0.4),
        )
    _write_counts(writer, reader, words("External partners"), "partner", "kind", partners)


def _write_texts(writer: Writer, reader: DocumentReader) -> None:
    """The texts that passed the filter; each was ticked by itself."""
    words = reader.words
    writer.heading(1, words("Texts"), key="texts")
    any_text = False
    for key in nouns():
        noun = NOUNS[key]
        texts = [
            (reader.label(record, name), text)
            for record in reader.school.of(noun.record)
            for name, field in noun.fields.items()
            if isinstance(field, Short | Long) and not field.hidden and (text := str(getattr(record, name)).strip())
        ]
        if texts:
            any_text = True
            writer.heading(2, noun_many(words, noun))
        for label, text in texts:
            first, *rest = paragraphs(text)
            writer.paragraph(Bold(label), "\n", first)
            for more in rest:
                writer.paragraph(more)
    if not any_text:
        writer.paragraph(words("No texts have been chosen for this document."))
