"""The gatekeeping log: everything that was offered to the school, what was decided, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import choice_of, options_words
from fosdesk.domain.records import GateEntry, TranslationNote
from fosdesk.domain.rules.gate_rules import UNDECIDED, decision_of, reasons_by_entry
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Inline, Italic, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.gate_summary import decision_titles, write_flow

_READABLE_DECISIONS = ("admitted", "adapted", "parked")
_SPOKEN_KINDS = ("advice", "opinion")

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("gate_entry", "gate_reason", "translation_note")


def extra_fields() -> tuple[str, ...]:
    """The fields on the cover, and of the components that entries refer to."""
    return (*SCHOOL_FACTS, "core_component.name")


def write(writer: Writer, reader: DocumentReader) -> None:
    """The introduction, then every entry by decision and school year, and the reading list."""
    words = reader.words
    entries = reader.school.of(GateEntry)
    if not entries:
        writer.heading(1, words("So far"))
        writer.lead(words("Nothing has been entered in the log yet."))
        return
    writer.heading(1, words("About this log"), key="about")
    writer.lead(
        words(
            "Being a gatekeeper is letting something in, and also keeping something out. A school cannot take in "
            "everything that is well meant."
        )
    )
    titles = [*decision_titles(reader), (UNDECIDED, words("Not decided yet"))]
    write_flow(writer, reader)
    reasons = reasons_by_entry(reader.school)
    known = {key for key, _ in titles}
    for decision, title in titles:
        chosen = [one for one in entries if (decision_of(one) if one.decision in known else UNDECIDED) == decision]
        if chosen:
            writer.heading(1, title, key=decision)
        for year, some in _years(chosen):
            writer.heading(2, words("School year {year}", year=year) if year else words("Without a date"))
            for entry in some:
                _write_entry(writer, reader, entry, reasons.get(entry.id, ()))
    _reading_list(writer, reader)


def _reading_list(writer: Writer, reader: DocumentReader) -> None:
    """The sources of all that was taken in or is parked, each once; not advice and opinions, which have no text."""
    words = reader.words
    titles = dict(options_words(words, choice_of(GateEntry, "kind"))) | {"": words("Without a kind")}
    by_kind: dict[str, dict[str, GateEntry]] = {kind: {} for kind in titles if kind not in _SPOKEN_KINDS}
    for entry in reader.school.of(GateEntry):
        if entry.decision in _READABLE_DECISIONS and entry.kind in by_kind and entry.source.strip():
            same = " ".join(f"{entry.what} {entry.source}".casefold().split())
            by_kind[entry.kind].setdefault(same, entry)
    if not any(by_kind.values()):
        return
    writer.heading(1, words("Reading list"), key="reading")
    writer.small(words("What we read and let in, or have parked. Only the references stand here."))
    for kind, found in by_kind.items():
        if found:
            writer.heading(2, titles[kind])
            writer.bullets([_reading_entry(reader, found[key]) for key in sorted(found)])


def _reading_entry(reader: DocumentReader, entry: GateEntry) -> Text:
    """The title, the source, and whether the entry is parked."""
    about = f"{reader.fitted(entry, 'what')} – " if entry.what.strip() else ""
    waits = f", {lowercase_first(reader.value(entry, 'decision'))}" if entry.decision == "parked" else ""
    return (about, Italic(entry.source.strip()), waits)


def _years(entries: list[GateEntry]) -> Iterator[tuple[str, list[GateEntry]]]:
    """Entries by school year, oldest first; those without a date at the end."""

    def year(entry: GateEntry) -> str:
        return Semester.of_date(entry.came).school_year if known_day(entry.came) else ""

    ordered = sorted(entries, key=lambda one: (not known_day(one.came), one.came, one.id))
    for name, some in groupby(ordered, key=year):
        yield name, list(some)


def _write_entry(writer: Writer, reader: DocumentReader, entry: GateEntry, reasons: Sequence[str]) -> None:
    words = reader.words
    write_title(writer, 3, entry.what.strip() or words("Entry without a title"))
    about = [
        reader.value(entry, "kind"),
        words("from {who}", who=lowercase_first(entry.brought_by.strip())) if entry.brought_by.strip() else "",
        words("came in {date}", date=words.date(entry.came)) if entry.came else "",
    ]
    source: tuple[Inline, ...] = (Italic(entry.source.strip()),) if entry.source.strip() else ()
    said = ", ".join(part for part in about if part)
    writer.small(*([f"{said}. "] if said else []), *source)
    for one in paragraphs(entry.reason):
        writer.paragraph(one)
    writer.facts(_translation(reader, entry))
    short = (Bold(words("Reasons:")), f" {'; '.join(reasons)}. ") if reasons else ()
    writer.small(*short, _signature_line(reader, entry))
    reply = " ".join(paragraphs(entry.reply))
    if reply:
        day = words.date(entry.replied)
        lead = words("Our reply {date}:", date=day) if day else words("Our reply:")
        writer.small(Bold(lead), f" {reply}")


def _signature_line(reader: DocumentReader, entry: GateEntry) -> str:
    """Who decided and when, what the entry belongs to, and when it is looked at again."""
    words, role, day = reader.words, lowercase_first(entry.signed_by.strip()), reader.words.date(entry.signed)
    said = []
    if role or day:
        decided = words("Decided by {role}, {date}.", role=role, date=day) if role and day else ""
        said.append(decided or (words("Decided by {role}.", role=role) if role else words("Decided {date}.", date=day)))
    if entry.component:
        said.append(words("Core component: {name}.", name=reader.value(entry, "component")))
    elif entry.points_to in ("direction", "outside"):
        said.append(words("Points to {what}.", what=lowercase_first(reader.value(entry, "points_to"))))
    if entry.revisit and entry.decision == "parked":
        said.append(words("To be looked at again {date}.", date=words.date(entry.revisit)))
    return " ".join(said)


def _translation(reader: DocumentReader, entry: GateEntry) -> list[tuple[str, Text]]:
    """The filled-in fields of the translation notes of an entry."""
    note = reader.school.get(TranslationNote, f"translation:{entry.id}")
    rows: list[tuple[str, Text]] = [
        (reader.label(note, name), value)
        for name in ("kept", "added", "left_out", "reshaped")
        if (value := reader.value(note, name))
    ]
    felt = [reader.label(note, name) for name in ("challenges", "encourages") if getattr(note, name)]
    if felt:
        said = reader.words.joined([felt[0], *(lowercase_first(one) for one in felt[1:])])
        rows.append((reader.words("What it does to us"), said))
    return rows
