"""The history appendix: what was decided and changed, when and by which role, and conflicting values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import label_words, noun_one, seat_label
from fosdesk.display.record_words import role_words
from fosdesk.domain.changes.change_history import HistoryEntry
from fosdesk.domain.fields import NOUNS, Field, Long, Scalar, Short, noun_of
from fosdesk.domain.records import TransitionNote
from fosdesk.domain.rules.gate_rules import UNDECIDED
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import excerpt, lowercase_first, paragraphs
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_LENGTH = 90  # characters of a title
_SINGLE_RECORDS = (
    "school_profile",
    "work_group",
    "time_plan",
)  # there is one of each, so its fields are what it is about
_CHAPTERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "direction": {"school_profile": ("direction", "inclusion", "how_we_think", "left_out", "start", "pace")},
    "components": {"core_component": ("name", "why", "looks_like", "not_this")},
    "group": {
        "work_group": ("mandate", "size_reason", "leader_reason", "union_dialogue"),
        "seat": ("considered", "reason"),
        "existing_group": ("name", "decision", "freed", "semester", "reason"),
    },
    "time": {
        "time_slot": ("what", "semester", "minutes", "times", "gives_way"),
        "stop_item": ("what", "freed", "semester", "reason"),
        "time_plan": ("discussed", "others"),
    },
    "meetings": {"decision": ("what", "why", "day", "revisit")},
    "phases": {
        "phase": ("own_title", "opened", "closed"),
        "transition_note": ("why", "carried_on", "still_open"),
    },
    "gate": {
        "gate_entry": ("what", "decision", "reason", "revisit", "reply"),
        "translation_note": ("kept", "added", "left_out", "reshaped"),
    },
}


def nouns() -> tuple[str, ...]:
    """None: decisions and changes are shown, not whole records."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields whose changes are shown; none of them is about a person."""
    fields = (f"{noun}.{name}" for part in _CHAPTERS.values() for noun, names in part.items() for name in names)
    return (*SCHOOL_FACTS, *fields, "transition_note.phase", "transition_note.occasion")


def write(writer: Writer, reader: DocumentReader) -> None:
    """A summary, the conflicts, then decisions and changed texts chapter by chapter."""
    words, changes, conflicts = reader.words, _shown_changes(reader), list(_conflicts(reader))
    writer.heading(1, words("About this appendix"), key="about")
    writer.lead(
        words(
            "Here is what was decided, when and from which role's computer, and how the texts behind it have changed."
        )
    )
    if not changes and not conflicts:
        writer.paragraph(words("Nothing has been decided or changed yet."))
        return
    writer.paragraph(words("What one role wrote in the same text on one day stands as one change."))
    facts: list[tuple[str, Text]] = [(words("Changes"), words.number(len(changes)))]
    if changes:
        days = sorted(one.day for one in changes)  # changes come as they built on each other, in files of any age
        first, last = words.date(days[0]), words.date(days[-1])
        facts.insert(0, (words("From and to"), words("{first} to {last}", first=first, last=last)))
    facts.append((words("Places with two texts"), words.number(len(conflicts))))
    writer.facts(facts)
    if conflicts:
        _write_conflicts(writer, reader, conflicts)
    titles = {
        "direction": words("Direction"),
        "components": words("Core components"),
        "group": words("Work group"),
        "time": words("Time"),
        "meetings": words("Decisions"),
        "phases": words("Phases"),
        "gate": words("Gatekeeping"),
    }
    for key, title in titles.items():
        some = [one for one in changes if one.noun in _CHAPTERS[key]]
        if some:
            writer.heading(1, title, key=key)
            _write_decided(writer, reader, some)
            _write_changed(writer, reader, some)


def _shown_changes(reader: DocumentReader) -> list[HistoryEntry]:
    """The changes of the fields that this document shows, oldest first."""
    places = {noun: names for part in _CHAPTERS.values() for noun, names in part.items()}
    return [one for one in reader.history if one.noun in places and (one.deleted or one.field in places[one.noun])]


def _is_text(one: HistoryEntry) -> bool:
    return not one.deleted and isinstance(_field(one), Short | Long)


def _field(one: HistoryEntry) -> Field:
    return NOUNS[one.noun].fields[one.field]


def _is_decision(one: HistoryEntry) -> bool:
    """Whether a change goes in the table: a choice, a deletion, or the first version of a text."""
    if one.deleted or not _is_text(one):
        return bool(one.before) or one.value != UNDECIDED  # that nothing is decided yet is no decision
    return not one.before and (one.noun in _SINGLE_RECORDS or one.field == NOUNS[one.noun].title)


def _write_decided(writer: Writer, reader: DocumentReader, changes: list[HistoryEntry]) -> None:
    """A table row for each record that one role decided on in one day, in the order of the days."""
    words = reader.words
    acts: dict[tuple[str, str, str], list[HistoryEntry]] = {}
    for one in changes:
        if _is_decision(one):
            acts.setdefault((one.day, _role(reader, one), one.record), []).append(one)
    rows = [
        (words.short_date(day), role, _title(reader, some[0]), "\n".join(_outcome_texts(reader, some)))
        for (day, role, _), some in sorted(acts.items(), key=lambda act: act[0][0])
    ]
    if rows:
        writer.heading(2, words("Decided"))
        writer.table([words("Date"), words("Role"), words("What"), words("Decision")], rows, (0.15, 0.15, 0.34, 0.36))


def _outcome_texts(reader: DocumentReader, some: list[HistoryEntry]) -> list[str]:
    """What was decided in one act; that a text was written is listed only when nothing else was."""
    words = reader.words
    if any(one.deleted for one in some):
        return [words("Deleted")]
    chosen = [one for one in some if not _is_text(one)]
    if not chosen:
        return [words("{what}: {field}", what=_label(reader, one), field=words("written")) for one in some]
    return [words("{what}: {field}", what=_label(reader, one), field=_outcome_text(reader, one)) for one in chosen]


def _outcome_text(reader: DocumentReader, one: HistoryEntry) -> str:
    words = reader.words
    before, after = (lowercase_first(reader.field_value(_field(one), value)) for value in (one.before, one.value))
    after = after or words("(empty)")
    return words("{before}, then {after}", before=before, after=after) if before else after


def _write_changed(writer: Writer, reader: DocumentReader, changes: list[HistoryEntry]) -> None:
    """The texts that were changed, in the order of their first days: the first version, and the later ones with dates.

    The versions of one text stand as they built on each other, whatever a clock said.
    """
    words = reader.words
    grown: dict[tuple[str, str], list[HistoryEntry]] = {}
    for one in changes:
        if _is_text(one) and one.before:
            grown.setdefault((one.record, one.field), []).append(one)
    if grown:
        writer.heading(2, words("Texts that were changed"))
    for some in sorted(grown.values(), key=lambda some: min(one.day for one in some)):
        first = some[0]
        title, label = _title(reader, first), _label(reader, first)
        writer.heading(
            3,
            label
            if first.noun in _SINGLE_RECORDS
            else words("{what}: {field}", what=title, field=lowercase_first(label)),
        )
        rows: list[tuple[str, Text]] = [(words("At first"), reader.field_value(_field(first), first.before))]
        for one in some:
            since = words("{date}, {role}", date=words.short_date(one.day), role=lowercase_first(_role(reader, one)))
            rows.append((since, reader.field_value(_field(one), one.value) or words("(empty)")))
        writer.facts(rows)


def _role(reader: DocumentReader, one: HistoryEntry) -> str:
    return role_words(reader.words, one.role.strip())


def _label(reader: DocumentReader, one: HistoryEntry) -> str:
    return label_words(reader.words, _field(one))


def _title(reader: DocumentReader, one: HistoryEntry) -> str:
    """The title of the record now, else its last title."""
    words, noun = reader.words, NOUNS[one.noun]
    record, one_of_them = reader.school.find(one.record), noun_one(words, noun)
    part = one.record.partition(":")[2]
    if one.record in reader.filtered.gone:
        return words("not shown here")
    if one.noun in _SINGLE_RECORDS:
        return one_of_them
    if one.noun == "phase":
        return _excerpt(reader.numbered_phase(part))
    if one.noun == "seat":
        seat = seat_label(words, part)
        return one_of_them if seat == part else seat
    if one.noun == "translation_note":
        return words("{what}: {field}", what=one_of_them, field=_excerpt(reader.title(part)))
    if isinstance(record, TransitionNote):
        phase = _excerpt(reader.numbered_phase(record.phase)) if record.phase else ""
        said = [part for part in (phase, lowercase_first(reader.value(record, "occasion"))) if part]
        return ", ".join(said) or one_of_them
    if record is not None:
        return _excerpt(reader.title(one.record))
    earlier = [
        str(was.value or was.before)
        for was in reader.history
        if was.record == one.record and was.field == noun.title and (was.value or was.before)
    ]
    return _excerpt(earlier[-1]) if earlier else one_of_them


def _excerpt(text: str) -> str:
    return excerpt(text, _MAX_LENGTH)


def _conflicts(reader: DocumentReader) -> Iterator[tuple[str, str, tuple[Scalar, ...], str]]:
    """Record, field, values and title of each conflict in a field that this document shows."""
    places = set(extra_fields())
    for (record, name), values in reader.school.conflicts.items():
        found = reader.school.find(record)
        noun = noun_of(found).key if found is not None else ""
        if f"{noun}.{name}" in places:
            yield record, name, values, noun


def _write_conflicts(
    writer: Writer, reader: DocumentReader, conflicts: list[tuple[str, str, tuple[Scalar, ...], str]]
) -> None:
    words = reader.words
    writer.heading(1, words("Where two texts stand"), key="two texts")
    writer.paragraph(
        words(
            "Two people wrote at the same time. Both texts are kept until the leadership team chooses, and none of "
            "them is lost."
        )
    )
    for record, name, values, noun in conflicts:
        field = NOUNS[noun].fields[name]
        title, label = _title(reader, HistoryEntry(record, noun, name, None, None, "", "")), label_words(words, field)
        writer.heading(
            2, label if noun in _SINGLE_RECORDS else words("{what}: {field}", what=title, field=lowercase_first(label))
        )
        for number, value in enumerate(values, 1):
            said = paragraphs(reader.field_value(field, value)) or [words("(empty)")]
            writer.facts([(words("Text {number}", number=number), "\n".join(said))])
