"""The gatekeeping log: everything that was offered to the school, what was decided, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from fosdesk.display.gatekeeping.apa_reference import is_reference
from fosdesk.display.noun_words import choice_of, options_words
from fosdesk.display.record_words import role_words
from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gate_rules import UNDECIDED, decision_of, is_signed_by_principal, reasons_by_entry
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import capitalized, lowercase_first, paragraphs
from fosdesk.reports.documents.gatekeeping.entry_references import look_words, reference_text, unnamed_parts, vote_words
from fosdesk.reports.inline_text import Bold, Inline, Italic, Item, Text
from fosdesk.reports.sections.current_state import gate_sentence
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.gate_summary import decision_titles, translation_rows, write_flow

_READABLE_DECISIONS = ("admitted", "adapted", "parked")
_SPOKEN_KINDS = ("advice", "opinion")

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("gate_entry", "gate_reason", "translation_note", "vote")


def extra_fields() -> tuple[str, ...]:
    """The fields on the cover, and of the components that entries refer to."""
    return (*SCHOOL_FACTS, "core_component.name", "person.role")


def write(writer: Writer, reader: DocumentReader) -> None:
    """The introduction, then a line for every entry by decision and school year, and the reading list."""
    words = reader.words
    entries = reader.school.of(GateEntry)
    if not entries:
        writer.heading(1, words("So far"))
        writer.lead(_nothing(reader))
        return
    writer.heading(1, words("About this log"), key="about")
    writer.lead(f"{gate_sentence(reader)}.")
    if reader.within is not None:
        writer.paragraph(_limits(reader))
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
            writer.bullets([_entry_line(reader, one, reasons.get(one.id, ())) for one in some])
    _reading_list(writer, reader)


def _nothing(reader: DocumentReader) -> str:
    words = reader.words
    if reader.within is not None:
        return f"{words('Nothing came in or was decided in this period.')} {_limits(reader)}"
    return words("Nothing has been entered in the log yet.")


def _limits(reader: DocumentReader) -> str:
    """What the chosen period leaves out, so that nobody takes a part for the whole log."""
    words = reader.words
    here = words("Here is only what came in or was decided in this period: {period}.", period=reader.period())
    if not reader.outside:
        return here
    left_out = words.plural(
        "{n} other entry is in the whole log.", "{n} other entries are in the whole log.", reader.outside
    )
    return f"{here} {left_out}"


def _reading_list(writer: Writer, reader: DocumentReader) -> None:
    """The sources of all that was taken in or is parked, each once; not advice and opinions, which have no text."""
    words = reader.words
    titles = dict(options_words(words, choice_of(GateEntry, "kind"))) | {"": words("Without a kind")}
    by_kind: dict[str, dict[str, GateEntry]] = {kind: {} for kind in titles if kind not in _SPOKEN_KINDS}
    for entry in reader.school.of(GateEntry):
        is_readable = bool(entry.source.strip()) or is_reference(entry)
        if entry.decision in _READABLE_DECISIONS and entry.kind in by_kind and is_readable:
            same = " ".join(f"{entry.what} {entry.source}".casefold().split())
            by_kind[entry.kind].setdefault(same, entry)
    if not any(by_kind.values()):
        return
    writer.heading(1, words("Reading list"), key="reading")
    writer.small(words("What we read and let in, or have parked. Only the references stand here."))
    for kind, found in by_kind.items():
        if found:
            writer.heading(2, titles[kind])
            writer.bullets([_reading_entry(reader, found[key]) for key in sorted(found, key=sort_key)])


def _reading_entry(reader: DocumentReader, entry: GateEntry) -> Text:
    """The reference, or the title and the source; and whether the entry is parked."""
    if is_reference(entry):
        parked = f" ({lowercase_first(reader.value(entry, 'decision'))})" if entry.decision == "parked" else ""
        return [*reference_text(reader.words, entry), parked]
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


def _entry_line(reader: DocumentReader, entry: GateEntry, reasons: Sequence[str]) -> Item:
    """An entry on one line: what it was and why it was decided so, then the facts; below it what became of it."""
    words, why = reader.words, " ".join(paragraphs(entry.reason))
    short = "; ".join(reasons)
    line: list[Inline] = [Bold(" ".join(entry.what.split()) or words("Entry without a title"))]
    if why or short:
        line.append(f" – {_sentence(f'{why} ({short})' if why and short else why or short)}")
    else:
        line.append(".")
    about = [
        reader.value(entry, "kind"),
        words("from {who}", who=lowercase_first(entry.brought_by.strip())) if entry.brought_by.strip() else "",
        words("came in {date}", date=words.short_date(entry.came)) if entry.came else "",
    ]
    said = ", ".join(part for part in about if part)
    line += [f" {capitalized(said)}."] if said else []
    line += [" ", Italic(_sentence(" ".join(entry.source.split())))] if entry.source.strip() else []
    line += [" ", *reference_text(words, entry)] if is_reference(entry) else []
    looks = look_words(reader, entry)
    line += [f" {looks}"] if looks else []
    signed = _signature_line(reader, entry)
    line += [f" {signed}"] if signed else []
    below: list[Text] = []
    translation = [(label, _sentence(" ".join(value.split()))) for label, value in translation_rows(reader, entry)]
    if translation:
        below.append([part for label, text in translation for part in (Bold(f"{label}: "), f"{text} ")])
    rest = unnamed_parts(reader, entry)
    if rest:
        below.append([part for label, text in rest for part in (Bold(f"{label}: "), f"{_sentence(text)} ")])
    votes = vote_words(reader, entry)
    if votes:
        below.append((Bold(f"{words('Votes of the members')}: "), votes))
    reply = " ".join(paragraphs(entry.reply))
    if reply:
        day = words.date(entry.replied)
        lead = words("Our reply {date}:", date=day) if day else words("Our reply:")
        below.append((Bold(lead), f" {reply}"))
    return Item(line, below)


def _sentence(text: str) -> str:
    """The text with a full stop, unless it ends a sentence already."""
    return text if text.rstrip('»”"’)').endswith((".", "!", "?", ":", "…")) else f"{text}."


def _signature_line(reader: DocumentReader, entry: GateEntry) -> str:
    """Who decided and when, the principal's signature, what the entry belongs to, and when it is looked at again."""
    words, role, day = reader.words, entry.signed_by.strip(), reader.words.short_date(entry.signed)
    said = []
    if role:  # stored as the key of a laptop's role, or as words
        role = lowercase_first(role_words(words, role))
    if role or day:
        decided = words("Decided by {role}, {date}.", role=role, date=day) if role and day else ""
        said.append(decided or (words("Decided by {role}.", role=role) if role else words("Decided {date}.", date=day)))
    if entry.principal_signed and is_signed_by_principal(entry):
        said.append(words("Signed by the principal {date}.", date=words.date(entry.principal_signed)))
    if entry.component:
        said.append(words("Core component: {name}.", name=reader.value(entry, "component")))
    elif entry.points_to in ("direction", "outside"):
        said.append(words("Points to {what}.", what=lowercase_first(reader.value(entry, "points_to"))))
    if entry.outside_focus:
        said.append(f"{reader.label(entry, 'outside_focus')}.")
    if entry.planned:
        said.append(f"{reader.label(entry, 'planned')}.")
    if entry.replaces:
        said.append(words("Takes up again or replaces {what}.", what=words.quoted(reader.value(entry, "replaces"))))
    if entry.revisit and entry.decision == "parked":
        said.append(words("To be looked at again {date}.", date=words.date(entry.revisit)))
    return " ".join(said)
