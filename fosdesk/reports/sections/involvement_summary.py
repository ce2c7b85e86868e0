"""How groups took part, as documents tell it: occasions, questions with answers, needs, and texts agreed on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import choice_of, label_words, noun_many, noun_one, options_words
from fosdesk.domain.fields import NOUNS, noun_of
from fosdesk.domain.records import AgreedText, Involvement, Meeting, Need, Question
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.noun_section import has_visible_content

if TYPE_CHECKING:
    from fosdesk.domain.fields import Record
    from fosdesk.reports.writer import Writer

UNION_SIDE = ("unions", "safety_representative")  # whom a school consults and negotiates with
_TEXTS = ("way", "said", "unions_said", "decided", "agreed", "still_open", "changed")
INVOLVEMENT_FIELDS = tuple(f"involvement.{name}" for name in ("what", "who", "kind", "day", "meeting", *_TEXTS))
_MEETING_TITLE = ("meeting.what", "meeting.day")
QUESTION_FIELDS = tuple(
    f"question.{name}" for name in ("text", "kind", "from_group", "day", "answer", "answered", "changed")
)
NEED_FIELDS = tuple(f"need.{name}" for name in ("text", "cluster", "when", "change", "competence", "source"))
AGREED_FIELDS = ("agreed_text.text", "agreed_text.day", "agreed_text.groups")
OCCASION_FIELDS = (*INVOLVEMENT_FIELDS, *_MEETING_TITLE)


def occasions(reader: DocumentReader, *, newest_first: bool = False) -> list[Involvement]:
    """All occasions that say anything, in the order of their days; those without one come last."""
    found = [one for one in reader.school.of(Involvement) if has_visible_content(one, NOUNS["involvement"])]
    dated = sorted((one for one in found if day_of(reader, one)), key=lambda one: day_of(reader, one))
    return [*(reversed(dated) if newest_first else dated), *(one for one in found if not day_of(reader, one))]


def day_of(reader: DocumentReader, occasion: Involvement) -> str:
    """The day of an occasion, else that of its meeting; empty when neither is a known day."""
    meeting = meeting_of(reader, occasion)
    days = (occasion.day, meeting.day if meeting is not None else "")
    return next((day for day in days if known_day(day)), "")


def meeting_of(reader: DocumentReader, occasion: Involvement) -> Meeting | None:
    """The meeting that an occasion belongs to; None without one, or where the audience may not see it."""
    found = reader.school.find(occasion.meeting) if occasion.meeting else None
    return found if isinstance(found, Meeting) else None


def occasion_title(reader: DocumentReader, occasion: Involvement) -> str:
    """What an occasion was about, else what kind it was."""
    kind = reader.value(occasion, "kind")
    return " ".join(occasion.what.split()) or kind or noun_one(reader.words, noun_of(Involvement))


def write_occasion(
    writer: Writer, reader: DocumentReader, occasion: Involvement, level: int, *, with_names: bool = False
) -> None:
    """An occasion under its title: when and how, then each text that somebody wrote, whole."""
    words, meeting, day = reader.words, meeting_of(reader, occasion), day_of(reader, occasion)
    title, kind = occasion_title(reader, occasion), reader.value(occasion, "kind")
    write_title(writer, level, title)
    held = " ".join(meeting.what.split()) if meeting is not None else ""
    about = [
        words.date(day),
        kind if kind != title else "",
        words("Meeting: {what}", what=held) if held and held.casefold() != title.casefold() else "",
    ]
    if any(about):
        writer.small(" · ".join(part for part in about if part))
    write_labelled(writer, reader, occasion, (*_TEXTS, "taking_part") if with_names else _TEXTS)


def write_labelled(writer: Writer, reader: DocumentReader, record: Record, names: Iterable[str]) -> None:
    """Each of these texts after its label, with all its paragraphs; nothing for what nobody wrote."""
    for name in names:
        said: Sequence[str] = paragraphs(str(getattr(record, name)))
        for number, one in enumerate(said):
            writer.paragraph(*((Bold(f"{reader.label(record, name)}: "), one) if number == 0 else (one,)))


def write_groups(writer: Writer, reader: DocumentReader, level: int, *, with_names: bool = False) -> bool:
    """Each group with its occasions; who took part by name only `with_names`, as far as the audience may know it."""
    words, found = reader.words, occasions(reader)
    known = dict(options_words(words, choice_of(Involvement, "who")))
    groups = [*known, *dict.fromkeys(one.who for one in found if one.who not in known)]
    for who in groups:
        own = [one for one in found if one.who == who]
        if own:
            write_title(writer, level, reader.value(own[0], "who") or words("Without a group"))
        for one in own:
            write_occasion(writer, reader, one, level + 1, with_names=with_names)
    return bool(found)


def write_questions(writer: Writer, reader: DocumentReader, level: int) -> bool:
    """What was asked, from whom, what was answered, and what it changed; what waits for an answer comes last."""
    words = reader.words
    found = [one for one in reader.school.of(Question) if one.text.strip() or one.answer.strip()]
    found.sort(key=lambda one: (not known_day(one.day), one.day))
    answered = [one for one in found if one.answer.strip() or one.answered or one.changed.strip()]
    waiting = [one for one in found if one not in answered]
    if found:
        writer.heading(level, noun_many(words, NOUNS["question"]))
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
        writer.heading(level + 1, words("Without an answer so far"))
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


def write_needs(writer: Writer, reader: DocumentReader, level: int) -> bool:
    """The needs in their heaps; those in none come last."""
    words = reader.words
    found = [one for one in reader.school.of(Need) if one.text.strip()]
    if found:
        writer.heading(level, noun_many(words, NOUNS["need"]))
    heaps = dict.fromkeys(" ".join(one.cluster.split()) for one in found)
    for heap in sorted(heaps, key=lambda one: not one):  # a stable sort: the order in which they were written
        if heap or len(heaps) > 1:
            write_title(writer, level + 1, heap or words("Without a heap"))
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


def write_agreed_texts(writer: Writer, reader: DocumentReader, level: int) -> bool:
    """The texts that groups agreed on, as they were on that day."""
    words = reader.words
    found = [one for one in reader.school.of(AgreedText) if one.text.strip()]
    found.sort(key=lambda one: (not known_day(one.day), one.day))
    if found:
        writer.heading(level, noun_many(words, noun_of(found[0])))
    for one in found:
        groups = " ".join(one.groups.split())
        about = [words.date(one.day), words("Those who took part: {who}", who=groups) if groups else ""]
        writer.quote(one.text.strip(), source=" · ".join(part for part in about if part))
    return bool(found)
