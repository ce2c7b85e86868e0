"""The learning plan: what learning rests on, what is planned and was learnt, ways of working, what helped the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import choice_of, noun_many, options_words
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Learning, LearningCondition, Meeting, MethodCard, PhaseExperience
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MEETING = tuple(f"meeting.{name}" for name in ("what", "day", "who", "method", "method_went"))


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("learning_condition", "learning", "method_card", "phase_experience")


def extra_fields() -> tuple[str, ...]:
    """The fields of meetings that tell how a way of working went, and the names of phases and of what is learnt of."""
    return (*SCHOOL_FACTS, *_MEETING, "phase.own_title", "gate_entry.what", "core_component.name")


def write(writer: Writer, reader: DocumentReader) -> None:
    """The parts of which anything is written; a sentence when there is none."""
    told = [
        _write_conditions(writer, reader),
        _write_plan(writer, reader),
        _write_learnt(writer, reader),
        _write_methods(writer, reader),
        _write_experiences(writer, reader),
    ]
    if not any(told):
        writer.paragraph(reader.words("Nothing has been written down about learning."))


def _write_conditions(writer: Writer, reader: DocumentReader) -> bool:
    """What learning rests on, by what it is for, as the group sees it, and what is done about it."""
    words = reader.words
    found = [one for one in reader.school.of(LearningCondition) if one.what.strip()]
    if not found:
        return False
    writer.heading(1, noun_many(words, noun_of(LearningCondition)))
    areas = [key for key, _ in options_words(words, choice_of(LearningCondition, "area"))]
    others = dict.fromkeys(one.area for one in found if one.area not in areas)
    head = [reader.label(LearningCondition, name) for name in ("what", "standing", "step")]
    for area in (*areas, *others):
        own = [one for one in found if one.area == area]
        if not own:
            continue
        if area:
            writer.heading(2, reader.value(own[0], "area"))
        rows: list[list[Text]] = []
        for one in own:
            seen, step = _lines(one.seen), _lines(one.step)
            planned = reader.value(one, "learning")
            looked = words.short_date(one.looked) if known_day(one.looked) else ""
            standing = ", ".join(filter(None, (reader.value(one, "standing"), looked)))
            plan = f"{reader.label(one, 'learning')}: {planned}" if planned else ""
            done = "\n".join(filter(None, (step, plan)))
            rows.append([" ".join(one.what.split()), "\n".join(filter(None, (standing, seen))), done])
        writer.table(head, rows, (0.3, 0.35, 0.35))
    return True


def _write_plan(writer: Writer, reader: DocumentReader) -> bool:
    """What is ahead, the nearest first; what has no day comes last."""
    words = reader.words
    ahead = [one for one in reader.school.of(Learning) if one.what.strip() and not one.done]
    ahead.sort(key=lambda one: (not known_day(one.until), one.until))
    if not ahead:
        return False
    writer.heading(1, words("What we want to learn"))
    head = [reader.label(Learning, name) for name in ("until", "what", "who")]
    rows: list[list[Text]] = []
    for one in ahead:
        kind = lowercase_first(reader.value(one, "kind"))
        what = "\n".join([" ".join(one.what.split()) + (f" ({kind})" if kind else ""), *_more(reader, one)])
        day = words.short_date(one.until) if known_day(one.until) else words("No day")
        rows.append([day, what, " ".join(one.who.split())])
    writer.table(head, rows, (0.2, 0.5, 0.3))
    return True


def _write_learnt(writer: Writer, reader: DocumentReader) -> bool:
    """The register of what was done, the latest first, with what came of it."""
    words = reader.words
    done = [one for one in reader.school.of(Learning) if one.what.strip() and one.done]
    done.sort(key=lambda one: one.done, reverse=True)
    if not done:
        return False
    writer.heading(1, words("What we have done and learnt"))
    items = []
    for one in done:
        facts = (reader.value(one, "kind"), one.who.strip(), words.short_date(one.done))
        about = ", ".join(lowercase_first(fact) for fact in facts if fact)
        items.append(Item((Bold(" ".join(one.what.split())), f" – {about}" if about else ""), _more(reader, one)))
    writer.bullets(items)
    return True


def _more(reader: DocumentReader, one: Learning) -> list[str]:
    """What it is about, what came of it, and what it needs, each on a line of its own."""
    about = reader.value(one, "about")
    lines: list[str] = [f"{reader.label(one, 'about')}: {about}"] if about else []
    lines += [_lines(one.summary)] if one.summary.strip() else []
    lines += [f"{reader.label(one, n)}: {_lines(getattr(one, n))}" for n in ("condition", "step") if getattr(one, n)]
    return [*lines]


def _write_methods(writer: Writer, reader: DocumentReader) -> bool:
    """The ways of working with the meetings in which they were chosen, and how it went."""
    words = reader.words
    found = [one for one in reader.school.of(MethodCard) if one.name.strip()]
    if not found:
        return False
    writer.heading(1, noun_many(words, noun_of(MethodCard)))
    for one in found:
        minutes = words.minutes(one.minutes) if one.minutes else ""
        write_title(writer, 2, " ".join(one.name.split()) + (f" ({minutes})" if minutes else ""))
        rows: list[tuple[str, Text]] = [
            (label, _lines(said))
            for label, said in ((reader.label(one, "when"), one.when), (words("How it is done"), one.how))
            if said.strip()
        ]
        held = [meeting for meeting in reader.school.of(Meeting) if meeting.method == one.id and meeting.method_went]
        for meeting in sorted(held, key=lambda meeting: meeting.day):
            rows.append((words.short_date(meeting.day) or words("In a meeting"), _lines(meeting.method_went)))
        writer.facts(rows)
    return True


def _write_experiences(writer: Writer, reader: DocumentReader) -> bool:
    """What helped and what hindered, phase by phase, beside each other."""
    words = reader.words
    found = [one for one in reader.school.of(PhaseExperience) if one.text.strip()]
    if not found:
        return False
    writer.heading(1, noun_many(words, noun_of(PhaseExperience)))
    kinds = dict(options_words(words, choice_of(PhaseExperience, "kind")))
    known = [phase.id for phase in reader.framework.phases]
    others = dict.fromkeys(one.phase for one in found if one.phase not in known)
    for phase in (*known, *others):
        own = sorted((one for one in found if one.phase == phase), key=lambda one: one.day)
        if not own:
            continue
        writer.heading(2, reader.numbered_phase(phase) if phase in known else words("Not said in which phase"))
        rows: list[tuple[str, Text]] = []
        for kind in (*kinds, *dict.fromkeys(one.kind for one in own if one.kind not in kinds)):
            some = [one for one in own if one.kind == kind]
            if some:
                label = kinds.get(kind) or words("Not said which")
                rows.append((label, "\n".join(_dated(reader, one) for one in some)))
        writer.facts(rows)
    return True


def _dated(reader: DocumentReader, one: PhaseExperience) -> str:
    day = f" ({reader.words.short_date(one.day)})" if known_day(one.day) else ""
    return f"{_lines(one.text)}{day}"


def _lines(text: str) -> str:
    return "\n".join(paragraphs(text))
