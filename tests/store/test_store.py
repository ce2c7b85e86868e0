"""What the store promises to whoever uses it: edits, deleting, settling, history, several schools."""

from pathlib import Path

import pytest

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, Edit, Journal, birth
from fosdesk.domain.records import GateEntry, SchoolProfile
from fosdesk.errors import FosdeskError
from fosdesk.store import RecentChange, Step, Store
from tests.store.store_copies import SCHOOL, Copy, meet

LABEL = StepLabel("change", "gate_entry", "what", "entry")


# -- edits


def test_what_is_written_is_read(copy: Copy) -> None:
    edits = [
        birth("entry", "gate_entry"),
        Edit("entry", "what", "", "Lesekurs"),
        Edit("entry", "came", "", "2026-11-01"),
    ]
    step = copy.store.append(SCHOOL, edits, LABEL, **copy.by())
    assert step is not None
    assert step.number == 1
    entry = GateEntry("entry", what="Lesekurs", came="2026-11-01")
    assert dict(copy.school().records) == {"entry": entry}
    assert dict(copy.store.snapshot_of(SCHOOL, ["entry", "nowhere"]).records) == {"entry": entry}


def test_what_changes_nothing_writes_nothing(copy: Copy) -> None:
    copy.write("entry", "what", "a")
    for edits in (
        [],
        [Edit("entry", "what", "a", "a")],
        [Edit("entry", "what", "b", "a")],
        [Edit("x", "what", "", "")],
    ):
        assert copy.store.append(SCHOOL, edits, LABEL, **copy.by()) is None
    assert len(copy.journal().changes) == 2
    assert copy.store.undo_label(SCHOOL) == StepLabel("change", "gate_entry", "what", "entry")


def test_true_is_not_one(copy: Copy) -> None:
    copy.write("odd", "unheard of", 1)
    assert copy.store.append(SCHOOL, [Edit("odd", "unheard of", 1, True)], LABEL, **copy.by())
    assert [(c.value, type(c.value)) for c in copy.journal().changes[1:]] == [(1, int), (True, bool)]


def test_a_stale_editor_overwrites_nothing(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    colleague.take_in(copy.file())
    colleague.write("entry", "what", "b")
    copy.take_in(colleague.file())  # while the editor still shows «a»
    copy.write_over("a", "entry", "what", "c")
    assert copy.school().conflicts == {("entry", "what"): ("c", "b")}
    meet(copy, colleague)
    assert colleague.school().conflicts == copy.school().conflicts


def test_a_stale_editor_that_saw_a_blank_field_overwrites_nothing(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    colleague.take_in(copy.file())
    colleague.write("entry", "reason", "theirs")
    copy.take_in(colleague.file())
    copy.write_over("", "entry", "reason", "mine")
    assert copy.school().conflicts == {("entry", "reason"): ("mine", "theirs")}


def test_an_ordinary_edit_settles_no_conflict(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    meet(copy, colleague)
    copy.write("entry", "what", "mine")
    colleague.write("entry", "what", "theirs")
    meet(copy, colleague)
    shown = copy.shown("entry", "what")
    other = ({"mine", "theirs"} - {shown}).pop()
    copy.write("entry", "what", "mine again")
    assert copy.values("entry", "what") == {"mine again", other}
    copy.settle("entry", "what", "both of us")
    meet(copy, colleague)
    assert colleague.values("entry", "what") == {"both of us"}
    assert colleague.school().conflicts == {}


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("a\0b", "holds a character that cannot be kept"),
        ("a\ud800b", "holds a character that cannot be kept"),
        ("x" * 200_001, "up to 200000 characters, and this one has 200001"),
        (2**53 + 1, "is too great to be kept"),
        (-(2**60), "is too great to be kept"),
    ],
)
def test_what_no_file_can_hold_is_refused_with_a_sentence(copy: Copy, value: Scalar, sentence: str) -> None:
    with pytest.raises(FosdeskError, match=sentence):
        copy.write("entry", "what", value)
    assert copy.journal().changes == ()
    assert copy.store.undo_label(SCHOOL) is None


@pytest.mark.parametrize(
    "value",
    [
        "",
        "x" * 200_000,
        "<b>&amp;<img src=x>",
        "{curly} %s",
        "a\u0007\u001b[2J\tb\nc",
        "👋🏽",
        "\u202eabc\u200b",
        "ŋŧž",
        2**53,
    ],
)
def test_all_other_text_is_kept_as_it_is(copy: Copy, colleague: Copy, value: Scalar) -> None:
    copy.write("odd", "unheard of", value)
    colleague.take_in(copy.file())
    assert colleague.values("odd", "unheard of") == {value}


def test_fractions_are_a_mistake_of_ours(copy: Copy) -> None:
    with pytest.raises(TypeError):
        copy.store.append(SCHOOL, [Edit("entry", "what", "", 1.5)], LABEL, **copy.by())  # type: ignore[arg-type]


# -- deleting


def test_deleting_takes_all_and_undo_brings_all_back(copy: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.write("entry", "reason", "because")
    copy.write("member", "leads", True)
    before = dict(copy.school().records)
    assert copy.store.delete(SCHOOL, ["entry", "member", "nowhere"], StepLabel("delete"), **copy.by())
    assert dict(copy.school().records) == {}
    assert copy.school().conflicts == {}
    assert copy.store.delete(SCHOOL, ["entry"], StepLabel("delete"), **copy.by()) is None
    assert copy.undo()
    assert dict(copy.school().records) == before


def test_something_deleted_may_begin_anew_under_the_same_id(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.write("entry", "reason", "because")
    copy.delete("entry")
    copy.write("entry", "what", "b")
    assert copy.school().find("entry") == GateEntry("entry", what="b")
    colleague.take_in(copy.file())
    assert colleague.school().conflicts == copy.school().conflicts == {}
    assert copy.undo()
    assert copy.school().find("entry") is None
    assert copy.school().conflicts == {}


def test_a_stale_editor_cannot_bring_back_unseen_what_a_colleague_deleted(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.write("entry", "reason", "because")
    meet(copy, colleague)
    colleague.delete("entry")
    copy.take_in(colleague.file())
    copy.write_over("because", "entry", "reason", "a new reason")
    ((where, births),) = copy.school().conflicts.items()
    assert (where, set(births)) == (("entry", BIRTH), {"!gate_entry", "gate_entry"})
    assert copy.undo()
    assert copy.school().find("entry") is None
    assert copy.school().conflicts == {}


def test_keeping_what_somebody_deleted_brings_back_its_other_fields(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    meet(copy, colleague)
    copy.delete("entry")
    colleague.write("entry", "reason", "because")
    meet(copy, colleague)
    copy.settle("entry", BIRTH, "gate_entry")
    meet(copy, colleague)
    for one in (copy, colleague):
        assert one.school().find("entry") == GateEntry("entry", what="a", reason="because")
        assert one.school().conflicts == {}
    assert copy.undo()
    assert copy.school().conflicts == {("entry", BIRTH): ("!gate_entry", "gate_entry")}
    assert copy.redo()
    copy.settle("entry", BIRTH, "!gate_entry")
    meet(copy, colleague)
    assert colleague.school().find("entry") is None


# -- the past


def test_history_tells_who_said_what_and_when_newest_first(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.write("entry", "what", "b")
    colleague.take_in(copy.file())
    colleague.write("entry", "what", "c")
    copy.take_in(colleague.file())
    versions = copy.store.history(SCHOOL, "entry", "what")
    assert [(v.value, v.role, v.current) for v in versions] == [
        ("c", "teacher", True),
        ("b", "principal", False),
        ("a", "principal", False),
    ]
    assert versions[1].at - versions[2].at == 1000
    assert [v.field for v in copy.store.history(SCHOOL, "entry")] == ["what", "what", "what", ""]
    copy.delete("entry")
    assert [v.value for v in copy.store.history(SCHOOL, "entry", BIRTH)] == ["!gate_entry", "gate_entry"]
    assert copy.store.history(SCHOOL, "nowhere") == ()


def test_recent_groups_what_one_act_wrote(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    edits = [Edit("entry", "what", "a", "b"), Edit("entry", "reason", "", "because"), Edit("x", "what", "", "y")]
    step = copy.store.append(SCHOOL, edits, LABEL, **copy.by())
    colleague.take_in(copy.file())
    colleague.write("member", "motivation", "m")
    copy.take_in(colleague.file())
    found = copy.store.recent(SCHOOL, 3)
    assert [(r.record, r.fields, r.role) for r in found] == [
        ("member", ("", "motivation"), "teacher"),
        ("x", ("what",), "principal"),
        ("entry", ("what", "reason"), "principal"),
    ]
    assert found[1].step == found[2].step == step
    assert isinstance(found[0], RecentChange)
    assert isinstance(found[0].step, Step)
    assert len(copy.store.recent(SCHOOL, 100)) == 4


# -- several schools


def test_a_colleagues_school_lies_beside_ones_own_and_goes_as_a_whole(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "a.db")
    by = {"role": "principal", "app": "test", "now": 1}
    for school, own in (("ours", True), ("theirs", False)):
        store.add_school(school, own=own, now=1)
        store.add_school(school, own=own, now=2)
        for name in ("a", "b", "c"):
            before = store.snapshot(school).profile.name
            edits = [birth("school", "school_profile"), Edit("school", "name", before, f"{school} {name}")]
            store.append(school, edits, LABEL, **by)  # type: ignore[arg-type]
    assert [tuple(s) for s in store.schools()] == [("ours", True, 1), ("theirs", False, 1)]
    assert store.snapshot("theirs").profile == SchoolProfile("school", name="theirs c")
    assert store.journal("theirs").name == "theirs c"
    with pytest.raises(FosdeskError, match="your own school, so it is not removed"):
        store.remove_reference("ours")
    with pytest.raises(FosdeskError, match="cannot also be here as another one"):
        store.merge(store.journal("ours"), own=False, now=3)
    with pytest.raises(FosdeskError, match="is here already as another school"):
        store.add_school("theirs", own=True, now=3)
    theirs, ours = store.journal("theirs"), store.journal("ours")
    store.remove_reference("theirs")
    assert [s.id for s in store.schools()] == ["ours"]
    assert store.journal("ours") == ours
    assert b"theirs a" not in (tmp_path / "a.db").read_bytes()
    with pytest.raises(KeyError):
        store.snapshot("theirs")
    assert store.merge(theirs, own=False, now=4) == len(theirs.changes)
    assert store.journal("theirs") == theirs
    assert store.undo_label("theirs") is None
    store.undo("ours", **by)  # type: ignore[arg-type]
    assert store.snapshot("ours").profile.name == "ours b"
    store.close()


def test_an_empty_school_is_a_whole_journal(copy: Copy, tmp_path: Path) -> None:
    assert copy.journal() == Journal(SCHOOL, "", (), ())
    other = Store.open(tmp_path / "c.db")
    assert other.merge(copy.journal(), own=True, now=1) == 0
    assert other.snapshot(SCHOOL).records == {}
    other.close()
