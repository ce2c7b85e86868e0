"""What changed since when, what lies deleted and comes back whole, and from what a conflict grew."""

from hypothesis import example, given
from hypothesis import strategies as st

from fosdesk.domain.changes.merge_preview import IncomingKind, new_changes, preview
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import BIRTH, Edit
from fosdesk.domain.rules.lost_parents import last_values_after, with_lost_parents
from fosdesk.exchange.school_file import read_school_file
from fosdesk.store.lookups.past_queries import MOST_CHANGES
from tests.store.store_copies import SCHOOL, Copy, Picture, assert_sound, workplace
from tests.store.test_arrivals import Acts, acts, bring, do, parted

DAY = 86_400_000


def day_of(at: int) -> int:
    return at // DAY


def restore(copy: Copy, *records: str) -> None:
    nouns = dict(pair for group in copy.store.deleted(SCHOOL) for pair in group.records)
    wanted = {record: nouns[record] for record in records}
    copy.store.restore(SCHOOL, wanted, StepLabel("restore"), **copy.by())


def test_one_line_for_what_a_role_did_to_a_thing_on_a_day(copy: Copy) -> None:
    copy.write("entry", "what", "a")
    start = next(copy.clock)
    copy.write("entry", "what", "b")
    copy.write("entry", "what", "c")
    copy.write("entry", "reason", "because")
    copy.write("group", "name", "g")
    past = copy.store.changed_since(SCHOOL, start, day_of)
    assert [(line.record, line.birth, set(line.fields)) for line in past.lines] == [
        ("group", "existing_group", {"name"}),
        ("entry", "", {"what", "reason"}),
    ]
    keys = past.lines[1].fields
    assert copy.store.values_before_and_after(keys["what"]) == ("a", "c")
    assert copy.store.values_before_and_after(keys["reason"]) == (None, "because")
    assert not past.cut
    assert copy.store.changed_since(SCHOOL, next(copy.clock), day_of).lines == ()


def test_what_came_with_a_file_counts_from_when_it_came(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    colleague.take_in(copy.file())
    colleague.write("entry", "what", "b")
    for _ in range(100):
        start = next(copy.clock)
    bring(copy, colleague.file())
    copy.write("group", "name", "g")
    assert {line.record for line in copy.store.changed_since(SCHOOL, start, day_of).lines} == {"entry", "group"}
    (arrival,) = copy.store.arrivals(SCHOOL)
    (line,) = copy.store.changes_from_arrival(SCHOOL, arrival.id, day_of).lines
    assert (line.record, line.role) == ("entry", "teacher")
    assert copy.store.values_before_and_after(line.fields["what"]) == ("a", "b")


def test_of_very_many_changes_the_latest_are_looked_at(copy: Copy) -> None:
    for part in range(3):
        edits = [Edit(f"r{part}-{n}", "what", "", "a") for n in range(MOST_CHANGES // 2)]
        copy.store.append(SCHOOL, edits, StepLabel("change"), **copy.by())
    past = copy.store.changed_since(SCHOOL, 0, day_of)
    assert past.cut
    assert len(past.lines) == MOST_CHANGES
    assert past.lines[0].record.startswith("r2")
    assert not any(line.record.startswith("r0") for line in past.lines)


def test_what_was_deleted_in_one_step_lies_together_and_comes_back_whole(copy: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.write("entry", "reason", "because")
    copy.write("member", "motivation", "m")
    before = copy.picture()
    label = StepLabel("delete")
    copy.store.delete(SCHOOL, ["entry", "member"], label, **copy.by())
    (group,) = copy.store.deleted(SCHOOL)
    assert set(group.records) == {("entry", "gate_entry"), ("member", "membership")}
    assert group.role == "principal"
    assert copy.store.last_values(SCHOOL, "entry") == {"what": "a", "reason": "because"}
    restore(copy, "entry", "member")
    assert copy.picture() == before
    assert copy.store.deleted(SCHOOL) == ()
    assert_sound(copy)
    assert copy.undo()
    assert copy.picture() == {}
    assert len(copy.store.deleted(SCHOOL)) == 1


def test_what_never_said_anything_or_is_disputed_does_not_lie_in_the_bin(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "")
    copy.undo()
    copy.write("member", "motivation", "m")
    colleague.take_in(copy.file())
    copy.delete("member")
    colleague.write("member", "motivation", "n")
    copy.take_in(colleague.file())
    assert copy.store.deleted(SCHOOL) == ()


@given(before=acts, later=acts)
def test_everything_in_the_bin_comes_back_as_it_was_last_seen(before: Acts, later: Acts) -> None:
    with workplace() as folder:
        copy = Copy(folder / "a.db")
        last: Picture = {}
        for one in [*before, *later]:
            do(copy, [one])
            last.update(copy.picture())
        for group in copy.store.deleted(SCHOOL):
            for record, _ in group.records:
                restore(copy, record)
                assert copy.picture()[record] == last[record]
                assert_sound(copy)
        copy.close()


def test_a_conflict_tells_from_what_both_started(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    colleague.take_in(copy.file())
    copy.write("entry", "what", "b")
    copy.write("entry", "what", "c")
    colleague.write("entry", "what", "b")
    copy.take_in(colleague.file())
    assert copy.store.ancestor_value(SCHOOL, "entry", "what") == ("a",)
    assert copy.store.ancestor_value(SCHOOL, "entry", "reason") == ()


@given(before=acts, theirs=acts, mine=acts)
@example(
    before=[("write", ("meeting", "minutes", 0)), ("undo", "")],
    theirs=[],
    mine=[("write", ("line 1", "put_off", False)), ("write", ("meeting", "minutes", None)), ("undo", "")],
)  # a parent that is shown with what it said last here, of which an older file knows more
@example(
    before=[("write", ("entry", "reason", "because"))],
    theirs=[("write", ("entry", "reason", ""))],
    mine=[("undo", "")],
)  # deleted here, and emptied in the file
@example(
    before=[("write", ("line 1", "put_off", True))],
    theirs=[("delete", "line 1")],
    mine=[("write", ("line 1", "put_off", False))],
)  # deleted in the file and written in here: its meeting comes back with it
def test_the_preview_is_what_the_merge_does(before: Acts, theirs: Acts, mine: Acts) -> None:
    with workplace() as folder:
        copy, colleague = parted(folder, before, theirs, mine)
        file = colleague.file()
        journal = read_school_file(file).journal
        new = new_changes(journal, copy.store.version_vector(SCHOOL))
        had = copy.school()
        brings = {(change.record, change.field) for change in new}
        last = last_values_after(had, lambda record: copy.store.last_values(SCHOOL, record), journal, brings)
        heads = copy.store.heads_of(SCHOOL, {change.record for change in new})
        shown = preview(had, heads, journal, new, complete=lambda one: with_lost_parents(one, last))
        assert copy.take_in(file) == shown.changes
        has = copy.school()
        assert dict(shown.after.records) == dict(has.records)
        assert {k: set(v) for k, v in shown.after.conflicts.items()} == {k: set(v) for k, v in has.conflicts.items()}
        kinds = {one.record: one.kind for one in shown.incoming}
        for record in {*had.records, *has.records}:
            there, here = record in has.records, record in had.records
            disputed = {f for r, f in has.conflicts if r == record} - {f for r, f in had.conflicts if r == record}
            if BIRTH in disputed:
                assert kinds[record] is IncomingKind.SPLIT
            elif there and not here:
                assert kinds[record] is IncomingKind.NEW
            elif here and not there:
                assert kinds[record] is IncomingKind.GONE
            elif disputed:
                assert kinds[record] is IncomingKind.BOTH
            elif had.records[record] != has.records[record]:
                assert record in kinds
        copy.close()
        colleague.close()


@given(records=st.lists(st.sampled_from(["entry", "group"]), min_size=1, max_size=2, unique=True))
def test_looking_changes_nothing(records: list[str]) -> None:
    with workplace() as folder:
        copy = Copy(folder / "a.db")
        for record in records:
            copy.write(record, "what" if record == "entry" else "name", "a")
            copy.delete(record)
        before = copy.journal()
        copy.store.deleted(SCHOOL)
        copy.store.changed_since(SCHOOL, 0, day_of)
        copy.store.last_values(SCHOOL, records[0])
        assert copy.journal() == before
        copy.close()
