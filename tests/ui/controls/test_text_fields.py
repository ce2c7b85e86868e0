"""Hard spaces stay, looking writes nothing, and no field takes the path of a file."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.controls import text_fields
from fosdesk.ui.controls.text_fields import LineEdit, TextBox, files_in, names_files
from fosdesk.ui.forms.editors import LongEditor, ShortEditor
from fosdesk.ui.forms.field_editor import FieldEditor
from tests.program import Start
from tests.ui.acts import desk_of, leave, said_on, take_cursor, type_in

HARD = "§\N{NO-BREAK SPACE}9\N{NO-BREAK SPACE}A og 1\N{NARROW NO-BREAK SPACE}000"
ODD = (f"{HARD}\nto", "to\r\ntre", "en\u2028to\u2029tre", "a\ufdd0b\ufdd1c", "x\x0by\x0cz", "  foran og bak  ", "a\tb")


def editor_for(program: Fosdesk, name: str, text: str) -> FieldEditor:
    desk = desk_of(program)
    entry = desk.workspace.add(GateEntry(what=text, reason=text))
    made = FieldEditor(desk, GateEntry, entry.id, name)
    made.setParent(program.window)
    made.resize(400, 300)
    made.show()
    return made


def dropped_file(path: Path, *, also_text: bool = False) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path))])
    if also_text:
        made.setText(str(path))
    return made


@pytest.mark.parametrize("name", ["what", "reason"])
@pytest.mark.parametrize("text", ODD)
def test_looking_at_a_text_writes_nothing(fresh_school: Fosdesk, name: str, text: str) -> None:
    desk, editor = desk_of(fresh_school), editor_for(fresh_school, name, text)
    before = len(desk.workspace.store.journal(desk.school.id).changes)
    assert not editor.dirty
    take_cursor(editor.editor)  # type: ignore[arg-type]
    leave(editor)
    assert fresh_school.window.release()
    assert len(desk.workspace.store.journal(desk.school.id).changes) == before


@pytest.mark.parametrize("name", ["what", "reason"])
def test_hard_spaces_survive_writing_on_and_copying(fresh_school: Fosdesk, name: str) -> None:
    editor = editor_for(fresh_school, name, HARD)
    box = editor.editor
    assert isinstance(box, ShortEditor | LongEditor)
    take_cursor(box)
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, " kroner")
    leave(editor)
    (entry,) = desk_of(fresh_school).school.of(GateEntry)
    assert getattr(entry, name) == f"{HARD} kroner"
    box.selectAll()
    box.copy()
    assert QApplication.clipboard().text() == f"{HARD} kroner"
    type_in(editor, "")
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    leave(editor)
    (entry,) = desk_of(fresh_school).school.of(GateEntry)
    assert getattr(entry, name) == f"{HARD} kroner"


def test_a_text_that_is_typed_back_to_what_it_was_is_stored(fresh_school: Fosdesk) -> None:
    editor = editor_for(fresh_school, "reason", "Ja")
    for text in ("Nei", "Ja"):
        type_in(editor, text)
        leave(editor)
        (entry,) = desk_of(fresh_school).school.of(GateEntry)
        assert entry.reason == text


@pytest.mark.parametrize("also_text", [False, True])
def test_a_file_is_neither_pasted_nor_dropped(qtbot: QtBot, tmp_path: Path, also_text: bool) -> None:
    file = dropped_file(tmp_path / "Ola Nordmann.docx", also_text=also_text)
    assert names_files(file)
    assert files_in(file) == [tmp_path / "Ola Nordmann.docx"]
    for field in (LineEdit(), TextBox()):
        qtbot.addWidget(field)
        field.show()
        QApplication.clipboard().setMimeData(dropped_file(tmp_path / "x.docx", also_text=also_text))
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
        entered = QDragEnterEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, file, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        target = field.viewport() if isinstance(field, TextBox) else field
        QApplication.sendEvent(target, entered)
        assert not entered.isAccepted()
        assert (field.toPlainText() if isinstance(field, TextBox) else field.text()) == ""


def test_text_and_addresses_are_pasted(qtbot: QtBot) -> None:
    address = QMimeData()
    address.setUrls([QUrl("https://www.udir.no/laringsmiljo")])
    assert not names_files(address)
    plain = QMimeData()
    plain.setText("Filen heter file:///x")
    assert not names_files(plain)
    copied = QMimeData()
    copied.setText("copy\nfile:///home/kari/x.docx")
    assert names_files(copied)
    line, box = LineEdit(), TextBox()
    for field in (line, box):
        qtbot.addWidget(field)
        QApplication.clipboard().setText("Se https://www.udir.no")
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == box.toPlainText() == "Se https://www.udir.no"


def test_the_menu_of_a_line_offers_no_pasting_of_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    line, offered = LineEdit(), list[bool]()
    qtbot.addWidget(line)
    for copies in (
        lambda: QApplication.clipboard().setMimeData(dropped_file(tmp_path / "x")),
        lambda: QApplication.clipboard().setText("tekst"),
    ):
        copies()
        menu = line.offered_menu()
        offered.append(next(one for one in menu.actions() if one.objectName() == "edit-paste").isEnabled())
    assert offered == [False, True]


def test_every_field_of_the_program_is_one_of_these() -> None:
    rooms = Path(text_fields.__file__).parents[2]
    qt = "Q(?:LineEdit|PlainTextEdit|InputDialog|SpinBox|DateEdit|TimeEdit)"
    fields = re.compile(rf"\b{qt}\(|\({qt}\)|QInputDialog\.|\.setEditable\(")
    found = {path.name for path in rooms.rglob("*.py") if fields.search(path.read_text(encoding="utf-8"))}
    assert found == {"text_fields.py", "tuning.py"}, "one that is never shown makes PySide6 prepare its classes"


@pytest.mark.parametrize(("language", "begins"), [("nb", "En fil kan"), ("nn", "Ei fil kan"), ("en", "A file cannot")])
@pytest.mark.parametrize("name", ["what", "reason"])
def test_a_file_that_is_not_taken_is_told(
    started: Start, example_folder: Path, name: str, language: str, begins: str, tmp_path: Path
) -> None:
    program = started(example_folder, language)
    editor = editor_for(program, name, "Før")
    QApplication.clipboard().setMimeData(dropped_file(tmp_path / "Ola Nordmann.docx", also_text=True))
    field = editor.editor
    assert isinstance(field, QWidget)
    assert begins not in said_on(program.window)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert begins in said_on(program.window)
    assert "Nordmann" not in said_on(program.window)
    assert begins in QToolTip.text()
    assert not editor.dirty


@pytest.mark.parametrize("kind", [LineEdit, TextBox])
def test_in_a_dialog_it_is_told_by_the_window_and_nothing_of_a_text_that_is_only_read(
    fresh_school: Fosdesk, kind: type[LineEdit | TextBox], tmp_path: Path
) -> None:
    dialog = QDialog(QDialog(fresh_school.window))
    field = kind()
    field.setParent(dialog)
    dialog.show()
    QApplication.clipboard().setMimeData(dropped_file(tmp_path / "Ola Nordmann.docx"))
    for read_only in (True, False):
        field.setReadOnly(read_only)
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert ("En fil kan ikke limes inn her" in said_on(fresh_school.window)) != read_only


def test_a_clipboard_that_holds_nothing_is_empty_and_no_fault(fresh_school: Fosdesk) -> None:
    QApplication.clipboard().clear()
    assert not text_fields.what_is_copied().hasText()
    assert not names_files(text_fields.what_is_copied())
