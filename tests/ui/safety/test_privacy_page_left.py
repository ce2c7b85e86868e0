"""What erasing leaves is said plainly: copies that cannot be cleaned, files of other names, and an unfinished sweep."""

import sqlite3
from contextlib import closing

from pytestqt.qtbot import QtBot

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.records import Person
from fosdesk.exchange.erase_copies import _marker_path
from fosdesk.exchange.school_file import write_school_file
from fosdesk.store import Store
from fosdesk.ui.safety.privacy_page import PrivacyPage
from tests.program import NOON, Start
from tests.ui.acts import desk_of, erase_person, page_of, press, said_on, wait_for_work
from tests.ui.safe import keeping


def test_what_is_left_is_listed_and_the_sentence_does_not_say_everywhere(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    page = page_of(fresh_school.window, "privacy", PrivacyPage)
    desk.workspace.add(Person("a", name="Anna Planteskog"))
    journal = desk.workspace.store.journal(desk.school.id)
    file = desk.folder / "til nestleder.fosdesk"
    file.write_bytes(write_school_file(journal, app="t", made=NOON, reference=False))
    damaged = desk.folder / "fosdesk damaged 2026-01-01 10.00.00.db"
    damaged.write_bytes(b"SQLite format 3\0 Planteskog" * 100)
    erase_person(page, "a")
    told = said_on(page)
    assert "Slettet her, men ikke overalt. Se hva som er igjen." in told
    assert "Slettet, her og i sikkerhetskopiene." not in told
    assert "kan fortsatt inneholde det som ble slettet" in told
    assert str(file) in told
    assert str(damaged) in told
    press(page, "Slett dem")
    press(page, "Slett for godt")
    assert not damaged.exists()
    assert file.exists(), "what erasing does not change is not deleted with it"


def test_the_dialog_says_what_is_not_changed(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    page = page_of(fresh_school.window, "privacy", PrivacyPage)
    desk.workspace.add(Person("a", name="Anna Planteskog"))
    page.open_person("a")
    wait_for_work(desk)
    press(page, "Slett personen …")
    assert "Dokumenter og skolefiler som dere har lagret eller gitt til andre, blir ikke endret." in said_on(
        page.dialog
    )
    press(page.dialog, "Avbryt")


def test_a_store_that_another_program_reads_in_is_told_of(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    page = page_of(fresh_school.window, "privacy", PrivacyPage)
    desk.workspace.add(Person("a", name="Anna Planteskog"))
    connection = desk.workspace.store._connection
    with closing(
        sqlite3.connect(fresh_school.folder / STORE_NAME, isolation_level=None, check_same_thread=False)
    ) as other:

        def read_along(sql: str) -> None:
            if sql == "VACUUM" and not other.in_transaction:
                other.execute("BEGIN")
                other.execute("SELECT count(*) FROM change").fetchone()

        connection.set_trace_callback(read_along)
        connection.execute("PRAGMA busy_timeout = 50")
        erase_person(page, "a")
        connection.set_trace_callback(None)
    assert "Et annet program leste i filen fosdesk.db akkurat da" in said_on(page)


def test_an_erasing_that_was_killed_goes_on_when_the_program_is_started(
    fresh_school: Fosdesk, started: Start, qtbot: QtBot
) -> None:
    desk, folder = desk_of(fresh_school), fresh_school.folder
    desk.workspace.add(Person("a", name="Anna Planteskog"))
    backup = desk.workspace.store.backup(folder / "backups", NOON, "asked")
    school = desk.school.id
    fresh_school.window.close()
    fresh_school.close()
    # As a program leaves it that is killed after the change in the store: no copy is cleaned.
    store = Store.open(folder / STORE_NAME)
    store.erase(school, Erasure(frozenset({"a"})), role="principal", app="t", now=NOON + 60_000)
    store.close()
    assert b"Planteskog" in backup.read_bytes()
    program = started(folder)
    schedule = keeping(program)
    schedule.check_rows()
    qtbot.waitUntil(lambda: b"Planteskog" not in backup.read_bytes())
    qtbot.waitUntil(lambda: _marker_path(folder / "backups", "fosdesk").exists())
    assert schedule.uncleaned == []
