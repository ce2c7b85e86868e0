"""What undo and redo are to do next on a laptop of the exhaustive walk, followed from act to act."""

from collections.abc import Iterable
from typing import NamedTuple

from fosdesk.store import Arrival
from tests.store.laptop import Act, Name, Outcome, Seen
from tests.store.store_copies import Picture


class Done(NamedTuple):
    """A step that undo would take back: what its records said before and after, and an arrival that it marked."""

    names: frozenset[Name]  # its changes; after an undo or a redo, those of that
    records: frozenset[str]
    before: Picture
    after: Picture
    sure: bool = True  # False once something has come into its records from elsewhere
    arrival: tuple[int, bool] | None = None  # and whether what it brought was taken back before


class Expected(NamedTuple):
    """What undo and redo should take next, the latest last; nothing `is_known` once something was erased."""

    done: tuple[Done, ...] = ()
    undone: tuple[Done, ...] = ()
    is_known: bool = True


def follow(before: Seen, act: Act, outcome: Outcome, seen: Seen, expected: Expected, saved: Expected) -> Expected:
    """What undo and redo should do next; AssertionError where one of them has not done what it should.

    `saved` is what they should have done next where the backup was made to which somebody went back.
    """
    expected = _followed(before, act, outcome, seen, expected, saved)
    if expected.is_known:
        assert (seen.undo is not None) == bool(expected.done), "undo takes what this laptop did, and nothing else"
        assert (seen.redo is not None) == bool(expected.undone), "redo takes what was undone, and nothing else"
    return expected


def _followed(before: Seen, act: Act, outcome: Outcome, seen: Seen, expected: Expected, saved: Expected) -> Expected:
    done, undone, is_known = expected
    new = [name for name in seen.content if name not in before.content]
    gone = [name for name in before.content if name not in seen.content]
    if outcome.refused or act.name in ("reopen", "back up"):
        return expected
    if act.name == "go back":
        return saved if not any(before.erased) else Expected(is_known=False)
    if act.name.startswith("erase") or not is_known:
        return Expected(is_known=False)
    if act.name == "undo":
        assert outcome.answer is not None
        _was_left_alone(before, done[-1])
        _brought_back(before, seen, done[-1], done[-1].before)
        step = done[-1]._replace(names=frozenset(new), arrival=_turned(done[-1], before, seen))
        return Expected(done[:-1], (*undone, step))
    if act.name == "redo":
        assert outcome.answer is not None
        _was_left_alone(before, undone[-1])
        _brought_back(before, seen, undone[-1], undone[-1].after)
        step = undone[-1]._replace(names=frozenset(new), arrival=_turned(undone[-1], before, seen))
        return Expected((*done, step), undone[:-1])
    if act.name == "read" or gone:
        touched = {seen.content[name][0][3] for name in new} | {before.content[name][0][3] for name in gone}
        return Expected(_unsure(done, touched), _unsure(undone, touched))
    if not new:
        return expected
    records = frozenset(seen.content[name][0][3] for name in new)
    marked = next((a.id for a in seen.arrivals if a.taken_back != by_id(before.arrivals, a.id).taken_back), None)
    arrival = None if marked is None else (marked, by_id(before.arrivals, marked).taken_back)
    was, now = _part(before.picture, records), _part(seen.picture, records)
    return Expected((*done, Done(frozenset(new), records, was, now, True, arrival)))


def _was_left_alone(before: Seen, step: Done) -> None:
    """Nobody else has written on top of a step, or it should have been refused."""
    own = next(iter(step.names))[0][0]  # with which the ids of this laptop's writers begin
    later = {key for name, (_, replaces) in before.content.items() if name[0][0] != own for key in replaces}
    assert step.names.isdisjoint(later), "P6: what a colleague wrote on top of a step is left alone"


def _brought_back(before: Seen, seen: Seen, step: Done, wanted: Picture) -> None:
    if step.sure:
        assert _part(seen.picture, step.records) == wanted, "P6: exactly what was there"
    others = (before.picture.keys() | seen.picture.keys()) - step.records
    assert _part(seen.picture, others) == _part(before.picture, others)


def _turned(step: Done, before: Seen, seen: Seen) -> tuple[int, bool] | None:
    """The mark of an arrival goes with the step."""
    if step.arrival is None:
        return None
    number, was = step.arrival
    assert by_id(seen.arrivals, number).taken_back == was, "undo and redo tell whether what came stands"
    return number, by_id(before.arrivals, number).taken_back


def _unsure(steps: Iterable[Done], records: set[str]) -> tuple[Done, ...]:
    return tuple(step if step.records.isdisjoint(records) else step._replace(sure=False) for step in steps)


# -- pieces


def by_id(arrivals: Iterable[Arrival], number: int) -> Arrival:
    """One of several arrivals."""
    return next(arrival for arrival in arrivals if arrival.id == number)


def _part(picture: Picture, records: Iterable[str]) -> Picture:
    return {record: picture[record] for record in records if record in picture}
