"""What a field said before: newest first, one field at a time where one wants, and any version can come back."""

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.controls.confirm_button import ConfirmButton
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.frame.desk import Desk
from tests.reading import words_on
from tests.ui.acts import changed, desk_of, has_button, press, said_on, settle, wait_for_work

REASONS = ("<b>Vent</b> litt", "Vent litt til", "Vi tar det inn")


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    """An entry whose reason was written three times and whose source once."""
    desk = desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry("g", what="Leseløftet"))
    for reason in REASONS:
        entry = desk.workspace.commit(entry, changed(entry, reason=reason))
    desk.workspace.commit(entry, changed(entry, source="kommunen"))
    return desk


def opened(desk: Desk, field: str = "") -> HistoryDialog:
    dialog = HistoryDialog(desk, "g", desk.window, field=field)
    dialog.open()
    settle()
    return dialog


def texts(dialog: HistoryDialog) -> list[str]:
    """All that is said, texts with marked words among them."""
    marked = [edit.toPlainText() for edit in dialog.findChildren(QTextEdit) if edit.isVisibleTo(dialog)]
    return [*marked, *words_on(dialog)]


def stored(desk: Desk) -> GateEntry:
    return desk.school.get(GateEntry, "g")


def test_one_field_is_shown_alone_until_another_is_chosen(desk: Desk) -> None:
    dialog = opened(desk, "reason")
    assert {*REASONS} <= {*texts(dialog)}
    assert "kommunen" not in texts(dialog)
    assert sum("slik det er nå" in said for said in {*texts(dialog)}) == 1
    dialog.choice.chip("source").click()
    settle()
    assert "kommunen" in texts(dialog)
    assert not {*REASONS} & {*texts(dialog)}
    dialog.choice.chip("*").click()
    settle()
    assert {*REASONS, "kommunen"} <= {*texts(dialog)}


def test_an_earlier_version_comes_back_and_becomes_the_newest(desk: Desk) -> None:
    dialog = opened(desk, "reason")
    press(dialog, "Hent tilbake")
    assert stored(desk).reason == REASONS[1], "the first one to be had is the one before"
    assert not dialog.isVisible()
    desk.workspace.undo()
    assert stored(desk).reason == REASONS[2]


def test_one_version_is_erased_for_good_after_being_asked_twice(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, "reason")
    last = [one for one in dialog.findChildren(ConfirmButton) if one.isVisibleTo(dialog)][-1]
    last.click()
    assert REASONS[0] in texts(dialog)
    last.click()
    wait_for_work(desk)
    again = opened(desk, "reason")
    assert REASONS[0] not in texts(again)
    assert "slettet" in texts(again)
    assert stored(desk).reason == REASONS[2]


def test_what_was_deleted_can_be_brought_back_from_its_history(desk: Desk) -> None:
    before = stored(desk)
    desk.workspace.delete([before])
    dialog = opened(desk)
    assert "Leseløftet" in said_on(dialog)
    assert not any(one.isVisibleTo(dialog) for one in dialog.findChildren(ConfirmButton))
    press(dialog, "Hent tilbake")
    assert stored(desk) == before


def test_where_nothing_was_written_nothing_can_be_chosen(desk: Desk) -> None:
    dialog = HistoryDialog(desk, "answer:F1-01", desk.window)
    dialog.open()
    assert "Ingenting er skrevet her ennå." in said_on(dialog)
    assert not has_button(dialog, "Hent tilbake")


def test_a_sitting_is_one_version_and_is_erased_with_all_that_was_saved_meanwhile(desk: Desk) -> None:
    entry, saves = stored(desk), ("Ring", "Ring Kari", "Ring Kari Nordmann")
    for note in (*saves, "Noe helt annet"):
        entry = desk.workspace.commit(entry, changed(entry, reply=note))
    dialog = opened(desk, "reply")
    assert {*saves, "Noe helt annet"} & {*texts(dialog)} == {saves[-1], "Noe helt annet"}
    (eraser,) = [one for one in dialog.findChildren(ConfirmButton) if one.isVisibleTo(dialog)]
    eraser.click()
    eraser.click()
    wait_for_work(desk)
    left = [one.value for one in desk.workspace.history("g", "reply")]
    assert left == ["Noe helt annet", None, None, None]
