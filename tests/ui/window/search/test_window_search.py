"""Where one was at the last start, and what was opened last: by ids, in the settings of this laptop, and swept."""

import json
from pathlib import Path

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Membership, Person
from fosdesk.ui.frame.recent_records import LeftPlace
from fosdesk.ui.safety.privacy_page import PrivacyPage
from fosdesk.ui.window.main_window import MainWindow
from tests.program import Start
from tests.ui.acts import desk_of, erase_person, page_of, press, window_of
from tests.ui.gate_log import GateLog
from tests.ui.window.search_hands import opened


def settings_in(folder: Path) -> dict[str, object]:
    written: dict[str, object] = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    return written


def again(program: Fosdesk, started: Start) -> MainWindow:
    """Close the program and start it anew in the same folder."""
    assert program.window.close()
    program.close()
    return started(program.folder).window


@pytest.fixture
def left(fresh_school: Fosdesk) -> Fosdesk:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry("g", what="Brosjyre om lekser"))
    desk.workspace.add(GateEntry("h", what="Kurs"))
    window_of(desk).go("gatekeeping", "h")
    window_of(desk).go("gatekeeping", "g")
    return fresh_school


def test_ids_and_nothing_else_is_kept(left: Fosdesk, started: Start) -> None:
    window = again(left, started)
    kept = settings_in(left.folder)
    assert (kept["recent"], kept["left_at"]) == ("g h", "gatekeeping g")
    assert "Brosjyre" not in json.dumps(kept)
    assert window.current_key == "overview"


def test_the_first_row_leads_back_to_where_one_left_off(left: Fosdesk, started: Start) -> None:
    window = again(left, started)
    assert window.desk is not None
    dialog = opened(window.desk)
    first = dialog.found[0]
    assert first.title == "Der dere slapp: Grensevokting · Brosjyre om lekser"
    dialog._go(0)
    assert window.current_key == "gatekeeping"
    assert GateLog(window).list.open_id == "g"


def test_the_program_opens_where_one_left_off_where_that_is_chosen(left: Fosdesk, started: Start) -> None:
    settings = window_of(desk_of(left)).page("settings")
    window_of(desk_of(left)).go("settings", "")
    press(settings, "Der dere slapp")
    assert settings_in(left.folder)["back_to_left"] is True
    window_of(desk_of(left)).go("gatekeeping", "g")
    window = again(left, started)
    assert window.current_key == "gatekeeping"
    assert GateLog(window).list.open_id == "g"


def test_the_program_never_opens_on_somebody(left: Fosdesk, started: Start) -> None:
    desk = desk_of(left)
    desk.settings.change(back_to_left=True)
    desk.workspace.add(Person("p", name="Turid"))
    window_of(desk).go("work_group", "p")
    window = again(left, started)
    assert window.search is not None
    assert window.search.recent.left == LeftPlace("work_group", "p")
    assert window.search.first_place == LeftPlace("work_group")
    assert window.current_key == "work_group"


def test_an_erased_person_leaves_no_id_behind(left: Fosdesk, started: Start) -> None:
    desk = desk_of(left)
    desk.workspace.add(Person("turid1", name="Turid Testad"))
    desk.workspace.add(Membership("member1", person="turid1"))
    window_of(desk).go("work_group", "turid1")
    window = again(left, started)
    assert "turid1" in (left.folder / "settings.json").read_text(encoding="utf-8")
    erase_person(page_of(window, "privacy", PrivacyPage), "turid1")
    assert "turid1" not in (left.folder / "settings.json").read_text(encoding="utf-8")
    assert "g" in str(settings_in(left.folder)["recent"]).split()


def test_what_is_shielded_or_deleted_leaves_no_id_behind(left: Fosdesk, started: Start) -> None:
    desk = desk_of(left)
    desk.workspace.add(Person("turid1", name="Turid Testad"))
    window_of(desk).go("work_group", "turid1")
    window = again(left, started)
    assert window.desk is not None
    window.desk.workspace.shield("turid1", "", window.desk.day())
    window.desk.workspace.delete([window.desk.school.get(GateEntry, "g")])
    kept = settings_in(left.folder)
    assert kept["recent"] == "h"
    assert "turid1" not in json.dumps(kept)


def test_a_colleague_s_school_leaves_nothing_in_the_settings(left: Fosdesk) -> None:
    own = desk_of(left)
    left.open_school(own.school.id)
    window = left.school_window(own.school.id)
    assert window is not None
    before = own.choices
    window.go("gatekeeping", "h")
    assert own.choices == before
    assert window.search is not None
    assert window.search.recent.left == LeftPlace()


def test_a_page_that_is_gone_leads_nowhere(left: Fosdesk, started: Start) -> None:
    assert left.window.close()
    left.close()
    left.settings.change(left_at="nowhere g", back_to_left=True)
    window = started(left.folder).window
    assert window.search is not None
    assert window.search.recent.left == LeftPlace()
    assert window.current_key == "overview"
