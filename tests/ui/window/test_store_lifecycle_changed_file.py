"""Others put another file over the school's while the window is open: it is told, and all that was written is there."""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.store import store
from fosdesk.store.copies import overwrite_repair
from fosdesk.store.database import RepairUnderWay
from fosdesk.ui.forms.field_editor import FieldEditor
from tests.program import Start
from tests.reading import words_on
from tests.store.copies.test_overwrite_repair import IN_PLACE, WAYS, Way, overwrite, replace, truncate
from tests.ui.acts import desk_of, has_button, press, said_on, type_in
from tests.ui.safe import keeping, what

PUT = "endret filen fosdesk.db mens fosdesk hadde den åpen"
OLDER = "var eldre enn den nyeste sikkerhetskopien"


@pytest.fixture
def written(fresh_school: Fosdesk) -> tuple[Fosdesk, bytes]:
    """A school with a text from before an old copy of its file was made, and one from after."""
    program = fresh_school
    desk_of(program).workspace.add(GateEntry(what="Leseløftet"))
    assert program.store is not None
    old = (program.folder / STORE_NAME).read_bytes()
    desk_of(program).workspace.add(GateEntry(what="Skrevet etterpå"))
    return program, old


@pytest.mark.parametrize("way", WAYS, ids=[way.__name__ for way in WAYS])
def test_what_is_shown_and_written_stays_and_is_told(
    written: tuple[Fosdesk, bytes], way: Way, qtbot: QtBot, started: Start
) -> None:
    program, old = written
    way(program.folder / STORE_NAME, old)
    desk_of(program).workspace.add(GateEntry(what="Og til slutt"))
    everything = {"Leseløftet", "Skrevet etterpå", "Og til slutt"}
    assert what(program) == everything
    if os.name != "nt" or way in IN_PLACE:
        qtbot.waitUntil(lambda: "mens fosdesk hadde den åpen" in said_on(program.window))
        press(program.window, "Lukk")
        assert "mens fosdesk hadde den åpen" not in said_on(program.window)
    store = desk_of(program).workspace.store
    journal = store.journal(desk_of(program).school.id)
    assert read_school_file(write_school_file(journal, app="test", made=1, reference=False))
    program.window.close()
    assert what(started(program.folder)) == everything


def test_it_is_seen_without_a_write_too(written: tuple[Fosdesk, bytes], qtbot: QtBot) -> None:
    program, old = written
    overwrite(program.folder / STORE_NAME, old)
    program._lifecycle.look_at_file()
    qtbot.waitUntil(lambda: PUT in said_on(program.window))
    assert what(program) == {"Leseløftet", "Skrevet etterpå"}
    program._lifecycle.look_at_file()
    press(program.window, "Lukk")
    assert not has_button(program.window, "Lukk"), "it is told once"


def test_the_check_in_the_background_saves_what_was_written(written: tuple[Fosdesk, bytes], qtbot: QtBot) -> None:
    program, old = written
    truncate(program.folder / STORE_NAME, old)
    with qtbot.waitSignal(keeping(program).changed, timeout=30_000):
        keeping(program).check_rows()
    qtbot.waitUntil(lambda: PUT in said_on(program.window))
    assert keeping(program).is_saved()
    assert what(program) == {"Leseløftet", "Skrevet etterpå"}


def test_a_text_that_is_being_written_goes_on(written: tuple[Fosdesk, bytes], qtbot: QtBot) -> None:
    """The editor still shows what the file no longer says."""
    program, old = written
    desk = desk_of(program)
    entry = next(one for one in desk.school.of(GateEntry) if one.what == "Skrevet etterpå")
    overwrite(program.folder / STORE_NAME, old)
    later = structs.replace(entry, what="Skrevet etterpå, og mer")
    desk.workspace.commit(entry, later)
    assert what(program) == {"Leseløftet", "Skrevet etterpå, og mer"}
    assert not desk.school.conflicts
    history = [version.value for version in desk.workspace.history(entry.id, "what")]
    assert history == ["Skrevet etterpå, og mer", "Skrevet etterpå"]


def test_an_older_file_from_before_the_start_is_noticed_and_told(
    written: tuple[Fosdesk, bytes], started: Start, qtbot: QtBot
) -> None:
    program, old = written
    program.window.close()
    overwrite(program.folder / STORE_NAME, old)
    again = started(program.folder)
    assert what(again) == {"Leseløftet"}
    desk_of(again).workspace.add(GateEntry(what="I mellomtiden"))
    with qtbot.waitSignal(keeping(again).changed, timeout=30_000):
        keeping(again).check_rows()
    qtbot.waitUntil(lambda: OLDER in said_on(again.window))
    assert what(again) == {"Leseløftet", "Skrevet etterpå", "I mellomtiden"}
    assert keeping(again).is_saved()


def test_an_older_file_is_noticed_by_whoever_closes_at_once_too(
    written: tuple[Fosdesk, bytes], started: Start, qtbot: QtBot
) -> None:
    program, old = written
    program.window.close()
    overwrite(program.folder / STORE_NAME, old)
    again = started(program.folder)
    desk_of(again).workspace.add(GateEntry(what="I mellomtiden"))
    again.window.close()
    third = started(program.folder)
    assert what(third) == {"Leseløftet", "Skrevet etterpå", "I mellomtiden"}
    assert OLDER in said_on(third.window)


@pytest.mark.parametrize("way", WAYS, ids=[way.__name__ for way in WAYS])
def test_what_is_seen_at_the_end_alone_is_told_once_at_the_next_start(
    written: tuple[Fosdesk, bytes], way: Way, started: Start, qtbot: QtBot
) -> None:
    program, old = written
    way(program.folder / STORE_NAME, old)
    program.window.close()
    again = started(program.folder)
    assert what(again) == {"Leseløftet", "Skrevet etterpå"}
    if os.name != "nt" or way in IN_PLACE:
        assert "mens fosdesk hadde den åpen" in said_on(again.window)
    again.window.close()
    assert "mens fosdesk hadde den åpen" not in said_on(started(program.folder).window)


@pytest.mark.parametrize("way", [overwrite, truncate])
def test_a_large_school_is_put_together_beside_the_window_and_nothing_is_written_before(
    written: tuple[Fosdesk, bytes], way: Way, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, old = written
    desk = desk_of(program)
    entry = next(one for one in desk.school.of(GateEntry) if one.what == "Skrevet etterpå")
    editor = FieldEditor(desk, GateEntry, entry.id, "reason")
    editor.setParent(program.window)
    editor.show()
    monkeypatch.setattr(store, "MOST_AT_ONCE", 0)
    may_go_on, take_up = threading.Event(), overwrite_repair.take_up

    def take_up_later(*args: Any, **others: Any) -> FosdeskError | None:
        assert may_go_on.wait(30)  # so that the text is met by it, however fast or slow the machine is
        return take_up(*args, **others)

    monkeypatch.setattr(overwrite_repair, "take_up", take_up_later)
    way(program.folder / STORE_NAME, old)
    type_in(editor, "Fordi vi vil det")
    editor.commit()
    assert "settes sammen på nytt" in said_on(editor)
    assert editor.as_typed == "Fordi vi vil det"
    may_go_on.set()
    qtbot.waitUntil(lambda: PUT in said_on(program.window), timeout=30_000)
    assert what(program) == {"Leseløftet", "Skrevet etterpå"}
    assert desk.school.get(GateEntry, entry.id).reason == "Fordi vi vil det"
    assert not editor.dirty
    assert "settes sammen på nytt" not in said_on(program.window)


def test_a_large_school_whose_file_is_touched_or_copied_as_it_is_goes_on(
    written: tuple[Fosdesk, bytes], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, _ = written
    path = program.folder / STORE_NAME
    monkeypatch.setattr(store, "MOST_AT_ONCE", 0)
    os.utime(path, ns=(1_000_000_000, 1_000_000_000))
    desk_of(program).workspace.add(GateEntry(what="Straks"))
    assert "settes sammen" not in said_on(program.window)
    if os.name == "nt":
        return  # which lets nobody replace a file that is open
    replace(path, path.read_bytes())
    with pytest.raises(RepairUnderWay):
        desk_of(program).workspace.add(GateEntry(what="For tidlig"))
    qtbot.waitUntil(lambda: "skrev i filen fosdesk.db" in said_on(program.window), timeout=30_000)
    assert "settes sammen" not in said_on(program.window)
    desk_of(program).workspace.add(GateEntry(what="Etterpå"))
    assert what(program) == {"Leseløftet", "Skrevet etterpå", "Straks", "Etterpå"}


def test_closing_meanwhile_loses_nothing(
    written: tuple[Fosdesk, bytes], started: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, old = written
    monkeypatch.setattr(store, "MOST_AT_ONCE", 0)
    overwrite(program.folder / STORE_NAME, old)
    program._lifecycle.look_at_file()
    assert program.window.close()
    again = started(program.folder)
    assert what(again) == {"Leseløftet", "Skrevet etterpå"}
    assert PUT in said_on(again.window)


def missing(path: Path) -> None:
    """What an earlier fosdesk left behind, whose file was overwritten while it was open."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        own, top = raw.execute("SELECT writer, max(number) FROM change GROUP BY writer ORDER BY 2 DESC").fetchone()
        raw.execute("DELETE FROM change WHERE writer = ? AND number = ? AND live = 1", (own, top - 1))
        assert raw.execute("SELECT changes()").fetchone() == (1,)


@pytest.fixture
def with_gap(written: tuple[Fosdesk, bytes], started: Start) -> Fosdesk:
    program, _ = written
    program.window.close()
    missing(program.folder / STORE_NAME)
    return started(program.folder)


def test_a_gap_from_before_is_told_and_mended(with_gap: Fosdesk, qtbot: QtBot) -> None:
    before = what(with_gap)
    with qtbot.waitSignal(keeping(with_gap).gaps_mended, timeout=30_000):
        keeping(with_gap).check_rows()
    assert "Noen tidligere endringer mangler i historikken" in said_on(with_gap.window)
    with_gap._open_backup_schedule().gaps_mended.emit()
    assert words_on(with_gap.window).count("Lukk") == 2, "one button, which is read by its name and its text"
    assert what(with_gap) == before
    desk_of(with_gap).workspace.add(GateEntry(what="Etter reparasjonen"))
    assert what(with_gap) == before | {"Etter reparasjonen"}
