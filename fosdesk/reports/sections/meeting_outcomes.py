"""What came of meetings, as several documents tell it: decisions with their day and reason, and follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.domain.records import Decision, FollowUp
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs
from fosdesk.reports.inline_text import Bold, Text

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

DECISION_FIELDS = tuple(f"decision.{name}" for name in ("what", "why", "day", "groups", "revisit"))
FOLLOW_UP_FIELDS = tuple(f"follow_up.{name}" for name in ("what", "responsible", "due", "done"))


def decisions(reader: DocumentReader) -> list[Decision]:
    """What was decided, in the order of the days; what has no day comes last."""
    found = [one for one in reader.school.of(Decision) if one.what.strip()]
    return sorted(found, key=lambda one: (not known_day(one.day), one.day))


def write_decisions(writer: Writer, reader: DocumentReader, some: Sequence[Decision]) -> None:
    """A list of decisions: what, then when and who took part, then why."""
    writer.bullets([_decision(reader, one) for one in some])


def _decision(reader: DocumentReader, decision: Decision) -> Text:
    words = reader.words
    about = [
        words.date(decision.day),
        words("took part: {who}", who=lowercase_first(" ".join(decision.groups.split())))
        if decision.groups.strip()
        else "",
        words("to be looked at again {date}", date=words.date(decision.revisit)) if decision.revisit else "",
    ]
    quiet = "; ".join(part for part in about if part)
    why = "".join(f"\n{one}" for one in paragraphs(decision.why))
    return (Bold("\n".join(paragraphs(decision.what))), f" ({quiet})" if quiet else "", why)


def open_follow_ups(reader: DocumentReader) -> list[FollowUp]:
    """What somebody took on and has not finished, the nearest first."""
    found = [one for one in reader.school.of(FollowUp) if not one.done and (one.what.strip() or one.responsible)]
    return sorted(found, key=lambda one: (not known_day(one.due), one.due))


def write_open_follow_ups(writer: Writer, reader: DocumentReader, some: Sequence[FollowUp]) -> None:
    """A table of what is to be done, by whom and by when."""
    words = reader.words
    rows = [
        (" ".join(one.what.split()) or words("not shown here"), one.responsible.strip(), words.short_date(one.due))
        for one in some
    ]
    head = [words("What"), reader.label(FollowUp, "responsible"), reader.label(FollowUp, "due")]
    writer.table(head, rows, (0.54, 0.26, 0.2))


def follow_up_counts(reader: DocumentReader) -> str:
    """A sentence on how many follow-ups are finished, and how many are not; empty without any."""
    words, found = reader.words, reader.school.of(FollowUp)
    if not found:
        return ""
    done = sum(bool(one.done) for one in found)
    return words(
        "Follow-ups: {done} done, {open} not done yet.",
        done=words.number(done),
        open=words.number(len(found) - done),
    )
