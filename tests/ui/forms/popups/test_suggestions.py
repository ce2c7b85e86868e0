"""Earlier values below a line: offered while one types, taken by Down and Enter or a click, and never by themselves."""

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Privacy, Record, Short
from fosdesk.domain.records import FollowUp, Person, Restriction
from fosdesk.domain.school import School
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.popups.suggestions import SuggestionList, earlier_values, fitting
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from tests.ui.acts import desk_of, leave, page_of, take_cursor

TASKS = (("a", "Rektor"), ("b", "Rektor"), ("c", "Rådgiver"), ("d", "Inspektør på trinnet"), ("e", ""))


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    desk = desk_of(fresh_school)
    for key, who in TASKS:
        desk.workspace.add(FollowUp(key, what=f"Sak {key}", responsible=who))
    return desk


def line_of(program: Fosdesk, record_id: str) -> tuple[FieldEditor, QLineEdit]:
    page = page_of(program.window, "meetings", MeetingsPage)
    page.show_record(record_id)
    form = page.part("follow_ups").list.panel  # type: ignore[attr-defined]
    assert isinstance(form, RecordForm)
    editor = form.editors["responsible"]
    line = as_widget(editor.editor)
    assert isinstance(line, QLineEdit)
    take_cursor(line)
    return editor, line


def offered(editor: FieldEditor) -> list[str]:
    assert editor.suggestions is not None
    popup = editor.suggestions.popup
    return [popup.list.item(n).text() for n in range(popup.list.count())] if popup is not None else []


def popup_of(editor: FieldEditor) -> SuggestionList:
    assert editor.suggestions is not None
    assert editor.suggestions.popup is not None
    return editor.suggestions.popup


def test_down_and_enter_take_an_earlier_value_as_one_step(fresh_school: Fosdesk, desk: Desk) -> None:
    editor, line = line_of(fresh_school, "e")
    QTest.keyClicks(line, "r")
    assert offered(editor) == ["Rektor", "Rådgiver"], "the most used first"
    QTest.keyClicks(line, "å")
    assert offered(editor) == ["Rådgiver"]
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert popup_of(editor).chosen == "Rådgiver"
    assert line.text() == "rå", "what one stands on is not written yet"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (line.text(), desk.school.get(FollowUp, "e").responsible) == ("Rådgiver", "Rådgiver")
    assert offered(editor) == []
    assert line.hasFocus()
    fresh_school.window.undo()
    assert desk.school.get(FollowUp, "e").responsible == ""


def test_a_click_takes_it_too(fresh_school: Fosdesk, desk: Desk) -> None:
    editor, line = line_of(fresh_school, "e")
    QTest.keyClicks(line, "trinn")
    popup = popup_of(editor)
    place = popup.list.visualItemRect(popup.list.item(0)).center()
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.school.get(FollowUp, "e").responsible == "Inspektør på trinnet"
    assert line.hasFocus()


@pytest.mark.parametrize("way", ["enter", "leave", "escape", "stand and leave"])
def test_what_was_neither_typed_nor_taken_is_never_stored(fresh_school: Fosdesk, desk: Desk, way: str) -> None:
    editor, line = line_of(fresh_school, "e")
    QTest.keyClicks(line, "re")
    assert offered(editor) == ["Rektor"]
    if way == "enter":
        QTest.keyClick(line, Qt.Key.Key_Return)
    elif way == "escape":
        QTest.keyClick(line, Qt.Key.Key_Down)
        QTest.keyClick(line, Qt.Key.Key_Escape)
        assert editor.isVisible(), "Escape closes the list, and not the form"
    elif way == "stand and leave":
        QTest.keyClick(line, Qt.Key.Key_Down)
    if way != "enter":
        leave(editor)
    assert desk.school.get(FollowUp, "e").responsible == "re"
    assert offered(editor) == []


def test_down_in_an_empty_line_shows_the_most_used(fresh_school: Fosdesk, desk: Desk) -> None:
    editor, line = line_of(fresh_school, "e")
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert offered(editor) == ["Rektor", "Rådgiver", "Inspektør på trinnet"]
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert popup_of(editor).chosen == ""


def test_the_list_goes_with_the_form_and_with_the_cursor(fresh_school: Fosdesk, desk: Desk) -> None:
    editor, line = line_of(fresh_school, "e")
    QTest.keyClicks(line, "re")
    assert popup_of(editor).isVisible()
    line.clearFocus()
    assert not [one for one in fresh_school.window.findChildren(SuggestionList) if one.isVisible()]


def test_a_record_is_not_offered_what_only_itself_held() -> None:
    assert fitting({"Rektor": 1, "Rektor og lærer": 1}, "rek", "Rektor") == ["Rektor og lærer"]
    assert fitting({"Rektor": 2}, "rek", "Rektor") == ["Rektor"]
    assert fitting({"Rektor": 2}, "Rektor ", "") == []


def test_nothing_private_or_of_people_is_ever_suggested() -> None:
    named = [(noun, name) for noun in NOUNS.values() for name in noun.use.suggests]
    assert named
    for noun, name in named:
        field = noun.fields[name]
        assert isinstance(field, Short), (noun.key, name)
        assert field.privacy is Privacy.OPEN, (noun.key, name)
        assert not field.names, (noun.key, name)


def test_who_is_shielded_is_suggested_nowhere() -> None:
    person = Person("p", name="Kari Nordvik", role="teacher")
    tasks = [FollowUp("a", responsible="Kari Nordvik"), FollowUp("b", responsible="Rektor")]
    records: dict[str, Record] = {one.id: one for one in (person, *tasks)}
    assert set(earlier_values(School("s", records, {}), FollowUp, "responsible")) == {"Kari Nordvik", "Rektor"}
    shielded = School("s", {**records, "r": Restriction("r", person="p")}, {})
    assert set(earlier_values(shielded, FollowUp, "responsible")) == {"Rektor"}


def test_ten_thousand_records_take_no_longer_than_a_frame() -> None:
    records: dict[str, Record] = {
        f"f{n}": FollowUp(f"f{n}", what="Sak", responsible=f"Ansvarlig {n % 5000}") for n in range(10_000)
    }
    school = School("s", records, {})
    school.of(FollowUp)
    taken = []
    for letters in ("a", "an", "ansvarlig 49", "4", "x"):
        began = perf_counter()
        fitting(earlier_values(school, FollowUp, "responsible"), letters, "")
        taken.append(perf_counter() - began)
    assert sorted(taken)[-2] < 0.016
    assert taken[0] < 0.1, "the first counts them all"
