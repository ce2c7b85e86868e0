"""Days, numbers, semesters and references: what people write is understood or refused with a sentence."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import Minutes, Number, Privacy, Reference
from fosdesk.domain.records import CoreComponent, Person, SchoolProfile
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.ui.forms.editors import InvalidInput
from fosdesk.ui.forms.special_editors import DayEditor, NumberEditor, ReferenceEditor, SemesterEditor
from fosdesk.ui.frame.desk import Desk
from tests.ui.acts import changed, desk_of


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("1.2.2027", "2027-02-01"), ("1. februar 2027", "2027-02-01"), ("", ""), ("2027-02-01", "2027-02-01")],
)
def test_a_day_is_understood_as_people_write_it(desk: Desk, typed: str, day: str) -> None:
    editor = DayEditor(desk)
    editor.setText(typed)
    assert editor.value() == day


@pytest.mark.parametrize("typed", ["sommeren 2028", "31.2.2027", "i morgen kanskje"])
def test_what_is_no_day_is_refused_with_an_example(desk: Desk, typed: str) -> None:
    editor = DayEditor(desk)
    editor.setText(typed)
    with pytest.raises(InvalidInput, match="23.11.2026"):
        editor.value()
    assert editor.text() == typed


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_arrow_down_opens_a_calendar_and_a_day_in_it_is_stored(desk: Desk) -> None:
    editor = DayEditor(desk)
    editor.setParent(desk.window)
    editor.show()
    editor.show_value("2027-02-01")
    told: list[object] = []
    editor.committed.connect(lambda: told.append(editor.value()))
    QTest.keyClick(editor, Qt.Key.Key_Down)
    calendar = editor.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2027, 2, 1)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    calendar.activated.emit(QDate(2027, 2, 3))
    assert (editor.value(), told) == ("2027-02-03", ["2027-02-03"])


@pytest.mark.parametrize(
    ("field", "typed", "number"),
    [
        (Minutes("x", privacy=Privacy.OPEN), "90", 90),
        (Minutes("x", privacy=Privacy.OPEN), "1:30", 90),
        (Minutes("x", privacy=Privacy.OPEN), "", None),
        (Number("x", privacy=Privacy.OPEN), " 4 ", 4),
        (Number("x", privacy=Privacy.OPEN), "", None),
    ],
)
def test_numbers_are_understood(desk: Desk, field: Number, typed: str, number: int | None) -> None:
    editor = NumberEditor(desk, field)
    editor.setText(typed)
    assert editor.value() == number


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (
            Minutes("x", privacy=Privacy.OPEN),
            "halvannen time",
            "Skriv tiden i minutter, for eksempel 90, eller som 1:30.",
        ),
        (Number("x", privacy=Privacy.OPEN), "4,5", "Skriv et helt tall, for eksempel 4."),
    ],
)
def test_what_is_no_number_is_refused_with_a_sentence(desk: Desk, field: Number, typed: str, said: str) -> None:
    editor = NumberEditor(desk, field)
    editor.setText(typed)
    with pytest.raises(InvalidInput) as refused:
        editor.value()
    assert (str(refused.value), editor.text()) == (said, typed)


@pytest.mark.parametrize("start", ["", "2026H", "1900V", "9000V"])
def test_semesters_near_the_schools_own_are_offered_and_never_without_end(desk: Desk, start: str) -> None:
    profile = desk.school.get(SchoolProfile, PROFILE_ID)
    desk.workspace.commit(profile, changed(profile, start=start))
    editor = SemesterEditor(desk)
    offered = [editor.itemData(place) for place in range(editor.count())]
    assert "2026H" in offered
    assert len(offered) < 80
    editor.show_value("1999V")
    assert (editor.value(), editor.currentText()) == ("1999V", desk.words.semester("1999V"))


def test_a_reference_to_what_is_gone_says_so_and_stays(desk: Desk) -> None:
    editor = ReferenceEditor(desk, Reference("About", "core_component", privacy=Privacy.OPEN))
    editor.show_value("gone")
    assert (editor.currentText(), editor.value()) == ("fjernet", "gone")


def test_a_new_one_gets_a_name_and_is_chosen_at_once(desk: Desk) -> None:
    asked: list[str] = []
    names = iter(["", "Elevsamtaler"])

    def name_of(what: str) -> str:
        asked.append(what)
        return next(names)

    editor = ReferenceEditor(desk, Reference("About", "core_component", privacy=Privacy.OPEN), name_of)
    first = desk.workspace.add(CoreComponent("c", name="Fellestid", pos="a"))
    editor.show_value("c")
    editor.setCurrentIndex(editor.findData(editor.NEW))
    assert editor.value() == "c", "nobody wrote a name, so it stays as it was"
    editor.setCurrentIndex(editor.findData(editor.NEW))
    made = str(editor.value())
    assert desk.school.get(CoreComponent, made).name == editor.currentText() == "Elevsamtaler"
    assert desk.school.get(CoreComponent, made).pos > first.pos
    assert len(asked) == 2


def test_what_may_be_chosen_stands_in_norwegian_order(desk: Desk) -> None:
    for name in ("Åse", "Zoë", "Aasta", "Ærlig", "Áile", "Émile", "Eva"):
        desk.workspace.add(Person(name=name, role="teacher"))
    editor = ReferenceEditor(desk, Reference("Who", "person", privacy=Privacy.OPEN))
    editor.show_value("")
    names = [editor.itemText(place) for place in range(1, editor.count())]
    assert names == ["Áile", "Émile", "Eva", "Zoë", "Ærlig", "Åse", "Aasta"]


def test_what_the_team_has_put_in_order_keeps_that_order(desk: Desk) -> None:
    for place, name in zip("abc", ("Zebra", "Øvre", "Alle"), strict=True):
        desk.workspace.add(CoreComponent(name=name, pos=place))
    editor = ReferenceEditor(desk, Reference("About", "core_component", privacy=Privacy.OPEN))
    editor.show_value("")
    assert [editor.itemText(place) for place in range(1, editor.count())][:3] == ["Zebra", "Øvre", "Alle"]
