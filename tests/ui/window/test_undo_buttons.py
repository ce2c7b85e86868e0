"""Undo in the window: where its buttons are, what they say and tell afterwards, and where its keys do nothing."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import (
    CriticalVoice,
    GateEntry,
    Meeting,
    Membership,
    OwnItem,
    Partner,
    Person,
    Reflection,
)
from fosdesk.ui.forms.editors import Editor
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.window.main_window import MainWindow
from tests.ui.acts import bring_to_front, changed, desk_of, said_on, settle, take_cursor

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SECRET = "Vi er redde for at ingen vil"


def place_of(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("width", [660, 1000, 1366])
def test_clicks_at_one_place_undo_again_and_again(fresh_school: Fosdesk, width: int) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    window.resize(width, 700)
    for what in ("Kurs", "En bok om støtte og mestring som er lang", "Ny"):  # steps with short and with long names
        entry = desk.workspace.add(GateEntry(what=what))
        desk.workspace.commit(entry, changed(entry, source="brosjyre"))
    settle()
    there = place_of(window, window._steps.undo)
    assert window.rect().contains(there)
    for at in (there.topLeft() + QPoint(3, 3), there.center(), there.bottomRight() - QPoint(3, 3)):
        undone = desk.workspace.undo_label()
        under = window.childAt(at)
        assert under is window._steps.undo, (at, under)
        QTest.mouseClick(under, Qt.MouseButton.LeftButton)
        settle()
        assert desk.workspace.redo_label() == undone
        assert place_of(window, window._steps.undo) == there
    again = place_of(window, window._steps.redo)
    for _ in range(3):
        assert place_of(window, window._steps.redo) == again
        QTest.mouseClick(window._steps.redo, Qt.MouseButton.LeftButton)
        settle()
    assert len(desk.school.of(GateEntry)) == 3
    assert desk.workspace.redo_label() is None
    assert place_of(window, window._steps.undo) == there


def test_where_nothing_is_left_to_undo_a_click_does_not_redo(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    desk.workspace.add(GateEntry(what="Kurs"))
    settle()
    at = place_of(window, window._steps.undo).center()
    while window._steps.undo.isVisible():
        window.undo()
        settle()
    school = desk.school
    under = window.childAt(at)
    assert under is not None
    assert under is not window._steps.redo
    QTest.mouseClick(under, Qt.MouseButton.LeftButton)
    assert desk.school is school


def test_undo_tells_what_it_undid_and_where(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet"))
    desk.workspace.commit(entry, changed(entry, source="brosjyre"))
    window.undo()
    assert "Angret: kilde for Leseløftet · Grensevokting" in said_on(window)
    window.undo()
    assert "Angret: ny: innspill · Grensevokting" in said_on(window), "also where nothing is left to open"
    window.redo()
    assert "Gjort om igjen: ny: innspill · Grensevokting" in said_on(window)
    item = desk.workspace.add(OwnItem(phase="F2", own_text="Vårt"))
    desk.workspace.delete([item])
    window.undo()
    assert "Angret: fjernet: eget punkt · 2 " in said_on(window), "what came back says where it is"
    meeting = desk.workspace.add(Meeting(what="Oppstart"))
    desk.workspace.commit(meeting, changed(meeting, day="2026-11-24"))
    window.undo()
    assert "Angret: dato for Oppstart · Møter" in said_on(window)


def test_undo_and_redo_never_act_from_a_text_that_is_not_stored(with_example: Fosdesk) -> None:
    window, desk = with_example.window, desk_of(with_example)
    entry = desk.workspace.add(GateEntry(what="Leseløftet"))
    desk.workspace.commit(entry, changed(entry, source="brosjyre"))
    window.undo()
    bring_to_front(window)
    school, tried = desk.school, 0
    for place in PAGES:
        window.go(place.key, "")
        page = window.page(place.key)
        settle()
        lines: list[QWidget] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
        for line in lines:
            if isinstance(line, Editor) or not line.isVisibleTo(page) or not line.isEnabled():
                continue
            take_cursor(line)
            QTest.keyClicks(line, "x")
            QTest.keyClick(line, Qt.Key.Key_Backspace)
            for key, held in ((Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)):
                for _ in range(3):
                    QTest.keyClick(line, key, held)
            assert desk.school is school, (place.key, line.accessibleName())
            tried += 1
    assert tried >= 7, "a search on each phase, in the log and among the words"
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert desk.school is not school


# -- nothing private at the foot of every page


def test_private_words_stand_at_the_foot_of_no_page(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    kari = desk.workspace.add(Person(name="Kari Li", role="teacher"))
    steps = [
        Reflection("reflection:F1-1", text=SECRET),
        Membership(f"membership:{kari.id}", person=kari.id, motivation=SECRET, union_appointed=True),
        CriticalVoice(person=kari.id, note=SECRET),
        Partner(name="PPT", contact="Kari Li"),
    ]
    for record in steps:
        stored = desk.workspace.add(record)
        changeable = next(name for name, field in NOUNS[_key(record)].fields.items() if field.python_type is str)
        desk.workspace.commit(stored, changed(stored, **{changeable: getattr(stored, changeable) or "PPT"}))
        desk.workspace.delete([stored])
        for act in (window.undo, window.undo, window.redo, window.redo):
            act()
            for widget in (window._foot, window._steps):
                said = said_on(widget) + window._steps.undo.accessibleName() + window._steps.redo.accessibleName()
                assert SECRET not in said
                assert "Kari" not in said


def _key(record: object) -> str:
    return next(key for key, noun in NOUNS.items() if noun.record is type(record))
