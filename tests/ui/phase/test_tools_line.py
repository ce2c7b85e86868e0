"""The line of a phase that names its tools."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CriticalQuestion, ExistingGroup, Need, Question
from fosdesk.ui.phase.phase_page import PhasePage
from tests.ui.acts import bring_to_front, desk_of, journal_in, open_beside, said_on, settle, take_cursor
from tests.ui.phase_window import page_of


def said(page: PhasePage) -> list[str]:
    """The words of the line's buttons, in order."""
    settle()
    return [one.text() for one in page.tools.tools.values()]


def test_tools_in_use_come_first_with_how_much_they_hold(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    page = page_of(fresh_school, "F1")
    assert said(page)[0] == "Behov"
    assert all(not any(map(str.isdigit, one)) for one in said(page))
    desk.workspace.add(Question(text="Hvem?"))
    assert said(page)[0] == "Spørsmål og innvendinger 1"
    desk.workspace.add(Need(text="Ro"))
    assert said(page)[:2] == ["Behov 1", "Spørsmål og innvendinger 1"]
    assert "Verktøy i fasen:" in said_on(page.tools)
    fresh_school.window.undo()
    assert said(page)[0] == "Spørsmål og innvendinger 1"


def test_each_leads_to_its_tool(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F2")
    desk_of(fresh_school).workspace.add(ExistingGroup(name="Plangruppa"))
    QTest.mouseClick(page.tools.tools["existing_group"], Qt.MouseButton.LeftButton)
    assert fresh_school.window.current_key == "work_group"
    assert "Plangruppa" in said_on(fresh_school.window.page("work_group"))


def test_the_cursor_stays_on_its_tool(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    bring_to_front(fresh_school.window)
    page.tools.tools["question"].setFocus()
    desk_of(fresh_school).workspace.add(Need(text="Ro"))
    settle()
    assert page.tools.tools["question"].hasFocus()


def test_nothing_tells_whether_a_private_tool_is_in_use(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F2")
    before = said(page)
    assert "Kritiske spørsmål" in before
    desk_of(fresh_school).workspace.add(CriticalQuestion(text="Hvem tjener på dette?"))
    assert said(page) == before


def test_to_a_colleague_only_tools_in_use_are_named(fresh_school: Fosdesk, example_store: Path) -> None:
    window = open_beside(fresh_school, journal_in(example_store))
    window.go("phase:F2", "")
    page = window.page("phase:F2")
    assert isinstance(page, PhasePage)
    assert said(page)
    assert all(one.rpartition(" ")[2][0].isdigit() for one in said(page))


@pytest.mark.parametrize("width", [760, 900, 1366])
def test_it_is_one_line_and_what_does_not_fit_is_shown_when_asked_for(with_example: Fosdesk, width: int) -> None:
    with_example.window.resize(width, 728)
    page = page_of(with_example, "F2")
    bring_to_front(with_example.window)
    settle()
    tools, every = page.tools, list(page.tools.tools.values())
    shown = [one for one in every if one.isVisible()]
    assert shown
    assert shown == every[: len(shown)], "those that hold something first"
    assert len({one.geometry().center().y() for one in (*shown, tools.more)}) == 1
    assert all(one.geometry().right() <= tools.width() for one in (*shown, tools.more))
    assert tools.more.text() == f"Flere verktøy ({len(every) - len(shown)})"
    take_cursor(tools.more)
    QTest.keyClick(tools.more, Qt.Key.Key_Space)
    settle()
    assert all(one.isVisible() for one in every)
    assert every[len(shown)].hasFocus(), "the cursor goes on with what came"
    assert tools.more.text() == "Vis færre"
    QTest.mouseClick(tools.more, Qt.MouseButton.LeftButton)
    settle()
    assert [one for one in every if one.isVisible()] == shown
