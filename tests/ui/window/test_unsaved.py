"""Nothing that is typed is dropped, wherever it is typed and whatever is pressed after it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.fields import Record
from fosdesk.store import Store
from fosdesk.ui.settings.settings_page import SettingsPage
from tests.sampling import sampled
from tests.ui.acts import desk_of, put_in, said_on, settle
from tests.ui.window.lists import click, shown, stored_in, typed_in
from tests.ui.window.places import PAGES, Place, cursor_in

EVERYWHERE = pytest.mark.parametrize("name", sampled(PAGES, 2))


def ways_out(program: Fosdesk, place: Place) -> dict[str, Callable[[], object]]:
    """All that would take one away from a page, by what a person does; closing the window last."""
    window = program.window
    settings = window.page("settings")
    assert isinstance(settings, SettingsPage)
    other = "gatekeeping" if place.page != "gatekeeping" else "time"
    return {
        **place.closers,
        "navigation": lambda: click(window.navigation.button_of(other)),
        "Ctrl+2": lambda: QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier),
        "Ctrl+K": lambda: desk_of(program).go(other, ""),
        "undo": window.undo,
        "redo": window.redo,
        "other language": lambda: settings.languages.chosen.emit("nn"),
        "other look": lambda: settings.themes.chosen.emit("dark"),
    }


@EVERYWHERE
def test_what_cannot_be_saved_stays_through_everything(fresh_school: Fosdesk, name: str) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    window.page("settings")
    place = PAGES[name](fresh_school)
    editor = place.editor
    ways = ways_out(fresh_school, place)
    put_in(editor, place.bad)
    before = desk.school
    said = ""
    for way, act in ways.items():
        act()
        assert fresh_school.window is window, f"{way} built another window"
        said = said_on(editor)
        assert window.current_key == place.page, f"{way} left the page"
        assert editor.isVisible(), f"{way} closed it"
        assert typed_in(editor) == place.bad, f"{way} dropped it"
        assert cursor_in(editor), f"{way} put the cursor into {QApplication.focusWidget()}"
        assert desk.workspace.undo_label() is not None
        assert desk.school == before, f"{way} did something"
    assert any(line in said for line in ("Skriv", "tegn lang")), said
    assert not window.close()
    assert typed_in(editor) == place.bad
    assert cursor_in(editor)
    put_in(editor, place.good(4))
    assert window.release()
    assert stored_in(desk, editor) not in ("", None)


@EVERYWHERE
def test_what_was_just_typed_is_saved_by_whatever_closes_it(fresh_school: Fosdesk, name: str) -> None:
    place, folder = PAGES[name](fresh_school), fresh_school.folder
    number = 1
    for way in [*place.closers, "navigation", "other language"]:
        record, record_id, field = place.editor.record, place.editor.record_id, place.editor.name
        put_in(place.editor, place.good(number))
        ways_out(fresh_school, place)[way]()
        settle()
        found = getattr(desk_of(fresh_school).school.get(record, record_id), field)
        assert found not in ("", None), f"{way} dropped it"
        if isinstance(found, str) and found.startswith("Tekst"):
            assert found == f"Tekst {number}", f"{way} dropped it"
        number += 1
        place = PAGES[name](fresh_school)
    put_in(place.editor, place.good(number))
    record, record_id, field = place.editor.record, place.editor.record_id, place.editor.name
    assert fresh_school.window.close()
    store = Store.open(folder / STORE_NAME)
    own = next(school for school in store.schools() if school.own)
    kept: Record = store.snapshot(own.id).get(record, record_id)
    store.close()
    assert getattr(kept, field) not in ("", None)
    assert str(number) in str(getattr(kept, field))


def test_undo_takes_back_what_was_typed_last_and_redo_brings_it_again(fresh_school: Fosdesk) -> None:
    place = PAGES["mandate"](fresh_school)
    put_in(place.editor, "Vi prøver ut.")
    fresh_school.window.undo()
    assert stored_in(desk_of(fresh_school), place.editor) == ""
    fresh_school.window.redo()
    assert stored_in(desk_of(fresh_school), place.editor) == "Vi prøver ut."
    assert typed_in(place.editor) == "Vi prøver ut."


def test_a_window_that_is_closed_twice_saves_what_it_can_and_goes(fresh_school: Fosdesk) -> None:
    window, folder = fresh_school.window, fresh_school.folder
    place = PAGES["meetings"](fresh_school)
    put_in(place.editor, place.bad)
    assert not window.close()
    assert [one.as_typed for one in desk_of(fresh_school).edits.unsaved()] == [place.bad]
    meeting = place.editor.record_id
    assert window.close()
    store = Store.open(folder / STORE_NAME)
    own = next(school for school in store.schools() if school.own)
    assert store.snapshot(own.id).find(meeting) is not None
    store.close()
    assert not window.isVisible()


def test_what_is_typed_after_the_first_close_is_saved_by_the_second(fresh_school: Fosdesk) -> None:
    rows = shown(fresh_school, "meetings")
    minutes, notes = rows.editor("minutes"), rows.editor("notes")
    put_in(minutes, "halvannen time hver uke")
    assert not fresh_school.window.close()
    put_in(notes, "Referatet kommer.")
    folder, meeting = fresh_school.folder, notes.record_id
    assert fresh_school.window.close()
    store = Store.open(folder / STORE_NAME)
    own = next(school for school in store.schools() if school.own)
    assert store.snapshot(own.id).get(notes.record, meeting).notes == "Referatet kommer."  # type: ignore[attr-defined]
    store.close()
