"""The last word before somebody is erased: what goes is told, Cancel is nearest, and passwords are not forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Person
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.safety.erase_dialog import EraseDialog
from fosdesk.ui.safety.privacy_page import PrivacyPage
from tests.ui.acts import changed, desk_of, page_of, press, said_on, settle, wait_for_work

LATER = "Noe annet & mer"


@pytest.fixture
def page(fresh_school: Fosdesk) -> PrivacyPage:
    """The page about somebody whom two texts mention, one of them only in its history."""
    workspace = desk_of(fresh_school).workspace
    workspace.add(Person("p", name="Turid <Testad>", role="teacher"))
    workspace.add(GateEntry("now", what="Turid foreslo dette"))
    before = workspace.add(GateEntry("before", what="Turid foreslo noe"))
    workspace.commit(before, changed(before, what=LATER))
    page = page_of(fresh_school.window, "privacy", PrivacyPage)
    QTest.mouseClick(page.lines["p"], Qt.MouseButton.LeftButton)
    wait_for_work(page.desk)
    return page


def asked(page: PrivacyPage, sealed: tuple[Path, ...] = ()) -> tuple[EraseDialog, list[bool]]:
    """The dialog, open, and whether it was decided."""
    assert page.view is not None
    dialog = EraseDialog(page.desk, page.view.held, sealed, page.window())
    decided: list[bool] = []
    dialog.decided.connect(lambda: decided.append(True))
    dialog.open()
    settle()
    return dialog, decided


def everything(desk: Desk) -> object:
    return desk.workspace.store.journal(desk.school.id)


def test_it_says_what_goes_and_that_it_cannot_be_undone(page: PrivacyPage) -> None:
    dialog, _ = asked(page)
    told = said_on(dialog)
    for said in ("Turid <Testad>", "Dette kan ikke angres.", "Turid foreslo dette", "Turid foreslo noe"):
        assert said in told
    assert "sikkerhetskopi har passord" not in told
    assert not dialog.password.isVisibleTo(dialog)


def test_enter_and_escape_erase_nothing(page: PrivacyPage) -> None:
    before = everything(page.desk)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog, decided = asked(page)
        QTest.keyClick(dialog, key)
        assert (dialog.isVisible(), decided) == (False, [])
    assert everything(page.desk) == before


def test_only_the_texts_that_are_ticked_change_with_it(page: PrivacyPage) -> None:
    dialog, decided = asked(page)
    dialog.take_over(frozenset(), tells=False, said="")
    assert dialog.chosen == frozenset()
    assert not dialog.tell.tick.isChecked()
    for _, tick in dialog._ticks:
        tick.tick.click()
    assert len(dialog.chosen) == 2
    press(dialog, "Slett for godt")
    assert decided == [True]


def test_backups_with_a_password_are_asked_about_and_not_passed_over(page: PrivacyPage, tmp_path: Path) -> None:
    dialog, decided = asked(page, (tmp_path / "a.db", tmp_path / "b.db"))
    assert "2 sikkerhetskopier har passord" in said_on(dialog)
    press(dialog, "Slett for godt")
    assert (decided, dialog.isVisible()) == ([], True)
    assert "Skriv passordet, eller kryss av for at disse sikkerhetskopiene slettes." in said_on(dialog)
    dialog.delete_sealed.tick.click()
    press(dialog, "Slett for godt")
    assert decided == [True]
