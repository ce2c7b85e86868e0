"""A program that was left open shows the day of today to whoever looks at it, and the semester."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Meeting, OwnItem, PhaseState
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.phase.transition_dialog import TransitionDialog
from fosdesk.ui.start.first_start_page import FirstStartPage
from fosdesk.ui.window.day_watch import DayWatch
from tests.program import TODAY, Start
from tests.ui.acts import bring_to_front, desk_of, said_on, settle, type_in
from tests.ui.gate_log import GateLog


class Calendar:
    """Today, until somebody turns the page."""

    def __init__(self) -> None:
        self.day = TODAY

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def program(started: Start, calendar: Calendar) -> Fosdesk:
    """A school that was started on TODAY."""
    made = started(today=calendar)
    page = made.window.findChild(FirstStartPage)
    assert page is not None
    page.name.setText("Prøve skole")
    page.start_school()
    settle()
    return made


@pytest.fixture
def elsewhere(qapp: object) -> Iterator[QWidget]:
    """Another window that somebody works in."""
    other = QWidget()
    other.show()
    yield other
    other.close()


def come_back(program: Fosdesk, elsewhere: QWidget) -> None:
    """Work in another window, and come back to this one."""
    bring_to_front(elsewhere)
    bring_to_front(program.window)
    settle()


def everything_on(program: Fosdesk, key: str) -> str:
    program.window.go(key, "")
    return said_on(program.window.page(key))


def test_each_change_of_day_is_told_once(qapp: object, calendar: Calendar) -> None:
    parent = QObject()
    watch = DayWatch(calendar, parent)
    told = QSignalSpy(watch.passed)
    watch.look()
    assert told.count() == 0
    calendar.day = date(2027, 1, 11)
    watch.look()
    watch.look()
    assert told.count() == 1
    calendar.day = TODAY  # somebody put the clock right
    watch.look()
    assert told.count() == 2


def test_the_semester_is_that_of_today(program: Fosdesk, calendar: Calendar, elsewhere: QWidget) -> None:
    assert "Høst 2026" in said_on(program.window.navigation)
    calendar.day = date(2027, 1, 11)
    come_back(program, elsewhere)
    assert "Vår 2027" in said_on(program.window.navigation)


def test_what_is_shown_and_what_is_hidden_know_the_new_day(
    program: Fosdesk, calendar: Calendar, elsewhere: QWidget
) -> None:
    workspace = desk_of(program).workspace
    workspace.commit_all([(None, Meeting("m", what="Onsdagsmøtet", day="2026-11-25", who="work_group"))])
    workspace.commit_all([(None, OwnItem("o", phase="F1", own_text="Skrive brev", due="2027-01-20"))])
    program.window.go("meetings", "")
    page = program.window.page("meetings")
    assert isinstance(page, TabbedPage)
    page.tabs.show_tab("next")
    assert "Onsdagsmøtet" in said_on(page)
    assert "20. jan. 2027" in everything_on(program, "phase:F1")  # of another year
    assert "I dag" in everything_on(program, "history")
    calendar.day = date(2027, 1, 11)
    come_back(program, elsewhere)
    assert program.window.current_key == "storage"
    said = said_on(program.window.page("history"))
    assert "I dag" not in said
    assert "Mandag 23. november" in said or "Ingenting er endret" in said
    assert "Onsdagsmøtet" not in everything_on(program, "meetings")
    assert "20. jan." in everything_on(program, "phase:F1")
    assert "20. jan. 2027" not in everything_on(program, "phase:F1")


def test_no_page_raises_and_nothing_typed_is_lost(program: Fosdesk, calendar: Calendar, elsewhere: QWidget) -> None:
    for place in PAGES:
        program.window.go(place.key, "")
    desk_of(program).workspace.add(GateEntry("e", what="Kurs"))
    program.window.go("gatekeeping", "e")
    page = GateLog(program.window)
    type_in(page.panel.what, "Kurs om ")
    calendar.day = date(2027, 8, 16)
    come_back(program, elsewhere)
    assert page.panel.what.as_typed in ("Kurs om ", "Kurs om")
    for place in PAGES:
        program.window.go(place.key, "")
        settle()
    assert desk_of(program).school.get(GateEntry, "e").what == "Kurs om"


# -- before there is a school, and in a dialog


@pytest.fixture
def first_page(started: Start, calendar: Calendar) -> tuple[Fosdesk, FirstStartPage]:
    """The questions of the first start, asked on TODAY."""
    made = started(today=calendar)
    page = made.window.findChild(FirstStartPage)
    assert page is not None
    return made, page


def semesters(page: FirstStartPage) -> list[str]:
    return [str(page.start.itemData(place)) for place in range(page.start.count())]


def test_the_first_questions_know_the_new_semester_and_keep_the_answers(
    first_page: tuple[Fosdesk, FirstStartPage], calendar: Calendar, elsewhere: QWidget
) -> None:
    program, page = first_page
    page.name.setText("Prøve sk")
    page.phase.chip("F2").click()
    page.pace.chip("calm").click()
    page.role.setCurrentIndex(page.role.findData("deputy"))
    page.name.setCursorPosition(3)
    assert page.answers().start == "2026H"
    calendar.day = date(2027, 8, 16)
    come_back(program, elsewhere)
    assert page.answers() == page.answers()._replace(name="Prøve sk", phase="F2", start="2027H", pace="calm")
    assert page.role.currentData() == "deputy"
    assert page.name.cursorPosition() == 3
    assert semesters(page)[0] == "2022H"
    assert semesters(page)[-1] == "2029H"
    page.start_school()
    assert desk_of(program).school.profile.start == "2027H"


@pytest.mark.parametrize("chosen", ["2026H", "2021H", "2027V"])
def test_a_semester_that_was_chosen_stays_chosen(
    first_page: tuple[Fosdesk, FirstStartPage], calendar: Calendar, elsewhere: QWidget, chosen: str
) -> None:
    program, page = first_page
    page.start.setCurrentIndex(page.start.findData(chosen))
    page.start.activated.emit(page.start.currentIndex())
    calendar.day = date(2027, 8, 16)
    come_back(program, elsewhere)
    assert page.answers().start == chosen, "also where it is too long ago to be offered anew"
    assert semesters(page) == sorted(semesters(page), key=lambda one: (one[:4], one[4] == "H"))
    page.languages.chip("nn").click()
    settle()
    (again,) = (one for one in program.window.findChildren(FirstStartPage) if one.words.language == "nn")
    assert again.answers().start == chosen
    calendar.day = date(2028, 1, 10)
    come_back(program, elsewhere)
    assert again.answers().start == chosen


def test_a_proposed_semester_moves_on_in_another_language_too(
    first_page: tuple[Fosdesk, FirstStartPage], calendar: Calendar, elsewhere: QWidget
) -> None:
    program, page = first_page
    page.languages.chip("nn").click()
    settle()
    (again,) = (one for one in program.window.findChildren(FirstStartPage) if one.words.language == "nn")
    calendar.day = date(2027, 1, 11)
    come_back(program, elsewhere)
    assert again.answers().start == "2027V"
    assert again.start.currentText() == "Vår 2027"


def test_a_phase_opens_on_the_day_that_its_dialog_is_looked_at(
    program: Fosdesk, calendar: Calendar, elsewhere: QWidget
) -> None:
    desk = desk_of(program)
    proposed, typed = (TransitionDialog(desk, phase, "opens", program.window) for phase in ("F1", "F2"))
    typed.day.setText("20.11.2026")
    calendar.day = date(2027, 1, 11)
    for dialog in (proposed, typed):
        dialog.texts["why"].setPlainText("Vi er klare")
        dialog.open()
        bring_to_front(elsewhere)
        bring_to_front(dialog)
        settle()
        dialog.accept()
    assert desk.school.get(PhaseState, "phase:F1").opened == "2027-01-11"
    assert desk.school.get(PhaseState, "phase:F2").opened == "2026-11-20"
