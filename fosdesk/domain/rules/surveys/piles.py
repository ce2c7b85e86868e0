"""Piles of counted answers: how one answer is added and taken back; each sitting of counting has its own."""

from collections import Counter
from collections.abc import Container, Mapping

import msgspec

from fosdesk.domain.records import SurveyPile
from fosdesk.domain.school import School
from fosdesk.domain.values.derived_ids import derived_id


def pile_id(question: str, level: str, batch: str) -> str:
    """The id of a pile; the same file that is read on two laptops makes the same piles, which then are one."""
    return derived_id(question, level, batch)


def counted(
    school: School, question: str, level: str, batch: str, day: str, n: int = 1
) -> tuple[SurveyPile | None, SurveyPile]:
    """The pile of an answer before and after `n` more of it; one that goes below nothing stays at nothing."""
    before = school.find(pile_id(question, level, batch))
    if isinstance(before, SurveyPile):
        return before, msgspec.structs.replace(before, count=max(0, (before.count or 0) + n))
    return None, SurveyPile(pile_id(question, level, batch), question, level, max(0, n), batch, day)


_FILE = "file:"  # what the batch of a file that was read begins with


def piles_read(counts: Mapping[tuple[str, str], int], digest: str, day: str) -> list[SurveyPile]:
    """The piles of a file that was read, known by its `digest`: how many gave each answer, by (question id, level)."""
    batch = f"{_FILE}{digest}"
    return [
        SurveyPile(pile_id(question, level, batch), question, level, n, batch, day)
        for (question, level), n in counts.items()
        if n > 0
    ]


def is_read(school: School, questions: Container[str], digest: str) -> bool:
    """Whether a file was read for any of some questions before."""
    return any(one.batch == f"{_FILE}{digest}" for one in piles_of_files(school, questions))


def files_read(school: School, questions: Container[str], digest: str) -> dict[str, int]:
    """The other files that were read for some questions, each with the most answers that it has to one of them."""
    found: dict[str, Counter[str]] = {}
    for one in piles_of_files(school, questions):
        found.setdefault(one.batch, Counter())[one.question] += one.count or 0
    return {batch: max(counts.values()) for batch, counts in found.items() if batch != f"{_FILE}{digest}"}


def piles_of_files(school: School, questions: Container[str]) -> list[SurveyPile]:
    """The piles of some questions that came from files and hold anything."""
    return [
        one for one in school.of(SurveyPile) if one.question in questions and one.batch.startswith(_FILE) and one.count
    ]
