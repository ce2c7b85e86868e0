"""Sections for a successor: what the school has agreed and answered, what has a date ahead, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_many, noun_one, seat_label
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import (
    Answer,
    FollowUp,
    GateEntry,
    OwnItem,
    Partner,
    Question,
    Seat,
    TimePlan,
    TimeSlot,
    TransitionNote,
)
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS
from fosdesk.domain.rules.checklist import ChecklistLine, open_lines
from fosdesk.domain.rules.gate_rules import UNDECIDED, decision_of
from fosdesk.domain.rules.progress import milestones, open_phases
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.current_state import meeting_phrase, next_meetings, second_look_phrase, second_looks
from fosdesk.reports.sections.gate_summary import write_more_in_log
from fosdesk.reports.sections.look_back import adjustment_text, open_adjustments, own_milestones, write_milestones
from fosdesk.reports.sections.meeting_outcomes import open_follow_ups, write_open_follow_ups
from fosdesk.reports.sections.owner_requests import waiting_requests, write_requests
from fosdesk.reports.sections.time_summary import discussed_sentence, time_plan, write_time_slots

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_SUGGESTED, _MAX_TAKEN = 8, 6
_LET_IN = ("admitted", "adapted")  # what is waited for is never cut from the promises; this is done, and in the log


# ---------------------------------------------------------------------------------------------------- what is agreed


def write_commitments(writer: Writer, reader: DocumentReader) -> None:
    """A chapter on answers to others, agreements with partners, staff and unions, and tasks that were accepted."""
    words = reader.words
    writer.heading(1, words("What is agreed and answered"), key="promised")
    parts = [
        _replies(writer, reader),
        _touchpoints(writer, reader),
        _time(writer, reader, time_plan(reader)),
        _tasks(writer, reader),
        _follow_ups(writer, reader),
    ]
    if not any(parts):
        writer.paragraph(words("No agreement and no answer has been written down."))


def _replies(writer: Writer, reader: DocumentReader) -> bool:
    words, entries = reader.words, _replies_to_others(reader)
    if entries:
        writer.heading(2, words("Answers to those who brought us something"))
        waiting = [one for one in entries if one.decision not in _LET_IN]
        taken = [one for one in entries if one.decision in _LET_IN]
        writer.bullets([_reply_text(reader, one) for one in (*waiting, *reader.shortening.first(taken, _MAX_TAKEN))])
        write_more_in_log(writer, reader, len(taken) - _MAX_TAKEN)
    return bool(entries)


def _replies_to_others(reader: DocumentReader) -> list[GateEntry]:
    waiting = [one for one in reader.school.of(GateEntry) if one.reply.strip() and one.decision != "kept_out"]
    return sorted(waiting, key=lambda one: (one.decision == "parked", one.replied or one.came), reverse=True)


def _reply_text(reader: DocumentReader, entry: GateEntry) -> Text:
    """To whom and about what it was, when, and the reply in the school's own words."""
    words, who = reader.words, lowercase_first(entry.brought_by.strip())
    what = words.quoted(reader.fitted(entry, "what")) if entry.what.strip() else ""
    to = words("To {who}, about {what}", who=who, what=what) if who and what else ""
    to = to or (words("To {who}", who=who) if who else words("About {what}", what=what) if what else "")
    lead = ", ".join(part for part in (to, words.date(entry.replied)) if part)
    again = (
        " " + words("To be looked at again {date}.", date=words.date(entry.revisit))
        if entry.revisit and entry.decision == "parked"
        else ""
    )
    return (*((Bold(lead), "\n") if lead else ()), words.quoted(" ".join(paragraphs(entry.reply))), again)


def _touchpoints(writer: Writer, reader: DocumentReader) -> bool:
    rows: list[tuple[str, Text]] = [
        (reader.fitted(one, "name"), one.touchpoints.strip())
        for one in reader.school.of(Partner)
        if one.touchpoints.strip() and one.name.strip()
    ]
    if rows:
        writer.heading(2, reader.words("With our partners"))
        writer.facts(rows)
    return bool(rows)


def _current_slots(reader: DocumentReader) -> list[TimeSlot]:
    """The protected time of this semester and later ones."""
    now = Semester.of_date(reader.day)
    known = [(Semester.known(one.semester), one) for one in reader.school.of(TimeSlot)]
    return [one for semester, one in known if (semester is None or semester >= now) and (one.what or one.minutes)]


def _time(writer: Writer, reader: DocumentReader, plan: TimePlan) -> bool:
    words, slots = reader.words, _current_slots(reader)
    if not (slots or plan.discussed or plan.others.strip()):
        return False
    writer.heading(2, words("With the staff and the unions"))
    writer.paragraph(discussed_sentence(words, plan))
    for one in paragraphs(plan.others):
        writer.paragraph(one)
    if slots:
        write_time_slots(writer, reader, slots)
    return True


def _open_lines(reader: DocumentReader) -> list[ChecklistLine]:
    """The checklist items of all phases that are neither settled nor hidden."""
    return [line for phase in reader.framework.phases for line in open_lines(reader.framework, reader.school, phase.id)]


def _accepted_tasks(reader: DocumentReader) -> list[ChecklistLine]:
    """The open items that have somebody responsible or a due date, the nearest first."""
    lines = [line for line in _open_lines(reader) if line.answer.responsible.strip() or known_day(line.answer.due)]
    return sorted(lines, key=lambda line: line.answer.due or "9999")


def _tasks(writer: Writer, reader: DocumentReader) -> bool:
    words, lines = reader.words, _accepted_tasks(reader)
    if lines:
        writer.heading(2, words("Tasks that somebody has taken on"))
        own = noun_one(words, noun_of(OwnItem))
        rows = [
            (line.text.strip() or own, line.answer.responsible.strip(), words.short_date(line.answer.due))
            for line in lines
        ]
        head = [words("What"), reader.label(Answer, "responsible"), reader.label(Answer, "due")]
        writer.table(head, rows, (0.54, 0.26, 0.2))
    return bool(lines)


def _follow_ups(writer: Writer, reader: DocumentReader) -> bool:
    found = open_follow_ups(reader)
    if found:
        writer.heading(2, noun_many(reader.words, noun_of(FollowUp)))
        write_open_follow_ups(writer, reader, found)
    return bool(found)


# ---------------------------------------------------------------------------------------------------- dates ahead


def write_dates(writer: Writer, reader: DocumentReader) -> None:
    """A chapter on events with a date from today on, and the milestones of the plan."""
    words = reader.words
    writer.heading(1, words("Dates ahead"), key="dates")
    dated = sorted({*_dated_events(reader)}, key=lambda event: (event[0], sort_key(event[1])))
    if dated:
        writer.table([words("Date"), words("What")], [(words.date(day), said) for day, said in dated], (0.28, 0.72))
    else:
        writer.paragraph(words("Nothing has a date yet."))
    if own := own_milestones(reader, ahead=True):
        writer.heading(2, words("The school's own milestones"))
        write_milestones(writer, reader, own)
    made = {one.row for one in own_milestones(reader)}  # these stand above in the school's own words
    ahead = [one for one in milestones(reader.framework, reader.school, reader.day) if one.when != "past"]
    rows: list[tuple[str, Text]] = [
        (words.semester(one.semester), found.title)
        for one in ahead
        if one.id not in made and (found := reader.framework.milestone(one.id)) is not None
    ]
    if rows:
        writer.heading(2, words("Milestones"))
        writer.small(words("They follow the pace that the school chose, and can be moved."))
        writer.facts(rows)


def _dated_events(reader: DocumentReader) -> Iterator[tuple[str, str]]:
    words = reader.words
    for meeting in next_meetings(reader):
        yield meeting.day, meeting_phrase(reader, meeting)
    for entry in second_looks(reader):
        yield entry.revisit, second_look_phrase(reader, entry)
    for partner in reader.school.of(Partner):
        if known_day(partner.withdraws) and partner.withdraws >= reader.day:
            name = reader.fitted(partner, "name") or noun_one(words, noun_of(Partner))
            yield partner.withdraws, words("{partner} withdraws", partner=name)


# ---------------------------------------------------------------------------------------------------- open questions


def write_open(writer: Writer, reader: DocumentReader) -> None:
    """A chapter on open questions: from transition notes, undecided entries, and the next items of the open phases."""
    words = reader.words
    writer.heading(1, words("Open questions"), key="open")
    notes = [one for one in latest_notes(reader) if one.still_open.strip()]
    for note in notes:
        phase, day = reader.numbered_phase(note.phase), words.date(note.written)
        said = words("{phase}: written down as open on {date}", phase=phase, date=day) if day else ""
        write_title(writer, 2, said or words("{phase}: written down as open", phase=phase))
        for one in paragraphs(note.still_open):
            writer.paragraph(one)
    requests = waiting_requests(reader)
    if requests:
        writer.heading(2, words("What we ask the owner for"))
        write_requests(writer, reader, requests)
    asked, changes = _unanswered(reader), open_adjustments(reader)
    if asked:
        writer.heading(2, words("Questions without an answer"))
        writer.bullets([_question(reader, one) for one in asked])
    if changes:
        writer.heading(2, words("What evaluations change, and is not done yet"))
        writer.bullets([adjustment_text(reader, one) for one in changes])
    undecided = _undecided(reader)
    if undecided:
        writer.heading(2, words("Waiting at the gate"))
        writer.bullets([_waiting(reader, one) for one in undecided])
    later = [seat_label(words, option.key) for option in SEAT_OPTIONS if _is_later(reader, option.key)]
    if later:
        writer.heading(2, words("Voices to look at again"))
        writer.bullets(later)
    suggested = _suggested(reader)
    if suggested:
        writer.heading(2, words("What the framework suggests next in the open phases"))
        writer.bullets([line.text.strip() for line in suggested])
    disputed = len(reader.school.conflicts)
    if disputed:
        writer.paragraph(
            words.plural(
                "In {n} place two people wrote differently. Both texts are kept; fosdesk shows them on the overview.",
                "In {n} places two people wrote differently. Both texts are kept; fosdesk shows them on the overview.",
                disputed,
            )
        )
    if not (notes or requests or asked or changes or undecided or later or suggested or disputed):
        writer.paragraph(words("Nothing has been written down as open."))


def latest_notes(reader: DocumentReader) -> list[TransitionNote]:
    """The newest transition note of each phase, in the order of the phases."""
    newest: dict[str, TransitionNote] = {}
    for note in sorted(reader.school.of(TransitionNote), key=lambda one: one.written):
        newest[note.phase] = note
    return [newest[phase.id] for phase in reader.framework.phases if phase.id in newest]


def _is_later(reader: DocumentReader, seat: str) -> bool:
    return reader.school.get(Seat, f"seat:{seat}").considered == "later"


def _undecided(reader: DocumentReader) -> list[GateEntry]:
    waiting = [one for one in reader.school.of(GateEntry) if decision_of(one) == UNDECIDED and one.what.strip()]
    return sorted(waiting, key=lambda one: one.came, reverse=True)


def _unanswered(reader: DocumentReader) -> list[Question]:
    """What was asked and has no answer, the oldest first."""
    waiting = [
        one for one in reader.school.of(Question) if one.text.strip() and not (one.answer.strip() or one.answered)
    ]
    return sorted(waiting, key=lambda one: (not known_day(one.day), one.day))


def _question(reader: DocumentReader, question: Question) -> Text:
    words, group = reader.words, " ".join(question.from_group.split())
    about = [
        reader.value(question, "kind"),
        words("from {who}", who=lowercase_first(group)) if group else "",
        words.date(question.day),
    ]
    told = ", ".join(part for part in about if part)
    return (Bold("\n".join(paragraphs(question.text))), f"\n{told}" if told else "")


def _waiting(reader: DocumentReader, entry: GateEntry) -> Item | Text:
    who = lowercase_first(entry.brought_by.strip())
    what = Bold(reader.fitted(entry, "what"))
    return (what, ", ", reader.words("from {who}", who=who)) if who else what


def _suggested(reader: DocumentReader) -> list[ChecklistLine]:
    """The open items that the framework suggests first in the open phases and nobody has accepted."""
    now, taken = open_phases(reader.framework, reader.school), {line.record_id for line in _accepted_tasks(reader)}
    lines = [line for line in _open_lines(reader) if line.phase in now and line.key and line.record_id not in taken]
    return lines[:_MAX_SUGGESTED]
