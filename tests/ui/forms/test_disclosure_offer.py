"""What is saved for others may be noted by one key press, for the leadership team alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import Disclosure, FollowUp
from fosdesk.domain.rules.item_tools import is_private
from fosdesk.ui.documents.document_panel import DocumentPanel
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.lists.save_dialog import SaveDialog
from fosdesk.ui.meetings.calendar_dialog import CalendarDialog
from fosdesk.ui.schools.write_file_dialog import WriteFileDialog
from tests.program import Start
from tests.ui.acts import desk_of, has_button, page_of, press, said_on, wait_for_work
from tests.ui.noun_lists import ShownList

ASKED = "Vil dere notere at dere deler det?"


def save_document(program: Fosdesk, key: str, audience: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save a document for somebody, as a person does."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    panel = page_of(program.window, "documents", DocumentsPage).choose(key)
    assert isinstance(panel, DocumentPanel)
    panel.audience.chip(audience).click()
    panel._choose_place(path.suffix)
    wait_for_work(desk_of(program))


def test_one_key_press_notes_what_was_saved_for_the_owner(
    started: Start, fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_document(fresh_school, "status", "owner", tmp_path / "status.pdf", monkeypatch)
    window = fresh_school.window
    assert ASKED in said_on(window.notice)
    focus = QApplication.focusWidget()
    assert window.notice.act is not None
    assert focus is window.notice.act
    QTest.keyClick(focus, Qt.Key.Key_Return)
    (noted,) = desk_of(fresh_school).school.of(Disclosure)
    assert (noted.what, noted.to_whom, noted.day) == (
        "Status til skoleeier",
        "Skoleeier og tillitsvalgte",
        "2026-11-23",
    )
    assert window.notice.isHidden()
    window.close()
    fresh_school.close()
    again = started(fresh_school.folder)
    shown = ShownList(again.window, "disclosure")
    assert "Status til skoleeier" in said_on(shown.part)


def test_no_leaves_nothing_and_one_s_own_copy_is_not_asked_about(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_document(fresh_school, "mandate", "school", tmp_path / "mandat.pdf", monkeypatch)
    assert fresh_school.window.notice.isHidden()
    save_document(fresh_school, "mandate", "network", tmp_path / "mandat.docx", monkeypatch)
    assert ASKED in said_on(fresh_school.window.notice)
    press(fresh_school.window.notice, "Nei")
    assert fresh_school.window.notice.isHidden()
    assert not desk_of(fresh_school).school.of(Disclosure)


def test_school_files_lists_and_calendars_for_others_are_offered_too(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk, notice = desk_of(fresh_school), fresh_school.window.notice
    desk.workspace.add(FollowUp("a", what="Ring PPT"))
    file = WriteFileDialog(desk, desk.window)
    file.open()
    file.others.click()
    file.write(tmp_path / "fil.fosdesk")
    wait_for_work(desk)
    press(notice, "Noter det")
    listed = SaveDialog(desk, NOUNS["follow_up"], ["a"], ["what"], desk.window)
    listed.open()
    listed.audience.chip("owner").click()
    listed.save_at(tmp_path / "liste.xlsx")
    wait_for_work(desk)
    press(notice, "Noter det")
    calendar = CalendarDialog(desk, desk.window)
    calendar.open()
    calendar.others.click()
    calendar.write(tmp_path / "møter.ics")
    wait_for_work(desk)
    assert has_button(notice, "Noter det")
    press(notice, "Noter det")
    noted = [one.what for one in desk.school.of(Disclosure)]
    assert noted == ["Skolefil (fil.fosdesk)", "Oppfølging", "Kalender"]


def test_all_of_it_is_for_the_leadership_team_alone() -> None:
    assert is_private(NOUNS["disclosure"])
