"""The information notice to members of the work group: all that is stored about them, why, and their rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.records import WorkGroup
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.privacy.erasure_due import retention_months
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.inline_text import FormField, Text
from fosdesk.reports.sections.current_state import next_meetings
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_MEETINGS = 3
# Everything that can be stored about a person, and the row of the notice that tells of it.
ROWS = (
    (
        "Role, name and contact",
        "What you work as and where, and, if they are written, your name or initials and how to reach you at work. The "
        "role is enough.",
        ("person.role", "person.role_note", "person.name", "person.contact", "partner.contact"),
    ),
    (
        "Part in the group",
        "Whether you are asked, are in it or were, whether you lead it, how you take part, which seat you fill, from "
        "when to when, and when you left the school.",
        (
            "membership.person",
            "membership.standing",
            "membership.leads",
            "membership.mode",
            "membership.since",
            "membership.until",
            "seat_holder.person",
            "seat_holder.seat",
            "person.left",
        ),
    ),
    (
        "Motivation and position",
        "What drives you, who listens to you, and why you were chosen or left, as the leadership team sees it.",
        ("membership.motivation", "membership.position", "membership.why", "membership.why_left"),
    ),
    (
        "Critical voice",
        "Whether you are to ask critical questions, from when to when, and notes on it.",
        (
            "critical_voice.person",
            "critical_voice.since",
            "critical_voice.until",
            "critical_voice.note",
            "critical_question.text",
            "critical_question.day",
            "critical_question.answer",
            "critical_question.changed",
        ),
    ),
    (
        "Appointed by the unions",
        "Yes or no, never which union. This is a special category of personal data (the GDPR, article 9), and may be "
        "noted only on a basis in law, such as rights and duties in working life (article 9, no. 2 b).",
        ("membership.union_appointed",),
    ),
    (
        "In other places",
        "Minutes, notes, votes, tasks, research, comments in surveys, reasons, what was shared, and the leadership "
        "team's own thoughts may name you. Earlier versions are kept with role, day and time. If your record was "
        "shielded, or erasing it was asked for, that stands with when and why.",
        (
            "meeting.present",
            "meeting.absent",
            "meeting.writer",
            "involvement.taking_part",
            "involvement.unions_said",
            "vote.person",
            "vote.parent",
            "vote.stance",
            "vote.why",
            "gate_entry.file_notes",
            "duty.who",
            "duty.deputy",
            "camp.who",
            "study.who",
            "study.supervisor",
            "reflection.text",
            "disclosure.what",
            "disclosure.to_whom",
            "disclosure.day",
            "disclosure.archive",
            "disclosure.note",
            "gap_reply.because",
            "gap_reply.day",
            "captured.text",
            "captured.day",
            "survey_comment.survey",
            "survey_comment.text",
            "survey_pile.batch",
            "survey_pile.count",
            "survey_pile.day",
            "survey_pile.level",
            "survey_pile.question",
            "restriction.person",
            "restriction.reason",
            "restriction.since",
            "erase_request.person",
            "erase_request.day",
            "erase_request.role",
        ),
    ),
)


def nouns() -> tuple[str, ...]:
    """None."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The school's own facts; nothing about anybody in the group."""
    return (*SCHOOL_FACTS, "work_group.mandate", "meeting.day", "retention.months")


def _next_meetings(reader: DocumentReader) -> list[str]:
    days = [one.day for one in next_meetings(reader, ("work_group",))]
    return list(dict.fromkeys(days))[:_MAX_MEETINGS]


def write(writer: Writer, reader: DocumentReader) -> None:
    """One page to hand to everybody who is in the group or is asked to join it."""
    words, profile = reader.words, reader.school.profile
    writer.paragraph(
        words(
            "You are in the work group, or have been asked to join it. The leadership team uses the program fosdesk "
            "only to put the group together and to describe the work. Here is what it may hold, and what you can ask "
            "for."
        )
    )
    group = reader.school.get(WorkGroup, WORK_GROUP_ID)
    # Told whole where there is room for it: the sheet is about what is stored, so a part of it would only mislead.
    mandate = reader.fitted(group, "mandate") if reader.room.text is None else ""
    days = [words.date(day) for day in _next_meetings(reader)]
    ours: list[tuple[str, Text]] = [(words("The group"), mandate), (words("Next meetings"), words.joined(days))]
    writer.facts([fact for fact in ours if fact[1]])
    writer.heading(1, words("What may be written about you"))
    writer.facts([(words(title), words(told)) for title, told, _ in ROWS])
    writer.columns(lambda: _write_access(writer, reader), lambda: _write_duration(writer, reader), widths=(13, 9))
    writer.heading(1, words("What you can ask for, and whom"))
    owner = reader.in_line(profile, "municipality") or words("The municipality")
    writer.bullets(
        [
            words("To see all of it, to have it put right, erased or shielded, or to object to its use."),
            words(
                "Ask the principal. {owner} is responsible for how the school uses information about people, and has a "
                "data protection officer whom you can ask. You can also complain to the Norwegian Data Protection "
                "Authority (Datatilsynet).",
                owner=owner,
            ),
        ]
    )
    # Only the municipality knows these; they are written by hand, or in the Word file.
    writer.form_fields(FormField(words("Basis (articles 6 and 9)")), FormField(words("Data protection officer")))


def _write_access(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    writer.heading(1, words("Where it lies, and who sees it"))
    writer.paragraph(
        words(
            "It lies on the school's own computer and in its backups, and is sent nowhere. The leadership team sees "
            "all of it. Documents for the school itself may show your name; others see the role alone. Motivation, "
            "position, critical voice and union appointment stand in no document, unless the leadership team lets "
            "something in for a single time; the document says so on its last page."
        )
    )


def _write_duration(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    writer.heading(1, words("How long"))
    writer.paragraph(
        words.plural(
            "As long as you are in the group. {n} month after you have left, the program proposes that it is erased, "
            "and the leadership team decides. What is erased goes from earlier versions and backups, too.",
            "As long as you are in the group. {n} months after you have left, the program proposes that it is erased, "
            "and the leadership team decides. What is erased goes from earlier versions and backups, too.",
            retention_months(reader.school),
        ),
    )
