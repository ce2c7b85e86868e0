"""The unsorted lines on the overview: what is shown, and how they are sorted and deleted by keyboard and mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import Record
from fosdesk.domain.records import AgendaLine, Captured, Decision, FollowUp, GateEntry, Meeting
from fosdesk.domain.rules.captured_sorting import sorted_id
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.overview.overview_page import OverviewPage
from fosdesk.ui.overview.unsorted_list import UnsortedList
from tests.ui import acts
from tests.ui.acts import bring_to_front, button_on, desk_of, journal_in, open_beside, press, said_on, settle

COMING = Meeting("coming", what="Ledermøte", day="2026-11-30")
OFFSCREEN = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # what a menu asks of a real screen
NOT_FOR_THE_FOOT = "Ring PPT"


def note(program: Fosdesk, *thoughts: str, day: str = "") -> None:
    made = [Captured(f"line{n}", text=thought, day=day) for n, thought in enumerate(thoughts)]
    desk_of(program).workspace.commit_all([(None, one) for one in made], "create")


def unsorted(program: Fosdesk) -> UnsortedList:
    """The list, on the overview in a window that has the keyboard."""
    page = acts.page_of(program.window, "overview", OverviewPage)
    assert page.unsorted is not None
    return page.unsorted


def with_cursor(program: Fosdesk, record_id: str) -> QWidget:
    """One line, with the cursor on it."""
    line = unsorted(program).list.row(record_id).line
    line.setFocus()
    settle()
    assert line.hasFocus()
    return line


def cursor() -> str:
    """The id of the line that has the cursor; empty where none has it."""
    there = QApplication.focusWidget()
    return str(there.property("unsorted") or "") if there is not None else ""


def test_nothing_is_shown_where_there_is_nothing(fresh_school: Fosdesk) -> None:
    page = acts.page_of(fresh_school.window, "overview", OverviewPage)
    assert page.unsorted is None
    assert "Usortert" not in said_on(page)
    note(fresh_school, "Ring PPT")
    assert "Usortert (1)" in said_on(page)
    fresh_school.window.undo()
    assert "Usortert" not in said_on(page)


@pytest.mark.parametrize(("letter", "record"), [("o", FollowUp), ("B", Decision), ("g", GateEntry), ("s", AgendaLine)])
def test_one_key_sorts_a_line(fresh_school: Fosdesk, letter: str, record: type[Record]) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(COMING)
    note(fresh_school, "Ring PPT", "Takk SFO", day="2026-12-01")
    line = with_cursor(fresh_school, "line0")
    QTest.keyClicks(line, letter)
    settle()
    (made,) = desk.school.of(record)
    assert getattr(made, "what", "") == "Ring PPT"
    assert [one.id for one in desk.school.of(Captured)] == ["line1"]
    assert cursor() == "line1"
    assert NOT_FOR_THE_FOOT not in said_on(fresh_school.window._foot)
    fresh_school.window.undo()
    assert desk.school.of(record) == ()
    assert unsorted(fresh_school).list.shown_ids == ["line0", "line1"], "it comes back to its place"
    fresh_school.window.redo()
    assert [one.id for one in desk.school.of(record)] == [made.id]


def test_the_day_goes_to_where_it_is_due(fresh_school: Fosdesk) -> None:
    note(fresh_school, "Ring PPT neste tysdag", day="2026-12-01")
    assert "1. des." in said_on(unsorted(fresh_school))
    QTest.keyClicks(with_cursor(fresh_school, "line0"), "o")
    assert [(one.what, one.due) for one in desk_of(fresh_school).school.of(FollowUp)] == [
        ("Ring PPT neste tysdag", "2026-12-01")
    ]


@OFFSCREEN
def test_the_menu_says_what_a_line_can_become_with_the_keys(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(COMING)
    note(fresh_school, "Ring PPT")
    press(unsorted(fresh_school), "Hva er det?")
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [one.text() for one in menu.actions() if one.text()]
    kinds = ["Avgjørelse\tB", "Innspill\tG", "Spørsmål eller innvending\tI", "Behov\tN", "Oppfølging\tO"]
    assert said == [*kinds, "Sak til 30. nov.\tS", "Fjern\tDelete"]
    QTest.keyClick(menu, Qt.Key.Key_O)
    settle()
    assert [one.what for one in desk_of(fresh_school).school.of(FollowUp)] == ["Ring PPT"]


@OFFSCREEN
def test_the_menu_works_with_arrows_and_mouse(fresh_school: Fosdesk) -> None:
    note(fresh_school, "Ring PPT", "Takk SFO")
    part = unsorted(fresh_school)
    act = part.list.row("line0").act
    act.setFocus()
    QTest.keyClick(act, Qt.Key.Key_Return)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Sak" not in "".join(one.text() for one in menu.actions()), "no meeting is ahead"
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert [one.what for one in desk_of(fresh_school).school.of(GateEntry)] == ["Ring PPT"]
    press(part, "Hva er det?")
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    settle()
    assert desk_of(fresh_school).school.of(Captured) == ()
    assert part.isHidden()


def test_up_and_down_move_from_line_to_line(fresh_school: Fosdesk) -> None:
    note(fresh_school, "Ring PPT", "Takk SFO", "Spør FAU")
    line = with_cursor(fresh_school, "line0")
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(QApplication.focusWidget() or line, key)
        seen.append(cursor())
    assert seen == ["line1", "line2", "line2", "line1"]


def test_delete_takes_a_line_away_and_undo_brings_it_back(fresh_school: Fosdesk) -> None:
    note(fresh_school, "Ring PPT", "Takk SFO")
    QTest.keyClick(with_cursor(fresh_school, "line1"), Qt.Key.Key_Delete)
    settle()
    assert cursor() == "line0"
    assert "Ctrl+Z henter det tilbake" in said_on(fresh_school.window._foot)
    fresh_school.window.undo()
    assert [one.text for one in desk_of(fresh_school).school.of(Captured)] == ["Ring PPT", "Takk SFO"]


def test_letters_belong_to_the_text_while_a_line_is_changed(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    note(fresh_school, "Ring PPT")
    part = unsorted(fresh_school)
    QTest.keyClick(with_cursor(fresh_school, "line0"), Qt.Key.Key_Return)
    settle()
    form = part.list.panel
    assert isinstance(form, RecordForm)
    text = as_widget(form.editors["text"].editor)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(text, " gosb")
    day = as_widget(form.editors["day"].editor)
    QTest.keyClicks(day if isinstance(day, QLineEdit) else day.findChildren(QLineEdit)[0], "1.12.2026")
    assert desk.release()
    assert [(one.text, one.day) for one in desk.school.of(Captured)] == [("Ring PPT gosb", "2026-12-01")]
    assert "bare for lederteamet" in said_on(part)
    QTest.keyClicks(text, " nå")
    QTest.keyClicks(part.list.row("line0").line, "o")
    settle()
    assert [one.what for one in desk.school.of(FollowUp)] == ["Ring PPT gosb nå"], "what is typed goes along"


def test_a_crowd_shows_a_few_and_all_when_asked(fresh_school: Fosdesk) -> None:
    note(fresh_school, *(f"Tanke {n}" for n in range(200)))
    part = unsorted(fresh_school)
    assert len(part.list.shown_ids) == 5
    assert "Usortert (200)" in said_on(part)
    press(part, "Vis 100 til")
    assert len(part.list.shown_ids) == 105
    press(part, "Vis alle 200")
    assert len(part.list.shown_ids) == 200
    QTest.keyClicks(with_cursor(fresh_school, "line100"), "o")
    settle()
    assert cursor() == "line101"
    assert len(part.list.shown_ids) == 199


def test_more_than_can_be_looked_through_is_shown_in_portions(fresh_school: Fosdesk) -> None:
    note(fresh_school, *(f"Tanke {n}" for n in range(310)))
    part = unsorted(fresh_school)
    assert "Usortert (310)" in said_on(part)
    assert "De 300 første vises" in said_on(part)
    assert button_on(part, "Vis 100 til").isVisible()


def test_search_and_links_open_a_line_where_it_is(fresh_school: Fosdesk) -> None:
    note(fresh_school, *(f"Tanke {n}" for n in range(9)))
    fresh_school.window.go("time", "")
    bring_to_front(fresh_school.window)
    desk_of(fresh_school).go_to_field("line7", "text")
    settle()
    there = QApplication.focusWidget()
    part = unsorted(fresh_school)
    assert part.list.open_id == "line7"
    assert there is not None
    assert part.isAncestorOf(there)


def test_what_two_laptops_made_of_a_line_is_shown_as_it_is(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    note(fresh_school, "Ring PPT")
    theirs = FollowUp(sorted_id("line0", "follow_up"), what="Ring PPT")
    desk.workspace.add(theirs)
    QTest.keyClicks(with_cursor(fresh_school, "line0"), "o")
    assert desk.school.of(FollowUp) == (theirs,)
    assert desk.school.of(Captured) == ()


def test_a_school_that_is_only_read_can_be_looked_at_and_not_sorted(fresh_school: Fosdesk, example_store: Path) -> None:
    journal = journal_in(example_store)
    window = open_beside(fresh_school, journal)
    assert window.desk is not None
    store = window.desk.workspace.store
    page = acts.page_of(window, "overview", OverviewPage)
    assert page.unsorted is None, "no file for others brings any"
    part = UnsortedList(window.desk)
    window.desk.workspace._school = window.desk.school.with_records({"line": Captured("line", text="Ring PPT")})
    part.refresh()
    page.body.addWidget(part)
    bring_to_front(window)
    assert "Ring PPT" in said_on(part)
    assert "Avgjørelse" not in said_on(part)
    before = len(store.journal(journal.school).changes)
    line = part.list.row("line").line
    line.setFocus()
    for key in (Qt.Key.Key_O, Qt.Key.Key_B, Qt.Key.Key_Delete):
        QTest.keyClick(line, key)
    assert not part.list.row("line").act.isVisible()
    assert len(store.journal(journal.school).changes) == before


def test_it_is_told_in_words_to_whoever_does_not_see(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(COMING)
    note(fresh_school, "Ring PPT", day="2026-12-01")
    part = unsorted(fresh_school)
    row = part.list.row("line0")
    assert row.line.accessibleName() == "Ring PPT. 1. des."
    assert row.act.accessibleName() == "Hva er det?: Ring PPT"
    assert "O oppfølging" in row.act.toolTip()
    letters = "B avgjørelse, G innspill, I spørsmål eller innvending, N behov, O oppfølging, S sak til 30. nov."
    assert f"{letters}, Delete fjerner den" in said_on(part)
