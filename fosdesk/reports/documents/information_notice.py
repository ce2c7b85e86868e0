"""The information notice to members of the work group: what is stored about them, where, how long, and their rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.records import WorkGroup
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.rules.time_use import meetings
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_MEETINGS = 3


def nouns() -> tuple[str, ...]:
    """None."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The school's own facts; nothing about anybody in the group."""
    return (*SCHOOL_FACTS, "work_group.mandate", "meeting.day")


def _next_meetings(reader: DocumentReader) -> list[str]:
    days = [one.day for one in meetings(reader.school, ("work_group",)) if one.day >= reader.day]
    return list(dict.fromkeys(days))[:_MAX_MEETINGS]


def write(writer: Writer, reader: DocumentReader) -> None:
    """One page to hand to everybody who is in the group or is asked to join it."""
    words, profile = reader.words, reader.school.profile
    writer.paragraph(
        words(
            "You are in the work group, or have been asked to join it. The leadership team uses a program called "
            "fosdesk "
            "for this work. Here is what is written in it about you, and what you can ask for."
        )
    )
    mandate = reader.fitted(reader.school.get(WorkGroup, WORK_GROUP_ID), "mandate")
    days = [words.date(day) for day in _next_meetings(reader)]
    ours: list[tuple[str, Text]] = [(words("The group"), mandate), (words("Next meetings"), words.joined(days))]
    writer.facts([fact for fact in ours if fact[1]])
    writer.heading(1, words("What we write about you"))
    rows: list[tuple[str, Text]] = [
        (words("Role"), words("What you work as, and where at the school.")),
        (words("Name"), words("Your name or initials, if that is fine with you. The role is enough.")),
        (words("Contact"), words("How to reach you at work. Nothing private.")),
        (words("Part in the group"), words("Whether you are a member, and from when to when.")),
        (
            words("Our own notes"),
            words(
                "We may note why we asked you, and whether you are appointed by the unions: yes or no, never which "
                "union. These notes stand in no document."
            ),
        ),
    ]
    writer.facts(rows)
    writer.paragraph(words("We use it to put the group together and to describe the work, and for nothing else."))
    writer.heading(1, words("Where it lies, and who sees it"))
    writer.paragraph(
        words(
            "It lies on the school's own computer and is sent nowhere. The leadership team sees it. In documents for "
            "our "
            "own school you may stand by name; all others see the role alone."
        )
    )
    writer.heading(1, words("How long"))
    writer.paragraph(
        words(
            "As long as you are in the group. We look through it every school year, and take out names and contacts "
            "that "
            "we no longer need. The role may stand, so that the story of the work can be understood."
        )
    )
    writer.heading(1, words("What you can ask for, and whom"))
    writer.bullets(
        [
            words("To see all that is written about you, and to have it put right."),
            words("To have it taken out, or to say that you do not want us to use it."),
            words(
                "Ask the principal. You can also complain to the Norwegian Data Protection Authority (Datatilsynet)."
            ),
        ]
    )
    owner = reader.in_line(profile, "municipality") or words("The municipality")
    writer.paragraph(
        words(
            "{owner} is responsible for how the school uses information about people, and has a data protection "
            "officer "
            "whom you can ask.",
            owner=owner,
        )
    )
