"""The standard form: what a noun's definition shows, history and delete; undo brings back what was typed last."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from fosdesk.app import Fosdesk
from fosdesk.display.noun_words import label_words
from fosdesk.domain.fields import NOUNS, Record, fields_of
from fosdesk.domain.records import GateEntry, StopItem, TimeSlot
from fosdesk.ui.forms.field_finding import show_field
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import page_of, record_to_open
from fosdesk.workspace import Workspace
from tests.program import NOON
from tests.ui.acts import desk_of, has_button, press, said_on, settle, type_in


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def shown(desk: Desk, record: type[Record], record_id: str, width: int = 700) -> RecordForm:
    form = RecordForm(desk, record, record_id)
    form.setParent(desk.window)
    form.resize(width, 900)
    form.show()
    settle()
    return form


def test_every_noun_has_a_form_with_all_that_is_not_hidden(desk: Desk) -> None:
    for key, noun in NOUNS.items():
        form = shown(desk, noun.record, f"{key}:x")
        visible = {name: field for name, field in fields_of(noun.record).items() if not field.hidden}
        assert list(form.editors) == list(visible), key
        if len(visible) > 5:
            press(form, "Mer")
        told = said_on(form)
        assert [field.label for field in visible.values() if label_words(desk.words, field) not in told] == [], key
        form.hide()


def test_five_fields_are_seen_and_the_others_when_one_of_them_holds_something(desk: Desk) -> None:
    desk.workspace.add(GateEntry("g", what="Leseløftet"))

    def seen(form: RecordForm) -> int:
        settle()
        return sum(editor.isVisibleTo(form) for editor in form.editors.values())

    form = shown(desk, GateEntry, "g")
    assert seen(form) == 5
    press(form, "Mer")
    assert seen(form) == len(form.editors)
    type_in(form.editors["reply"], "Takk")
    press(form, "Mer")
    assert seen(form) == 5
    assert desk.school.get(GateEntry, "g").reply == "Takk", "what is folded is saved"
    assert seen(shown(desk, GateEntry, "g")) == len(form.editors)
    assert not has_button(shown(desk, StopItem, "s"), "Mer"), "there are five of them"


def test_a_folded_field_is_found_and_shown(desk: Desk) -> None:
    desk.workspace.add(GateEntry("g", what="Leseløftet"))
    form = shown(desk, GateEntry, "g")
    assert show_field(desk.window, "g", "reply")
    assert form.editors["reply"].isVisibleTo(form)


class ShownWindows(QObject):
    """Collects the widgets that are shown as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(type(watched).__name__)
        return False


def test_no_part_of_a_form_is_a_window_for_a_moment(desk: Desk, with_windows: ShownWindows) -> None:
    """It would flash, and take the keyboard from the window that one writes in."""
    for key, noun in NOUNS.items():
        form = RecordForm(desk, noun.record, f"{key}:x")
        form.reload()
        assert with_windows.found == [], key
        form.deleteLater()


def test_nothing_of_a_page_or_an_open_record_is_a_window_either(
    with_example: Fosdesk, with_windows: ShownWindows
) -> None:
    desk = desk_of(with_example)
    for key, noun in NOUNS.items():
        for record in desk.school.of(noun.record)[:1]:
            with_example.window.go(page_of(desk.school, record.id), record_to_open(desk.school, record.id))
            settle()
            assert with_windows.found == [], key


@pytest.fixture
def with_windows() -> Iterator[ShownWindows]:
    app = QApplication.instance()
    assert app is not None
    watch = ShownWindows()
    app.installEventFilter(watch)
    yield watch
    app.removeEventFilter(watch)


def test_small_fields_stand_beside_each_other_where_there_is_room(desk: Desk) -> None:
    desk.workspace.add(TimeSlot("t"))
    small = [name for name in RecordForm(desk, TimeSlot, "t").editors if name in ("semester", "minutes")]
    assert len(small) == 2

    def places(width: int) -> list[tuple[int, int]]:
        form = shown(desk, TimeSlot, "t", width)
        corners = [form.editors[name].mapTo(form, form.editors[name].rect().topLeft()) for name in small]
        return [(corner.x(), corner.y()) for corner in corners]

    (x, y), (other_x, other_y) = places(300)
    assert x == other_x
    assert y != other_y


def test_deleting_and_undo_bring_back_what_was_typed_a_moment_before(desk: Desk) -> None:
    desk.workspace.add(GateEntry("g", what="Leseløftet"))
    form = shown(desk, GateEntry, "g")
    type_in(form.editors["reason"], "Passer oss")
    form.delete()  # the cursor is in the field still
    assert desk.school.find("g") is None
    desk.workspace.undo()
    assert desk.school.get(GateEntry, "g") == GateEntry("g", what="Leseløftet", reason="Passer oss")


def test_history_opens_from_the_form(desk: Desk) -> None:
    desk.workspace.add(GateEntry("g", what="Leseløftet"))
    press(shown(desk, GateEntry, "g"), "Historikk")
    dialog = next(one for one in desk.window.findChildren(HistoryDialog) if one.isVisible())
    assert "Leseløftet" in said_on(dialog)


def test_a_colleagues_school_is_only_read(desk: Desk) -> None:
    desk.workspace.add(GateEntry("g", what="Leseløftet"))
    there = Workspace(desk.workspace.store, desk.school.id, role="", app="test", clock=lambda: NOON, read_only=True)
    form = shown(replace(desk, workspace=there), GateEntry, "g")
    assert has_button(form, "Historikk")
    assert not has_button(form, "Fjern")
    typed = type_in(form.editors["what"], "Noe annet")
    assert isinstance(typed, QWidget)
    form.editors["what"].commit()
    assert desk.workspace.read_update().school.get(GateEntry, "g").what == "Leseløftet"
