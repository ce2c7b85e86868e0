"""Surveys: what was asked of whom, what was answered, and how that changed from round to round; nothing of a few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.survey_figure import MOST_ROUNDS, count_words
from fosdesk.domain.records import Survey, SurveyQuestion
from fosdesk.domain.rules.surveys.questions import Round, questions_of, rounds_of
from fosdesk.privacy.survey_counts import NO_RESULT, SurveyResult
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_FACTS = ("about", "phase", "asked", "invited")


def nouns() -> tuple[str, ...]:
    """Surveys and their questions; of answers only what may be told of all of them together."""
    return ("survey", "survey_question")


def extra_fields() -> tuple[str, ...]:
    """The school's own facts."""
    return SCHOOL_FACTS


def write(writer: Writer, reader: DocumentReader) -> None:
    """The surveys, the latest first; earlier rounds of the same questions stand beside the latest one."""
    words = reader.words
    surveys = sorted(reader.school.of(Survey), key=lambda one: (one.day, one.id), reverse=True)
    told: set[str] = set()  # the questions that stand beside a later one
    some = False
    for survey in surveys:
        asked = [one for one in questions_of(reader.school, survey.id) if one.text.strip()]
        if asked and all(one.id in told for one in asked):
            continue
        some = True
        _write_survey(writer, reader, survey, [one for one in asked if one.id not in told], told)
    if not some:
        writer.paragraph(words("No survey has been written down yet."))
    elif reader.filtered.results:
        writer.small(
            words(
                "These are the school's own questions. Where fewer than five have answered, nothing is told of what "
                "was answered."
            )
        )


def _write_survey(
    writer: Writer, reader: DocumentReader, survey: Survey, asked: list[SurveyQuestion], told: set[str]
) -> None:
    words = reader.words
    name, day = survey.name.strip() or words("Survey"), words.date(survey.day) if survey.day else ""
    writer.heading(1, ", ".join(part for part in (name, day) if part))
    facts = [(reader.label(survey, field), reader.value(survey, field)) for field in _FACTS]
    if any(value for _, value in facts):
        writer.facts([fact for fact in facts if fact[1]])
    for paragraph in paragraphs(survey.note):
        writer.paragraph(paragraph)
    for question in asked:
        rounds = [one for one in rounds_of(reader.school, question) if one.survey.day <= survey.day or not survey.day]
        told.update(one.question.id for one in rounds)
        writer.heading(2, question.text.strip())
        _write_question(writer, reader, rounds[::-1])


def _write_question(writer: Writer, reader: DocumentReader, rounds: list[Round]) -> None:
    """A table with the answers below each other and the rounds beside each other, the latest first."""
    words = reader.words
    results = [(one, reader.filtered.results.get(one.question.id, NO_RESULT)) for one in rounds]
    answered = [(one, result) for one, result in results if not result.is_empty]
    if not answered:
        writer.paragraph(words("No answers yet."))
        return
    shown = [(one, result) for one, result in answered if result.is_told][:MOST_ROUNDS]
    if shown:
        levels = list(dict.fromkeys(level for _, result in shown for level in result.levels))
        head: list[Text] = [words("Answer"), *(_round_words(reader, one, result) for one, result in shown)]
        rows = [
            [level or words("Other answers"), *(_count(reader, result, level) for _, result in shown)]
            for level in levels
        ]
        width = 0.22 if len(shown) > 1 else 0.3
        writer.table(head, rows, [1 - width * len(shown), *[width] * len(shown)])
    few = [one for one, result in answered if not result.is_told]
    if few:
        days = words.joined([_day(reader, one) for one in few])
        writer.small(words("{round}: fewer than five answers", round=days))
    for one, result in shown:
        if result.later:
            writer.small(
                words(
                    "{round}: {n} more were counted later and are not in this, as they are fewer than five.",
                    round=_day(reader, one),
                    n=words.number(result.later),
                )
            )


def _day(reader: DocumentReader, one: Round) -> str:
    return reader.words.short_date(one.survey.day) if one.survey.day else one.survey.name or reader.words("Survey")


def _round_words(reader: DocumentReader, one: Round, result: SurveyResult) -> str:
    n = reader.words.number(result.answers)
    return reader.words("{round}: {n} answers", round=_day(reader, one), n=n)


def _count(reader: DocumentReader, result: SurveyResult, level: str) -> str:
    if level not in result.levels:
        return "–"
    counts = [count if isinstance(count, int) else None for count in result.counts]
    return count_words(reader.words, counts, result.levels.index(level))
