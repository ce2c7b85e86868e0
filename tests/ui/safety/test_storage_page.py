"""The history page: what changed since when, word by word; a bin; and the files that came in. Nobody is counted."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.safety.changes_part import ChangesPart
from fosdesk.ui.safety.storage_page import StoragePage
from tests.program import TODAY
from tests.reading import words_on
from tests.ui.acts import (
    changed,
    desk_of,
    from_colleague,
    has_button,
    journal_in,
    open_beside,
    page_of,
    press,
    said_on,
    settle,
    wait_for_work,
)


def history(program: Fosdesk) -> StoragePage:
    return page_of(program.window, "history", StoragePage)


def unfold(page: StoragePage, words: str) -> None:
    settle()
    line = next(d for d in page.findChildren(Disclosure) if d.isVisibleTo(page) and d.text().startswith(words))
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def changes(page: StoragePage) -> ChangesPart:
    part = page.part("changes")
    assert isinstance(part, ChangesPart)
    return part


def test_what_was_written_today_stands_below_its_page_with_before_and_after(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet for alle"))
    page = history(fresh_school)
    said = said_on(page)
    assert said.index("I dag") < said.index("Grensevokting") < said.index("Leseløftet for alle")
    assert "ny · Rektor" in said
    old = changed(entry, what="Leseløftet for hele skolen")
    desk.workspace.commit(entry, old)
    unfold(page, "Leseløftet for hele skolen")
    press(page, "Gå dit")
    assert fresh_school.window.current_key == "gatekeeping"


def test_since_a_day_leaves_out_what_is_older_and_a_day_that_is_none_is_told(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry(what="Leseløftet"))
    page = history(fresh_school)
    press(page, "Siden en dag")
    part = changes(page)
    part.day.setText("i morgen og litt til")
    part.day.committed.emit()
    assert "dag, måned og år" in said_on(page)
    part.day.setText((TODAY + timedelta(days=1)).strftime("%d.%m.%Y"))
    part.day.committed.emit()
    assert "Ingenting er endret i denne tiden." in said_on(page)
    part.day.setText(TODAY.strftime("%d.%m.%Y"))
    part.day.committed.emit()
    assert "Leseløftet" in said_on(page)


def test_a_thing_changed_by_two_on_a_day_has_a_line_for_each(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet"))
    file = from_colleague(desk, tmp_path, lambda there: there.commit(entry, changed(entry, source="posten")))
    merged = desk.workspace.merge(load_school_file(file), tmp_path / "backups", "fra kollega.fosdesk")
    desk.workspace.adopt(merged.update)
    page = history(fresh_school)
    assert "Kilde · Inspektør" in said_on(page)
    press(page, "Det som kom med")
    said = said_on(page)
    assert "Kilde · Inspektør" in said
    assert "ny · Rektor" not in said
    press(page, "Filer som er lest inn")
    press(page, "Se hva som kom")
    assert page.tabs.key == "changes"
    assert changes(page).choice.value == "came"


def test_a_page_that_comes_up_for_what_a_file_brought_fills_no_other_part(
    fresh_school: Fosdesk, tmp_path: Path
) -> None:
    window, desk, page = fresh_school.window, desk_of(fresh_school), history(fresh_school)
    press(page, "Papirkurv")
    window.go("schools", "")
    gone = desk.workspace.add(GateEntry(what="Et kurs"))
    desk.workspace.delete([gone])
    file = from_colleague(desk, tmp_path, lambda there: there.add(GateEntry(what="Fra kollegaen")))
    desk.workspace.adopt(desk.workspace.merge(load_school_file(file), tmp_path / "backups", "Kopi.fosdesk").update)
    window.go("history", f"arrival:{desk.workspace.arrivals()[0].id}")
    assert page.tabs.key == "changes"
    said = said_on(page)
    assert "Fra kollegaen" in said
    assert "Papirkurven er tom." in words_on(page.part("bin")), "nobody has looked at it since"
    press(page, "Papirkurv")
    assert "Et kurs" in said_on(page)


def test_what_is_deleted_can_be_brought_back_from_the_line_too(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet", source="brosjyre"))
    desk.workspace.delete([entry])
    page = history(fresh_school)
    unfold(page, "Leseløftet")
    assert "brosjyre" in said_on(page)
    press(page, "Hent tilbake")
    assert desk.school.find(entry.id) == entry
    press(page, "Papirkurv")
    assert "Papirkurven er tom." in said_on(page)


def test_a_colleagues_school_has_a_history_to_read_and_nothing_to_bring_back(
    fresh_school: Fosdesk, example_store: Path
) -> None:
    window = open_beside(fresh_school, journal_in(example_store))
    page = page_of(window, "history", StoragePage)
    press(page, "Papirkurv")
    assert not has_button(page, "Hent tilbake")
    assert not has_button(page, "Filer som er lest inn")
    window.close()


def test_the_page_counts_nobodys_work(with_example: Fosdesk) -> None:
    page = history(with_example)
    press(page, "Siste måned")
    wait_for_work(page.desk)
    said = said_on(page).lower()
    assert "rektor" in said
    for counted in ("flest", "antall", "prosent", "%"):
        assert counted not in said
