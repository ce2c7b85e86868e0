"""The part of a school file that an owner of many schools is told of, without what the rest of it is good for."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import msgspec

from fosdesk.domain.journal import BIRTH, GONE, Change, Journal, Writer
from fosdesk.domain.rules.owner.owner_fields import OWNER_FIELDS, read_fields
from fosdesk.domain.school import School, school_from_values
from fosdesk.exchange.school_file import LINES, REFERENCE, ChangeLine, OpenedFile, contains_nul, line_blocks
from fosdesk.exchange.zip_container import not_a_school_file_error
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.privacy.known_names import name_fields, names_in
from fosdesk.privacy.name_detector import NameDetector


class Excerpt(NamedTuple):
    """What was read of a file: the school in part, and the names that the file knows (None: it knows nobody)."""

    school: School
    names: NameDetector | None


def read_excerpt(opened: OpenedFile, pace: Pace = NO_HURRY) -> Excerpt:
    """The records that an owner is told of, and all names, from an opened file; FosdeskError for damaged lines.

    No journal is made of the others, and those of a file for others are not even looked at, where each record stands
    in one piece: all of 300 files would take ten times as long.
    """
    body = _wanted_records(opened.body) if opened.manifest.kind == REFERENCE else opened.body
    may_hold_nul, writers = b"u0000" in body, len(opened.manifest.writers)
    lines: list[ChangeLine] = []
    nouns: dict[str, str] = {}
    try:
        for some in line_blocks(body, pace):
            read = LINES.decode_lines(some)
            if may_hold_nul and any(map(contains_nul, read)):
                raise not_a_school_file_error()
            lines += _wanted_lines(read, nouns)
    except (ValueError, RecursionError, msgspec.MsgspecError) as error:
        raise not_a_school_file_error() from error
    if any(line.writer >= writers for line in lines):
        raise not_a_school_file_error()
    replaced = {pair for line in lines for pair in line.replaces}
    shown = ((c.record, c.field, c.value) for c in lines if (c.writer, c.number) not in replaced)
    school = school_from_values(opened.manifest.school, shown)
    return Excerpt(school, _names(opened, lines, nouns, school))


def _wanted_lines(lines: list[ChangeLine], nouns: dict[str, str]) -> Iterator[ChangeLine]:
    """The lines of the fields that are read; `nouns` learns what the records are, each ahead of what is in it."""
    fields = _fields_read()
    for line in lines:
        if line.field == BIRTH:
            noun = str(line.value).removeprefix(GONE)
            if noun in fields:
                nouns[line.record] = noun
                yield line
        elif (noun := nouns.get(line.record, "")) and line.field in fields[noun]:
            yield line


def _names(
    opened: OpenedFile, lines: list[ChangeLine], nouns: Mapping[str, str], school: School
) -> NameDetector | None:
    """All names that were ever written in the file; None where there are none."""
    of_people = name_fields()
    if not any(line.value and (nouns[line.record], line.field) in of_people for line in lines):
        return None
    writers = tuple(Writer(w.uid, w.role, w.app, w.opened) for w in opened.manifest.writers)
    changes = tuple(
        Change(c.writer, c.number, c.order, c.at, c.step, c.record, c.field, c.value, c.replaces) for c in lines
    )
    return names_in(Journal(opened.manifest.school, "", writers, changes), school)


@cache
def _fields_read() -> Mapping[str, frozenset[str]]:
    """By noun: the fields that are read."""
    found = {key: {BIRTH, *read_fields(key)} for key in OWNER_FIELDS}
    for key, name in name_fields():
        found.setdefault(key, {BIRTH}).add(name)
    return {key: frozenset(names) for key, names in found.items()}


@cache
def _births() -> re.Pattern[bytes]:
    """What stands behind the id of a record of these nouns where it is made."""
    return re.compile(rb'","","(?:' + b"|".join(re.escape(noun.encode()) for noun in _fields_read()) + rb')",')


def _wanted_records(body: bytes) -> bytes:
    """The lines from the birth of each record that is read to the birth of the next one."""
    blocks, end = [], 0
    for found in _births().finditer(body):
        if found.start() < end:
            continue
        start, following = body.rfind(b"\n", 0, found.start()) + 1, found.end()
        while (following := body.find(b'","","', following)) >= 0 and _births().match(body, following):
            following += 1  # one more that is read
        end = body.rfind(b"\n", 0, following) + 1 if following >= 0 else len(body)
        blocks.append(body[start:end])
    return b"".join(blocks)
