"""A third text for a field that two people wrote: kept when the window closes while it is being written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.fields import Scalar
from fosdesk.domain.records import GateEntry
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.store import Store
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from tests.closing import close_at_the_end
from tests.ui.acts import changed, desk_of, from_colleague, press, take_cursor

ENTRY = "entry"


def in_conflict(program: Fosdesk, folder: Path, name: str, ours: Scalar, theirs: Scalar) -> FieldEditor:
    """An editor of a field in which a colleague wrote something else at the same time."""
    desk = desk_of(program)
    entry = desk.workspace.add(GateEntry(ENTRY, what="Leseløftet"))
    file = from_colleague(desk, folder, lambda there: there.commit(entry, changed(entry, **{name: theirs})))
    desk.workspace.commit(entry, changed(entry, **{name: ours}))
    desk.workspace.adopt(desk.workspace.merge(load_school_file(file), folder / "backups").update)
    assert set(desk.school.conflicts[ENTRY, name]) == {ours, theirs}
    editor = FieldEditor(desk, GateEntry, ENTRY, name)
    editor.setParent(program.window)
    editor.resize(500, 500)
    editor.show()
    return editor


def write_third(editor: FieldEditor, typed: str, *, has_cursor: bool) -> None:
    """Ask for a third and type it over; the cursor stays in it, or was never there, as when somebody dictates."""
    press(editor.conflict, "Skriv noe annet")
    assert editor.conflict.third is not None
    third = as_widget(editor.conflict.third)
    take_cursor(third)
    if not has_cursor:
        third.clearFocus()
    QTest.keyClick(third, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(third, typed)
    assert third.hasFocus() == has_cursor


def values_in(program: Fosdesk, name: str) -> set[Scalar]:
    """What the closed store says in a field."""
    store = Store.open(program.folder / STORE_NAME)
    close_at_the_end(lambda: store.close(look=False))
    (school,) = store.schools()
    return {head.value for head in store.heads_of(school.id, [ENTRY]) if head.field == name}


@pytest.mark.parametrize("has_cursor", [True, False])
@pytest.mark.parametrize("name", ["source", "reason"])
def test_a_third_text_that_is_being_written_is_kept_when_the_window_closes(
    fresh_school: Fosdesk, tmp_path: Path, name: str, has_cursor: bool
) -> None:
    editor = in_conflict(fresh_school, tmp_path, name, "Fra oss", "Fra kollegaen")
    write_third(editor, "Det beste av begge", has_cursor=has_cursor)
    assert values_in(fresh_school, name) == {"Fra oss", "Fra kollegaen"}, "nobody has left the text yet"
    assert fresh_school.window.close()
    assert values_in(fresh_school, name) == {"Det beste av begge"}


def test_a_third_that_was_only_asked_for_settles_nothing(fresh_school: Fosdesk, tmp_path: Path) -> None:
    editor = in_conflict(fresh_school, tmp_path, "reason", "Fra oss", "Fra kollegaen")
    press(editor.conflict, "Skriv noe annet")
    assert fresh_school.window.close()
    assert values_in(fresh_school, "reason") == {"Fra oss", "Fra kollegaen"}
