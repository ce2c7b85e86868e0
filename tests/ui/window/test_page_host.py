"""A page that raises an exception: a sentence in its place, a line in the log, and all else as before."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import CoreComponent, GateEntry, SchoolProfile
from fosdesk.errors import FosdeskError
from fosdesk.ui.frame.page import Page
from fosdesk.ui.frame.page_registry import PAGES, PageEntry
from fosdesk.ui.gate.gate_parts_page import GatePartsPage
from fosdesk.ui.gate.log_part import LogPart
from fosdesk.ui.overview import overview_page
from fosdesk.ui.overview.overview_page import OverviewPage
from fosdesk.ui.schools.open_conflicts import OpenConflicts
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.settings.settings_page import SettingsPage
from fosdesk.ui.window.page_host import FailedPage
from tests.program import Start
from tests.sampling import sampled
from tests.ui.acts import changed, desk_of, page_in, page_of, press, said_on, settle, type_in
from tests.ui.gate_log import gate_log

WRITTEN = "Kari Nordmann"
SENTENCE = "Denne siden kan ikke vises akkurat nå."
ONE_OF_EACH = list({place.page: place for place in PAGES}.values())


def fault(*_: object) -> None:
    """What a mistake in the program looks like: an error of a function written in C."""
    int(WRITTEN)


def class_of(place: PageEntry) -> type[Page]:
    kind: type[Page] = getattr(import_module(place.module), place.page)
    return kind


def log_of(program: Fosdesk) -> str:
    """What the log says; whoever looks knows of it, so it goes."""
    log = program.folder / "errors.log"
    said = log.read_text(encoding="utf-8") if log.exists() else ""
    log.unlink(missing_ok=True)
    return said


def assert_others_work(program: Fosdesk, but: type[Page], places: Sequence[PageEntry] = PAGES) -> None:
    for place in places:
        if not issubclass(class_of(place), but):
            program.window.go(place.key, "")
            settle()
            assert program.window.current_key == place.key
            assert isinstance(program.window.page(place.key), class_of(place))
            assert program.window.page(place.key).isVisible()


@pytest.mark.parametrize("when", ["build", "refresh"])
@pytest.mark.parametrize("place", sampled(ONE_OF_EACH, 4), ids=lambda place: place.key)
def test_a_page_that_raises_gives_way_to_a_sentence(
    place: PageEntry, when: str, fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = fresh_school.window
    window.go("settings" if place.key != "settings" else "time", "")
    if place.key in window._pages:  # the first page was shown when the school was opened
        window._stack.removeWidget(window._pages.pop(place.key))
    with monkeypatch.context() as planted:
        planted.setattr(class_of(place), when, fault)
        window.go(place.key, "")
        page = window.page(place.key)
        assert isinstance(page, FailedPage)
        assert page.isVisible()
        assert SENTENCE in said_on(page)
        assert window.navigation.button_of(place.key).isChecked()
        said = log_of(fresh_school)
        assert said.startswith("ValueError\n")
        assert "in fault" in said
        assert WRITTEN not in said, "the message may hold what somebody wrote"
        assert_others_work(fresh_school, class_of(place), PAGES if place.key == "overview" else ONE_OF_EACH[-2:])
        window.go(place.key, "")
        press(window.page(place.key), "Prøv igjen")
        settle()
        assert SENTENCE in said_on(window.page(place.key)), "the fault is there still"
        assert "in fault" in log_of(fresh_school)
    press(window.page(place.key), "Prøv igjen")
    settle()
    assert isinstance(window.page(place.key), class_of(place))
    assert window.page(place.key).isVisible()
    assert SENTENCE not in said_on(window)
    assert log_of(fresh_school) == ""


def test_a_page_that_raises_at_a_change_gives_way_and_all_others_hear(
    fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    gate_log(window)
    heard: list[frozenset[str]] = []
    desk.workspace.changed.connect(heard.append)
    page_of(window, "overview", OverviewPage)
    monkeypatch.setattr(overview_page, "all_advice", fault)
    made = desk.workspace.add(GateEntry(what="Leseløftet"))
    assert heard == [frozenset({made.id})]
    assert SENTENCE in said_on(window.page("overview"))
    assert window.page("overview").isVisible()
    assert "all_advice" in log_of(fresh_school)
    assert "Lagret" in said_on(window), "the foot tells as ever"
    assert "Angre" in said_on(window)
    assert "Leseløftet" in said_on(gate_log(window).page)
    monkeypatch.undo()
    page = window.page("overview")
    window.go("overview", "")
    press(page, "Prøv igjen")
    assert "Leseløftet" in said_on(page_of(window, "overview", OverviewPage))


def test_a_page_of_which_a_part_raises_in_its_turn_gives_way(
    fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    page_of(window, "schools", SchoolsPage)
    page = window.page("schools")
    settle()
    monkeypatch.setattr(OpenConflicts, "refresh", fault)
    desk.workspace.add(GateEntry(what="Leseløftet"))
    assert window.page("schools") is page, "its parts come in the next turns"
    settle()
    assert SENTENCE in said_on(window.page("schools"))
    assert "in fault" in log_of(fresh_school)
    monkeypatch.undo()
    press(window.page("schools"), "Prøv igjen")
    assert page_in(window, "schools", SchoolsPage).isVisible()


def test_what_is_typed_on_a_page_that_raises_is_saved(fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    page = gate_log(window)
    page.begin()
    type_in(page.panel.what, "Skrevet rett før")
    monkeypatch.setattr(LogPart, "refresh", fault)
    desk.workspace.add(CoreComponent(name="Ro"))
    assert SENTENCE in said_on(window.page("gatekeeping"))
    assert [entry.what for entry in desk.school.of(GateEntry)] == ["Skrevet rett før"]
    assert "in fault" in log_of(fresh_school)


def test_what_cannot_be_saved_on_a_page_that_raises_is_shown_and_comes_back(
    fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    page = gate_log(window)
    page.begin()
    came = page.editor("came")
    typed = type_in(came, "en gang i fjor")
    with monkeypatch.context() as planted:
        planted.setattr(LogPart, "refresh", fault)
        desk.workspace.add(CoreComponent(name="Ro"))
        failed = window.page("gatekeeping")
        assert "Dette er ikke lagret ennå:\nen gang i fjor" in said_on(failed)
        press(failed, "Prøv igjen")
        assert "en gang i fjor" in said_on(window.page("gatekeeping"))
        assert log_of(fresh_school).count("in fault") == 2
    press(failed, "Prøv igjen")
    assert gate_log(window).page is page.page
    assert typed.property("text") == "en gang i fjor"
    assert typed.isVisible()


def test_a_record_that_cannot_be_shown_leaves_the_window_as_it_is(
    fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    made = desk.workspace.add(GateEntry(what="Leseløftet"))
    monkeypatch.setattr(LogPart, "open_record", fault)
    window.go("gatekeeping", made.id)
    assert SENTENCE in said_on(window.page("gatekeeping"))
    assert "in fault" in log_of(fresh_school)
    assert_others_work(fresh_school, GatePartsPage)


def test_trouble_that_a_person_can_act_on_is_told_in_its_own_words(
    fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trouble(*_: object) -> None:
        raise FosdeskError("The folder {folder} cannot be used. Choose another one.", folder="X:")

    monkeypatch.setattr(LogPart, "refresh", trouble)
    fresh_school.window.go("gatekeeping", "")
    said = said_on(fresh_school.window.page("gatekeeping"))
    assert "Mappen X: kan ikke brukes." in said
    assert SENTENCE not in said
    assert "FosdeskError" in log_of(fresh_school)


def test_names_in_the_navigation_that_raise_keep_no_page_from_being_shown(
    fresh_school: Fosdesk, started: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fresh_school.window.close()
    monkeypatch.setattr("fosdesk.ui.window.place_names.page_names", fault)
    with qtbot.captureExceptions() as told:  # they go to the hook for exceptions, which tells and logs them
        again = started(fresh_school.folder)
        page_of(again.window, "settings", SettingsPage)
        desk = desk_of(again)
        desk.workspace.commit(desk.school.profile, changed(desk.school.profile, direction="Alle med"))
    assert [kind for kind, _, _ in told] == [ValueError, ValueError]
    assert desk.school.get(SchoolProfile, "school").direction == "Alle med"
    assert "Lagret" in said_on(again.window)


SCRIPT = """
import json, sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from fosdesk.app import build
from fosdesk.ui.window.crash import catch_exceptions
from fosdesk.ui.overview import overview_page as overview
overview.all_advice = lambda *_: int("no number")
app = QApplication(sys.argv)
program = build(Path(sys.argv[1]), "nb", today=lambda: date(2026, 11, 23))
catch_exceptions(program.words, lambda: program.folder, lambda: program.window)
def look():
    window = program.window
    said = [label.text() for label in window.page("overview").findChildren(QLabel) if label.isVisible()]
    window.go("gatekeeping", "")
    there = type(window.page(window.current_key)).__name__
    print(json.dumps([said, there]))
    window.close()
    app.quit()
program.opened.connect(lambda: QTimer.singleShot(200, look))
program.window.show()
code = app.exec()
program.close()
sys.exit(code)
"""


def test_a_first_page_that_raises_ends_no_process(example_store: Path, tmp_path: Path) -> None:
    shutil.copy(example_store, tmp_path / STORE_NAME)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    said, there = json.loads(done.stdout.splitlines()[-1])
    assert "Oversikt" in said
    assert any(SENTENCE in one for one in said)
    assert there == "GatePartsPage"
    log = (tmp_path / "errors.log").read_text(encoding="utf-8")
    assert log.count("ValueError") == 1
    assert "overview_page.py" in log


def test_the_button_can_be_reached_with_the_keyboard(fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    window = fresh_school.window
    with monkeypatch.context() as planted:
        planted.setattr(LogPart, "refresh", fault)
        window.go("gatekeeping", "")
    page = window.page("gatekeeping")
    assert isinstance(page, FailedPage)
    settle()
    page.setFocus()
    QTest.keyClick(page.again, Qt.Key.Key_Space)
    assert gate_log(window).page.isVisible()
    assert "in fault" in log_of(fresh_school)
