"""Copies that lie nearby are offered when they hold something new, and merged with one click."""

import shutil
from pathlib import Path

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Person
from fosdesk.ui.schools.schools_page import SchoolsPage
from tests.ui.acts import changed, desk_of, from_colleague, page_of, press, said_on, wait_for_work, wait_until


def looked(page: SchoolsPage) -> SchoolsPage:
    page.nearby.search()
    wait_until(lambda: not page.nearby.under_way)
    return page


def test_a_copy_beside_the_file_that_was_read_is_offered_and_merged(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk, folder = desk_of(fresh_school), tmp_path / "delt"
    folder.mkdir()
    first = from_colleague(desk, tmp_path, lambda there: there.add(GateEntry(what="Fra fila")))
    shutil.move(first, folder / "skole.fosdesk")
    other = from_colleague(desk, tmp_path, lambda there: there.add(GateEntry(what="Fra kopien")))
    shutil.move(other, folder / "skole-PC2.fosdesk")
    shutil.copy(folder / "skole.fosdesk", folder / "skole (1).fosdesk")
    (folder / "skole - Kopi.fosdesk").write_bytes(b"not a school file")
    page = page_of(fresh_school.window, "schools", SchoolsPage)
    page.read_file(folder / "skole.fosdesk")
    wait_for_work(desk)
    press(page.panel, "Slå sammen")
    wait_for_work(desk)
    page = looked(page)
    said = said_on(page.nearby)
    assert "Det ligger en kopi av skolen deres i nærheten" in said
    assert "skole-PC2.fosdesk" in said
    assert "skole (1).fosdesk" not in said, "all that is in it is here already"
    press(page.nearby, "Slå sammen")
    wait_for_work(desk)
    assert {entry.what for entry in desk.school.of(GateEntry)} == {"Fra fila", "Fra kopien"}
    assert not looked(page).nearby.isVisible()


def test_a_copy_can_be_looked_at_first_or_left_alone(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    file = from_colleague(desk, tmp_path, lambda there: there.add(GateEntry(what="Fra kopien")))
    shutil.move(file, tmp_path / "skole (konfliktkopi).fosdesk")
    desk.settings.change(folder=str(tmp_path))
    page = looked(page_of(fresh_school.window, "schools", SchoolsPage))
    press(page.nearby, "Se hva som er i den")
    wait_for_work(desk)
    assert "1 ting er ny" in said_on(page.panel)
    assert not desk.school.of(GateEntry)
    press(page.panel, "Avbryt")
    press(page.nearby, "Ikke nå")
    assert not looked(page).nearby.isVisible()


def test_news_of_somebody_who_was_erased_here_is_offered_to_nobody(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    person = desk.workspace.add(Person("turid", name="Turid Planteskog"))
    file = from_colleague(desk, tmp_path, lambda there: there.commit(person, changed(person, name="Turid Plante")))
    shutil.move(file, tmp_path / "skole (konfliktkopi).fosdesk")
    desk.settings.change(folder=str(tmp_path))
    page = looked(page_of(fresh_school.window, "schools", SchoolsPage))
    assert page.nearby.isVisible()
    held = desk.workspace.held("turid", lambda role: "[noen]")
    desk.workspace.erase(held, frozenset(), [fresh_school.folder / "backups"])
    desk.workspace.reload()
    assert not looked(page).nearby.isVisible()


def test_a_copy_of_the_working_file_itself_is_found(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    shutil.copy(fresh_school.folder / "fosdesk.db", fresh_school.folder / "fosdesk-PC2.db")
    page = looked(page_of(fresh_school.window, "schools", SchoolsPage))
    assert not page.nearby.isVisible()
    from fosdesk.store import Store
    from fosdesk.workspace import Workspace
    from tests.program import NOON

    store = Store.open(fresh_school.folder / "fosdesk-PC2.db")
    Workspace(store, desk.school.id, role="deputy", app="test", clock=lambda: NOON).add(GateEntry(what="Der"))
    store.close()
    assert "fosdesk-PC2.db" in said_on(looked(page).nearby)


def test_another_schools_copy_is_not_mentioned(fresh_school: Fosdesk, with_example: Fosdesk, tmp_path: Path) -> None:
    other = from_colleague(desk_of(with_example), tmp_path, lambda there: there.add(GateEntry(what="Der")))
    shutil.move(other, tmp_path / "skole (1).fosdesk")
    desk_of(fresh_school).settings.change(folder=str(tmp_path))
    assert not looked(page_of(fresh_school.window, "schools", SchoolsPage)).nearby.isVisible()
