"""Piles of counted answers: how one answer is added and taken back; each sitting of counting has its own."""

from collections.abc import Mapping
from hashlib import sha256

import msgspec

from fosdesk.domain.records import SurveyPile
from fosdesk.domain.school import School


def pile_id(question: str, level: str, batch: str) -> str:
    """The id of a pile; the same file that is read on two laptops makes the same piles, which then are one."""
    return sha256("\0".join((question, level, batch)).encode()).hexdigest()[:12]


def counted(
    school: School, question: str, level: str, batch: str, day: str, n: int = 1
) -> tuple[SurveyPile | None, SurveyPile]:
    """The pile of an answer before and after `n` more of it; one that goes below nothing stays at nothing."""
    before = school.find(pile_id(question, level, batch))
    if isinstance(before, SurveyPile):
        return before, msgspec.structs.replace(before, count=max(0, (before.count or 0) + n))
    return None, SurveyPile(pile_id(question, level, batch), question, level, max(0, n), batch, day)


def piles_read(counts: Mapping[tuple[str, str], int], batch: str, day: str) -> list[SurveyPile]:
    """The piles of a file that was read: how many gave each answer, by (question id, level)."""
    return [
        SurveyPile(pile_id(question, level, batch), question, level, n, batch, day)
        for (question, level), n in counts.items()
        if n > 0
    ]
