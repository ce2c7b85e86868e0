"""One field: it saves by itself, refuses kindly, keeps what is typed, and shows both sides of a conflict."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CoreComponent, GateEntry, SchoolProfile
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.ui.forms.editors import LongEditor, ShortEditor
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.parsing import MOST_CHARACTERS
from tests.ui.acts import changed, desk_of, from_colleague, leave, press, put_in, said_on, take_cursor, type_in


@pytest.fixture
def entry_id(fresh_school: Fosdesk) -> str:
    return desk_of(fresh_school).workspace.add(GateEntry()).id


def editor_for(program: Fosdesk, entry_id: str, name: str) -> FieldEditor:
    """An editor of its own, in the window."""
    made = FieldEditor(desk_of(program), GateEntry, entry_id, name)
    made.setParent(program.window)
    made.resize(400, 300)
    made.show()
    return made


def stored(program: Fosdesk, entry_id: str, name: str) -> object:
    return getattr(desk_of(program).school.get(GateEntry, entry_id), name)


def test_leaving_a_field_saves_it(fresh_school: Fosdesk, entry_id: str) -> None:
    for name in ("what", "reason"):
        editor = editor_for(fresh_school, entry_id, name)
        type_in(editor, "Elevsamtaler ute")
        assert stored(fresh_school, entry_id, name) == ""
        leave(editor)
        assert stored(fresh_school, entry_id, name) == "Elevsamtaler ute"


def test_enter_saves_a_short_text_and_breaks_a_long_one(fresh_school: Fosdesk, entry_id: str) -> None:
    short = editor_for(fresh_school, entry_id, "what")
    QTest.keyClick(type_in(short, "Elevsamtaler"), Qt.Key.Key_Return)
    assert stored(fresh_school, entry_id, "what") == "Elevsamtaler"
    long = editor_for(fresh_school, entry_id, "reason")
    widget = type_in(long, "Først")
    QTest.keyClick(widget, Qt.Key.Key_Return)
    QTest.keyClicks(widget, "så")
    assert stored(fresh_school, entry_id, "reason") == ""
    leave(long)
    assert stored(fresh_school, entry_id, "reason") == "Først\nså"


def test_a_short_text_may_wrap_and_still_be_one_line(fresh_school: Fosdesk, entry_id: str) -> None:
    editor = FieldEditor(desk_of(fresh_school), GateEntry, entry_id, "what", wrap=True)
    editor.setParent(fresh_school.window)
    editor.resize(200, 300)
    editor.show()
    low = editor.editor
    assert isinstance(low, LongEditor)
    before = low.height()
    widget = put_in(editor, "En lang tittel som ikke får plass\npå én linje i et smalt felt")
    assert low.height() > before
    QTest.keyClick(widget, Qt.Key.Key_Return)
    assert stored(fresh_school, entry_id, "what") == "En lang tittel som ikke får plass på én linje i et smalt felt"


def test_a_pause_saves_and_leaves_the_cursor_alone(fresh_school: Fosdesk, entry_id: str, qtbot: QtBot) -> None:
    for name in ("what", "reason"):
        editor = editor_for(fresh_school, entry_id, name)
        line = editor.editor
        assert isinstance(line, ShortEditor | LongEditor)
        line.autosave.pause.setInterval(30)
        widget = type_in(editor, "Vi venter ")
        qtbot.waitUntil(lambda n=name: stored(fresh_school, entry_id, n) == "Vi venter")  # type: ignore[misc]
        QTest.keyClicks(widget, "litt")
        leave(editor)
        assert stored(fresh_school, entry_id, name) == "Vi venter litt"


def test_undo_in_a_field_takes_back_what_is_typed_and_then_belongs_to_the_program(
    fresh_school: Fosdesk, entry_id: str
) -> None:
    editor = editor_for(fresh_school, entry_id, "what")
    QTest.keyClick(type_in(editor, "Første"), Qt.Key.Key_Return)
    widget = editor.editor
    assert isinstance(widget, ShortEditor)
    QTest.keyClicks(widget, " utkast")
    QTest.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert widget.text() == "Første"
    assert stored(fresh_school, entry_id, "what") == "Første"
    QTest.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(fresh_school, entry_id, "what") == ""
    editor.reload()
    assert widget.text() == ""


def test_a_stale_editor_and_a_merge_make_a_conflict_that_is_seen_and_settled(
    fresh_school: Fosdesk, entry_id: str, tmp_path: Path
) -> None:
    desk = desk_of(fresh_school)
    entry = desk.school.get(GateEntry, entry_id)
    editor = editor_for(fresh_school, entry_id, "reason")
    file = from_colleague(desk, tmp_path, lambda there: there.commit(entry, changed(entry, reason="Fra kollegaen")))
    type_in(editor, "Fra oss")
    desk.workspace.adopt(desk.workspace.merge(load_school_file(file), tmp_path / "backups").update)
    editor.reload()
    assert "Fra oss" in said_on(editor), "what is being typed was overwritten by a merge"
    leave(editor)
    assert set(desk.school.conflicts[entry_id, "reason"]) == {"Fra oss", "Fra kollegaen"}
    editor.reload()
    said = said_on(editor)
    assert "To har skrevet her" in said
    assert "Fra kollegaen" in said
    assert "Inspektør" in said
    assert "Rektor" in said
    press(editor, "Behold begge, etter hverandre")
    assert not desk.school.conflicts
    assert "Fra kollegaen" in str(stored(fresh_school, entry_id, "reason"))
    assert "Fra oss" in str(stored(fresh_school, entry_id, "reason"))
    editor.reload()
    assert "To har skrevet her" not in said_on(editor)


def test_nothing_typed_is_nothing_written(fresh_school: Fosdesk, entry_id: str) -> None:
    desk = desk_of(fresh_school)
    before = len(desk.workspace.store.journal(desk.school.id).changes)
    for name in ("what", "reason", "came", "source"):
        editor = editor_for(fresh_school, entry_id, name)
        type_in(editor, "   ")
        leave(editor)
    assert len(desk.workspace.store.journal(desk.school.id).changes) == before


def test_two_hundred_thousand_characters_are_kept_and_one_more_is_refused_kindly(
    fresh_school: Fosdesk, entry_id: str
) -> None:
    editor = editor_for(fresh_school, entry_id, "reason")
    box = editor.editor
    assert isinstance(box, QPlainTextEdit)
    put_in(editor, "a" * MOST_CHARACTERS)
    leave(editor)
    assert len(str(stored(fresh_school, entry_id, "reason"))) == MOST_CHARACTERS
    put_in(editor, "b" * (MOST_CHARACTERS + 1))
    leave(editor)
    assert str(stored(fresh_school, entry_id, "reason"))[0] == "a"
    assert len(box.toPlainText()) == MOST_CHARACTERS + 1, "what was typed is gone"
    sentence = next(s for s in said_on(editor).splitlines() if "plass til" in s)
    assert "200\N{NO-BREAK SPACE}001" in sentence
    assert sentence in box.accessibleDescription()
    put_in(editor, "kort")
    leave(editor)
    assert stored(fresh_school, entry_id, "reason") == "kort"
    assert "plass til" not in said_on(editor)


@pytest.mark.parametrize(
    "typed",
    [
        "<b>fet</b> & <img src=x> &amp; {navn} %s",
        "🙂👩🏽‍🏫 emoji",
        "שלום עולם‏ – العربية",
        "𝔘𝔫𝔦 ﷽ \u0301e\u0301",
    ],
)
def test_any_text_is_kept_as_it_is_and_never_read_as_markup(fresh_school: Fosdesk, entry_id: str, typed: str) -> None:
    for name in ("what", "reason"):
        editor = editor_for(fresh_school, entry_id, name)
        put_in(editor, typed)
        leave(editor)
        assert stored(fresh_school, entry_id, name) == typed
    fresh_school.window.go("gatekeeping", entry_id)
    fresh_school.window.go("overview", "")
    for label in fresh_school.window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    for widget in fresh_school.window.findChildren(QLabel):
        assert "<b>" not in widget.toolTip()


def test_control_characters_go_and_the_words_stay(fresh_school: Fosdesk, entry_id: str) -> None:
    editor = editor_for(fresh_school, entry_id, "reason")
    box = editor.editor
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText("før\x00\x07\x1b[31m\x7fetter\r\nneste")
    editor.commit()
    assert stored(fresh_school, entry_id, "reason") == "før[31metter\nneste"


def test_no_date_at_all_keeps_what_was_typed_with_a_sentence(fresh_school: Fosdesk, entry_id: str) -> None:
    editor = editor_for(fresh_school, entry_id, "came")
    line = editor.editor
    assert isinstance(line, ShortEditor)
    type_in(editor, "31.2.2026")
    leave(editor)
    assert stored(fresh_school, entry_id, "came") == ""
    assert line.text() == "31.2.2026"
    assert "Skriv datoen" in said_on(editor)
    type_in(editor, "3. desember 2026")
    leave(editor)
    assert stored(fresh_school, entry_id, "came") == "2026-12-03"
    assert line.text() == "3.12.2026"
    assert "Skriv datoen" not in said_on(editor)


def test_dates_out_of_order_are_kept_with_a_gentle_word(fresh_school: Fosdesk, entry_id: str) -> None:
    came, revisit = (editor_for(fresh_school, entry_id, name) for name in ("came", "revisit"))
    for editor, typed in ((came, "10.12.2026"), (revisit, "1.12.2026")):
        type_in(editor, typed)
        leave(editor)
    assert stored(fresh_school, entry_id, "revisit") == "2026-12-01"
    assert "Denne datoen kommer før «Kom inn»" in said_on(revisit).replace("“", "«").replace("”", "»")


def test_a_semester_before_the_start_is_kept(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    editor = FieldEditor(desk, SchoolProfile, PROFILE_ID, "start")
    editor.setParent(fresh_school.window)
    editor.show()
    editor.editor.show_value("1999V")
    editor.commit()
    assert desk.school.profile.start == "1999V"
    assert "Vår 1999" in said_on(editor)


def test_a_personal_number_gets_a_friendly_word_and_is_kept(fresh_school: Fosdesk, entry_id: str) -> None:
    editor = editor_for(fresh_school, entry_id, "reason")
    type_in(editor, "Gjelder 01020312345")
    leave(editor)
    assert stored(fresh_school, entry_id, "reason") == "Gjelder 01020312345"
    assert "fødselsnummer" in said_on(editor)
    type_in(editor, "Gjelder hele trinnet")
    leave(editor)
    assert "fødselsnummer" not in said_on(editor)


def test_a_full_disk_is_told_at_the_field_and_the_text_stays(fresh_school: Fosdesk, entry_id: str) -> None:
    store = desk_of(fresh_school).workspace.store
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    editor = editor_for(fresh_school, entry_id, "reason")
    line = editor.editor
    assert isinstance(line, QPlainTextEdit)
    put_in(editor, "viktig " * 20_000)
    leave(editor)
    assert stored(fresh_school, entry_id, "reason") == ""
    assert "ikke mer plass på disken" in said_on(editor)
    assert line.toPlainText().startswith("viktig viktig")
    store._connection.execute("PRAGMA max_page_count = 1000000")
    editor.commit()
    assert str(stored(fresh_school, entry_id, "reason")).startswith("viktig viktig")


def test_in_a_colleagues_school_there_is_only_what_there_is_to_read(fresh_school: Fosdesk, entry_id: str) -> None:
    desk = desk_of(fresh_school)
    entry = desk.school.get(GateEntry, entry_id)
    desk.workspace.commit(entry, changed(entry, what="Elevsamtaler", kind="advice"))
    desk.workspace.read_only = True
    for name, shown in (("what", True), ("kind", True), ("reason", False), ("came", False)):
        editor = editor_for(fresh_school, entry_id, name)
        editor.reload()
        assert editor.isVisibleTo(fresh_school.window) is shown, name
    line = editor_for(fresh_school, entry_id, "what").editor
    assert isinstance(line, ShortEditor)
    assert line.isReadOnly()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_choosing_is_saved_at_once_and_rolling_over_it_changes_nothing(fresh_school: Fosdesk, entry_id: str) -> None:
    editor = editor_for(fresh_school, entry_id, "kind")
    box = editor.editor
    assert isinstance(box, QComboBox)
    take_cursor(box)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    assert stored(fresh_school, entry_id, "kind") == ""
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert stored(fresh_school, entry_id, "kind") == "theory"
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turned)
    assert stored(fresh_school, entry_id, "kind") == "theory"


def test_a_reference_offers_what_came_meanwhile(fresh_school: Fosdesk, entry_id: str) -> None:
    desk = desk_of(fresh_school)
    editor = editor_for(fresh_school, entry_id, "component")
    box = editor.editor
    assert isinstance(box, QComboBox)
    assert "Voksne som ser" not in [box.itemText(i) for i in range(box.count())]
    made = desk.workspace.add(CoreComponent(name="Voksne som ser"))
    take_cursor(box)
    assert "Voksne som ser" in [box.itemText(i) for i in range(box.count())]
    box.setCurrentIndex(box.findData(made.id))
    editor.commit()
    assert stored(fresh_school, entry_id, "component") == made.id
