"""«Used in»: every form tells what points to its record, and each of them is one press away."""

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, CoreComponent, Decision, FollowUp, GateEntry, Meeting, StopItem
from fosdesk.ui.forms.fields_panel import FieldsPanel
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.forms.used_in import UsedIn
from fosdesk.ui.frame.desk import Desk
from fosdesk.workspace import Workspace
from tests.program import NOON
from tests.ui.acts import desk_of, said_on, settle, window_of


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    desk = desk_of(fresh_school)
    desk.workspace.add(CoreComponent("c", name="Voksne som ser"))
    desk.workspace.add(StopItem("s", what="Ukeplan på papir"))
    desk.workspace.add(Meeting("m", what="Planmøte"))
    desk.workspace.add(GateEntry("g", what="Leksefri", component="c"))
    return desk


def used_in(form: QWidget) -> UsedIn:
    settle()
    (found,) = form.findChildren(UsedIn)
    return found


def said(line: UsedIn) -> list[str]:
    return [one.text() for one in line.links]


def put(desk: Desk, widget: QWidget) -> QWidget:
    widget.setParent(desk.window)
    widget.resize(700, 900)
    widget.show()
    settle()
    return widget


def test_a_form_tells_what_points_to_its_record_through_either_kind_of_field(desk: Desk) -> None:
    line = used_in(put(desk, RecordForm(desk, CoreComponent, "c")))
    assert said(line) == ["Leksefri (innspill)"]
    assert line.isVisible()
    desk.workspace.add(Decision("d", what="Vi venter", about="c"))
    desk.workspace.add(AgendaLine("l", meeting="m", what="Komponentene", about="c"))
    line.show_record("c")
    assert said(line) == ["Leksefri (innspill)", "Komponentene (sak, Planmøte)", "Vi venter (avgjørelse)"]
    assert "Brukt i:" in said_on(line)
    assert line.links[0].accessibleName() == "Brukt i: Leksefri (innspill)"


def test_nothing_is_said_where_nothing_points_and_children_are_no_use(desk: Desk) -> None:
    desk.workspace.add(AgendaLine("l", meeting="m", what="Sak"))
    for widget in (
        RecordForm(desk, Meeting, "m"),
        RecordForm(desk, Meeting, ""),
        FieldsPanel(desk, StopItem, "s", [["what"]]),
    ):
        line = used_in(put(desk, widget))
        assert said(line) == []
        assert not line.isVisible()


def test_a_panel_follows_what_changes(desk: Desk) -> None:
    panel = FieldsPanel(desk, StopItem, "s", [["what"]])
    line = used_in(put(desk, panel))
    made = desk.workspace.add(FollowUp(what="Si fra til alle", about="s"))
    panel.reload()
    assert said(line) == ["Si fra til alle (oppfølging)"]
    desk.workspace.commit(made, msgspec.structs.replace(made, about=""))
    panel.reload()
    assert said(line) == []
    window_of(desk).undo()
    panel.reload()
    assert said(line) == ["Si fra til alle (oppfølging)"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, None])
def test_each_is_followed_by_mouse_and_keyboard(desk: Desk, key: Qt.Key | None) -> None:
    window = window_of(desk)
    line = used_in(put(desk, RecordForm(desk, CoreComponent, "c")))
    if key is None:
        QTest.mouseClick(line.links[0], Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(line.links[0], key)
    assert window.current_key == "gatekeeping"


def test_the_gate_and_the_checklist_tell_it_too(desk: Desk) -> None:
    desk.workspace.add(FollowUp("f", what="Spør FAU", about="g"))
    desk.workspace.add(FollowUp("h", what="Regn på timene", about="answer:F1-06"))
    window = window_of(desk)
    for page, record, expected in (
        ("gatekeeping", "g", "Spør FAU (oppfølging)"),
        ("phase:F1", "answer:F1-06", "Regn på timene (oppfølging)"),
    ):
        window.go(page, record)
        settle()
        found = [one for one in window.page(page).findChildren(UsedIn) if one.isVisibleTo(window)]
        assert [said(one) for one in found] == [[expected]]
        found[0].links[0].click()
        assert window.current_key == "meetings"


def test_a_thousand_are_shown_some_at_a_time(desk: Desk) -> None:
    desk.workspace.commit_all([(None, FollowUp(f"f{n}", what=f"Nr. {n}", about="c")) for n in range(1000)], "create")
    line = used_in(put(desk, RecordForm(desk, CoreComponent, "c")))
    assert len(line.links) == 4
    assert "997 til" in said_on(line)
    before = list(line.links)
    line.show_record("c")
    assert all(one is other for one, other in zip(before, line.links, strict=True)), "nothing is made anew"
    QTest.mouseClick(
        next(b for b in line.findChildren(type(before[0])) if b.text() == "997 til"), Qt.MouseButton.LeftButton
    )
    settle()
    assert len(line.links) == 28
    assert line.links[4].hasFocus() or not desk.window.isActiveWindow()


def test_in_a_colleagues_school_it_is_read_and_followed(desk: Desk) -> None:
    theirs = replace(
        desk,
        workspace=Workspace(
            desk.workspace.store, desk.school.id, role="", app="test", clock=lambda: NOON, read_only=True
        ),
    )
    line = used_in(put(desk, RecordForm(theirs, CoreComponent, "c")))
    assert said(line) == ["Leksefri (innspill)"]
