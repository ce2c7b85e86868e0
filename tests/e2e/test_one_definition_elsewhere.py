"""One definition is enough: a noun declared here has children, comes up when it is due, and is written at its item."""

from collections.abc import Iterator
from typing import Annotated

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from fosdesk.domain.fields import NOUNS, Date, Order, Privacy, Record, Reference, Short, Use, YesNo, noun
from fosdesk.domain.records import Meeting, PhaseState
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.domain.rules.children import children_of
from fosdesk.ui.lists.listing import PUT_AWAY
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.meetings.next_meeting_part import NextMeetingPart
from fosdesk.ui.overview.overview_page import OverviewPage
from tests.program import Start
from tests.reading import words_on
from tests.ui import acts
from tests.ui.acts import begin_school, settle, take_cursor
from tests.ui.noun_lists import ShownList
from tests.ui.phase.test_item_tools_view import list_at, write
from tests.ui.phase_window import page_of, row_of, type_here
from tests.ui.tool_lines import line_on


@pytest.fixture
def outing() -> Iterator[type[Record]]:
    """The new noun and what belongs to it: this is all there is to them."""

    @noun(
        "outing",
        one="Outing",
        many="Outings",
        page="plan",
        use=Use(
            part="outings",
            new="New outing",
            items=("F1-03", "F1-04"),
            columns=("by", "leads"),
            order=("by",),
            done="over",
            suggests=("leads",),
        ),
    )
    class Outing(Record, frozen=True):
        """A day outside."""

        where: Annotated[str, Short("Where to", privacy=Privacy.OPEN)] = ""
        leads: Annotated[str, Short("Who leads it", privacy=Privacy.OPEN)] = ""
        by: Annotated[str, Date("To be arranged by", surfaces="due", privacy=Privacy.OPEN)] = ""
        over: Annotated[bool, YesNo("It is over", privacy=Privacy.OPEN)] = False

    @noun("stop", one="Stop", many="Stops", page="plan")
    class Stop(Record, frozen=True):
        """Where the outing stops."""

        outing: Annotated[str, Reference("Outing", "outing", parent=True, hidden=True, privacy=Privacy.OPEN)] = ""
        what: Annotated[str, Short("What to see", privacy=Privacy.OPEN)] = ""
        pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""

    yield Outing
    del NOUNS["outing"]
    del NOUNS["stop"]


WORDS = {
    "Outing": "Tur",
    "Outings": "Turer",
    "New outing": "Ny tur",
    "Where to": "Hvor til",
    "Who leads it": "Hvem leder den",
    "To be arranged by": "Skal avtales innen",
    "It is over": "Den er over",
    "Stop": "Stopp",
    "Stops": "Stopp",
    "What to see": "Hva vi ser",
}


def test_its_children_are_written_in_its_form_and_go_and_come_with_it(outing: type[Record], started: Start) -> None:
    window, desk = begin_school(started(more_words=WORDS))
    made = desk.workspace.add(outing(where="Skogen"))  # type: ignore[call-arg]
    form = ShownList(window, "outing").open(made.id)
    (stops,) = form.children_lists
    take_cursor(stops.rows[stops.order[-1]].widget)
    for typed in ("Bålplassen", "Bekken"):
        type_here(typed, Qt.Key.Key_Return)
    found = children_of(desk.school, NOUNS["stop"], made.id)
    assert [getattr(one, "what", "") for one in found] == ["Bålplassen", "Bekken"]
    desk.workspace.delete([made])
    assert desk.school.of(NOUNS["stop"].record) == ()
    window.undo()
    assert len(children_of(desk.school, NOUNS["stop"], made.id)) == 2


def test_its_day_comes_up_until_it_is_done_or_put_away_and_it_goes_on_the_agenda(
    outing: type[Record], started: Start
) -> None:
    window, desk = begin_school(started(more_words=WORDS))
    made = desk.workspace.add(outing(where="Skogen", by="2026-11-25"))  # type: ignore[call-arg]
    desk.workspace.add(Meeting("m", day="2026-11-26", who="work_group"))
    desk.workspace.add(PhaseState("phase:F1", opened="2026-08-20"))

    def said_on_overview() -> str:
        return " ".join(words_on(acts.page_of(window, "overview", OverviewPage)))

    def proposed() -> list[str]:
        meetings = acts.page_of(window, "meetings", MeetingsPage)
        meetings.turn_to_part("next")
        settle()
        part = meetings.part("next")
        assert isinstance(part, NextMeetingPart)
        return [one.title for one in part.proposals.buttons]

    assert "25. nov" in said_on_overview()
    assert "Skogen" in proposed()
    shown = ShownList(window, "outing")
    shown.list.acts.put_away([made.id])
    assert PUT_AWAY in shown.list.listing.folded
    assert shown.list.shown_ids == []
    assert "25. nov" not in said_on_overview()
    assert "Skogen" not in proposed()
    shown = ShownList(window, "outing")
    shown.open(made.id)
    press(shown, "Hent fram igjen")
    press(shown, "Sett på sakslisten")
    assert [line.about for line in lines_of_meeting(desk.school, "m")] == [made.id]


def test_it_is_written_at_its_item_and_suggests_what_it_held(outing: type[Record], started: Start) -> None:
    program = started(more_words=WORDS)
    window, desk = begin_school(program)
    assert "Turer" in [one.text() for one in page_of(program, "F1").tools.tools.values()]
    tool = list_at(program, "F1-03", "outing")
    write(tool, "Skogen", Qt.Key.Key_Return)
    (made,) = desk.school.of(outing)
    assert getattr(made, "where", "") == "Skogen"
    assert line_on(tool, "Skogen").isVisible()
    page = page_of(program, "F1")
    assert "Turer · 1" in row_of(page, "answer:F1-04").heading.accessibleName()
    assert "Turer 1" in [one.text() for one in page.tools.tools.values()]
    desk.workspace.add(outing(where="Fjellet", leads="Faglærer i kroppsøving"))  # type: ignore[call-arg]
    editor = ShownList(window, "outing").open(made.id).editors["leads"]
    line = editor.editor
    assert isinstance(line, QLineEdit)
    take_cursor(line)
    QTest.keyClicks(line, "fag")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert getattr(desk.school.find(made.id), "leads", "") == "Faglærer i kroppsøving"


def press(shown: ShownList, said: str) -> None:
    """Click a button of the open form."""
    (there,) = [one for one in shown.list.findChildren(QPushButton) if one.text() == said and one.isVisible()]
    QTest.mouseClick(there, Qt.MouseButton.LeftButton)
    settle()
