"""A tool is met where the work is: an objection written at its checklist item, seen there, opened, and undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Question
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.phase.phase_page import PhasePage
from tests.program import Start
from tests.ui.acts import bring_to_front, desk_of, settle

SAID = "Hvem er ute med elevene når vi sitter i møte?"


def page_in(program: Fosdesk) -> PhasePage:
    """The page of the first phase, which is shown."""
    program.window.go("phase:F1", "")
    page = program.window.page("phase:F1")
    assert isinstance(page, PhasePage)
    bring_to_front(program.window)
    return page


def heading(page: PhasePage, item: str) -> LineButton:
    """The words of an item's row."""
    settle()
    return next(one.rows[f"answer:{item}"] for one in page.lists if f"answer:{item}" in one.rows).heading


def test_an_objection_is_written_at_its_item_opened_on_its_page_and_undone(
    started: Start, fresh_school: Fosdesk
) -> None:
    desk, window = desk_of(fresh_school), fresh_school.window
    page = page_in(fresh_school)
    row = heading(page, "F1-10")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    settle()
    for _ in range(30):  # Tab leads there, as through all that is open
        cursor = QApplication.focusWidget()
        assert cursor is not None
        if "skriv én linje" in cursor.accessibleName():
            break
        QTest.keyClick(cursor, Qt.Key.Key_Tab)
    cursor = QApplication.focusWidget()
    assert cursor is not None
    assert "skriv én linje" in cursor.accessibleName()
    QTest.keyClicks(cursor, SAID)
    assert desk.school.of(Question) == ()
    QTest.keyClick(cursor, Qt.Key.Key_Return)
    QTest.keyClick(cursor, Qt.Key.Key_Escape)  # closes the item
    assert "Her: Spørsmål og innvendinger · 1, 1 uten svar" in row.accessibleName()
    assert page.tools.tools["question"].text() == "Spørsmål og innvendinger 1"

    QTest.keyClick(row, Qt.Key.Key_Return)
    settle()
    line = next(one for one in page.findChildren(LineButton) if one.isVisible() and one.title == SAID)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    home = window.page(window.current_key)
    assert not isinstance(home, PhasePage)
    (question,) = desk.school.of(Question)
    shown = [one for one in home.findChildren(FieldEditor) if one.isVisible() and one.record_id == question.id]
    assert SAID in [one.as_typed for one in shown], "it is open on its page"

    folder = fresh_school.folder
    window.close()
    again = started(folder)
    assert "1 uten svar" in heading(page_in(again), "F1-10").accessibleName()
    again.window.undo()
    assert desk_of(again).school.of(Question) == ()
    assert "Her:" not in heading(page_in(again), "F1-10").accessibleName()
