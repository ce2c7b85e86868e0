"""Whoever was erased or is shielded turns up nowhere: not in lists, histories, bin, search, documents or files."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Meeting, Membership, Person, SeatHolder
from fosdesk.domain.rules.search_index import SearchIndex
from fosdesk.exchange.school_file import reference_journal, write_school_file
from fosdesk.privacy.audience import Audience
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.workspace import Workspace
from tests.privacy.known import names_of
from tests.program import NOON
from tests.ui.acts import button_on, changed, desk_of, said_on, wait_for_work

NAME = "Turid Planteskog"
ALONE = ("storage", "privacy")  # the one part of a page in which whoever is shielded is found


def write_about(workspace: Workspace) -> Person:
    person = workspace.add(Person("p", name=NAME, role="teacher", contact="planteskog@skolen.no"))
    workspace.add(Membership("m", person="p", standing="member", leads=True, motivation="planteskog"))
    workspace.add(SeatHolder("s", person="p", seat="teachers"))
    workspace.add(Meeting("t", what="Oppstart", notes="Vi var enige."))
    return person


def everything_on_the_screen(program: Fosdesk) -> str:
    found = []
    for place in PAGES:
        program.window.go(place.key, "")
        page = program.window.page(place.key)
        if not isinstance(page, TabbedPage):
            found.append(said_on(page))
            continue
        for key in page.tabs._names:
            if (place.key, key) != ALONE:
                page.tabs.show_tab(key)
                found.append(said_on(page))
    return "\n".join(found).casefold()


def file_for_others(program: Fosdesk) -> bytes:
    school = desk_of(program).school
    ticked = {"person.name", "person.contact", "membership.person", "membership.motivation", "seat_holder.person"}
    journal = reference_journal(
        school, names=names_of(school), name="", audience=Audience.NETWORK, ticked=ticked, now=NOON
    )
    return write_school_file(journal, app="t", made=NOON, reference=True)


def test_whoever_is_shielded_turns_up_nowhere(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    person = write_about(desk.workspace)
    desk.workspace.commit(person, changed(person, name=f"{NAME}-Li"))
    gone = desk.workspace.add(SeatHolder("gone", person="p", seat="sfo"))
    desk.workspace.delete([gone])
    assert "planteskog" in everything_on_the_screen(fresh_school)
    desk.workspace.shield("p", "Klagesak", desk.day())
    assert "planteskog" not in everything_on_the_screen(fresh_school)
    assert b"planteskog" not in file_for_others(fresh_school).lower()
    index = SearchIndex(desk.framework, desk.school)
    assert index.find("planteskog", private=True) == ()
    assert all(record != "p" for group in desk.workspace.deleted() for record, _ in group.records)
    assert desk.workspace.deleted() == ()
    desk.workspace.unshield("p")
    assert "planteskog" in everything_on_the_screen(fresh_school)
    assert len([record for group in desk.workspace.deleted() for record, _ in group.records]) == 2


def test_whoever_was_erased_turns_up_nowhere(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    write_about(desk.workspace)
    held = desk.workspace.held("p", lambda role: "[lærer]")
    desk.workspace.erase(held, set(), [tmp_path / "copies"])
    desk.workspace.reload()
    assert "planteskog" not in everything_on_the_screen(fresh_school)
    assert desk.workspace.deleted() == ()
    past = desk.workspace.changed_since(0, lambda at: at)
    assert {"p", "m", "s"}.isdisjoint(line.record for line in past.lines)


def test_the_history_of_a_thing_says_what_was_erased_and_can_erase(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    meeting = desk.workspace.add(Meeting("t", what="Oppstart", notes="Turid gråt."))
    desk.workspace.commit(meeting, changed(meeting, notes="Vi var enige."))
    dialog = HistoryDialog(desk, "t", fresh_school.window)
    dialog.open()
    assert "Turid gråt." in said_on(dialog)
    for words in ("Slett denne versjonen", "Slett for godt"):
        QTest.mouseClick(button_on(dialog, words), Qt.MouseButton.LeftButton)
    wait_for_work(desk)
    assert "gråt".encode() not in (desk.folder / "fosdesk.db").read_bytes()
    again = HistoryDialog(desk, "t", fresh_school.window)
    again.open()
    told = said_on(again)
    assert "slettet" in told
    assert "Vi var enige." in told
    assert "gråt" not in told
    again.reject()
