"""The next meeting on two minutes: clicks and keys, besides typed text, from opening the program to an agenda."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import FollowUp, Meeting
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.meetings.next_meeting_part import NextMeetingPart
from fosdesk.ui.overview.overview_page import OverviewPage
from fosdesk.ui.start.first_start_page import FirstStartPage
from tests.program import Start
from tests.reading import text_of
from tests.ui.acts import bring_to_front, desk_of, settle, wait_for_work, wait_until

LATER, FIRST = 10, 25  # clicks and keys at most


class Hand:
    """Clicks and presses keys as a person does, and counts them; letters of a text are not counted."""

    def __init__(self, program: Fosdesk) -> None:
        self.program = program
        self.acts = 0

    def click(self, widget: QWidget) -> None:
        """A click on something that is seen."""
        settle()
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.acts += 1
        settle()

    def press(self, key: Qt.Key) -> None:
        """A key for whatever has the cursor."""
        self.cursor.window().activateWindow()
        QTest.keyClick(self.cursor, key)
        self.acts += 1
        settle()

    def write(self, said: str) -> None:
        """Text for whatever has the cursor."""
        QTest.keyClicks(self.cursor, said)

    @property
    def cursor(self) -> QWidget:
        """What has the cursor."""
        there = QApplication.focusWidget()
        assert there is not None
        return there

    @property
    def part(self) -> NextMeetingPart:
        """The part with the agenda, which is shown."""
        page = self.program.window.page("meetings")
        assert isinstance(page, MeetingsPage)
        part = page.part(page.tabs.key)
        assert isinstance(part, NextMeetingPart)
        assert part.isVisible()
        return part

    def overview(self) -> OverviewPage:
        """The overview, which is shown."""
        bring_to_front(self.program.window)
        page = self.program.window.page("overview")
        assert isinstance(page, OverviewPage)
        assert page.isVisible()
        return page


def paper_of(hand: Hand, meeting: str, target: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The agenda as PDF, by the button above it; what can be read in it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    hand.click(hand.part.head.paper)
    page = hand.program.window.page("documents")
    assert isinstance(page, DocumentsPage)
    assert page.isVisible()
    panel = page.panel
    assert panel is not None
    assert panel.meeting is not None
    assert panel.meeting.currentData() == meeting
    hand.click(panel.save)
    hand.acts += 1  # Enter in the dialog that asks where
    wait_until(target.exists)
    wait_for_work(page.desk)
    return text_of(target)


def agenda_of(hand: Hand) -> list[str]:
    return [line.what for line in lines_of_meeting(hand.part.desk.school, hand.part.meeting_id)]


def test_from_opening_the_program_to_an_agenda(
    with_example: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(with_example).workspace.add(FollowUp(what="Sjekk boden", responsible="vaktmester", due="2026-11-13"))
    hand = Hand(with_example)
    hand.click(hand.overview().meeting.prepare)
    wait_until(lambda: hand.part.isAncestorOf(hand.cursor))
    before = agenda_of(hand)
    for _ in range(4):
        hand.press(Qt.Key.Key_Return)
    hand.click(hand.part.entry.typed)
    hand.write("Hvordan har dere det?")
    hand.press(Qt.Key.Key_Return)
    said = agenda_of(hand)
    assert said[: len(before)] == before
    assert len(said) == len(before) + 5
    assert "Sjekk boden" in said
    assert said[-1] == "Hvordan har dere det?"
    assert "av 75 minutter" in hand.part.time.text()
    desk, meeting = hand.part.desk, hand.part.meeting_id
    paper = paper_of(hand, meeting, tmp_path / "saksliste.pdf", monkeypatch)
    number = lines_of_meeting(desk.school, meeting)[-1].number
    assert number.endswith("/26")
    for line in ("Sjekk boden", "Hvordan har dere det?", f"Sak {number}"):
        assert line in paper
    assert hand.acts <= LATER


def test_from_first_start_to_an_agenda(
    started: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = started()
    hand = Hand(program)
    first = program.window.findChild(FirstStartPage)
    assert first is not None
    bring_to_front(program.window)
    hand.click(first.name)
    hand.write("Solvik skole")
    hand.click(first.phase.chip("F1"))
    with qtbot.waitSignal(program.opened, timeout=20_000):
        QTest.mouseClick(first.begin, Qt.MouseButton.LeftButton)
    hand.acts += 1
    hand.click(hand.overview().meeting.prepare)
    wait_until(lambda: hand.part.make.hasFocus())
    hand.press(Qt.Key.Key_Return)  # the day, the people and the length are proposed
    (meeting,) = hand.part.desk.school.of(Meeting)
    assert meeting.day > "2026-11-23"
    for _ in range(3):
        hand.press(Qt.Key.Key_Return)
    hand.click(hand.part.entry.typed)
    hand.write("Hvem blir med?")
    hand.press(Qt.Key.Key_Return)
    said = agenda_of(hand)
    assert said[0] == "Skriv kort hvorfor skolen er med, og hvem som bestemte det."
    assert said[-1] == "Hvem blir med?"
    assert len(said) == 4
    assert "Hvem blir med?" in paper_of(hand, meeting.id, tmp_path / "saksliste.pdf", monkeypatch)
    assert hand.acts <= FIRST
