"""The traces of erasing beside the rows: undo, the names of files that came in, and unused parts of the file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit
from fosdesk.exchange.school_file import read_school_file
from tests.store.erasing import bytes_of, changes_saying, erase
from tests.store.store_copies import SCHOOL, Copy


def undo_label(copy: Copy) -> StepLabel | None:
    return copy.store.undo_label(SCHOOL)


def test_undo_goes_on_with_the_step_before_what_was_erased(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    copy.write("group", "name", "g")
    before = undo_label(copy)
    copy.write("member", "motivation", "motivert")
    erase(copy, "member")
    assert undo_label(copy) == before
    copy.reopen()
    assert undo_label(copy) == before
    assert copy.undo()
    assert "group" not in copy.school().records


def test_erasing_is_no_step_to_take_back_where_a_text_stays_without_the_name(tmp_path: Path) -> None:
    """A step that undo offers and then refuses would keep everything before it from being taken back."""
    copy = Copy(tmp_path / "a.db")
    copy.write("group", "name", "g")
    copy.write("entry", "what", "Ola foreslo dette")
    said = changes_saying(copy, "Ola")
    edit = Edit("entry", "what", "Ola foreslo dette", "en lærer foreslo dette")
    copy.store.erase(SCHOOL, Erasure(frozenset(), said), [edit], **copy.by())
    assert copy.shown("entry", "what") == "en lærer foreslo dette"
    for _ in range(2):
        label = undo_label(copy)
        assert label is not None
        assert (label.act, label.record) == ("change", "group")
        copy.reopen()


def test_a_file_that_is_called_after_somebody_loses_its_name(tmp_path: Path) -> None:
    copy, other = Copy(tmp_path / "a.db"), Copy(tmp_path / "b.db", "deputy")
    copy.take_in(other.file())
    for record, file in (("entry", "fra Ola.fosdesk"), ("group", "fra kontoret.fosdesk")):
        other.write(record, "what" if record == "entry" else "name", "a")
        journal = read_school_file(other.file()).journal
        copy.store.merge(journal, own=True, now=next(copy.clock), file=file)
    copy.store.erase(SCHOOL, Erasure(), names_somebody=lambda text: "Ola" in text, **copy.by())
    assert [one.file for one in copy.store.arrivals(SCHOOL)] == ["fra kontoret.fosdesk", ""]
    assert b"fra Ola" not in bytes_of(copy)


def test_what_lay_in_unused_parts_of_the_file_is_gone_too(tmp_path: Path) -> None:
    """Another program may have left a freed page full of it, such as one that repaired the file or made it smaller."""
    copy = Copy(tmp_path / "a.db")
    copy.write("member", "motivation", "motivert")
    copy.close()
    with closing(sqlite3.connect(copy.path, isolation_level=None)) as raw:
        raw.execute("PRAGMA secure_delete = OFF")
        raw.execute("CREATE TABLE beside (said TEXT)")
        raw.execute("INSERT INTO beside VALUES (?)", ("Ola Planteskog. " * 2000,))
        raw.execute("DROP TABLE beside")
    copy.store = type(copy.store).open(copy.path)
    assert b"Ola Planteskog" in bytes_of(copy)
    erase(copy, "member")
    assert b"Ola Planteskog" not in bytes_of(copy)
