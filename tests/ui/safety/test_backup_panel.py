"""Going back and bringing in save what is typed first, and wait where it cannot be saved."""

import pytest
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.safety.backups_page import BackupsPage
from tests.ui.acts import desk_of, press, put_in, said_on
from tests.ui.gate_log import gate_log
from tests.ui.safe import at_rest, backups, keeping, what, yesterday

UNSAVED = "Something you wrote is not saved yet. See the sentence below the field."


def looking_inside(program: Fosdesk, qtbot: QtBot) -> BackupsPage:
    """The topmost backup, opened, with one entry less than there is now."""
    yesterday(program)
    desk_of(program).workspace.add(GateEntry("g", what="Fra i dag"))
    page = backups(program)
    press(page, "Se i kopien")
    at_rest(program, qtbot)
    return page


def write_elsewhere(program: Fosdesk, entry: str, field: str, typed: str) -> None:
    """Type something in an entry, and leave it there unsaved while another page is in front."""
    page = gate_log(program.window)
    page.show_record(entry)
    put_in(page.editor(field), typed)
    program.window._show_page("backups")


def test_what_is_typed_is_in_the_copy_that_going_back_makes_first(new_school: Fosdesk, qtbot: QtBot) -> None:
    page = looking_inside(new_school, qtbot)
    write_elsewhere(new_school, "g", "what", "Skrevet i siste liten")
    press(page, "Gå tilbake til denne kopien")
    press(page, "Gå tilbake")
    at_rest(new_school, qtbot)
    assert what(new_school) == set()
    page = backups(new_school)
    press(page, "Se i kopien")  # the topmost: how it was just before
    at_rest(new_school, qtbot)
    press(page, "Hent inn det som mangler")
    at_rest(new_school, qtbot)
    assert what(new_school) == {"Skrevet i siste liten"}


@pytest.mark.parametrize("way", ["Gå tilbake", "Hent inn det som mangler"])
def test_nothing_is_replaced_or_brought_in_while_something_cannot_be_saved(
    new_school: Fosdesk, qtbot: QtBot, way: str
) -> None:
    desk_of(new_school).workspace.add(GateEntry("h", what="Fra i går"))
    page, entry = looking_inside(new_school, qtbot), "g"
    press(page, "Gå tilbake til denne kopien")
    if way != "Gå tilbake":  # a backup that has more is the one that going back has made
        press(page, "Gå tilbake")
        at_rest(new_school, qtbot)
        page, entry = backups(new_school), "h"
        press(page, "Se i kopien")
        at_rest(new_school, qtbot)
    before, there = desk_of(new_school).school, len(keeping(new_school).backups())
    write_elsewhere(new_school, entry, "came", "en gang i fjor")
    press(page, way)
    at_rest(new_school, qtbot)
    assert desk_of(new_school).school == before
    assert len(keeping(new_school).backups()) == there
    assert new_school.window.current_key == "gatekeeping", "where the text stands"
    assert desk_of(new_school).words(UNSAVED) in said_on(new_school.window)
