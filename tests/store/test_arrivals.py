"""What a file brought can be taken back: exactly while nothing was written since, and later without losing that."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH
from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import read_school_file
from fosdesk.pace import Pace, Stopped
from fosdesk.store import Arrival, TakenBack
from tests.store.store_copies import FIELDS, RECORDS, SCHOOL, Copy, assert_sound, content, workplace

records = st.sampled_from(sorted(RECORDS))
Acts = list[tuple[str, tuple[str, str, Scalar] | str]]


@st.composite
def writings(draw: st.DrawFn) -> tuple[str, str, Scalar]:
    record = draw(records)
    field = draw(st.sampled_from(sorted(FIELDS[RECORDS[record]])))
    return record, field, draw(st.sampled_from(FIELDS[RECORDS[record]][field]))


acts = st.lists(
    st.one_of(
        st.tuples(st.just("write"), writings()),
        st.tuples(st.just("write"), writings()),
        st.tuples(st.just("delete"), records),
        st.tuples(st.just("settle"), writings()),
        st.tuples(st.just("undo"), st.just("")),
    ),
    max_size=7,
)


def do(copy: Copy, what: Acts) -> None:
    for name, about in what:
        if name == "undo":
            copy.undo()
        elif isinstance(about, str):
            copy.delete(about)
        else:
            (copy.write if name == "write" else copy.settle)(*about)


def bring(copy: Copy, file: bytes, name: str = "skole.fosdesk") -> int:
    """Read a file as the program does: after a backup."""
    backup = copy.store.backup(copy.path.parent / "backups", next(copy.clock))
    now = next(copy.clock)
    return copy.store.merge(read_school_file(file).journal, own=True, now=now, file=name, backup=backup)


def rows(copy: Copy) -> list[tuple[object, ...]]:
    return copy.store._connection.execute("SELECT * FROM change ORDER BY writer, number").fetchall()


def parted(folder: Path, before: Acts, theirs: Acts, mine: Acts) -> tuple[Copy, Copy]:
    """Two copies that began alike, each with what its own people did since: ours and a colleague's."""
    copy, colleague = Copy(folder / "a.db"), Copy(folder / "b.db")
    do(copy, before)
    colleague.take_in(copy.file())
    do(colleague, theirs)
    do(copy, mine)
    return copy, colleague


def latest(copy: Copy) -> Arrival:
    return copy.store.arrivals(SCHOOL)[0]


def back(copy: Copy, pace: Pace | None = None) -> TakenBack:
    return copy.store.take_back(SCHOOL, latest(copy).id, **copy.by(), pace=pace or Pace())


@given(before=acts, theirs=acts, mine=acts, reopened=st.booleans())
def test_taken_back_at_once_all_is_exactly_as_before_and_the_file_can_be_read_again(
    before: Acts, theirs: Acts, mine: Acts, reopened: bool
) -> None:
    with workplace() as folder:
        copy, colleague = parted(folder, before, theirs, mine)
        had, journal, picture = rows(copy), copy.journal(), copy.picture()
        added = bring(copy, colleague.file())
        after = copy.picture()
        if added:
            assert latest(copy)[2:] == ("skole.fosdesk", latest(copy).backup, added, False, False)
            assert (folder / latest(copy).backup).is_file()
            if reopened:
                copy.reopen()
            assert back(copy) == TakenBack(True, 0, 0)
            assert latest(copy).taken_back
        assert rows(copy) == had
        assert copy.journal() == journal
        assert copy.picture() == picture
        assert_sound(copy)
        assert bring(copy, colleague.file()) == added
        assert copy.picture() == after
        assert_sound(copy)
        copy.close()
        colleague.close()


@given(before=acts, theirs=acts, mine=acts, later=acts)
def test_taken_back_after_edits_nothing_written_is_lost_and_what_was_written_since_stands(
    before: Acts, theirs: Acts, mine: Acts, later: Acts
) -> None:
    with workplace() as folder:
        copy, colleague = parted(folder, before, theirs, mine)
        earlier = copy.picture()
        if bring(copy, colleague.file()):
            brought = copy.picture()
            known = content(copy.journal())
            do(copy, later)
            written = {key: about for key, about in content(copy.journal()).items() if key not in known}
            stood, everything = copy.picture(), content(copy.journal())
            live = {(record, field) for _, ((*_, record, field, _), _) in written.items()}
            taken = back(copy)
            assert taken.exactly == (not written)
            assert latest(copy).taken_back == (taken.exactly or taken.records > 0)
            assert_sound(copy)
            if written:
                assert content(copy.journal()).items() >= everything.items()
            now = copy.picture()
            for record, field in live:
                if field and stood.get(record, {}).get(field) and (record, field) not in touched(known, colleague):
                    assert now[record][field] == stood[record][field]
            for record in earlier:
                if not any(one == record for one, _ in live):
                    assert now.get(record) == earlier[record], record
            for record in brought:
                if record not in earlier and not live:
                    assert record not in now
        copy.close()
        colleague.close()


def touched(known: object, colleague: Copy) -> set[tuple[str, str]]:
    """The fields in which the colleague has written."""
    journal = colleague.journal()
    return {(change.record, change.field) for change in journal.changes}


@given(before=acts, theirs=acts, mine=acts, later=acts, stale=st.booleans())
@example(
    before=[("write", ("meeting", "minutes", None))],
    theirs=[("delete", "meeting")],
    mine=[],
    later=[("write", ("line 1", "put_off", False))],
    stale=False,
)  # something pointed to the deleted meeting already while the file stood
def test_what_was_taken_back_by_a_step_comes_again_and_undo_knows_both(
    before: Acts, theirs: Acts, mine: Acts, later: Acts, stale: bool
) -> None:
    with workplace() as folder:
        copy, colleague = parted(folder, before, theirs, mine)
        if bring(copy, colleague.file()):
            do(copy, later)
            with_file = copy.picture()
            if back(copy).records:
                without = copy.picture()
                if stale:
                    copy.reopen()
                assert copy.undo()
                assert copy.picture() == with_file
                assert not latest(copy).taken_back
                assert copy.redo()
                assert copy.picture() == without
                assert latest(copy).taken_back
                copy.store.bring_again(SCHOOL, latest(copy).id, **copy.by())
                assert copy.picture() == with_file
                assert not latest(copy).taken_back
                assert_sound(copy)
                assert copy.undo()
                assert copy.picture() == without
                assert latest(copy).taken_back
        copy.close()
        colleague.close()


def test_a_field_that_was_only_emptied_keeps_no_record_from_going_again(copy: Copy, colleague: Copy) -> None:
    """What the file brought is a deletion; here somebody had emptied a field meanwhile."""
    copy.write("group", "freed", 30)
    colleague.take_in(copy.file())
    colleague.delete("group")
    copy.write("group", "freed", None)
    bring(copy, colleague.file())
    copy.write("entry", "what", "skrevet etterpå")
    with_file = copy.picture()
    assert "group" not in copy.alive()
    back(copy)
    assert "group" in copy.alive()
    assert copy.store.bring_again(SCHOOL, latest(copy).id, **copy.by()).records == 1
    assert copy.picture() == with_file


def test_what_was_written_beside_a_deletion_is_disputed_again_when_it_comes_again(copy: Copy, colleague: Copy) -> None:
    copy.write("member", "leads", True)
    colleague.take_in(copy.file())
    colleague.delete("member")
    copy.write("member", "motivation", "m")
    bring(copy, colleague.file())
    copy.write("entry", "what", "skrevet etterpå")
    with_file = copy.picture()
    back(copy)
    assert copy.store.bring_again(SCHOOL, latest(copy).id, **copy.by()).records == 1
    assert copy.picture() == with_file
    assert copy.values("member", "motivation") == {"m"}


def test_what_is_written_after_a_file_was_taken_back_keeps_its_record(copy: Copy, colleague: Copy) -> None:
    copy.write("member", "leads", True)
    colleague.take_in(copy.file())
    colleague.delete("member")
    bring(copy, colleague.file())
    copy.write("entry", "what", "skrevet etterpå")
    back(copy)
    copy.write("member", "motivation", "skrevet siden")
    assert copy.store.bring_again(SCHOOL, latest(copy).id, **copy.by()).kept == 1
    assert "member" in copy.alive()
    assert copy.values("member", "motivation") == {"skrevet siden"}


def test_a_later_text_on_top_of_what_came_stays_and_the_rest_goes(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.write("entry", "reason", "")
    colleague.take_in(copy.file())
    colleague.write("entry", "what", "b")
    colleague.write("entry", "reason", "because")
    colleague.write("member", "motivation", "m")
    bring(copy, colleague.file())
    copy.write("entry", "what", "c")
    taken = back(copy)
    assert taken == TakenBack(False, 2, 1)
    assert copy.values("entry", "what") == {"c"}
    assert copy.values("entry", "reason") == {""}
    assert "member" not in copy.picture()
    assert latest(copy).taken_back
    assert latest(copy).again


def test_a_record_that_came_and_was_worked_on_since_stays_whole(copy: Copy, colleague: Copy) -> None:
    copy.write("group", "name", "g")
    colleague.take_in(copy.file())
    colleague.write("entry", "what", "b")
    bring(copy, colleague.file())
    copy.write("entry", "reason", "because")
    assert back(copy) == TakenBack(False, 0, 1)
    assert copy.values("entry", "what") == {"b"}
    assert copy.values("entry", "reason") == {"because"}
    assert copy.values("entry", BIRTH) == {"gate_entry"}


def test_a_conflict_goes_with_the_file_that_made_it(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    colleague.take_in(copy.file())
    colleague.write("entry", "what", "b")
    copy.write("entry", "what", "c")
    bring(copy, colleague.file())
    assert copy.values("entry", "what") == {"b", "c"}
    copy.write("group", "name", "g")
    assert back(copy) == TakenBack(False, 1, 0)
    assert copy.values("entry", "what") == {"c"}
    assert copy.store.snapshot(SCHOOL).conflicts == {}


def test_what_one_deleted_comes_back_when_the_file_is_taken_back(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.write("entry", "reason", "because")
    colleague.take_in(copy.file())
    colleague.delete("entry")
    before = copy.picture()
    bring(copy, colleague.file())
    assert copy.picture() == {}
    copy.write("group", "name", "g")
    back(copy)
    assert copy.picture() == {**before, "group": copy.picture()["group"]}


def test_two_files_are_taken_back_one_by_one(copy: Copy, colleague: Copy, tmp_path: Path) -> None:
    third = Copy(tmp_path / "c.db")
    copy.write("entry", "what", "a")
    for other, what in ((colleague, "b"), (third, "c")):
        other.take_in(copy.file())
        other.write("entry", "what", what)
    had = rows(copy)
    bring(copy, colleague.file(), "en")
    bring(copy, third.file(), "to")
    assert [a.file for a in copy.store.arrivals(SCHOOL)] == ["to", "en"]
    first = copy.store.arrivals(SCHOOL)[1].id
    assert back(copy).exactly
    assert copy.store.take_back(SCHOOL, first, **copy.by()).exactly
    assert rows(copy) == had
    third.close()


def test_the_first_of_two_files_goes_and_the_second_stays(copy: Copy, colleague: Copy, tmp_path: Path) -> None:
    third = Copy(tmp_path / "c.db")
    copy.write("entry", "what", "a")
    for other, field, what in ((colleague, "what", "b"), (third, "reason", "because")):
        other.take_in(copy.file())
        other.write("entry", field, what)
    bring(copy, colleague.file(), "en")
    bring(copy, third.file(), "to")
    taken = copy.store.take_back(SCHOOL, copy.store.arrivals(SCHOOL)[1].id, **copy.by())
    assert not taken.exactly
    assert copy.values("entry", "what") == {"a"}
    assert copy.values("entry", "reason") == {"because"}
    third.close()


def test_without_its_backup_or_with_another_one_nothing_is_lost(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    colleague.take_in(copy.file())
    colleague.write("entry", "what", "b")
    for spoil in (lambda place: place.unlink(), lambda place: place.write_bytes(b"not a backup")):
        bring(copy, colleague.file())
        spoil(copy.path.parent / latest(copy).backup)
        back(copy)
        assert copy.values("entry", "what") == {"a"}
        assert_sound(copy)


@pytest.mark.parametrize("edited", [False, True])
def test_stopped_half_way_everything_is_left_as_it_was(copy: Copy, colleague: Copy, edited: bool) -> None:
    copy.write("entry", "what", "a")
    colleague.take_in(copy.file())
    colleague.write("entry", "what", "b")
    bring(copy, colleague.file())
    if edited:
        copy.write("group", "name", "g")
    had = rows(copy)
    for words in range(3):
        with pytest.raises(Stopped):
            back(copy, StopsAt(words))
        assert rows(copy) == had
        assert not latest(copy).taken_back
    back(copy)
    assert copy.values("entry", "what") == {"a"}


class StopsAt(Pace):
    """Asks to stop at its n-th word."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.left = words

    def __call__(self, done: int = 0, of: int = 0) -> None:
        if not self.left:
            self.stop()
        self.left -= 1
        super().__call__(done, of)


def test_what_was_taken_out_exactly_is_not_brought_in_from_nowhere(copy: Copy, colleague: Copy) -> None:
    colleague.write("entry", "what", "b")
    bring(copy, colleague.file())
    back(copy)
    with pytest.raises(FosdeskError):
        copy.store.bring_again(SCHOOL, latest(copy).id, **copy.by())


def test_a_file_that_brings_nothing_is_no_arrival(copy: Copy) -> None:
    copy.write("entry", "what", "a")
    assert bring(copy, copy.file()) == 0
    assert copy.store.arrivals(SCHOOL) == ()


def test_a_school_set_aside_goes_with_its_arrivals(copy: Copy, colleague: Copy) -> None:
    colleague.write("entry", "what", "b")
    bring(copy, colleague.file())
    copy.store.set_aside(SCHOOL)
    copy.store.remove_reference(SCHOOL)
    assert copy.store.schools() == ()
