"""Schools whose files were read and that are near, or work on the same: a suggestion for a network, and no more."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fosdesk.domain.records import Network, Theme
from fosdesk.domain.school import School
from fosdesk.domain.values.collation import sort_key


class Match(NamedTuple):
    """What joins one's own school with others: as `basis` and `reach` of a network, what it is, and their names."""

    basis: str
    reach: str
    topic: str
    schools: tuple[str, ...]


def network_matches(own: School, others: Iterable[School]) -> tuple[Match, ...]:
    """The matches with schools that have a name, without what a network of one's own has already; in a fixed order."""
    found: dict[tuple[str, str], dict[str, bool]] = {}  # by basis and topic: names, and whether one is near
    topics: dict[tuple[str, str], str] = {}
    for other in others:
        name = _line(other.profile.name)
        for basis, topic in _joining(own, other) if name else ():
            key = basis, _alike(topic)
            topics.setdefault(key, topic)
            found.setdefault(key, {})[name] = _is_near(own, other)
    matches = (
        Match(
            basis, "within" if all(near.values()) else "across", topics[basis, key], tuple(sorted(near, key=sort_key))
        )
        for (basis, key), near in found.items()
    )
    known = {_alike(one.topic or one.name) for one in own.of(Network)}
    new = (one for one in matches if _alike(one.topic) not in known)
    return tuple(sorted(new, key=lambda one: (one.basis, sort_key(one.topic))))


def _joining(own: School, other: School) -> Iterator[tuple[str, str]]:
    for name in ("municipality", "collaboration"):
        ours, theirs = (str(getattr(one.profile, name)) for one in (own, other))
        if _alike(ours) and _alike(ours) == _alike(theirs):
            yield "geography", _line(ours)
    chosen = {_alike(one.name) for one in other.of(Theme) if one.standing == "chosen"}
    for theme in own.of(Theme):
        if theme.standing == "chosen" and _alike(theme.name) and _alike(theme.name) in chosen:
            yield "theme", _line(theme.name)


def _is_near(own: School, other: School) -> bool:
    ours = _alike(own.profile.municipality)
    return bool(ours) and ours == _alike(other.profile.municipality)


def _alike(text: str) -> str:
    return _line(text).casefold()


def _line(text: str) -> str:
    return " ".join(text.split())
