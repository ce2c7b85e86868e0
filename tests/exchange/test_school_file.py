"""School files: what goes in comes out, whoever reads it in between, and the same school gives the same bytes."""

from pathlib import Path

import msgspec
import pytest

from fosdesk.domain.journal import BIRTH, Change, Journal, Writer, heads
from fosdesk.domain.school import school_from_heads
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.school_file import merge_journals, read_school_file, write_school_file
from fosdesk.store import Store
from tests.exchange.hostile import GOOD, JOURNAL, UID
from tests.store.store_copies import SCHOOL, Copy

FORMAT_1 = Path(__file__).resolve().parent.parent / "data" / "school-1.fosdesk"


def journal_of(*texts: str) -> Journal:
    changes = [Change(0, 1, 1, 1, 1, "entry", BIRTH, "gate_entry", ())]
    changes += [Change(0, n, n, 1, n, "entry", "what", text, ()) for n, text in enumerate(texts, start=2)]
    return Journal("school-1", "", (Writer(UID, "principal", "0.1", 1),), tuple(changes))


def test_what_goes_in_comes_out() -> None:
    file = read_school_file(GOOD)
    assert file.journal == JOURNAL
    assert (file.app, file.made, file.reference) == ("0.1", 1_800_000_000_000, False)
    reference = read_school_file(write_school_file(JOURNAL, app="0.1", made=1, reference=True))
    assert reference.reference
    assert reference.journal == JOURNAL


def test_the_same_school_gives_the_same_bytes() -> None:
    turned = {0: 1, 1: 0}
    other = Journal(
        JOURNAL.school,
        JOURNAL.name,
        JOURNAL.writers[::-1],
        tuple(
            msgspec.structs.replace(
                c, writer=turned[c.writer], replaces=tuple((turned[w], n) for w, n in reversed(c.replaces))
            )
            for c in reversed(JOURNAL.changes)
        ),
    )
    assert write_school_file(other, app="0.1", made=1_800_000_000_000, reference=False) == GOOD


def test_an_empty_school_has_a_file() -> None:
    empty = Journal("school-1", "", (), ())
    assert read_school_file(write_school_file(empty, app="", made=0, reference=False)).journal == empty


@pytest.mark.parametrize("texts", [["x" * 200_000] * 3, ["\n" * 200_000] * 60, ["ŋ" * 200_000] * 60])
def test_a_school_of_long_dull_texts_can_read_its_own_file(texts: list[str]) -> None:
    journal = journal_of(*texts)
    assert read_school_file(write_school_file(journal, app="", made=0, reference=False)).journal == journal


def test_a_school_that_is_too_large_says_so_when_it_is_written() -> None:
    journal = journal_of(*[f"{n}" + "ŋ" * 199_000 for n in range(700)])
    with pytest.raises(FosdeskError, match="too large for one file"):
        write_school_file(journal, app="", made=0, reference=False)


def test_a_change_takes_little_room() -> None:
    changes = [Change(0, 1, 1, 1_795_000_000_000, 1, "entry", BIRTH, "gate_entry", ())]
    for n in range(2, 2000):
        text = f"en tekst av vanlig lengde, nummer {n}"
        changes.append(
            Change(0, n, n, 1_795_000_000_000 + 9973 * n, n, "entry", "what", text, ((0, n - 1),) if n > 2 else ())
        )
    journal = Journal("school-1", "", (Writer(UID, "principal", "0.1", 1),), tuple(changes))
    assert len(write_school_file(journal, app="0.1", made=1, reference=False)) / len(changes) < 30


def test_what_a_newer_fosdesk_wrote_survives_a_trip_through_this_one(tmp_path: Path) -> None:
    changes = (
        Change(0, 1, 1, 1, 1, "cheese", BIRTH, "noun of tomorrow", ()),
        Change(0, 2, 2, 1, 1, "cheese", "holes", 7, ()),
        Change(0, 3, 3, 1, 3, "entry", BIRTH, "gate_entry", ()),
        Change(0, 4, 4, 1, 3, "entry", "field of tomorrow", "kept", ()),
        Change(0, 5, 5, 1, 5, "entry", "decision", "choice of tomorrow", ()),
        Change(0, 6, 6, 1, 6, "entry", "what", 12, ()),
    )
    newer = Journal("school-1", "", (Writer(UID, "role of tomorrow", "9.9", 1),), changes)
    store = Store.open(tmp_path / "a.db")
    store.merge(read_school_file(write_school_file(newer, app="9.9", made=1, reference=False)).journal, own=True, now=1)
    school = store.snapshot("school-1")
    assert school.unknown == 4
    assert set(school.records) == {"entry"}
    store.close()
    again = Store.open(tmp_path / "a.db")
    out = write_school_file(again.journal("school-1"), app="9.9", made=1, reference=False)
    again.close()
    assert read_school_file(out).journal == newer


def test_a_file_of_format_1_says_what_it_said() -> None:
    file = load_school_file(FORMAT_1)
    school = school_from_heads(file.journal.school, heads(file.journal))
    assert (file.journal.name, file.app, file.made, file.reference) == (
        "Fjordvik skole",
        "0.1.0",
        1_795_000_000_000,
        False,
    )
    assert school.profile.name == "Fjordvik skole"
    assert school.conflicts == {("entry", "reason"): ("because", "…")}
    assert school.unknown == 2
    assert [(c.value, c.replaces) for c in file.journal.changes if c.field == "what"] == [
        ("a", ()),
        ("blåbær, ŋ, 👋 og <b>", ((1, 4),)),
    ]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for place in (tmp_path / "nowhere.fosdesk", tmp_path, tmp_path / ("x" * 300)):
        with pytest.raises(FosdeskError, match="could not be read; nothing has been changed"):
            load_school_file(place)


# -- the union of two files


def test_files_of_different_schools_are_not_merged() -> None:
    with pytest.raises(FosdeskError, match="different schools"):
        merge_journals(JOURNAL, msgspec.structs.replace(JOURNAL, school="school-2"))


@pytest.mark.parametrize("twist", ["value", "writer"])
def test_files_that_contradict_each_other_are_not_merged(twist: str) -> None:
    if twist == "value":
        changes = (*JOURNAL.changes[:4], msgspec.structs.replace(JOURNAL.changes[4], value="x"), JOURNAL.changes[5])
        other = msgspec.structs.replace(JOURNAL, changes=changes)
    else:
        writers = (msgspec.structs.replace(JOURNAL.writers[0], role="owner"), JOURNAL.writers[1])
        other = msgspec.structs.replace(JOURNAL, writers=writers)
    for pair in ((JOURNAL, other), (other, JOURNAL)):
        with pytest.raises(FosdeskError, match="say different things"):
            merge_journals(*pair)


def test_the_union_is_called_what_the_school_calls_itself(tmp_path: Path) -> None:
    from fosdesk.domain.changes.step_label import StepLabel
    from fosdesk.domain.journal import Edit, birth

    one, other = Copy(tmp_path / "a.db"), Copy(tmp_path / "b.db")
    for copy, name in ((one, "Å skole"), (other, "A skole")):
        edits = [birth("school", "school_profile"), Edit("school", "name", "", name)]
        copy.store.append(SCHOOL, edits, StepLabel("change"), **copy.by())
        other.take_in(one.file())
    a, b = one.journal(), other.journal()
    both = merge_journals(a, b)
    assert both == merge_journals(b, a)
    assert both.name == school_from_heads(SCHOOL, heads(both)).profile.name == other.journal().name
    one.close()
    other.close()
