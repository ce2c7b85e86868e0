"""Titles of deleted records, looked up from their last values."""

from collections.abc import Iterable

from fosdesk.display.record_words import record_words
from fosdesk.domain.fields import NOUNS, Long, Record, Short, noun_of
from fosdesk.domain.journal import BIRTH, GONE
from fosdesk.domain.school import School, title_of
from fosdesk.ui.frame.desk import Desk


def with_deleted(desk: Desk, records: Iterable[str], nouns: Iterable[str] = ()) -> School:
    """The open school with some deleted records as they last were; `nouns` gives the nouns where known."""
    wanted = list(records)
    known = dict(zip(wanted, nouns, strict=False))
    found: dict[str, Record] = {}
    for record in wanted:
        noun = NOUNS.get(known.get(record) or _noun_of(desk, record))
        if noun is not None:
            said = desk.workspace.last_values(record)
            fitting = {
                n: v for n, v in said.items() if n in noun.fields and noun.fields[n].accepts(v) and v is not None
            }
            found[record] = noun.record(record, **fitting)
    return desk.school.with_records(found)


def name_of(desk: Desk, record_id: str, school: School | None = None) -> str:
    """A record's title in a school; of a record whose title was deleted, the last title."""
    there = school if school is not None else desk.school
    record = there.find(record_id)
    if record is None:
        return record_words(desk.words, desk.framework, with_deleted(desk, [record_id]), record_id)
    title = noun_of(record).title
    if title and not title_of(record) and isinstance(noun_of(record).fields[title], Short | Long):
        before = next((v.value for v in desk.workspace.history(record_id, title) if v.value), "")
        if isinstance(before, str) and before:
            return before
    return record_words(desk.words, desk.framework, there, record_id)


def _noun_of(desk: Desk, record: str) -> str:
    births = desk.workspace.history(record, BIRTH)
    return str(births[0].value or "").removeprefix(GONE) if births else ""
