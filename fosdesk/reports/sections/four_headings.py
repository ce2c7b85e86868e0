"""The framework's four headings as chapters: anchoring, learning activities, external support, use of resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_many, noun_one
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import (
    Camp,
    CoreComponent,
    CriticalVoice,
    Description,
    GateEntry,
    Membership,
    Partner,
    WorkGroup,
)
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS
from fosdesk.domain.rules.time_use import time_by_group
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Item, Link, Text
from fosdesk.reports.sections.direction_details import (
    expectations,
    practices,
    themes,
    write_expectations,
    write_practices,
    write_themes,
)
from fosdesk.reports.sections.gain_summary import write_gains
from fosdesk.reports.sections.gate_summary import write_more_in_log
from fosdesk.reports.sections.group_summary import (
    camps,
    considered_seats,
    duties,
    member_text,
    members_by_role,
    other_groups,
    write_camps,
    write_duties,
    write_other_groups,
    write_seats,
)
from fosdesk.reports.sections.involvement_summary import (
    occasions,
    write_agreed_texts,
    write_groups,
    write_labelled,
    write_needs,
    write_questions,
)
from fosdesk.reports.sections.meeting_outcomes import follow_up_counts
from fosdesk.reports.sections.noun_section import has_visible_content, record_section, write_fields
from fosdesk.reports.sections.time_summary import (
    balances,
    has_met,
    interval_sentence,
    stop_items,
    time_plan,
    time_slots,
    write_balances,
    write_meetings,
    write_stop_items,
    write_time_figures,
    write_time_plan,
    write_time_slots,
)

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer
    from fosdesk.words import Words

_READING_KINDS = ("theory", "research", "literature")
_MAX_READING = 8
_ABOUT_MEMBERS = ("motivation", "position", "why", "why_left", "union_appointed")  # private, unless ticked
_ASKED = ("question", "need", "agreed_text", "gain_and_demand")


def titles(words: Words) -> Mapping[str, str]:
    """The four headings, by the keys of the descriptions."""
    return {
        "anchoring": words("Anchoring"),
        "learning": words("Learning activities"),
        "support": words("External support"),
        "resources": words("Use of resources"),
    }


def write(writer: Writer, reader: DocumentReader) -> None:
    """A chapter for each heading that has any content."""
    chapters = {"anchoring": _anchoring, "learning": _learning, "support": _support, "resources": _resources}
    for key, title in titles(reader.words).items():
        _Chapter(writer, reader, key, title).write(chapters[key])


class _Chapter:
    """A chapter that writes its heading once there is something below it."""

    def __init__(self, writer: Writer, reader: DocumentReader, key: str, title: str) -> None:
        self.writer, self.reader, self.key, self.title = writer, reader, key, title
        self._has_heading = False

    def write(self, write_content: Callable[[_Chapter], None]) -> None:
        own = self.reader.school.get(Description, f"description:{self.key}")
        for number, one in enumerate(paragraphs(own.text)):
            self.ensure_heading()
            (self.writer.lead if number == 0 and len(one) <= 400 else self.writer.paragraph)(one)
        write_content(self)

    def ensure_heading(self) -> None:
        if not self._has_heading:
            self._has_heading = True
            self.writer.heading(1, self.title, key=self.key)

    def write_records(self, *nouns: str) -> None:
        """All records of these nouns, each noun under a heading of its own; nothing for those without any."""
        for key in nouns:
            if any(has_visible_content(one, NOUNS[key]) for one in self.reader.school.of(NOUNS[key].record)):
                self.ensure_heading()
                record_section(self.writer, self.reader, NOUNS[key], 2)

    def heading(self, text: str) -> None:
        self.ensure_heading()
        self.writer.heading(2, text)

    def write_text(self, label: str, text: str, *, level: int = 3) -> None:
        """A text under its label, unless it is empty."""
        if text.strip():
            self.writer.heading(level, label)
            for one in paragraphs(text):
                self.writer.paragraph(one)


def _anchoring(chapter: _Chapter) -> None:
    writer, reader = chapter.writer, chapter.reader
    words = reader.words
    profile = reader.school.profile
    said = [(reader.label(profile, name), reader.value(profile, name)) for name in DIRECTION_FIELDS]
    if any(value for _, value in said):
        chapter.heading(words("Where we want to go"))
    for label, value in said:
        chapter.write_text(label, value)
    if considered := themes(reader):
        chapter.heading(noun_many(words, NOUNS["theme"]))
        write_themes(writer, reader, considered)
    if seen := practices(reader):
        chapter.heading(noun_many(words, NOUNS["practice"]))
        write_practices(writer, reader, seen)
    if expected := expectations(reader):
        chapter.heading(noun_many(words, NOUNS["expectation"]))
        write_expectations(writer, reader, expected)
    _involvement(chapter)
    group = reader.school.get(WorkGroup, WORK_GROUP_ID)
    parts = members_by_role(reader)
    seats = considered_seats(reader)
    if has_visible_content(group, NOUNS["work_group"]) or seats or parts:
        chapter.heading(words("The work group"))
    if group.name.strip():
        writer.facts([(reader.label(group, "name"), " ".join(group.name.split()))])
    if group.mandate.strip():
        writer.quote(group.mandate.strip(), source=words("The mandate"))
    if parts:
        writer.facts(parts)
    for name in ("criteria", "size_reason", "size_for", "size_against", "leader_reason", "union_dialogue"):
        chapter.write_text(reader.label(group, name), getattr(group, name))
    if seats:
        writer.heading(3, words("Who we considered"))
        write_seats(writer, reader, seats)
    if views := camps(reader):
        chapter.heading(noun_many(words, NOUNS["camp"]))
        write_camps(writer, reader, views)
    if tasks := duties(reader):
        chapter.heading(noun_many(words, NOUNS["duty"]))
        write_duties(writer, reader, tasks)
    _write_ticked(writer, reader)


def _involvement(chapter: _Chapter) -> None:
    """How groups took part, what they asked and needed, what they agreed on, and what the work gives and demands."""
    writer, reader = chapter.writer, chapter.reader
    if occasions(reader):
        chapter.heading(noun_many(reader.words, NOUNS["involvement"]))
        write_groups(writer, reader, 3, with_names=True)
    if any(has_visible_content(one, NOUNS[key]) for key in _ASKED for one in reader.school.of(NOUNS[key].record)):
        chapter.ensure_heading()
    write_questions(writer, reader, 2)
    write_needs(writer, reader, 2)
    write_agreed_texts(writer, reader, 2)
    write_gains(writer, reader, 2)


def _write_ticked(writer: Writer, reader: DocumentReader) -> None:
    """What a user ticked for this document: notes on members, and the critical voice."""
    words = reader.words
    rows = [
        (member_text(reader, one), "\n".join(f"{reader.label(one, name)}: {reader.value(one, name)}" for name in said))
        for one in reader.school.of(Membership)
        if (said := [name for name in _ABOUT_MEMBERS if reader.value(one, name)])
    ]
    if rows:
        writer.heading(3, words("About members and candidates"))
        writer.facts(rows)
    behind: list[tuple[str, Text]] = [(one.name.strip(), one.who.strip()) for one in camps(reader) if one.who.strip()]
    if behind:
        writer.heading(3, reader.label(Camp, "who"))
        writer.facts(behind)
    voices = [one for one in reader.school.of(CriticalVoice) if has_visible_content(one, NOUNS["critical_voice"])]
    for voice in voices:
        writer.heading(3, noun_one(words, NOUNS["critical_voice"]))
        write_fields(writer, reader, NOUNS["critical_voice"], voice)


def _learning(chapter: _Chapter) -> None:
    writer, reader = chapter.writer, chapter.reader
    components = [one for one in reader.school.of(CoreComponent) if one.name.strip()]
    if components:
        chapter.heading(reader.words("Core components"))
        rows: list[Item | Text] = []
        for one in components:
            first = paragraphs(one.why)[:1]
            rows.append((Bold(one.name.strip()), ": ", first[0]) if first else Bold(one.name.strip()))
        writer.bullets(rows)
        writer.paragraph(Link("#components", reader.words("Each of them is described in a chapter of its own.")))
    if has_met(reader):
        chapter.heading(reader.words("When we met"))
        write_meetings(writer, reader)
        writer.paragraph(follow_up_counts(reader))
    read = [
        one
        for one in reader.school.of(GateEntry)
        if one.kind in _READING_KINDS and one.decision in ("admitted", "adapted") and one.what.strip()
    ]
    if read:
        chapter.heading(reader.words("What we read and took in"))
        newest = sorted(read, key=lambda one: one.came, reverse=True)
        writer.bullets([_reading_text(one) for one in reader.shortening.first(newest, _MAX_READING)])
        write_more_in_log(writer, reader, len(newest) - _MAX_READING)
    chapter.write_records("learning")


def _reading_text(entry: GateEntry) -> Text:
    source = entry.source.strip()
    return (Bold(entry.what.strip()), f" – {source}") if source else Bold(entry.what.strip())


def _support(chapter: _Chapter) -> None:
    writer, words = chapter.writer, chapter.reader.words
    partners = [one for one in chapter.reader.school.of(Partner) if has_visible_content(one, NOUNS["partner"])]
    if partners:
        chapter.heading(words("Those who support us"))
    for one in partners:
        _write_partner(writer, chapter.reader, one)


def _write_partner(writer: Writer, reader: DocumentReader, partner: Partner) -> None:
    words = reader.words
    write_title(writer, 3, partner.name.strip() or noun_one(words, NOUNS["partner"]))
    kind, mode = reader.value(partner, "kind"), reader.value(partner, "mode")
    writer.small(", ".join(part for part in (kind, lowercase_first(mode) if kind else mode) if part))
    for one in paragraphs(partner.support):
        writer.paragraph(one)
    write_labelled(writer, reader, partner, ("roles", "mandate_organisation", "mandate_knowledge", "remains"))
    names = ("touchpoints", "interval", "contact", "hours_asked", "hours_possible", "withdraws", "takes_over")
    more = (*names, "remains_with", "remains_often")
    writer.facts([(reader.label(partner, name), value) for name in more if (value := reader.value(partner, name))])


def _resources(chapter: _Chapter) -> None:
    writer, reader = chapter.writer, chapter.reader
    words = reader.words
    plan, slots, groups = time_plan(reader), time_slots(reader), time_by_group(reader.school, reader.day)
    if slots or groups or plan.others.strip() or plan.discussed or interval_sentence(words, plan):
        chapter.heading(words("Time for the work"))
    write_time_figures(writer, reader, groups)
    if slots:
        write_time_slots(writer, reader, slots)
    write_time_plan(writer, reader)
    if stops := stop_items(reader):
        chapter.heading(words("What we stop doing"))
        write_stop_items(writer, reader, stops)
    if others := other_groups(reader):
        chapter.heading(words("Groups that we already had"))
        write_other_groups(writer, reader, others)
    if some := balances(reader):
        chapter.heading(words("Effort and gain"))
        write_balances(writer, reader, some)
    chapter.write_records("initiative", "expense")
