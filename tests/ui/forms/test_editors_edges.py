"""Editors at their edges: what a newer version stored stays, keys work, and screen readers hear the field's name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLabel

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import Record, fields_of
from fosdesk.domain.records import GateEntry, Membership, SeatHolder, TimeSlot
from fosdesk.ui.forms.editors import ChoiceEditor, InvalidInput, YesNoEditor, as_widget, storable_text
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.parsing import MOST_CHARACTERS, clean, parse_minutes, parse_number
from fosdesk.words import read_words
from tests.reading import words_on
from tests.ui.acts import desk_of, take_cursor


def shown(program: Fosdesk, record: Record, name: str, **more: str) -> FieldEditor:
    """The editor of a field of a record that is stored already, in the window."""
    desk_of(program).workspace.commit(None, record)
    made = FieldEditor(desk_of(program), type(record), record.id, name, **more)  # type: ignore[arg-type]
    made.setParent(program.window)
    made.show()
    return made


@pytest.mark.parametrize(
    ("record", "name", "words"),
    [
        (GateEntry("g", decision="lent_out"), "kind", "–"),
        (GateEntry("g", kind="lent_out"), "kind", "lent_out"),
        (TimeSlot("t", semester="2099H"), "semester", "Høst 2099"),
        (TimeSlot("t", semester="til jul"), "semester", "til jul"),
        (SeatHolder("s", seat="ppt", person="gone"), "person", "fjernet"),
    ],
)
def test_what_is_stored_is_shown_and_saved_as_it_is(
    fresh_school: Fosdesk, record: Record, name: str, words: str
) -> None:
    editor = shown(fresh_school, record, name)
    assert isinstance(editor.editor, ChoiceEditor)
    assert editor.editor.currentText() == words
    editor.commit()
    assert desk_of(fresh_school).school.find(record.id) == record


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_calendar_opens_with_arrow_down_and_its_week_begins_on_monday(fresh_school: Fosdesk) -> None:
    editor = shown(fresh_school, GateEntry("g", came="2026-11-02"), "came")
    line = as_widget(editor.editor)
    take_cursor(line)
    QTest.keyClick(line, Qt.Key.Key_Down)
    (calendar,) = line.findChildren(QCalendarWidget)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.selectedDate().toString("yyyy-MM-dd") == "2026-11-02"
    calendar.window().close()


def test_a_field_is_named_for_those_who_cannot_see_it_also_without_a_label(fresh_school: Fosdesk) -> None:
    editor = shown(fresh_school, GateEntry("g"), "reason", label="")
    label = desk_of(fresh_school).words.about("gate_entry.reason", fields_of(GateEntry)["reason"].label)
    assert as_widget(editor.editor).accessibleName() == label
    editor.show_remark("Dette gikk ikke.")
    assert "Dette gikk ikke." in as_widget(editor.editor).accessibleDescription()


def test_a_label_belongs_to_its_field_and_private_ones_say_so(fresh_school: Fosdesk) -> None:
    editor = shown(fresh_school, Membership("m"), "motivation")
    assert as_widget(editor.editor) in [label.buddy() for label in editor.findChildren(QLabel)]
    assert "· " + desk_of(fresh_school).words("only for the leadership team") in words_on(editor)


def test_an_ampersand_in_a_question_is_shown(qapp: object) -> None:
    assert YesNoEditor("Lese & skrive").text() == "Lese && skrive"


def test_the_longest_text_is_kept_and_one_letter_more_is_refused() -> None:
    words = read_words("nb")
    assert storable_text(words, "a" * MOST_CHARACTERS, one_line=True) == "a" * MOST_CHARACTERS
    with pytest.raises(InvalidInput):
        storable_text(words, "a" * (MOST_CHARACTERS + 1), one_line=True)


def test_numbers_at_their_limits() -> None:
    assert parse_number("1 000 000") == 1_000_000
    with pytest.raises(ValueError, match="1000001"):
        parse_number("1000001")
    assert parse_minutes("1,5 t") == 90
    assert clean("én\u2028to\u2029tre", one_line=False) == "én\nto\ntre"
