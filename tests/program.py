"""Fixtures that build the real program through `app.build`."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from fosdesk.app import STORE_NAME, Fosdesk, build
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.paths import is_folder
from fosdesk.store import Store
from fosdesk.ui.start.first_start_page import FirstStartPage
from fosdesk.ui.window.crash import LOG_NAME
from tests.patience import PatientBot

TODAY = date(2026, 11, 23)
NOON = int(datetime(2026, 11, 23, 11, tzinfo=UTC).timestamp() * 1000)
Start = Callable[..., Fosdesk]


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """A function that starts the program in a folder and waits until it shows something to work with."""
    running: list[Fosdesk] = []

    def start(
        folder: Path | None = None,
        language: str = "nb",
        more_words: dict[str, str] | None = None,
        clock: Callable[[], int] | None = None,
        today: Callable[[], date] = lambda: TODAY,
    ) -> Fosdesk:
        ticks = count(NOON, 1000)
        program = build(
            folder or tmp_path / "school",
            language,
            clock=clock or (lambda: next(ticks)),
            today=today,
            more_words=more_words,
        )
        running.append(program)
        with qtbot.waitSignal(program.opened, timeout=20_000):
            program.window.show()
        return program

    yield start
    for program in running:
        # The first time, a window shows what is typed in it and cannot be saved.
        if not program.window.close():
            program.window.close()
        program.close()
    logs = [program.folder / LOG_NAME for program in running]
    faults = [log.read_text(encoding="utf-8") for log in logs if is_folder(log.parent) and log.exists()]
    # A window that lives on would be dressed anew by every later start.
    for window in QApplication.topLevelWidgets():
        if isValid(window) and window.parent() is None:
            window.close()
            delete(window)
    QApplication.processEvents()
    assert not faults, "".join(faults)  # a page raised; a test that means it to reads the log and removes it


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the bokmål example school as one's own, to be copied by whoever wants to change it."""
    folder = tmp_path_factory.mktemp("example")
    store = Store.open(folder / STORE_NAME)
    store.merge(example_journal(language="nb"), own=True, now=NOON)
    store.close()
    return folder / STORE_NAME


@pytest.fixture
def example_folder(example_store: Path, tmp_path: Path) -> Path:
    """A data folder with the example school."""
    folder = tmp_path / "example"
    folder.mkdir()
    shutil.copy(example_store, folder / STORE_NAME)
    return folder


@pytest.fixture
def with_example(started: Start, example_folder: Path) -> Fosdesk:
    """The program with the example school open."""
    return started(example_folder)


@pytest.fixture(scope="session")
def fresh_folder(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A data folder in which a school was started through the window, to be copied; named «Prøve skole»."""
    folder = tmp_path_factory.mktemp("fresh") / "school"
    ticks = count(NOON - 3_600_000, 1000)
    program = build(folder, "nb", clock=lambda: next(ticks), today=lambda: TODAY)
    bot = PatientBot(request)
    with bot.waitSignal(program.opened):
        program.window.show()
    start_school(program, bot)
    program.window.close()
    program.close()
    return folder


@pytest.fixture
def fresh_school(started: Start, fresh_folder: Path, tmp_path: Path) -> Fosdesk:
    """The program with a school that has its name, «Prøve skole», and nothing else."""
    shutil.copytree(fresh_folder, tmp_path / "school")
    return started()


@pytest.fixture
def new_school(started: Start, qtbot: QtBot) -> Fosdesk:
    """The same, started a moment ago in the window that is open: where it matters what was done since."""
    program = started()
    start_school(program, qtbot)
    return program


def start_school(program: Fosdesk, bot: QtBot) -> None:
    """Fill in the page of the first start, and wait until the school is there."""
    page = program.window.findChild(FirstStartPage)
    assert page is not None
    page.name.setText("Prøve skole")
    with bot.waitSignal(program.opened, timeout=20_000):
        page.start_school()
