"""The brief for the steering group: what happened this semester, what it is asked to decide, and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.phase_timeline_figure import phase_timeline_figure
from fosdesk.domain.records import Answer, Balance, GateEntry, Partner, PhaseState, TransitionNote
from fosdesk.domain.rules.advice import all_advice
from fosdesk.domain.rules.progress import open_phases
from fosdesk.domain.rules.time_use import meetings
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, lowercase_first, paragraphs
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.current_state import (
    ITEM_FACTS,
    asked_of_owner,
    item_phrase,
    open_phases_sentence,
    phase_in_sentence,
)
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_EXAMPLES, _MAX_QUESTIONS = 2, 5
_SUPPORT = "answer:F1-12"  # what was agreed with the owner on support


def nouns() -> tuple[str, ...]:
    """None."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead, and those on this semester, support and open questions."""
    gate = ("gate_entry.what", "gate_entry.reason", "gate_entry.decision")
    worth = ("balance.effort", "balance.gain", "balance.adjust")
    support = ("partner.name", "partner.support", "partner.withdraws", "partner.takes_over")
    rest = ("phase.own_title", "meeting.day", "transition_note.still_open", "advice_reply.because")
    return (*SCHOOL_FACTS, "school_profile.left_out", *gate, *worth, *support, *rest, *ITEM_FACTS)


def write(writer: Writer, reader: DocumentReader) -> None:
    """Direction, this semester, decisions, support, risks, and questions."""
    words, profile = reader.words, reader.school.profile
    writer.paragraph(open_phases_sentence(reader))
    if profile.left_out.strip():
        writer.paragraph(Bold(f"{reader.label(profile, 'left_out')}: "), reader.excerpt(profile.left_out))
    writer.heading(1, words("This semester"))
    _write_progress(writer, reader)
    writer.heading(1, words("What we ask you to decide"))
    _write_decisions(writer, reader)
    writer.heading(1, words("Support"))
    _write_support(writer, reader)
    writer.heading(1, words("What may become hard"))
    _write_risks(writer, reader)
    writer.heading(1, words("Questions for the meeting"))
    _write_questions(writer, reader)


def _write_progress(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    told = [said for said in (_phases_sentence(reader), _meetings_sentence(reader), _gate_sentence(reader)) if said]
    line = phase_timeline_figure(reader.framework, reader.school_for_figures, words, reader.day, FIGURE_WIDTH)
    if any(one.opened for one in reader.school.of(PhaseState)):
        writer.figure(line, words("When each phase was open."))
    writer.paragraph(" ".join(told) or words("Nothing has been written down for this semester yet."))
    examples = _examples(reader)
    if examples:
        writer.bullets(examples)
    worth = reader.school.get(Balance, f"balance:{Semester.of_date(reader.day)}")
    for name in ("effort", "gain", "adjust"):
        if said := reader.excerpt(getattr(worth, name)):
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
            said.append(words("We opened {phase} on {date}.", phase=name, date=words.date(state.opened)))
        if _this_semester(reader, state.closed):
            said.append(words("We closed {phase} on {date}.", phase=name, date=words.date(state.closed)))
    return " ".join(said)


def _meetings_sentence(reader: DocumentReader) -> str:
    words = reader.words
    held = [one.who for one in meetings(reader.school) if _this_semester(reader, one.day)]
    group, staff = len(held) - held.count("staff"), held.count("staff")
    parts = [
        words.plural("the work group has met {n} time", "the work group has met {n} times", group) if group else "",
        words.plural("the whole staff has met {n} time", "the whole staff has met {n} times", staff) if staff else "",
    ]
    told = words.joined([part for part in parts if part])
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def _gate_sentence(reader: DocumentReader) -> str:
    words = reader.words
    signed = [one.decision for one in reader.school.of(GateEntry) if _this_semester(reader, one.signed)]
    taken, kept = signed.count("admitted") + signed.count("adapted"), signed.count("kept_out")
    parts = [
        words.plural("taken in {n} thing", "taken in {n} things", taken) if taken else "",
        words.plural("kept {n} outside", "kept {n} outside", kept) if kept else "",
    ]
    told = words.joined([part for part in parts if part])
    return words("As gatekeepers we have {told}.", told=told) if told else ""


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
        for one in sorted(told, key=lambda entry: entry.signed, reverse=True)[:_MAX_EXAMPLES]:
            rows.append((Bold(f"{said}: {reader.excerpt(one.what)}"), f" – {reader.excerpt(one.reason)}"))
    return rows


def _write_decisions(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    asked = asked_of_owner(reader)
    if not asked:
        writer.paragraph(words("We ask for no decision this time. Your advice is welcome all the same."))
        return
    rows: list[Item | Text] = []
    for line in asked:
        how, due = reader.excerpt(line.answer.how), words.date(line.answer.due)
        what = Bold(item_phrase(reader, line))
        by = words("We hope to have it settled by {date}.", date=due) if due else ""
        more = " ".join(part for part in (how, by) if part)
        rows.append((what, "\n", more) if more else what)
    writer.bullets(rows)


def _write_support(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    asked = reader.excerpt(reader.school.get(Answer, _SUPPORT).how)
    if asked:
        writer.paragraph(Bold(words("What we have asked for:")), f" {asked}")
    rows: list[tuple[str, Text]] = []
    for one in reader.school.of(Partner):
        name, support = one.name.strip() or reader.value(one, "kind"), reader.excerpt(one.support)
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
            rows.append((reader.excerpt(name), said))
    if rows:
        writer.paragraph(Bold(words("What we get:")))
        writer.facts(rows)
    if not asked and not rows:
        writer.paragraph(words("We have not written down yet what support we need and what we get."))


def _write_risks(writer: Writer, reader: DocumentReader) -> None:
    """The findings of the advice rules in the school's words, with the school's own answer where there is one."""
    words = reader.words
    said = {
        "W1": words(
            "The first phase was short. We ask ourselves whether the staff have had time to make the work theirs."
        ),
        "W2": words("Time and meetings have come in, and nothing has given way yet."),
        "W3": words("Much is new this school year. We look at whether each new thing is a choice or a leap."),
        "W4": words("It is a while since we asked whether the work still is about an inclusive learning environment."),
        "W9": words("Some of our meetings lie far apart."),
        "W10": words("Support from outside has ended, and what comes instead is not written down yet."),
    }
    rows: list[Item | Text] = []
    for one in all_advice(reader.framework, reader.school, reader.day):
        because = reader.excerpt(one.reply.because)
        known = said.pop(one.advice.warning, "")
        if known and not one.advice.alternative and (because or not one.quiet):
            rows.append((known, " ", because) if because else known)
    if rows:
        writer.bullets(rows)
    else:
        writer.paragraph(
            words("We see nothing in particular just now. Tell us if you see something from where you stand.")
        )


def _write_questions(writer: Writer, reader: DocumentReader) -> None:
    """What the latest notes left open in the open phases; else questions that fit any meeting."""
    words = reader.words
    rows: list[Text] = [reader.excerpt(part) for note in _open_notes(reader) for part in paragraphs(note.still_open)]
    if rows:
        writer.paragraph(words("This is still open with us, and we would like to hear what you think:"))
    else:
        writer.paragraph(words("Nothing is written down yet. These may be good to begin with:"))
        rows = [
            words("What do you see from where you stand that we do not see?"),
            words("What can be taken away, so that this does not come on top of everything else?"),
            words("What would you like to hear about next time?"),
        ]
    writer.numbered(rows[:_MAX_QUESTIONS])


def _open_notes(reader: DocumentReader) -> list[TransitionNote]:
    """Of each open phase, the latest transition note that left something open."""
    found = []
    for phase in open_phases(reader.framework, reader.school):
        notes = [one for one in reader.school.of(TransitionNote) if one.phase == phase and one.still_open.strip()]
        if notes:
            found.append(max(notes, key=lambda one: (one.written, one.id)))
    return found
