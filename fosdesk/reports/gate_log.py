"""The gatekeeping log: everything that came to the school, what was decided, and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from fosdesk.domain.records import GateEntry, TranslationNote
from fosdesk.domain.semester import Semester
from fosdesk.reports.gate_story import counts, decision_titles, reasons_by_entry
from fosdesk.reports.parts import Italic, Text
from fosdesk.reports.reader import Reader, lowered, paragraphs

if TYPE_CHECKING:
    from fosdesk.reports.book import Book

_LONG = 12  # entries; from here on a table of contents helps


def nouns() -> tuple[str, ...]:
    """The nouns told about here."""
    return ("gate_entry", "gate_reason", "translation_note")


def write(book: Book, reader: Reader) -> None:
    """The introduction, then every entry, by decision and school year."""
    words = reader.words
    entries = reader.school.of(GateEntry)
    if not entries:
        book.heading(1, words("So far"))
        book.lead(
            words(
                "Nothing has been entered in the log yet. It will tell what came to the school, what was taken in, and "
                "what was kept outside, with reasons."
            )
        )
        return
    if len(entries) >= _LONG:
        book.contents(levels=2)
    book.heading(1, words("About this log"))
    book.lead(
        words(
            "Being a gatekeeper is letting something in, and also keeping something out. A school cannot take in "
            "everything that is well meant."
        )
    )
    book.paragraph(
        words(
            "The principal leads the choice, together with the work group. Each entry says what came, who brought it "
            "by role, what was decided, and why."
        )
    )
    book.facts(_numbers(reader))
    reasons = reasons_by_entry(reader)
    titles = [*decision_titles(reader), ("undecided", words("Not decided yet"))]
    known = {key for key, _ in titles}
    for decision, title in titles:
        chosen = [one for one in entries if (one.decision if one.decision in known else "undecided") == decision]
        if chosen:
            book.heading(1, title, key=decision)
            for year, some in _years(chosen):
                book.heading(2, words("School year {year}", year=year) if year else words("Without a date"))
                for entry in some:
                    _write_entry(book, reader, entry, reasons.get(entry.id, []))


def _years(entries: list[GateEntry]) -> Iterator[tuple[str, list[GateEntry]]]:
    """Entries by school year, oldest first; those without a date at the end."""

    def year(entry: GateEntry) -> str:
        return Semester.of_date(entry.came).school_year if entry.came[:4].isdigit() else ""

    ordered = sorted(entries, key=lambda one: (not one.came, one.came, one.id))
    for name, some in groupby(ordered, key=year):
        yield name, list(some)


def _numbers(reader: Reader) -> list[tuple[str, str]]:
    found = counts(reader)
    rows = [(reader.words("Came in"), found.total())]
    rows += [(title, found[key]) for key, title in decision_titles(reader)]
    rows.append((reader.words("Not decided yet"), found["undecided"]))
    return [(title, reader.words.number(count)) for title, count in rows if count]


def _write_entry(book: Book, reader: Reader, entry: GateEntry, reasons: list[str]) -> None:
    words = reader.words
    book.heading(3, entry.what.strip() or words("Entry without a title"))
    about = [
        reader.value(entry, "kind"),
        words("from {who}", who=lowered(entry.brought_by.strip())) if entry.brought_by.strip() else "",
        words("came in {date}", date=words.date(entry.came)) if entry.came else "",
    ]
    book.small(", ".join(part for part in about if part))
    for one in paragraphs(entry.reason):
        book.paragraph(one)
    facts: list[tuple[str, Text]] = []
    if reasons:
        facts.append((words("In short"), "; ".join(reasons)))
    if entry.source.strip():
        facts.append((reader.label(entry, "source"), Italic(entry.source.strip())))
    if entry.component:
        facts.append((reader.label(entry, "component"), reader.value(entry, "component")))
    facts += _translation(reader, entry)
    facts += [(words("Our reply"), "\n".join(paragraphs(entry.reply)))] if entry.reply.strip() else []
    if entry.revisit and entry.decision == "parked":
        facts.append((reader.label(entry, "revisit"), words.date(entry.revisit)))
    if entry.signed_by.strip() or entry.signed:
        signed = ", ".join(part for part in (entry.signed_by.strip(), words.date(entry.signed)) if part)
        facts.append((words("Decided by"), signed))
    book.facts(facts)


def _translation(reader: Reader, entry: GateEntry) -> list[tuple[str, Text]]:
    """How it became the school's own; only what was written."""
    note = reader.school.get(TranslationNote, f"translation:{entry.id}")
    rows: list[tuple[str, Text]] = [
        (reader.label(note, name), value)
        for name in ("kept", "added", "left_out", "reshaped")
        if (value := reader.value(note, name))
    ]
    felt = [lowered(reader.label(note, name)) for name in ("challenges", "encourages") if getattr(note, name)]
    if felt:
        rows.append((reader.words("What it does to us"), reader.words.joined(felt)))
    return rows
