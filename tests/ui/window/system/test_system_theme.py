"""«As the computer» follows the computer while the program runs, and takes nobody's cursor away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk, build
from fosdesk.domain.records import Meeting
from fosdesk.ui.style.theme import Theme, apply_theme
from tests.program import NOON
from tests.ui.acts import desk_of, put_in, settle
from tests.ui.window.lists import shown

DARK, LIGHT = Qt.ColorScheme.Dark, Qt.ColorScheme.Light


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, Theme("light"))


def turn(program: Fosdesk, scheme: Qt.ColorScheme) -> None:
    """What Qt tells when somebody changes the colours of the computer."""
    QApplication.styleHints().colorSchemeChanged.emit(scheme)
    settle()


def test_the_window_follows_to_dark_and_back(fresh_school: Fosdesk) -> None:
    fresh_school.window.go("gatekeeping", "")
    for scheme, name in ((DARK, "dark"), (LIGHT, "light")):
        turn(fresh_school, scheme)
        assert fresh_school.theme.name == name
        assert fresh_school.window.theme is fresh_school.theme
        assert fresh_school.window.current_key == "gatekeeping"


def test_what_the_first_picture_did_not_know_counts_before_the_school_is_shown(
    example_folder: Path, qtbot: QtBot
) -> None:
    program = build(example_folder, "nb", clock=lambda: NOON)
    first = program.window
    QApplication.styleHints().colorSchemeChanged.emit(DARK)  # as `ask` finds it where the guess was another
    assert (program.theme.name, program._system_theme.scheme) == ("light", DARK)
    with qtbot.waitSignal(program.opened, timeout=60_000):
        first.show()
    assert program.theme.name == "dark"
    assert program.window is not first
    assert program.window.theme.name == "dark"
    assert (first.desk, first.isVisible()) == (None, False), "the school was shown once, and dark"
    program.window.close()
    assert program.store is None


def test_a_theme_that_was_chosen_stays(fresh_school: Fosdesk) -> None:
    fresh_school.settings.change(theme="light")
    window = fresh_school.window
    turn(fresh_school, DARK)
    assert fresh_school.window is window


def test_whoever_writes_or_answers_is_not_interrupted(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    rows = shown(fresh_school, "meetings")
    put_in(rows.editor("notes"), "Referat")
    turn(fresh_school, DARK)
    assert fresh_school.theme.name == "light"
    assert rows.editor("notes").as_typed == "Referat"
    fresh_school.window.setFocus()
    dialog = QDialog(fresh_school.window)
    dialog.open()
    fresh_school._system_theme.look()
    assert fresh_school.theme.name == "light"
    dialog.accept()
    fresh_school.window.release()
    settle()
    fresh_school._system_theme.look()
    assert fresh_school.theme.name == "dark"
    assert desk_of(fresh_school).school.get(Meeting, rows.first).notes == "Referat"
    fresh_school._system_theme.look()
    fresh_school._system_theme.end()
