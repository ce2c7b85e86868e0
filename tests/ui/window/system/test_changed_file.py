"""What another program has written in the file is read beside the screen, and what is typed meanwhile stays."""

import pytest

from fosdesk import pace
from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.window.system.changed_file import read_changed_file
from fosdesk.workspace import Workspace
from tests.ui.acts import desk_of, wait_until
from tests.ui.safe import what


def write_elsewhere(program: Fosdesk, text: str) -> None:
    """Write in the same store without the window's workspace."""
    desk = desk_of(program)
    other = Workspace(
        desk.workspace.store, desk.school.id, role="deputy", app="test", clock=lambda: desk.workspace.now() + 1_000
    )
    other.add(GateEntry(what=text))


@pytest.mark.parametrize("limit", [0, 3_000_000], ids=["beside", "at once"])
def test_what_others_wrote_is_shown_and_what_was_written_meanwhile_too(
    fresh_school: Fosdesk, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "_LARGE", limit)
    window, desk = fresh_school.window, desk_of(fresh_school)
    write_elsewhere(fresh_school, "Fra et annet program")
    assert "Fra et annet program" not in what(fresh_school)
    shown: list[set[str]] = []
    read_changed_file(window, window.closing, desk, lambda: shown.append(what(fresh_school)))
    desk.workspace.add(GateEntry(what="Skrevet imens"))
    read_changed_file(window, window.closing, desk, lambda: None)  # while it is under way
    wait_until(lambda: {"Fra et annet program", "Skrevet imens"} <= what(fresh_school))
    wait_until(lambda: bool(shown))
    assert "Fra et annet program" in shown[-1]


def test_a_window_that_closes_meanwhile_waits_for_it(fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_LARGE", 0)
    write_elsewhere(fresh_school, "Fra et annet program")
    read_changed_file(fresh_school.window, fresh_school.window.closing, desk_of(fresh_school), lambda: None)
    assert fresh_school.window.close()
    fresh_school.close()
    assert fresh_school.store is None
