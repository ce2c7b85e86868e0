"""The brief for the steering group: what happened this semester, what is asked for, support, and questions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from fosdesk.display.figures.phase_timeline_figure import phase_timeline_figure
from fosdesk.domain.records import Answer, Balance, GateEntry, Partner, PhaseState
from fosdesk.domain.rules.advice import all_advice
from fosdesk.domain.rules.gate_rules import DECIDED
from fosdesk.domain.rules.progress import open_phases
from fosdesk.domain.rules.time_use import meetings
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, capitalized, lowercase_first, paragraphs
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.commitments import latest_notes
from fosdesk.reports.sections.current_state import (
    MEETING_GROUPS,
    decision_counts,
    open_phases_sentence,
    phase_in_sentence,
)
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.meeting_outcomes import follow_up_counts
from fosdesk.reports.sections.owner_requests import (
    REQUEST_FACTS,
    TALK_FIELDS,
    answered_requests,
    owner_talks,
    waiting_requests,
    write_answers,
    write_owner_talks,
    write_requests,
)

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_EXAMPLES = 2
_SUPPORT = "answer:F1-12"  # what was agreed with the owner on support


def nouns() -> tuple[str, ...]:
    """None."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead, and those on this semester, support and open questions."""
    gate = ("gate_entry.what", "gate_entry.reason", "gate_entry.decision")
    worth = ("balance.effort", "balance.gain", "balance.adjust")
    support = ("partner.name", "partner.support", "partner.withdraws", "partner.takes_over", "answer.how")
    rest = ("phase.own_title", "meeting.day", "follow_up.done", "transition_note.still_open", "advice_reply.because")
    return (*SCHOOL_FACTS, "school_profile.left_out", *gate, *worth, *support, *rest, *REQUEST_FACTS, *TALK_FIELDS)


def write(writer: Writer, reader: DocumentReader) -> None:
    """Direction, this semester, requests, support, answers to advice, and questions; each only when it was written."""
    words, profile = reader.words, reader.school.profile
    writer.paragraph(open_phases_sentence(reader))
    first, *rest = reader.fitted_paragraphs(profile, "left_out") or [""]
    if first:
        writer.paragraph(Bold(f"{reader.label(profile, 'left_out')}: "), first)
    for one in rest:
        writer.paragraph(one)
    _write_progress(writer, reader)
    waiting = waiting_requests(reader)
    if waiting:
        writer.heading(1, words("What we ask the owner for"))
        write_requests(writer, reader, waiting)
    write_owner_talks(writer, reader, owner_talks(reader, Semester.of_date(reader.day).plus(-1).first_day))
    _write_support(writer, reader)
    _write_advice(writer, reader)
    _write_questions(writer, reader)


def _write_progress(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    told = [said for said in (_phases_sentence(reader), _meetings_sentence(reader), _gate_sentence(reader)) if said]
    opened = any(one.opened for one in reader.school.of(PhaseState))
    worth = reader.school.get(Balance, f"balance:{Semester.of_date(reader.day)}")
    weighed = [
        (name, reader.fitted(worth, name)) for name in ("effort", "gain", "adjust") if getattr(worth, name).strip()
    ]
    if not (told or opened or weighed):
        return
    writer.heading(1, words("This semester"))
    if opened:
        line = phase_timeline_figure(reader.framework, reader.school_for_figures, words, reader.day, FIGURE_WIDTH)
        writer.figure(line, words("When each phase was open."))
    writer.paragraph(" ".join(told))
    examples = _examples(reader)
    if examples:
        writer.bullets(examples)
    for name, said in weighed:
        writer.paragraph(Bold(f"{reader.label(worth, name)}: "), said)


def _this_semester(reader: DocumentReader, day: str) -> bool:
    now = Semester.of_date(reader.day)
    return known_day(day) is not None and day <= reader.day and Semester.of_date(day) == now


def _phases_sentence(reader: DocumentReader) -> str:
    words = reader.words
    said = []
    for phase in reader.framework.phases:
        state = reader.school.get(PhaseState, f"phase:{phase.id}")
        name = phase_in_sentence(reader, phase.id)
        if _this_semester(reader, state.opened):
            said.append(words("Opened on {date}: {phase}.", phase=name, date=words.date(state.opened)))
        if _this_semester(reader, state.closed):
            said.append(words("Closed on {date}: {phase}.", phase=name, date=words.date(state.closed)))
    return " ".join(said)


def _meetings_sentence(reader: DocumentReader) -> str:
    words = reader.words
    held = Counter(one.who for one in meetings(reader.school, MEETING_GROUPS) if _this_semester(reader, one.day))
    group, staff, externals = held["work_group"], held["staff"], held["externals"]
    unsaid = held.total() - group - staff - externals
    parts = [
        words.plural("the work group has met {n} time", "the work group has met {n} times", group) if group else "",
        words.plural("the whole staff has met {n} time", "the whole staff has met {n} times", staff) if staff else "",
        words.plural("{n} meeting was with external partners", "{n} meetings were with external partners", externals)
        if externals
        else "",
        words.plural("{n} meeting was for others", "{n} meetings were for others", unsaid) if unsaid else "",
    ]
    told = words.joined([part for part in parts if part])
    return " ".join(part for part in (f"{capitalized(told)}.", follow_up_counts(reader)) if part) if told else ""


def _gate_sentence(reader: DocumentReader) -> str:
    """How many things were decided on this semester, and how many in each way, which add up."""
    words = reader.words
    signed = Counter(
        one.decision
        for one in reader.school.of(GateEntry)
        if one.decision in DECIDED and _this_semester(reader, one.signed)
    )
    if not signed:
        return ""
    decided = words.plural("{n} thing was decided on", "{n} things were decided on", signed.total())
    told = words("{what}: {parts}", what=decided, parts=words.joined(decision_counts(words, signed)))
    return f"{told}."


def _examples(reader: DocumentReader) -> list[Item | Text]:
    """The latest entries of this semester that were taken in and that were kept outside, with the reason."""
    words = reader.words
    rows: list[Item | Text] = []
    for decisions, said in ((("admitted", "adapted"), words("Taken in")), (("kept_out",), words("Kept outside"))):
        told = [
            one
            for one in reader.school.of(GateEntry)
            if one.decision in decisions
            and one.what.strip()
            and one.reason.strip()
            and _this_semester(reader, one.signed)
        ]
        newest = sorted(told, key=lambda entry: entry.signed, reverse=True)
        for one in reader.shortening.first(newest, _MAX_EXAMPLES):
            rows.append((Bold(f"{said}: {reader.fitted(one, 'what')}"), f" – {reader.fitted(one, 'reason')}"))
    return rows


def _write_support(writer: Writer, reader: DocumentReader) -> None:
    """What was answered this semester or the last, what was agreed with the owner, and what the partners give."""
    words = reader.words
    answered = answered_requests(reader, since=Semester.of_date(reader.day).plus(-1).first_day)
    agreed = reader.school.get(Answer, _SUPPORT)
    rows: list[tuple[str, Text]] = []
    for one in reader.school.of(Partner):
        name, support = reader.fitted(one, "name") or reader.value(one, "kind"), reader.fitted(one, "support")
        ends = (
            words(
                "Until {date}, then {who}.", date=words.date(one.withdraws), who=lowercase_first(one.takes_over.strip())
            )
            if one.takes_over.strip() and one.withdraws
            else words("Until {date}.", date=words.date(one.withdraws))
            if one.withdraws
            else ""
        )
        said = " ".join(part for part in (support, ends) if part)
        if name and said:
            rows.append((name, said))
    if not (answered or rows or agreed.how.strip()):
        return
    writer.heading(1, words("Support"))
    if answered:
        writer.paragraph(Bold(words("What was answered:")))
        write_answers(writer, reader, answered)
    if agreed.how.strip():
        writer.paragraph(Bold(words("On support from the owner:")), f" {reader.fitted(agreed, 'how')}")
    if rows:
        writer.paragraph(Bold(words("From our partners:")))
        writer.facts(rows)


def _write_advice(writer: Writer, reader: DocumentReader) -> None:
    """What the school has answered to advice, each with what that is about: the advice itself would be a claim."""
    words = reader.words
    said = {
        "W1": words("The length of the first phase"),
        "W2": words("Time and meetings, and what gives way for them"),
        "W3": words("How much is new this school year"),
        "W4": words("Notes on what the work is about"),
        "W9": words("The time between meetings"),
        "W10": words("Support from outside"),
    }
    rows: list[Item | Text] = []
    for one in all_advice(reader.framework, reader.school, reader.day):
        because = reader.fitted(one.reply, "because")
        known = said.pop(one.advice.warning, "")
        if known and because and not one.advice.alternative:
            rows.append((Bold(f"{known}: "), because))
    if rows:
        writer.heading(1, words("Advice in fosdesk, and what the school has answered"))
        writer.bullets(rows)


def _write_questions(writer: Writer, reader: DocumentReader) -> None:
    """What the latest note of each open phase left open, with its day; what is older may be settled long since."""
    words, since = reader.words, Semester.of_date(reader.day).plus(-1).first_day
    notes = [one for one in latest_notes(reader) if one.phase in open_phases(reader.framework, reader.school)]
    notes = [one for one in notes if one.still_open.strip() and since <= one.written <= reader.day]
    if notes:
        writer.heading(1, words("Questions for the meeting"))
    for note in notes:
        phase, day = phase_in_sentence(reader, note.phase), words.date(note.written)
        writer.paragraph(words("Written down as open in {phase} on {date}:", phase=phase, date=day))
        writer.numbered(list(paragraphs(note.still_open)))
