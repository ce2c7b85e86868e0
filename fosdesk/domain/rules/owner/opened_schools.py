"""The schools of a folder: where each belongs, which begin together, networks, and what is asked of the owner."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from fosdesk.domain.records import Cohort, Network, OwnerRequest, Theme
from fosdesk.domain.school import School
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.semester import Semester
from fosdesk.errors import FosdeskError

_MUNICIPALITY = re.compile(r"\s+(kommune|herad|municipality)$|^municipality of\s+", re.IGNORECASE)


class OpenedSchool(NamedTuple):
    """One school of a folder: what its owner may see of it, the phases that go on, and where that comes from.

    `file` is the path below the folder, `folder` the subfolder it lies in (empty: in none), `made` when the file was
    written by the clock of the school's store (ms since 1970). With `is_whole` the file has more in it than an owner
    needs.
    """

    school: School
    phases: tuple[str, ...]
    file: str
    folder: str = ""
    made: int = 0
    is_whole: bool = False

    @property
    def name(self) -> str:
        """What the school is called, on one line; may be empty."""
        return _line(self.school.profile.name)


class Unread(NamedTuple):
    """A file of the folder that is not shown, and why, as a sentence."""

    file: str
    why: FosdeskError


class OpenedFolder(NamedTuple):
    """What was read of a folder: the schools in alphabetical order, and the files that are not shown."""

    schools: tuple[OpenedSchool, ...] = ()
    unread: tuple[Unread, ...] = ()


class Group(NamedTuple):
    """Schools that belong together: a key, what they are called by themselves, the semester of a cohort."""

    key: str
    names: tuple[str, ...]
    schools: tuple[OpenedSchool, ...]
    starts: str = ""


class SchoolNetwork(NamedTuple):
    """A network, or what schools have in common: what joins them, what they call it, and who takes part.

    `basis` is an option of `Network.basis` or empty; `told` are the records behind it with the schools that wrote
    them; `is_suggested` where no school has written of a network. `within` is the municipality of all, if it is one.
    """

    basis: str
    name: str
    schools: tuple[OpenedSchool, ...]
    others: tuple[str, ...] = ()  # names of schools that were not read
    told: tuple[tuple[OpenedSchool, Network], ...] = ()
    is_suggested: bool = False
    within: str = ""


def alphabetical(schools: Iterable[OpenedSchool]) -> tuple[OpenedSchool, ...]:
    """Schools by name, those without one last; of equal names by their files."""
    return tuple(sorted(schools, key=lambda one: (not one.name, sort_key(one.name), one.file)))


def alike(text: str) -> str:
    """A text as it is compared: one line, no capitals, and a municipality without that word."""
    return _MUNICIPALITY.sub("", _line(text)).strip().casefold()


def municipality_of(one: OpenedSchool) -> str:
    """Where a school belongs: as it says itself, else as the subfolder is called that its file lies in."""
    return _line(one.school.profile.municipality) or _line(one.folder)


def by_municipality(schools: Sequence[OpenedSchool]) -> tuple[Group, ...]:
    """The municipalities in alphabetical order, in the spelling that most use; last, schools of which none is known."""
    found: dict[str, list[OpenedSchool]] = {}
    for one in alphabetical(schools):
        found.setdefault(alike(municipality_of(one)), []).append(one)
    groups = [Group(key, (_spelling(map(municipality_of, some)),), tuple(some)) for key, some in found.items()]
    return tuple(sorted(groups, key=lambda one: (not one.key, sort_key(one.names[0]))))


def municipalities(schools: Sequence[OpenedSchool]) -> tuple[str, ...]:
    """What the municipalities of some schools are called, in alphabetical order."""
    return tuple(group.names[0] for group in by_municipality(schools) if group.key)


def _spelling(texts: Iterable[str]) -> str:
    counted = Counter(_MUNICIPALITY.sub("", text) for text in texts)
    return min(counted, key=lambda text: (-counted[text], sort_key(text)), default="")


def by_cohort(schools: Sequence[OpenedSchool]) -> tuple[Group, ...]:
    """Schools that begin in the same semester, the first ones first; last, those of which that is not known.

    The semester is that of the cohort that a school says it is in; else the one it starts in; else the cohort's name
    stands for it.
    """
    found: dict[str, list[OpenedSchool]] = {}
    names: dict[str, dict[str, None]] = {}
    starts: dict[str, str] = {}
    for one in alphabetical(schools):
        own = next((group for group in one.school.of(Cohort) if group.ours), None)
        semester = Semester.known((own.starts if own else "") or one.school.profile.start)
        key = str(semester or "") or alike(own.name if own else "")
        found.setdefault(key, []).append(one)
        starts[key] = str(semester or "")
        if own and own.name.strip():
            names.setdefault(key, {})[_line(own.name)] = None

    def place(key: str) -> tuple[int, int, bool, tuple[object, ...] | object]:
        semester = Semester.known(starts[key])
        if semester is not None:
            return 0, semester.year, semester.autumn, ()
        return (1 if key else 2), 0, False, sort_key(key)

    return tuple(
        Group(key, tuple(sorted(names.get(key, {}), key=sort_key)), tuple(found[key]), starts[key])
        for key in sorted(found, key=place)
    )


def networks(schools: Sequence[OpenedSchool]) -> tuple[SchoolNetwork, ...]:
    """Networks that schools wrote of, and what two or more have in common: a theme that is chosen, a collaboration.

    Those by theme first, then by place, then the others, each in alphabetical order.
    """
    known = {alike(one.name): one for one in schools if one.name}
    written: dict[str, list[tuple[OpenedSchool, Network]]] = {}
    for one in alphabetical(schools):
        for network in one.school.of(Network):
            key = alike(network.topic or network.name)
            if key:
                written.setdefault(key, []).append((one, network))
    found = [_written(told, known) for told in written.values()]
    common: dict[tuple[str, str], dict[str, OpenedSchool]] = {}
    names: dict[tuple[str, str], str] = {}
    for one in alphabetical(schools):
        for basis, topic in _shared_topics(one):
            key = alike(topic)
            if key not in written:
                names.setdefault((basis, key), topic)
                common.setdefault((basis, key), {})[one.school.id] = one
    for (basis, key), some in common.items():
        if len(some) > 1:
            members = tuple(some.values())
            name = names[basis, key]
            found.append(SchoolNetwork(basis, name, members, is_suggested=True, within=_within(members)))
    order = {"theme": 0, "geography": 1}
    return tuple(sorted(found, key=lambda one: (order.get(one.basis, 2), sort_key(one.name), one.is_suggested)))


def _written(told: Sequence[tuple[OpenedSchool, Network]], known: Mapping[str, OpenedSchool]) -> SchoolNetwork:
    members = {one.school.id: one for one, _ in told}
    others: dict[str, str] = {}
    for _, network in told:
        for name in filter(None, map(_line, re.split(r"[\n;]|,\s", network.schools))):
            there = known.get(alike(name))
            if there is not None:
                members.setdefault(there.school.id, there)
            else:
                others.setdefault(alike(name), name)
    first = told[0][1]
    basis = next((network.basis for _, network in told if network.basis), "")
    schools = alphabetical(members.values())
    name = _line(first.topic) or _line(first.name)
    return SchoolNetwork(
        basis, name, schools, tuple(sorted(others.values(), key=sort_key)), tuple(told), within=_within(schools)
    )


def _shared_topics(one: OpenedSchool) -> Iterator[tuple[str, str]]:
    collaboration = _line(one.school.profile.collaboration)
    if collaboration:
        yield "geography", collaboration
    for theme in chosen_themes(one.school):
        yield "theme", theme


def chosen_themes(school: School) -> tuple[str, ...]:
    """The themes that a school has chosen, each on one line."""
    return tuple(_line(one.name) for one in school.of(Theme) if one.standing == "chosen" and one.name.strip())


def _within(schools: Sequence[OpenedSchool]) -> str:
    """The municipality that all of them belong to; empty where there are several, or it is not known."""
    places = {alike(municipality_of(one)) for one in schools}
    return _spelling(map(municipality_of, schools)) if len(places) == 1 else ""


def requests(schools: Sequence[OpenedSchool]) -> Iterator[tuple[OpenedSchool, OwnerRequest]]:
    """What schools ask the owner for, in alphabetical order; of one school, what waits first."""
    for one in alphabetical(schools):
        asked = [request for request in one.school.of(OwnerRequest) if request.what.strip()]
        for request in sorted(asked, key=lambda request: (not request.waits, request.asked, sort_key(request.what))):
            yield one, request


def newest_of_each(read: Iterable[OpenedSchool]) -> tuple[list[OpenedSchool], list[OpenedSchool]]:
    """Of each school what was written last, by the clock of its store, and what is older; a file's own day is none.

    Of two that were written at the same time, the one with everything in it counts, else the first by its path.
    """
    newest: dict[str, OpenedSchool] = {}
    older: list[OpenedSchool] = []
    for one in sorted(read, key=lambda one: (-one.made, not one.is_whole, one.file)):
        if one.school.id in newest:
            older.append(one)
        else:
            newest[one.school.id] = one
    return list(newest.values()), older


def _line(text: str) -> str:
    return " ".join(text.split())
