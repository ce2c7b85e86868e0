"""What holds in everyday life: what is kept up, how partners withdraw, and what adjustments made different."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_many, noun_one
from fosdesk.domain.fields import NOUNS, noun_of
from fosdesk.domain.records import (
    Adjustment,
    Consolidation,
    Decision,
    Evaluation,
    GateEntry,
    Partner,
    TransitionNote,
    WithdrawalStep,
    WorkGroup,
)
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.records.planning import CONSOLIDATION_ID
from fosdesk.domain.rules.consolidation.adjustments import Written, differences
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.involvement_summary import write_labelled
from fosdesk.reports.sections.look_back import adjustment_text, adjustments
from fosdesk.reports.sections.meeting_facts import concerned

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

KEPT_UP = ("minimum", "slipping", "principal", "inspiration", "new_staff", "leaving", "new_principal")
CONSOLIDATION_FIELDS = tuple(f"consolidation.{name}" for name in KEPT_UP)
WITHDRAWAL_FIELDS = (
    *(f"partner.{name}" for name in ("name", "kind", "withdraws", "takes_over", "first_month")),
    *(f"partner.{name}" for name in ("remains", "remains_with", "remains_often")),
    *(f"withdrawal_step.{name}" for name in ("what", "responsible", "due", "done")),
)
# What the phases two and three made, and an evaluation may change: told with what became different.
ADJUSTED_FIELDS = {
    "school_profile": ("direction", "left_out", "inclusion", "how_we_think"),
    "core_component": ("name", "why", "looks_like", "not_this"),
    "work_group": ("name", "mandate", "criteria", "size_reason", "leader_reason"),
    "theme": ("name", "standing", "reason"),
    "practice": ("text", "who"),
    "expectation": ("what", "who", "clarity"),
    "existing_group": ("name", "decision", "reason"),
    "seat": ("considered", "reason"),
    "stop_item": ("what", "reason"),
    "partner": ("name", "support", "takes_over", "first_month", "remains"),
    "consolidation": KEPT_UP,
    "answer": ("own_text", "status", "reason", "how"),
    "own_item": ("own_text", "status", "reason", "how"),
}


def kept_up(reader: DocumentReader) -> Consolidation:
    """The one record of what is kept up."""
    return reader.school.get(Consolidation, CONSOLIDATION_ID)


def write_kept_up(writer: Writer, reader: DocumentReader, names: Sequence[str], level: int) -> bool:
    """Each of these texts under its label; whether there were any."""
    one = kept_up(reader)
    written = [name for name in names if str(getattr(one, name)).strip()]
    for name in written:
        writer.heading(level, reader.label(one, name))
        for part in paragraphs(str(getattr(one, name))):
            writer.paragraph(part)
    return bool(written)


def withdrawals(reader: DocumentReader) -> list[Partner]:
    """The partners of whom something is written about withdrawing, the first to leave ahead."""
    steps = {one.partner for one in reader.school.of(WithdrawalStep) if one.what.strip()}
    told = ("withdraws", "takes_over", "first_month", "remains", "remains_with", "remains_often")
    found = [
        one for one in reader.school.of(Partner) if one.id in steps or any(str(getattr(one, name)) for name in told)
    ]
    return sorted(found, key=lambda one: (not known_day(one.withdraws), one.withdraws))


def write_withdrawals(writer: Writer, reader: DocumentReader, some: Sequence[Partner], level: int) -> None:
    """Each partner with the steps, who takes over, the first month alone, and what contact remains."""
    for one in some:
        name = " ".join(one.name.split()) or reader.value(one, "kind") or noun_one(reader.words, noun_of(Partner))
        write_title(writer, level, name)
        facts: list[tuple[str, Text]] = [
            (reader.label(one, field), value)
            for field in ("withdraws", "takes_over")
            if (value := reader.value(one, field))
        ]
        writer.facts(facts)
        steps = sorted((s for s in reader.school.of(WithdrawalStep) if s.partner == one.id), key=lambda s: s.pos)
        told: list[Item | Text] = [_step(reader, step) for step in steps if step.what.strip()]
        if told:
            writer.paragraph(Bold(f"{noun_many(reader.words, NOUNS['withdrawal_step'])}:"))
            writer.numbered(told)
        write_labelled(writer, reader, one, ("first_month",))
        whom, often = (reader.value(one, field) for field in ("remains_with", "remains_often"))
        contact = ", ".join(part for part in (whom, lowercase_first(often) if whom else often) if part)
        remains = [*paragraphs(one.remains), contact]
        said = [part for part in remains if part]
        if said:
            writer.paragraph(Bold(f"{reader.label(one, 'remains')}: "), "\n".join(said))


def write_leaving(writer: Writer, reader: DocumentReader) -> bool:
    """The chapter on those who withdraw; whether there are any."""
    leaving = withdrawals(reader)
    if leaving:
        writer.heading(1, reader.words("Those who withdraw"))
        write_withdrawals(writer, reader, leaving, 2)
    return bool(leaving)


def _step(reader: DocumentReader, step: WithdrawalStep) -> str:
    words = reader.words
    name = "done" if known_day(step.done) else "due"
    day = getattr(step, name)
    dated = f"{lowercase_first(reader.label(step, name))} {words.date(day)}" if known_day(day) else ""
    said = ", ".join(part for part in (lowercase_first(" ".join(step.responsible.split())), dated) if part)
    what = " ".join(step.what.split())
    return f"{what} ({said})" if said else what


def write_afternoon(writer: Writer, reader: DocumentReader) -> None:
    """How a new principal may take over in an afternoon: what to read or talk about, and how long it takes."""
    words, school = reader.words, reader.school
    one = kept_up(reader)
    meets = " ".join(one.new_principal.split())
    group = words("A talk with the work group")
    talk = words("A talk with the work group: {what}", what=meets) if meets else group
    steps = (
        (15, words("Where the school wants to go, and what is left aside"), bool(school.profile.direction.strip())),
        (20, words("Who is who"), bool(school.of(Partner) or school.get(WorkGroup, WORK_GROUP_ID).mandate.strip())),
        (30, words("What was decided, and why"), bool(school.of(TransitionNote) or school.of(Decision))),
        (15, words("What was kept out"), bool(school.of(GateEntry))),
        (30, words("What is agreed, and what others wait for"), True),
        (10, words("The minimum that is kept up, and the principal's own part"), bool(one.minimum or one.principal)),
        (60, talk, True),
    )
    told = [(minutes, said) for minutes, said, is_there in steps if is_there]
    writer.heading(2, words("In one afternoon"))
    rows: list[list[Text]] = [[words.minutes(minutes), said] for minutes, said in told]
    writer.table([words("Time"), words("What")], rows, (0.16, 0.84))


def write_adjustments(writer: Writer, reader: DocumentReader, evaluation: Evaluation) -> None:
    """What an evaluation changes, and for each how what it points to differs from what it was on that day."""
    for one in adjustments(reader, evaluation):
        writer.paragraph(Bold(" ".join(one.what.split())), _about(reader, one))
        rows = _differences(reader, one, evaluation)
        if rows:
            writer.table(
                [reader.words("What became different"), reader.words("Before"), reader.words("Now")],
                rows,
                (0.22, 0.39, 0.39),
            )


def _about(reader: DocumentReader, one: Adjustment) -> str:
    """What is told behind the title of an adjustment."""
    whole, title = adjustment_text(reader, one), " ".join(one.what.split())
    return whole.removeprefix(title)


def _differences(reader: DocumentReader, one: Adjustment, evaluation: Evaluation) -> list[list[Text]]:
    record = reader.school.find(one.about)
    if record is None or not known_day(evaluation.day) or not concerned(reader, one.about):
        return []
    told = ADJUSTED_FIELDS.get(noun_of(record).key, ())
    written = [Written(was.field, was.day, was.value) for was in reader.history if was.record == record.id]
    empty = reader.words("(empty)")
    rows: list[list[Text]] = []
    for change in differences(record, written, evaluation.day):
        if change.field in told:
            field = noun_of(record).fields[change.field]
            before, after = (reader.field_value(field, value) or empty for value in (change.before, change.after))
            rows.append([reader.label(record, change.field), before, after])
    return rows
