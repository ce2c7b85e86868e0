"""How each group was involved: what they said and decided, their questions and needs, and what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import choice_of, label_words, noun_many, options_words
from fosdesk.domain.fields import NOUNS, noun_of
from fosdesk.domain.records import AgreedText, Involvement, Meeting, Need, Question
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.involvement_summary import OCCASION_FIELDS, occasions, write_occasion

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_QUESTION = tuple(f"question.{name}" for name in ("text", "kind", "from_group", "day", "answer", "answered", "changed"))
_NEED = tuple(f"need.{name}" for name in ("text", "cluster", "when", "change", "competence", "source"))
_AGREED = ("agreed_text.text", "agreed_text.day", "agreed_text.groups")
_MEETING = tuple(f"meeting.{name}" for name in ("what", "day", "who", "present_count", "changed"))
_WIDE_MEETINGS = ("staff", "parents", "pupils_council")  # meetings that whole groups are called to


def nouns() -> tuple[str, ...]:
    """None: who took part in an occasion by name is never shown here, so the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of occasions, questions, needs, agreed texts and meetings that tell of groups."""
    return (*SCHOOL_FACTS, *dict.fromkeys((*OCCASION_FIELDS, *_QUESTION, *_NEED, *_AGREED, *_MEETING)))


def write(writer: Writer, reader: DocumentReader) -> None:
    """Each group with its occasions, then questions, needs, agreed texts and meetings; no empty parts."""
    told = [
        _write_groups(writer, reader),
        _write_meetings(writer, reader),
        _write_questions(writer, reader),
        _write_needs(writer, reader),
        _write_agreed(writer, reader),
    ]
    if not any(told):
        writer.paragraph(reader.words("Nothing has been written down about involvement."))


def _write_groups(writer: Writer, reader: DocumentReader) -> bool:
    words, found = reader.words, occasions(reader)
    known = dict(options_words(words, choice_of(Involvement, "who")))
    groups = [*known, *dict.fromkeys(one.who for one in found if one.who not in known)]
    for who in groups:
        own = [one for one in found if one.who == who]
        if own:
            write_title(writer, 1, reader.value(own[0], "who") or words("Without a group"))
        for one in own:
            write_occasion(writer, reader, one, 2)
    return bool(found)


def _write_meetings(writer: Writer, reader: DocumentReader) -> bool:
    """The meetings of whole groups that have been held, where it is written how many were there or what it changed."""
    held = [
        one
        for one in reader.school.of(Meeting)
        if one.who in _WIDE_MEETINGS
        and known_day(one.day)
        and one.day <= reader.day
        and (one.present_count is not None or one.changed.strip())
    ]
    if not held:
        return False
    words = reader.words
    writer.heading(1, words("Meetings with staff, parents and pupils"))
    names = [name for name in ("present_count", "changed") if any(reader.value(one, name) for one in held)]
    head: list[Text] = [words("Date"), words("Meeting"), *(reader.label(Meeting, name) for name in names)]
    rows = []
    for one in sorted(held, key=lambda one: (one.day, one.id)):
        who, what = reader.value(one, "who"), " ".join(one.what.split())
        cell: Text = (Bold(who), f"\n{what}") if what else who
        rows.append([words.short_date(one.day), cell, *(reader.value(one, name) for name in names)])
    widths = {1: (0.18, 0.37, 0.45), 2: (0.16, 0.3, 0.12, 0.42)}[len(names)]
    writer.table(head, rows, widths, row_heads=False)
    return True


def _write_questions(writer: Writer, reader: DocumentReader) -> bool:
    """What was asked, from whom, what was answered, and what it changed; what waits for an answer comes last."""
    words = reader.words
    found = [one for one in reader.school.of(Question) if one.text.strip() or one.answer.strip()]
    found.sort(key=lambda one: (not known_day(one.day), one.day))
    answered = [one for one in found if one.answer.strip() or one.answered or one.changed.strip()]
    waiting = [one for one in found if one not in answered]
    if found:
        writer.heading(1, noun_many(words, NOUNS["question"]))
    if answered:
        changed = any(one.changed.strip() for one in answered)
        head: list[Text] = [reader.label(Question, "text"), reader.label(Question, "answer")]
        rows: list[list[Text]] = [[_asked(reader, one), _answer(reader, one)] for one in answered]
        if changed:
            head.append(reader.label(Question, "changed"))
            for row, one in zip(rows, answered, strict=True):
                row.append("\n".join(paragraphs(one.changed)))
        writer.table(head, rows, (0.36, 0.34, 0.3) if changed else (0.45, 0.55), row_heads=False)
    if waiting:
        writer.heading(2, words("Without an answer so far"))
        writer.bullets([_asked(reader, one) for one in waiting])
    return bool(found)


def _asked(reader: DocumentReader, question: Question) -> Text:
    """What is asked, in the words of those who asked, then what kind it is, from which group and when."""
    words = reader.words
    group = " ".join(question.from_group.split())
    about = [
        reader.value(question, "kind"),
        words("from {who}", who=lowercase_first(group)) if group else "",
        words.short_date(question.day),
    ]
    told = ", ".join(part for part in about if part)
    text = "\n".join(paragraphs(question.text))
    if not text:
        return told
    return (Bold(text), f"\n{told}") if told else Bold(text)


def _answer(reader: DocumentReader, question: Question) -> str:
    day = reader.words("Answered on {date}", date=reader.words.date(question.answered)) if question.answered else ""
    return "\n".join([*paragraphs(question.answer), *([day] if day else [])])


def _write_needs(writer: Writer, reader: DocumentReader) -> bool:
    """The needs in their heaps; those in none come last."""
    words = reader.words
    found = [one for one in reader.school.of(Need) if one.text.strip()]
    if found:
        writer.heading(1, noun_many(words, NOUNS["need"]))
    heaps = dict.fromkeys(" ".join(one.cluster.split()) for one in found)
    for heap in sorted(heaps, key=lambda one: not one):  # a stable sort: the order in which they were written
        if heap or len(heaps) > 1:
            write_title(writer, 2, heap or words("Without a heap"))
        writer.bullets([_need(reader, one) for one in found if " ".join(one.cluster.split()) == heap])
    return bool(found)


def _need(reader: DocumentReader, need: Need) -> Text:
    said = [reader.value(need, name) for name in ("when", "change", "competence")]
    told = [part for part in said if part]
    line = ", ".join([*told[:1], *map(lowercase_first, told[1:])])
    source = " ".join(need.source.split())
    label = label_words(reader.words, NOUNS["need"].fields["source"])
    more = ". ".join(part for part in (line, f"{label}: {source}" if source else "") if part)
    text = "\n".join(paragraphs(need.text))
    return (text, f"\n{more}.") if more else text


def _write_agreed(writer: Writer, reader: DocumentReader) -> bool:
    """The texts that groups agreed on, as they were on that day."""
    words = reader.words
    found = [one for one in reader.school.of(AgreedText) if one.text.strip()]
    found.sort(key=lambda one: (not known_day(one.day), one.day))
    if found:
        writer.heading(1, noun_many(words, noun_of(found[0])))
    for one in found:
        groups = " ".join(one.groups.split())
        about = [words.date(one.day), words("Those who took part: {who}", who=groups) if groups else ""]
        writer.quote(one.text.strip(), source=" · ".join(part for part in about if part))
    return bool(found)
