"""Months are chosen by twelve small buttons; what is stored otherwise stays until one is pressed."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Routine
from fosdesk.ui.forms.months_editor import MonthsEditor
from tests.ui.acts import desk_of, settle
from tests.ui.noun_lists import ShownList


@pytest.fixture
def editor(fresh_school: Fosdesk) -> MonthsEditor:
    return MonthsEditor(desk_of(fresh_school))


def test_a_press_adds_or_takes_away_a_month(editor: MonthsEditor) -> None:
    editor.show_value("3,10")
    told: list[object] = []
    editor.committed.connect(lambda: told.append(editor.value()))
    editor.chips[11].click()
    editor.chips[3].click()
    assert told == ["3,10,11", "10,11"]
    assert [m for m, chip in editor.chips.items() if chip.isChecked()] == [10, 11]


def test_text_that_names_no_months_is_kept(editor: MonthsEditor) -> None:
    editor.show_value("hver måned")
    assert editor.value() == "hver måned"


def test_each_button_says_its_whole_month_and_reading_changes_nothing(editor: MonthsEditor) -> None:
    assert editor.chips[8].accessibleName() == "august"
    editor.set_read_only()
    editor.show_value("8")
    editor.chips[9].click()
    assert editor.value() == "8"


def test_the_form_of_a_routine_stores_what_is_pressed(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    one = desk.workspace.add(Routine(name="Vi spør elevene"))
    fresh_school.window.go("plan", one.id)
    settle()
    shown = ShownList(fresh_school.window, "routine").form.findChild(MonthsEditor)
    assert shown is not None
    shown.chips[10].click()
    assert desk.school.get(Routine, one.id).months == "10"
