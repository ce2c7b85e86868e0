"""A store that somebody tampered with: a sentence and a way on at the start, and never a raw error."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import GateEntry
from tests.program import Start
from tests.store.test_database_tampered import ENDLESS, checksums, plant
from tests.ui.acts import desk_of, press, said_on
from tests.ui.safe import keeping, trouble_on, what


@pytest.fixture
def closed(fresh_school: Fosdesk) -> Path:
    """The folder of a school with two texts, of which the second was changed once."""
    workspace = desk_of(fresh_school).workspace
    workspace.add(GateEntry(what="Leseløftet"))
    entry = workspace.add(GateEntry(what="Regnekurs"))
    workspace.commit(entry, GateEntry(id=entry.id, what="Regnekurset"))
    fresh_school.window.close()
    return fresh_school.folder


def change(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / STORE_NAME, isolation_level=None)) as raw:
        raw.execute(sql)
        checksums(raw)


@pytest.mark.parametrize("broken", ["[1]", "{", "1,2", ""])
def test_a_value_that_is_none_is_told_and_all_others_are_there(
    closed: Path, started: Start, qtbot: QtBot, broken: str
) -> None:
    change(closed, f"UPDATE change SET value = '{broken}' WHERE value = '\"Regnekurset\"'")
    program = started(closed)
    page = trouble_on(program, qtbot)
    assert "er skadet" in said_on(page)
    press(page, "Reparer filen og åpne")
    assert what(program) == {"Leseløftet", "Regnekurset"}, "the backup has it"


def test_a_broken_step_is_told_and_everything_is_there(closed: Path, started: Start, qtbot: QtBot) -> None:
    change(closed, "UPDATE step SET restores = '[[' WHERE step > 1")
    program = started(closed)
    assert what(program) == {"Leseløftet", "Regnekurset"}
    with qtbot.waitSignal(keeping(program).damage_found, timeout=30_000):
        keeping(program).check_rows()
    assert "Disken har endret noe i filen" in said_on(program.window)
    press(program.window, "Se hva dere kan gjøre")


def test_a_view_that_never_ends_does_not_hold_up_the_start(closed: Path, started: Start) -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON step BEGIN DELETE FROM step; END"
    plant(closed / STORE_NAME, f"CREATE VIEW v AS {ENDLESS}; {trigger}")
    program = started(closed)
    desk_of(program).workspace.add(GateEntry(what="Etterpå"))
    assert what(program) == {"Leseløftet", "Regnekurset", "Etterpå"}
    assert desk_of(program).workspace.undo_label() is not None, "the trigger does nothing"


def test_an_endless_view_in_the_place_of_a_table_is_told_with_a_way_on(
    closed: Path, started: Start, qtbot: QtBot
) -> None:
    plant(closed / STORE_NAME, f"DROP TABLE erased; CREATE VIEW erased AS {ENDLESS}")
    program = started(closed)
    page = trouble_on(program, qtbot)
    press(page, "Reparer filen og åpne")
    assert what(program) == {"Leseløftet", "Regnekurset"}
