"""The first page of the description: where the school is going, where it is, and what has been done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.gate import flow
from fosdesk.domain.progress import open_phases
from fosdesk.domain.records import Person, StopItem
from fosdesk.domain.seats import leaders, members
from fosdesk.domain.semester import Semester
from fosdesk.domain.time_use import time_by_semester
from fosdesk.figures.cycle import model_figure
from fosdesk.reports.parts import Text
from fosdesk.reports.phrase import FIGURE_WIDTH, lowered
from fosdesk.reports.reader import Reader

if TYPE_CHECKING:
    from fosdesk.reports.book import Book

_MOST = 4  # of a list in a single line of facts


def write(book: Book, reader: Reader) -> None:
    """One page for those who read only one."""
    words, profile = reader.words, reader.school.profile
    book.heading(1, words("In short"), key="summary")
    book.quote(profile.direction.strip(), source=words("Our direction"))
    model = model_figure(reader.framework, reader.drawn, words, FIGURE_WIDTH, FIGURE_WIDTH * 0.56)
    book.figure(model, words("Where we are. The phases with a strong colour are open now."))
    book.facts([fact for fact in _facts(reader) if fact[1]])
    book.page_break()


def _facts(reader: Reader) -> list[tuple[str, Text]]:
    words, school = reader.words, reader.school
    going_on = [reader.numbered_phase(phase) for phase in open_phases(reader.framework, school)]
    stopped = [one.what.strip() for one in school.of(StopItem) if one.what.strip()]
    more = len(stopped) - _MOST
    if more > 0:
        stopped = [*stopped[:_MOST], words.plural("and {n} more", "and {n} more", more)]
    return [
        (words("Start"), words.semester(school.profile.start)),
        (words("Open phases"), "\n".join(going_on)),
        (words("Work group"), _group(reader)),
        (words("Time"), _time(reader)),
        (words("What we stop doing"), "\n".join(stopped)),
        (words("Gatekeeping"), _gate(reader)),
    ]


def _group(reader: Reader) -> str:
    words, today = reader.words, reader.day
    inside = [one for one in members(reader.school, today) if one.mode != "close"]
    close = len(members(reader.school, today)) - len(inside)
    roles = [reader.value(reader.school.get(Person, one.person), "role") for one in leaders(reader.school, today)]
    led = words.joined([lowered(role) for role in dict.fromkeys(roles) if role])
    said = [
        words.plural("{n} member", "{n} members", len(inside)) if inside else "",
        words("led by the {role}", role=led) if led else "",
        words.plural("{n} in close cooperation", "{n} in close cooperation", close) if close else "",
    ]
    return ", ".join(part for part in said if part)


def _time(reader: Reader) -> str:
    now = Semester.of_date(reader.day)
    words = reader.words
    for one in time_by_semester(reader.school, reader.day):
        if one.semester == now and (one.asked or one.freed):
            return words(
                "{semester}: {freed} freed, {asked} set aside for the work",
                semester=words.semester(now),
                freed=words.minutes(one.freed),
                asked=words.minutes(one.asked),
            )
    return ""


def _gate(reader: Reader) -> str:
    words, came = reader.words, flow(reader.school)
    if not came.entries:
        return ""
    number = {branch.decision: branch.entries for branch in came.branches}
    told = [
        words.plural("{n} was taken in", "{n} were taken in", number["admitted"]),
        words.plural("{n} was taken in with changes", "{n} were taken in with changes", number["adapted"]),
        words.plural("{n} is parked", "{n} are parked", number["parked"]),
        words.plural("{n} was kept outside", "{n} were kept outside", number["kept_out"]),
    ]
    keys = ("admitted", "adapted", "parked", "kept_out")
    shown = [text for key, text in zip(keys, told, strict=True) if number[key]]
    all_told = words.plural("{n} thing came to us", "{n} things came to us", came.entries)
    return words("{what}: {parts}", what=all_told, parts=words.joined(shown)) if shown else all_told
