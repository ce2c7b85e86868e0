"""Links in a form by keyboard alone: open, filter, take, leave, clear, follow; what is gone says so and stays."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import AnyReference, Privacy, Reference
from fosdesk.domain.records import AgendaLine, CoreComponent, Decision, FollowUp, GateEntry, Meeting, Reflection
from fosdesk.ui.forms.editor_for_field import editor_for
from fosdesk.ui.forms.link_choices import MANY
from fosdesk.ui.forms.link_editor import LinkEditor
from fosdesk.ui.forms.link_popup import LinkPopup
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.forms.special_editors import ReferenceEditor
from fosdesk.ui.frame.desk import Desk
from tests.ui.acts import desk_of, said_on, settle, window_of

ANY = AnyReference("Concerns", privacy=Privacy.OPEN)
TO_MEETING = Reference("Meeting", "meeting", privacy=Privacy.OPEN)
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry("g", what="Leksefri på mellomtrinnet", decision="parked", came="2025-03-12"))
    desk.workspace.add(Meeting("m", what="Leksemøte", day="2026-12-01"))
    desk.workspace.add(FollowUp("f", what="Spør om lekser", done="2026-11-20"))
    desk.workspace.add(Decision("d", what="Vi prøver"))
    return desk


def shown(desk: Desk, record_id: str = "d") -> tuple[RecordForm, LinkEditor]:
    form = RecordForm(desk, Decision, record_id)
    form.setParent(desk.window)
    form.resize(700, 900)
    form.show()
    settle()
    editor = form.editors["about"].editor
    assert isinstance(editor, LinkEditor)
    editor.setFocus()
    return form, editor


def popup_of(editor: LinkEditor) -> LinkPopup:
    assert editor.popup is not None
    settle()
    return editor.popup


def offered(popup: LinkPopup) -> list[str]:
    return [popup.list.item(row).text() for row in range(popup.list.count())]


def about(desk: Desk) -> str:
    return desk.school.get(Decision, "d").about


@pytest.mark.parametrize(
    ("key", "with_alt"),
    [
        (Qt.Key.Key_Return, False),
        (Qt.Key.Key_Enter, False),
        (Qt.Key.Key_Space, False),
        (Qt.Key.Key_F4, False),
        (Qt.Key.Key_Down, True),
    ],
)
def test_keys_open_the_search_and_a_choice_is_stored_in_one_step(desk: Desk, key: Qt.Key, with_alt: bool) -> None:
    _, editor = shown(desk)
    alt = Qt.KeyboardModifier.AltModifier if with_alt else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(editor.field, key, alt)
    popup = popup_of(editor)
    QTest.keyClicks(popup.typed, "lekse")
    assert offered(popup)[:2] == [
        "Leksefri på mellomtrinnet, Innspill · parkert · 12. mars 2025",
        "Leksemøte, Møte · 1. des. 2026",
    ]
    assert popup.typed.accessibleDescription().startswith("Leksefri")
    QTest.keyClick(popup.typed, Qt.Key.Key_Down)
    assert popup.typed.accessibleDescription().startswith("Leksemøte")
    QTest.keyClick(popup.typed, Qt.Key.Key_Return)
    assert about(desk) == "m"
    assert editor.field.accessibleName() == "Hva det gjelder: Leksemøte, Møte · 1. des. 2026"
    window_of(desk).undo()
    assert about(desk) == ""
    window_of(desk).redo()
    assert about(desk) == "m"


def test_a_letter_opens_the_search_and_filters_at_once(desk: Desk) -> None:
    _, editor = shown(desk)
    QTest.keyClick(editor.field, Qt.Key.Key_S)
    popup = popup_of(editor)
    assert popup.typed.text() == "s"
    QTest.keyClicks(popup.typed, "pør")
    assert offered(popup)[0] == "Spør om lekser, Oppfølging · ferdig · 20. nov. 2026"
    QTest.keyClick(popup.typed, Qt.Key.Key_Escape)
    assert about(desk) == ""
    assert not popup.isVisible()


def test_an_item_that_nobody_has_written_in_is_found_by_its_number_and_its_words(desk: Desk) -> None:
    item = desk.framework.item("F1-06")
    assert item is not None
    assert desk.school.find("answer:F1-06") is None
    _, editor = shown(desk)
    for typed in ("F1-06", item.text[:20]):
        QTest.keyClick(editor.field, Qt.Key.Key_Return)
        popup = popup_of(editor)
        popup.typed.setText(typed)
        assert offered(popup)[0] == f"{item.text}, Punkt i sjekklisten F1-06"
        QTest.keyClick(popup.typed, Qt.Key.Key_Return)
        assert about(desk) == "answer:F1-06"
        QTest.keyClick(editor.field, Qt.Key.Key_Delete)
        assert about(desk) == ""


def test_arrows_alone_open_and_move_nothing(desk: Desk) -> None:
    _, editor = shown(desk)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(editor.field, key)
        assert editor.popup is None
        assert desk.window.focusWidget() is editor.field


def test_it_is_followed_with_ctrl_enter_and_with_the_button(desk: Desk) -> None:
    window = window_of(desk)
    _, editor = shown(desk)
    assert not editor.follow_button.isVisible()
    for target, page in (("g", "gatekeeping"), ("answer:F1-06", "phase:F1"), ("m", "meetings")):
        editor.show_value(target)
        window.go("overview", "")
        QTest.keyClick(editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert window.current_key == page
        window.go("overview", "")
        editor.follow_button.click()
        assert window.current_key == page


def test_what_was_deleted_says_so_stays_and_is_followed_nowhere(desk: Desk) -> None:
    _, editor = shown(desk)
    editor.show_value("g")
    editor.committed.emit()
    assert about(desk) == "g"
    entry = desk.school.find("g")
    assert entry is not None
    desk.workspace.delete([entry])
    editor.show_value(about(desk))
    assert editor.value() == "g"
    assert editor.field.accessibleName() == "Hva det gjelder: fjernet"
    assert not editor.follow_button.isVisible()
    before = window_of(desk).current_key
    editor.follow()
    assert window_of(desk).current_key == before
    editor.clear_button.click()
    assert about(desk) == ""
    window_of(desk).undo()
    window_of(desk).undo()
    assert desk.school.find("g") is not None
    assert about(desk) == "g"


def test_before_somebody_types_nothing_private_is_offered_and_never_the_record_itself(desk: Desk) -> None:
    desk.workspace.add(Reflection("reflection:F1-1", text="Lekser er en vond sak for oss"))
    _, editor = shown(desk)
    editor.open_search()
    popup = popup_of(editor)
    kinds = " ".join(offered(popup))
    assert "Leksemøte" in kinds
    assert "vond sak" not in kinds
    assert "Vi prøver" not in kinds
    popup.typed.setText("prøver")
    assert not any("Vi prøver" in one for one in offered(popup))
    popup.typed.setText("qqqqqq")
    assert offered(popup) == []
    assert "Fant ingenting" in said_on(popup)
    popup.typed.setText("vond")
    assert offered(popup)[0].startswith("Lekser er en vond sak")


def test_few_are_a_drop_down_and_many_are_searched_latest_first_and_made_by_name(desk: Desk) -> None:
    assert isinstance(editor_for(desk, TO_MEETING, "", 1, wrap=False), ReferenceEditor)
    for n in range(MANY):
        desk.workspace.add(Meeting(what=f"Møte {n}", day=date(2026, 1, 1 + n).isoformat()))
    editor = editor_for(desk, TO_MEETING, "Møte", 1, wrap=False)
    assert isinstance(editor, LinkEditor)
    editor.setParent(desk.window)
    editor.show()
    settle()
    editor.open_search()
    popup = popup_of(editor)
    assert offered(popup)[:2] == ["Leksemøte, 1. des. 2026", f"Møte {MANY - 1}, {MANY}. jan. 2026"]
    popup.typed.setText("lekse")
    assert offered(popup) == ["Leksemøte, 1. des. 2026", "Ny: lekse, Møte"], "of meetings only"
    popup.typed.setText("  Foreldremøte  i mai")
    assert offered(popup) == ["Ny: Foreldremøte i mai, Møte"]
    told: list[object] = []
    editor.committed.connect(lambda: told.append(editor.value()))
    QTest.keyClick(popup.typed, Qt.Key.Key_Return)
    (made,) = told
    assert desk.school.get(Meeting, str(made)).what == "Foreldremøte i mai"
    assert editor.value() == made
    assert len(desk.school.of(Meeting)) == MANY + 2


def test_of_two_that_disagree_one_is_chosen_by_its_title(desk: Desk) -> None:
    form, editor = shown(desk)
    field = form.editors["about"]
    third = editor_for(desk, field.field, "", 1, wrap=True)
    assert isinstance(third, LinkEditor)
    assert third.value() == ""
    assert not third.dirty
    assert editor.typed == ""


def test_a_colleagues_school_shows_it_and_lets_one_follow_it(desk: Desk) -> None:
    editor = LinkEditor(desk, ANY)
    editor.setParent(desk.window)
    editor.set_read_only()
    editor.setAccessibleName("Hva det gjelder")
    editor.show_value("g")
    editor.show()
    assert not editor.clear_button.isVisible()
    QTest.keyClick(editor.field, Qt.Key.Key_Delete)
    assert editor.value() == "g"
    QTest.keyClick(editor.field, Qt.Key.Key_L)
    assert editor.popup is None
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert window_of(desk).current_key == "gatekeeping"


def test_what_stands_in_an_order_of_its_own_keeps_it_and_a_title_like_its_kind_is_said_once(desk: Desk) -> None:
    for place, name in enumerate(f"Del {n}" for n in range(MANY, -1, -1)):
        desk.workspace.add(CoreComponent(name=name, pos=f"a{place:02}"))
    editor = LinkEditor(desk, Reference("About", "core_component", privacy=Privacy.OPEN))
    editor.setParent(desk.window)
    editor.show()
    settle()
    editor.open_search()
    assert offered(popup_of(editor))[:2] == [f"Del {MANY}", f"Del {MANY - 1}"]
    desk.workspace.add(AgendaLine("l", meeting="m"))
    other = LinkEditor(desk, ANY)
    other.show_value("l")
    assert other.field.accessibleName() == "Sak, 1. des. 2026"


def test_every_part_that_can_be_pressed_is_named(desk: Desk) -> None:
    _, editor = shown(desk)
    editor.show_value("g")
    assert editor.clear_button.accessibleName() == "Fjern koblingen: Leksefri på mellomtrinnet"
    assert editor.follow_button.accessibleName() == "Åpne: Leksefri på mellomtrinnet"
    assert all(one.accessibleName() for one in editor.findChildren(QPushButton))
    editor.open_search()
    popup = popup_of(editor)
    assert popup.typed.accessibleName() == "Søk: Hva det gjelder"
    assert popup.list.accessibleName()
