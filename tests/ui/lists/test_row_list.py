"""A list whose rows open in place: rows stay the same widgets, one is open, more come when asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.row_list import RowList, RowWords, Section
from tests.ui.acts import button_on, changed, desk_of, has_button, press, said_on, settle, type_in


class Listed:
    """Entries in the window: two to be seen, the others behind a button."""

    def __init__(self, program: Fosdesk) -> None:
        self.desk: Desk = desk_of(program)
        self.ids = [self.desk.workspace.add(GateEntry(f"g{n}", what=f"Innspill {n}")).id for n in range(5)]
        self.list = RowList(self.desk, self._words, self._panel)
        self.list.setParent(program.window)
        self.list.resize(700, 900)
        self.show(self.ids)
        self.list.show()
        settle()

    def show(self, ids: list[str]) -> None:
        gone = Section("gone", "Tomt", [], empty="Ingenting her.")
        self.list.show_sections([Section("all", "Alt & mer", ids, most=2, act="Nytt"), gone])

    def _words(self, record_id: str) -> RowWords:
        entry = self.desk.school.get(GateEntry, record_id)
        return RowWords(entry.what, note=entry.source, act="Fjern" if record_id == "g1" else "")

    def _panel(self, record_id: str) -> RecordForm:
        return RecordForm(self.desk, GateEntry, record_id, only=["what", "source"])


@pytest.fixture
def listed(fresh_school: Fosdesk) -> Listed:
    return Listed(fresh_school)


def test_the_first_rows_are_seen_and_the_rest_when_asked_for(listed: Listed) -> None:
    assert list(listed.list.shown_ids) == ["g0", "g1"]
    assert "Ingenting her." in said_on(listed.list)
    press(listed.list, "Vis alle 5")
    assert list(listed.list.shown_ids) == listed.ids
    press(listed.list, "Skjul")
    assert list(listed.list.shown_ids) == ["g0", "g1"]


def test_a_click_opens_a_row_below_itself_and_another_one_closes_it(listed: Listed) -> None:
    row = listed.list.row("g0")
    QTest.mouseClick(row.line, Qt.MouseButton.LeftButton)
    settle()
    panel = listed.list.panel
    assert isinstance(panel, RecordForm)
    assert listed.list.open_id == "g0"
    top, second = panel.mapTo(listed.list, panel.rect().topLeft()).y(), listed.list.row("g1").y()
    assert row.y() + row.height() <= top < second
    QTest.mouseClick(listed.list.row("g1").line, Qt.MouseButton.LeftButton)
    assert listed.list.open_id == "g1"
    QTest.mouseClick(listed.list.row("g1").line, Qt.MouseButton.LeftButton)
    assert (listed.list.open_id, listed.list.panel) == ("", None)


def test_escape_saves_closes_and_goes_back_to_the_row(listed: Listed) -> None:
    listed.list.open_row("g0")
    panel = listed.list.panel
    assert isinstance(panel, RecordForm)
    type_in(panel.editors["source"], "kommunen")
    QTest.keyClick(listed.list, Qt.Key.Key_Escape)
    assert listed.list.panel is None
    assert listed.desk.school.get(GateEntry, "g0").source == "kommunen"
    assert listed.list.row("g0").line.hasFocus()


def test_nobody_loses_the_place_they_write_in_when_records_change(listed: Listed) -> None:
    listed.list.open_row("g1")
    row, panel = listed.list.row("g1"), listed.list.panel
    assert isinstance(panel, RecordForm)
    widget = type_in(panel.editors["source"], "halvveis")
    entry = listed.desk.school.get(GateEntry, "g1")
    listed.desk.workspace.commit(entry, changed(entry, what="Et annet navn"))
    listed.show(["g4", "g1", "g0"])
    settle()
    assert (listed.list.row("g1"), listed.list.panel) == (row, panel)
    assert row.line.title == "Et annet navn"
    assert widget.hasFocus()
    assert panel.editors["source"].as_typed == "halvveis"
    assert list(listed.list.shown_ids) == ["g4", "g1"]


def test_a_row_that_is_gone_closes_and_the_last_one_leaves_the_list_empty(listed: Listed) -> None:
    listed.list.open_row("g0")
    listed.show(["g1"])
    assert (listed.list.open_id, list(listed.list.shown_ids)) == ("", ["g1"])
    listed.show([])
    assert list(listed.list.shown_ids) == []


def test_a_row_behind_the_button_is_brought_to_light_when_it_is_opened(listed: Listed) -> None:
    listed.list.open_row("g4")
    assert listed.list.open_id == "g4"
    assert list(listed.list.shown_ids) == listed.ids
    listed.list.open_row("not there")
    assert listed.list.open_id == ""


def test_acts_of_rows_and_headings_are_told_apart(listed: Listed, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listed.list.act_asked) as told:
        listed.list.row("g1").act.click()
    assert told.args == ["g1"]
    assert listed.list.row("g1").act.accessibleName() == "Fjern: Innspill 1"
    assert not listed.list.row("g0").act.isVisibleTo(listed.list)
    with qtbot.waitSignal(listed.list.section_act_asked) as told:
        button_on(listed.list, "Nytt").click()
    assert told.args == ["all"]
    assert has_button(listed.list, "Vis alle 5")


def test_of_thousands_some_come_at_a_time_and_what_is_opened_comes_alone(listed: Listed) -> None:
    desk = listed.desk
    some = [GateEntry(f"h{n}", what=f"Innspill {n}") for n in range(5_000)]
    desk.workspace.commit_all([(None, one) for one in some], "create")
    ids = [one.id for one in some]
    listed.show(ids)
    listed.list.open_row("h4000")
    assert list(listed.list.shown_ids) == ["h0", "h1", "h4000"]
    listed.list.close_row()
    assert listed.list.row("h4000").line.hasFocus()
    press(listed.list, "Vis 100 til")
    assert list(listed.list.shown_ids) == [*ids[:102], "h4000"]
    listed.show(ids[:150])
    press(listed.list, "Vis alle 150")
    assert list(listed.list.shown_ids) == ids[:150]
    press(listed.list, "Skjul")
    assert list(listed.list.shown_ids) == ["h0", "h1"]
