"""The first page of a large school: it is made, filled and shown in three turns, and nobody sees half of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from fosdesk import pace
from fosdesk.app import build
from fosdesk.ui.frame.page import Page
from tests.patience import LIMIT
from tests.program import NOON
from tests.reading import words_on
from tests.ui.acts import changed, desk_of, said_on, settle


class FirstPage:
    """What happens to the first page, round by round of the event loop, until it is shown."""

    def __init__(self, folder: Path) -> None:
        self.program = build(folder, "nb", clock=lambda: NOON)
        self.window = self.program.window
        self.window.show()

    @property
    def page(self) -> Page | None:
        return self.window._pages.get("overview")

    def until(self, holds: Callable[[], object]) -> None:
        """Let the event loop go round, and stop after the very round in which something comes to hold."""
        for _ in range(LIMIT):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if holds():
                return
        raise AssertionError("waited in vain")

    def close(self) -> None:
        self.program.window.close()  # the first one may be gone after a restart
        self.program.close()


@pytest.fixture
def first(example_folder: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[FirstPage]:
    monkeypatch.setattr(pace, "_LARGE", 0)
    opened = FirstPage(example_folder)
    yield opened
    opened.close()


def test_the_first_page_is_made_filled_and_shown_in_turns_and_never_seen_half(first: FirstPage) -> None:
    first.until(lambda: first.page)
    page = first.page
    assert page is not None
    assert not page._shown_once, "it is filled in another round than it is made in"
    first.until(lambda: page._shown_once)
    assert not page.isVisible(), "it is shown in another round than it is filled in"
    assert first.window.current_key == ""
    first.until(page.isVisible)
    seen = words_on(page)
    settle()
    assert words_on(page) == seen
    assert any("Neste steg" in words for words in seen)


def test_what_is_written_between_the_turns_of_the_first_page_stands_on_it(first: FirstPage) -> None:
    first.until(lambda: first.page is not None and first.page._shown_once)
    page, desk = first.page, desk_of(first.program)
    assert page is not None
    assert not page.isVisible()
    profile = desk.school.profile
    desk.workspace.commit(profile, changed(profile, direction="Skrevet imens"))
    first.until(page.isVisible)
    assert "Skrevet imens" in said_on(page)


def test_whoever_goes_to_another_page_meanwhile_stays_there(first: FirstPage) -> None:
    first.until(lambda: first.page)
    first.window.go("gatekeeping", "")
    settle()
    assert first.window.current_key == "gatekeeping"
    first.program.restart()
    settle()
    assert first.program.window.current_key == "gatekeeping", "a new window shows the page that the old one showed"
