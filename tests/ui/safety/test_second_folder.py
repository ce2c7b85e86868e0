"""The password of the second folder counts once its sheet was seen; copies go only where somebody asked for it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.frame.password_sheet_dialog import PasswordSheetDialog
from fosdesk.ui.safety.privacy_page import PrivacyPage
from tests.ui.acts import desk_of, page_of, press, said_on
from tests.ui.safe import at_rest, backups, yesterday


def test_backups_are_closed_only_when_the_sheet_with_the_password_was_answered(
    fresh_school: Fosdesk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry(what="Leseløftet"))
    yesterday(fresh_school)
    page = backups(fresh_school)
    page.second.use(tmp_path / "stick")
    at_rest(fresh_school, qtbot)
    press(page, "Lås dem med et passord")
    page.second.field.setText("blåbær og fjell")
    press(page, "Bruk dette passordet")
    sheet = next(d for d in fresh_school.window.findChildren(PasswordSheetDialog) if d.isVisible())
    assert desk.choices.padlock == ""
    sheet.reject()
    at_rest(fresh_school, qtbot)
    assert desk.choices.padlock == ""
    assert not list((tmp_path / "stick").rglob("*.sealed"))


def test_a_closed_copy_that_cannot_be_cleaned_is_deleted_only_where_that_was_ticked(
    fresh_school: Fosdesk, tmp_path: Path
) -> None:
    page = page_of(fresh_school.window, "privacy", PrivacyPage)
    closed, damaged = tmp_path / "a.sealed", tmp_path / "b.db"
    for path in (closed, damaged):
        path.write_bytes(b"")
    page._copies_left([closed, damaged], False)
    assert closed.exists()
    page.refresh(None)
    assert str(closed) in said_on(page)
    page._copies_left([closed, damaged], True)
    assert not closed.exists()
    assert damaged.exists()
