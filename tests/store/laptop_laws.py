"""The laws that hold on a laptop after each act of the exhaustive walk, whatever was done before."""

import json
from collections.abc import Callable, Container, Iterable

import msgspec

from fosdesk.domain.journal import BIRTH
from fosdesk.exchange.school_file import merge_journals, read_school_file, write_school_file
from fosdesk.store import Arrival
from tests.store.laptop import PROBE, WRITTEN, Act, Laptop, Name, Outcome, Seen, brought, tables_in
from tests.store.laptop_undo import Expected, by_id
from tests.store.store_copies import RECORDS, SCHOOL, Picture, assert_sound, is_gone, picture

BEYOND = 60_000  # characters for which a full disk has no room
_STEPS = ("write", "edit", "delete", "settle", "restore", "take back", "bring again")  # what undo may take back
NEVER_REFUSED = ("write", "edit", "delete", "read", "back up", "go back", "erase", "erase value", "reopen")


def check(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen, expected: Expected) -> None:
    """AssertionError for a law that does not hold after an act."""
    _is_whole(laptop, seen)
    _arrivals_mean_what_came(laptop, seen)
    _erased_is_nowhere(laptop, seen)
    if outcome.refused:
        _may_be_refused(before, act, outcome, expected)
        assert seen.tables == before.tables, "a refusal changes nothing"
    else:
        _nothing_is_lost_and_nothing_invented(laptop, before, act, outcome, seen)
        law = _LAWS.get(act.name)
        if law is not None:
            law(laptop, before, act, outcome, seen)


# -- at any moment


def _is_whole(laptop: Laptop, seen: Seen) -> None:
    assert_sound(laptop)
    connection = laptop.store._connection
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == [], "all that a row refers to is there"
    assert connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",), "SQLite finds the file whole"
    assert read_school_file(seen.file).journal == seen.journal, "a school file says what the store says"


def _arrivals_mean_what_came(laptop: Laptop, seen: Seen) -> None:
    uids = {row[0]: row[1] for row in seen.tables["writer"]}
    spans = {row[0]: json.loads(row[5]) for row in seen.tables["arrival"]}
    for arrival in seen.arrivals:
        came, _ = brought(arrival)
        named = {(uids.get(w, ""), n) for w, first, last in spans[arrival.id] for n in range(first, last + 1)}
        meant = named & seen.content.keys()
        assert meant <= came, f"what an arrival means came with its file, but not {_said(seen, meant - came)}"
        stands = not arrival.taken_back or arrival.again  # in the journal, at least
        if stands:
            assert meant == came, "an arrival that stands means everything that came with its file"
        lines = {line.record for line in laptop.store.changes_from_arrival(SCHOOL, arrival.id, lambda at: at).lines}
        if not stands:
            assert lines <= {seen.content[name][0][3] for name in meant}, "what is shown of an arrival came with it"
        else:
            assert lines == {seen.content[name][0][3] for name in meant}, "what came with an arrival is shown of it"


def _erased_is_nowhere(laptop: Laptop, seen: Seen) -> None:
    for record in seen.erased.records:
        for path in laptop.folder.rglob("*.db*"):
            assert f"{record} by".encode() not in path.read_bytes(), f"what was erased lies in {path.name}"
    for name in seen.erased.changes & seen.content.keys():
        assert seen.content[name][0][5] == "null", "a value that was erased is there again"


def _may_be_refused(before: Seen, act: Act, outcome: Outcome, expected: Expected) -> None:
    assert act.name not in NEVER_REFUSED, f"{act.name} is never refused: {outcome.refused}"
    erased = _has_erased(before)
    if act.name in ("undo", "redo") and not erased and expected.is_known:
        step = (expected.done if act.name == "undo" else expected.undone)[-1]
        assert not step.sure, f"nobody else wrote there, but {act.name} is refused: {outcome.refused}"
    if act.name == "take back" and not erased:
        assert _arrival(before, act).taken_back, f"it stands, but taking it back is refused: {outcome.refused}"
    if act.name == "bring again" and not erased:
        assert not _arrival(before, act).again, f"it could be brought in again, but is refused: {outcome.refused}"
    if act.name in ("restore", "settle"):
        assert erased, f"nothing was erased, but {act.name} is refused: {outcome.refused}"


def _nothing_is_lost_and_nothing_invented(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    ids = {row[1]: row[0] for row in before.tables["writer"]}
    if act.name != "go back":
        for row in seen.tables["writer"]:
            assert ids.get(row[1], row[0]) == row[0], "no writer is renumbered"
    lost = before.content.keys() - seen.content.keys()
    may_go = set[Name]()
    if act.name == "go back":
        return  # it has a law of its own
    if act.name == "take back" and outcome.answer.exactly:
        may_go, _ = map(set, brought(_arrival(before, act)))
    assert lost <= may_go, f"nothing that was written is lost, but {_said(before, lost - may_go)}"
    for name in before.content.keys() & seen.content.keys():
        old, new = before.content[name], seen.content[name]
        assert (old[0][:5], old[1]) == (new[0][:5], new[1]), "what was written stays as it was"
        if old[0][5] != new[0][5]:
            erased = name in seen.erased.changes or new[0][3] in seen.erased.records
            assert (new if erased else old)[0][5] == "null", f"a value changed: {old} is {new}"
    if act.name != "read":
        invented = [name for name in seen.content.keys() - before.content.keys() if name[0] != laptop.opening]
        assert not invented, f"nobody wrote {_said(seen, invented)}"
        latest = max((order for (order, *_), _ in before.content.values()), default=0)
        orders = [seen.content[name][0][0] for name in seen.content.keys() - before.content.keys()]
        assert all(order > latest for order in orders), "what is written comes after everything that was known"


# -- after each act


def _written(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    record, was, value = act.about
    field = WRITTEN[record]
    shown = json.dumps(value)
    assert outcome.answer is not None
    assert laptop.shown(record, field) == value, "what was written is shown"
    assert seen.picture[record][field] == _fields(before, record).get(field, frozenset()) - {json.dumps(was)} | {shown}
    assert _without(seen.picture, record) == _without(before.picture, record)


def _deleted(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    (record,) = act.about
    assert outcome.answer is not None
    assert record not in seen.picture, "P7: all that a deletion has seen goes"
    assert _without(seen.picture, record) == _without(before.picture, record)
    said = any(
        value not in ("null", '""', "false") for f, some in _fields(before, record).items() if f for value in some
    )
    assert not said or any(record == r for group in seen.deleted for r, _ in group), "what is deleted lies in the bin"


def _settled(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    record, field, value = act.about
    assert laptop.values(record, field) == {value}, "P5: a decision ends the conflict"
    if field == BIRTH:
        assert (record in laptop.alive()) == (not is_gone(value))
    assert _without(seen.picture, record) == _without(before.picture, record)


def _restored(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    assert outcome.answer is not None
    for record, _ in act.about:
        assert _is_alive(seen, record)
        assert all(record != r for group in seen.deleted for r, _ in group), "what is restored is in the bin no longer"
        for field, value in before.last_values[record].items():
            if value is not None:
                assert json.dumps(value) in seen.picture[record][field], "what is restored says what it said"


def _read(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    """P3, P4: exactly what is new; as it is a union, reading each other's files ends in the same on both."""
    file, name = act.about
    theirs = read_school_file(file).journal
    arrival = seen.arrivals[0]
    came, stood = brought(arrival)
    assert outcome.answer == len(came) == arrival.changes
    assert seen.content.keys() == came | stood
    assert not arrival.taken_back
    assert not arrival.again
    assert tables_in(laptop.folder / arrival.backup) == before.tables, "the backup holds what was there before"
    both = merge_journals(before.journal, theirs)
    assert both == merge_journals(theirs, before.journal)
    if seen.erased.records or seen.erased.changes:
        both = seen.erased.strip(both)
    assert write_school_file(both, app="test", made=1, reference=False) == seen.file, "merging both ways ends alike"


def _taken_back(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    arrival, after, taken = _arrival(before, act), _arrival(seen, act), outcome.answer
    assert not arrival.taken_back, "what is taken back already is refused in a sentence"
    came, stood = brought(arrival)
    is_untouched = before.content.keys() == came | stood
    if taken.exactly:
        assert is_untouched, "exactly as before only where nothing else was written"
        assert after.taken_back
        assert not after.again
        left = {name: what for name, what in before.content.items() if name not in came}
        assert seen.content == left, "exactly what came is gone"
    else:
        erased = _has_erased(before)
        assert not is_untouched or erased, "nothing was written since, so it is taken back exactly"
        assert after.taken_back == (taken.records > 0)
        assert taken.records or seen.tables == before.tables
        _the_rest_is_as_before(before, seen, came, stood)
        _own_words_stand(laptop, before, seen, before.content.keys() - came - stood)


def _the_rest_is_as_before(before: Seen, seen: Seen, came: frozenset[Name], stood: frozenset[Name]) -> None:
    since = before.content.keys() - came - stood
    worked_on = {before.content[name][0][3] for name in since}
    earlier = _picture_of(before, stood)
    for record in {before.content[name][0][3] for name in came} - worked_on - seen.erased.records:
        assert seen.picture.get(record) == earlier.get(record), f"{record} is as it was before the file came"


def _own_words_stand(laptop: Laptop, before: Seen, seen: Seen, since: Iterable[Name]) -> None:
    """What this laptop wrote since a file came, and that stood until now."""
    replaced = {key for _, replaces in before.content.values() for key in replaces}
    for name in since:
        *_, record, field, value = before.content[name][0]
        if f" by {laptop.owner} " in value and name not in replaced:
            assert value in _fields(seen, record).get(field, ()), "what was written since stands"
            assert _is_alive(seen, record) or not _is_alive(before, record), "and so does its record"


def _brought_again(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    if _arrival(before, act).taken_back:
        assert not _arrival(seen, act).taken_back
    else:
        assert seen.tables == before.tables, "what is here already is not brought in again"


def _backed_up(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    assert tables_in(outcome.answer) == before.tables == seen.tables


def _gone_back(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    backup = tables_in(laptop.backups / act.about[0])
    assert seen.erased.records >= before.erased.records
    assert seen.erased.changes >= before.erased.changes & seen.content.keys()
    if not any(before.erased):
        assert seen.tables == backup, "all is as it was then"
    assert [row[:2] for row in seen.tables["change"]] == [row[:2] for row in backup["change"]]
    kept = [path for path in laptop.backups.iterdir() if " restore" in path.name]
    assert any(tables_in(path) == before.tables for path in kept), "what was there just before is among the backups"


def _erased(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    assert outcome.answer == [], "every copy could be cleaned"
    if act.name == "erase":
        (record,) = act.about
        assert record in seen.erased.records
        assert record not in laptop.school().records
        said = [seen.content[name][0][5] for name in seen.of_record(record) if seen.content[name][0][4] != BIRTH]
        assert set(said) <= {"null"}
        assert _without(seen.picture, record) == _without(before.picture, record)
    else:
        assert act.about in seen.erased.changes
        assert seen.content[act.about][0][5] == "null"


def _as_before(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    assert seen.tables == before.tables
    assert (seen.undo, seen.redo) == (before.undo, before.redo), "undo outlives closing"


_LAWS: dict[str, Callable[[Laptop, Seen, Act, Outcome, Seen], None]] = {
    "write": _written,
    "edit": _written,
    "delete": _deleted,
    "settle": _settled,
    "restore": _restored,
    "read": _read,
    "take back": _taken_back,
    "bring again": _brought_again,
    "back up": _backed_up,
    "go back": _gone_back,
    "erase": _erased,
    "erase value": _erased,
    "reopen": _as_before,
}


# -- pieces


def _picture_of(seen: Seen, names: Container[Name]) -> Picture:
    """What people would see if some changes were all that there are."""
    uids = [writer.uid for writer in seen.journal.writers]
    some = tuple(change for change in seen.journal.changes if (uids[change.writer], change.number) in names)
    return picture(msgspec.structs.replace(seen.journal, changes=some))


def _arrival(seen: Seen, act: Act) -> Arrival:
    return by_id(seen.arrivals, act.about[0])


def _has_erased(seen: Seen) -> bool:
    return any(seen.erased) or bool(seen.journal.blanked)


def _is_alive(seen: Seen, record: str) -> bool:
    return any(not is_gone(json.loads(value)) for value in _fields(seen, record).get(BIRTH, ()))


def _fields(seen: Seen, record: str) -> dict[str, frozenset[str]]:
    return seen.picture.get(record, {})


def _without(picture: Picture, record: str) -> Picture:
    return {one: fields for one, fields in picture.items() if one != record}


def _said(seen: Seen, names: Iterable[Name]) -> str:
    said = [seen.content[name][0] for name in sorted(names)]
    return ", ".join(f"{record}.{field or 'birth'} = {value}" for *_, record, field, value in said)


# -- what may be done next with a laptop that is thrown away then


def try_on(laptop: Laptop, before: Seen, act: Act, outcome: Outcome, seen: Seen) -> None:
    """What must succeed after any act: undoing it at once and doing it again, reading the file again, and a write."""
    is_step = act.name in _STEPS and len(seen.content) > len(before.content)
    erased = _has_erased(seen)  # what was erased comes back by nothing, so a step that would need it is refused
    if act.name == "take back" and is_step and not erased:
        _comes_again(laptop, act, with_file=before.picture, without=seen.picture)
    elif is_step and _goes(laptop, "undo", before.picture, may_be_refused=erased):
        _goes(laptop, "redo", seen.picture, may_be_refused=erased)
    elif act.name == "undo" and not outcome.refused and _goes(laptop, "redo", before.picture, may_be_refused=erased):
        _goes(laptop, "undo", seen.picture, may_be_refused=erased)
    if act.name == "read":
        assert laptop.take_in(act.about[0]) == 0, "P3: nothing is new the second time"
        assert laptop.store.arrivals(SCHOOL) == seen.arrivals
    _write_succeeds(laptop, seen.picture)
    assert_sound(laptop)


def _comes_again(laptop: Laptop, act: Act, with_file: Picture, without: Picture) -> None:
    """What was taken back by a step can be brought in again, and undo knows that step, too."""

    def is_taken_back() -> bool:
        return by_id(laptop.store.arrivals(SCHOOL), act.about[0]).taken_back

    refused = laptop.do(Act("bring again", act.about)).refused
    assert not refused, f"what was just taken back can be brought in again, but: {refused}"
    assert laptop.picture() == with_file, "what was just taken back is here again"
    assert not is_taken_back(), "what is here again is not marked as taken back"
    _goes(laptop, "undo", without)
    assert is_taken_back(), "what was brought in again and undone is taken back"
    _goes(laptop, "undo", with_file)
    assert not is_taken_back()
    _goes(laptop, "redo", without)
    assert is_taken_back()


def _goes(laptop: Laptop, name: str, wanted: Picture, *, may_be_refused: bool = False) -> bool:
    """Undo or redo to a picture; whether it was done."""
    outcome = laptop.do(Act(name))
    if may_be_refused and outcome.refused:
        return False
    assert outcome.answer is not None, f"{name} at once does something, but: {outcome.refused}"
    assert laptop.picture() == wanted, f"P6: {name} at once ends in exactly what was there"
    return True


def _write_succeeds(laptop: Laptop, stood: Picture) -> None:
    """P9: also after a full disk, of which nothing is left."""
    connection = laptop.store._connection
    held = laptop.journal()
    connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
    outcome = laptop.do(Act("write", (PROBE, "", "x" * BEYOND)))
    assert outcome.refused, "there is no room on the disk"
    assert laptop.journal() == held
    connection.execute("PRAGMA max_page_count = 1073741823")
    outcome = laptop.do(Act("write", (PROBE, "", "written")))
    assert not outcome.refused, f"a write succeeds, but: {outcome.refused}"
    assert laptop.picture() == stood | {
        PROBE: {BIRTH: frozenset({f'"{RECORDS[PROBE]}"'}), "name": frozenset({'"written"'})}
    }
    _goes(laptop, "undo", stood)
