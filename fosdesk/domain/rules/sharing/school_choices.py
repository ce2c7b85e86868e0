"""Choices of several schools side by side, where they differ; never how far anybody has come, and never a count."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fosdesk.domain.fields import Choice, Record, fields_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import (
    Answer,
    CoreComponent,
    ExistingGroup,
    Initiative,
    Partner,
    PhaseState,
    SchoolProfile,
    Seat,
    StopItem,
    Theme,
    WorkGroup,
)
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS, WORK_GROUP_ID
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS, PROFILE_ID
from fosdesk.domain.school import School
from fosdesk.domain.values.collation import sort_key

OTHERWISE = ("not_applicable", "other_way")  # answers that are choices; the others tell how far one has come
_PROFILE = (*DIRECTION_FIELDS, "naming", "pace")
_GROUP = ("name", "mandate", "criteria", "size_reason", "leader_reason")


class Said(NamedTuple):
    """One thing that a school chose: a value of a field, and what it says of it."""

    kind: type[Record]
    field: str
    value: str
    more: str = ""


class Difference(NamedTuple):
    """What schools chose differently: the field, and what each said, in their order; nothing for who said nothing.

    `record` is the id of the checklist item, seat or phase, where the field is one of those; `answer` the option of the
    field by which records are listed. In a list, saying nothing is an answer, too.
    """

    kind: type[Record]
    field: str
    record: str
    answer: str
    is_list: bool
    said: tuple[tuple[Said, ...], ...]


class _Listed(NamedTuple):
    """Records whose titles are a choice: those where `field` has `value`, and what they say of it."""

    kind: type[Record]
    title: str
    field: str = ""
    value: str = ""
    more: str = ""


def _by_answer(kind: type[Record], title: str, field: str) -> Iterator[_Listed]:
    """The records of a class with each of the answers that it may have."""
    choice = fields_of(kind)[field]
    for option in choice.options if isinstance(choice, Choice) else ():
        yield _Listed(kind, title, field, option.key, "reason")


_LISTS = (
    *_by_answer(Theme, "name", "standing"),
    _Listed(CoreComponent, "name", more="why"),
    *_by_answer(ExistingGroup, "name", "decision"),
    _Listed(Partner, "name", more="support"),
    _Listed(StopItem, "what", more="reason"),
    *_by_answer(Initiative, "name", "answer"),
)


def in_order(schools: Sequence[tuple[str, School]]) -> list[tuple[str, School]]:
    """Schools with what they are called, in alphabetical order."""
    return sorted(schools, key=lambda one: sort_key(one[0]))


def differences(framework: Framework, schools: Sequence[School]) -> tuple[Difference, ...]:
    """Where schools chose differently, in the order of the framework; what all chose alike is left out.

    A school that has said nothing of a text differs from nobody; the lists of two schools differ also where one is
    empty.
    """
    found = []
    for place in choice_places(framework):
        one = place.told_by(schools)
        told = {frozenset(said) for said in one.said if said or place.is_list}
        if len(told) > 1:
            found.append(one)
    return tuple(found)


_Read = Callable[[School], Iterator[Said]]


class ChoicePlace(NamedTuple):
    """One place to compare; `is_list`: nothing there is an answer, too."""

    kind: type[Record]
    field: str
    read: _Read
    record: str = ""
    answer: str = ""
    is_list: bool = False

    def told_by(self, schools: Sequence[School]) -> Difference:
        """What each school said there, in their order, whether or not that differs."""
        said = tuple(tuple(self.read(school)) for school in schools)
        return Difference(self.kind, self.field, self.record, self.answer, self.is_list, said)


def choice_places(framework: Framework) -> Iterator[ChoicePlace]:
    """All that schools choose among, in the order of the framework."""
    for name in _PROFILE:
        yield ChoicePlace(SchoolProfile, name, _one(SchoolProfile, PROFILE_ID, name))
    for phase in framework.phases:
        key = f"phase:{phase.id}"
        yield ChoicePlace(PhaseState, "own_title", _one(PhaseState, key, "own_title"), key)
    for name in _GROUP:
        yield ChoicePlace(WorkGroup, name, _one(WorkGroup, WORK_GROUP_ID, name))
    for option in SEAT_OPTIONS:
        key = f"seat:{option.key}"
        yield ChoicePlace(Seat, "considered", _one(Seat, key, "considered", "reason"), key)
    for listed in _LISTS:
        field = listed.field or listed.title
        yield ChoicePlace(listed.kind, field, _all(listed), answer=listed.value, is_list=True)
    for phase in framework.phases:
        for item in phase.items:
            key = f"answer:{item.id}"
            yield ChoicePlace(Answer, "status", _otherwise(key), key, is_list=True)


def _one(kind: type[Record], record_id: str, name: str, more: str = "") -> _Read:
    def read(school: School) -> Iterator[Said]:
        record = school.get(kind, record_id)
        value = str(getattr(record, name)).strip()
        if value:
            yield Said(kind, name, value, str(getattr(record, more)).strip() if more else "")

    return read


def _all(listed: _Listed) -> _Read:
    def read(school: School) -> Iterator[Said]:
        some = [one for one in school.of(listed.kind) if str(getattr(one, listed.title)).strip() and not one.put_away]
        for one in sorted(some, key=lambda one: sort_key(getattr(one, listed.title))):
            if not listed.field or getattr(one, listed.field) == listed.value:
                more = str(getattr(one, listed.more)).strip() if listed.more else ""
                yield Said(listed.kind, listed.title, str(getattr(one, listed.title)).strip(), more)

    return read


def _otherwise(record_id: str) -> _Read:
    def read(school: School) -> Iterator[Said]:
        answer = school.get(Answer, record_id)
        if answer.status in OTHERWISE:
            yield Said(Answer, "status", answer.status, (answer.reason or answer.how).strip())

    return read
