"""What is done with rows of a list in the real window: put away, taken out again, and put on the agenda."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import AgendaLine, FollowUp, Meeting
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.domain.rules.item_tools import count_of
from fosdesk.domain.rules.surfacing_dates import surfacing
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.listing import PUT_AWAY
from fosdesk.ui.lists.noun_list import NounList
from tests.ui.acts import desk_of, said_on, type_in
from tests.ui.lists.test_noun_list import choose, click_row, list_of, tasks


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def test_several_are_put_away_in_one_step_and_taken_out_again_with_one_click(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    choose(shown, "b", "a")
    assert not shown.bar.back.isVisible()
    QTest.mouseClick(shown.bar.away, Qt.MouseButton.LeftButton)
    assert [desk.school.get(FollowUp, one).put_away for one in "abcd"] == [True, True, False, False]
    assert shown.shown_ids == ["c"]
    said = said_on(fresh_school.window)
    assert "2 er lagt bort. Ctrl+Z henter dem fram igjen." in said
    assert "Angre: lagt bort" in said
    assert "Lagt bort (2)" in said_on(shown)
    fresh_school.window.undo()
    assert shown.shown_ids == ["b", "c", "a"]
    fresh_school.window.redo()
    shown._fold(PUT_AWAY)
    choose(shown, "c", "a")
    assert (shown.bar.away.isVisible(), shown.bar.back.isVisible()) == (True, True)
    choose(shown, "b", "a")
    assert not shown.bar.away.isVisible()
    QTest.mouseClick(shown.bar.back, Qt.MouseButton.LeftButton)
    assert shown.shown_ids == ["b", "c", "a"]


def test_the_open_record_is_put_away_and_taken_out_again_at_the_foot_of_its_form(
    fresh_school: Fosdesk, desk: Desk
) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    click_row(shown, "b")
    assert isinstance(shown.panel, RecordForm)
    type_in(shown.panel.editors["what"], "Bestill aula")
    press(shown, "Legg bort")
    assert not shown.is_open
    assert (desk.school.get(FollowUp, "b").what, desk.school.get(FollowUp, "b").put_away) == ("Bestill aula", True)
    assert shown.shown_ids == ["c", "a"]
    assert shown.list_focus().hasFocus()
    shown.open_row("b")
    assert shown.shown_ids == ["c", "a", "b"], "what is opened from elsewhere is unfolded"
    press(shown, "Hent fram igjen")
    assert not desk.school.get(FollowUp, "b").put_away
    assert shown.open_id == "b"
    assert shown.shown_ids == ["b", "c", "a"]
    assert [one.text() for one in shown.findChildren(QPushButton) if one.text() == "Legg bort" and one.isVisible()]


def test_what_is_put_away_comes_up_nowhere_by_itself_and_is_done_nowhere(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    assert [one.record for one in surfacing(desk.school, "due")] == ["b", "c", "a"]
    shown = list_of(fresh_school, "follow_ups")
    shown.acts.put_away(["b"])
    assert [one.record for one in surfacing(desk.school, "due")] == ["c", "a"]
    assert desk.school.get(FollowUp, "b").done == ""
    assert count_of(desk.school, NOUNS["follow_up"]) == (4, 2)


def test_several_are_put_on_the_agenda_of_the_next_meeting_in_one_step(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    desk.workspace.add(Meeting("later", day="2026-12-15", who="work_group"))
    desk.workspace.add(Meeting("next", day="2026-12-08", start="14:30", who="work_group"))
    desk.workspace.add(AgendaLine("l", meeting="next", what="Åpning", pos="i"))
    shown = list_of(fresh_school, "follow_ups")
    choose(shown, "b", "a")
    QTest.mouseClick(shown.bar.agenda, Qt.MouseButton.LeftButton)
    lines = lines_of_meeting(desk.school, "next")
    assert [(one.what, one.about) for one in lines] == [("Åpning", ""), ("Bestill rom", "b"), ("Ring PPT", "a")]
    said = said_on(fresh_school.window)
    assert "2 på sakslisten 8. des. (Arbeidsgruppen)." in said
    choose(shown, "b", "c")
    QTest.mouseClick(shown.bar.agenda, Qt.MouseButton.LeftButton)
    assert [one.about for one in lines_of_meeting(desk.school, "next")] == ["", "b", "a", "c"]
    assert "Der fra før: 1." in said_on(fresh_school.window)
    fresh_school.window.undo()
    fresh_school.window.undo()
    assert [one.id for one in lines_of_meeting(desk.school, "next")] == ["l"]


def test_without_a_coming_meeting_one_is_set_up_in_the_same_step(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    click_row(shown, "b")
    press(shown, "Sett på sakslisten")
    (meeting,) = desk.school.of(Meeting)
    assert [one.about for one in lines_of_meeting(desk.school, meeting.id)] == ["b"]
    fresh_school.window.undo()
    assert desk.school.of(Meeting) == ()
    assert desk.school.of(AgendaLine) == ()


def press(shown: NounList, said: str) -> None:
    there = [one for one in shown.findChildren(QPushButton) if one.text() == said and one.isVisible()]
    assert len(there) == 1, said
    QTest.mouseClick(there[0], Qt.MouseButton.LeftButton)
