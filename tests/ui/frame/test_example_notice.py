"""The example school is marked on every page; it can be left, come back to, and read later."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.exchange.example.example_ids import offered_examples
from fosdesk.exchange.example.example_school import example_schools
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.frame.example_notice import ExampleNotice
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.password_sheet_dialog import PasswordSheetDialog
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.start.first_start_page import FirstStartPage
from tests.program import Start
from tests.reports.pdf.placed import pages_of
from tests.reports.word.word_reading import parts_of, words_in, xml_of
from tests.ui.acts import desk_of, has_button, page_of, press, said_on, settle, wait_for_work

MARK = "Dette er et eksempel"


def first(program: Fosdesk) -> FirstStartPage:
    page = program.window.findChild(FirstStartPage)
    assert page is not None
    return page


def test_the_ids_are_those_of_the_story() -> None:
    assert example_schools() < offered_examples()


def test_every_page_of_the_example_says_that_it_is_one(with_example: Fosdesk) -> None:
    for place in PAGES:
        with_example.window.go(place.key, "")
        assert MARK in said_on(with_example.window), place.key
    assert with_example.window.findChild(ExampleNotice) is not None


@pytest.mark.parametrize("size", [100, 200])
def test_the_mark_leaves_the_page_its_room(started: Start, example_store: Path, tmp_path: Path, size: int) -> None:
    (tmp_path / "there").mkdir()
    shutil.copy(example_store, tmp_path / "there" / STORE_NAME)
    SettingsFile(tmp_path / "there").change(text_size=size, role="principal")
    window = started(tmp_path / "there").window
    for width in (640, 1024, 1366):
        window.resize(width, 728)
        settle()
        notice = window.findChild(ExampleNotice)
        assert notice is not None
        assert notice.height() < 300, f"{size} %, {width} px"
        assert notice.begin.geometry().right() < notice.width()


def test_no_page_of_ones_own_school_does(fresh_school: Fosdesk) -> None:
    for place in PAGES:
        fresh_school.window.go(place.key, "")
        assert MARK not in said_on(fresh_school.window), place.key


def test_the_example_is_left_and_come_back_to_with_what_was_tried_in_it(started: Start, qtbot: QtBot) -> None:
    program = started()
    with qtbot.waitSignal(program.opened, timeout=30_000):
        press(program.window, "Se på en eksempelskole")
    desk_of(program).workspace.add(GateEntry("mine", what="Prøvd ut av oss"))
    with qtbot.waitSignal(program.opened):
        press(program.window, "Start med vår egen skole")
    assert "Velkommen til fosdesk" in said_on(first(program))
    with qtbot.waitSignal(program.opened):
        press(program.window, "Se på en eksempelskole")
    assert desk_of(program).school.get(GateEntry, "mine").what == "Prøvd ut av oss"
    assert not desk_of(program).read_only


def test_after_one_has_started_the_example_is_read_beside_and_marked_there_too(started: Start, qtbot: QtBot) -> None:
    program = started()
    with qtbot.waitSignal(program.opened, timeout=30_000):
        press(program.window, "Se på en eksempelskole")
    with qtbot.waitSignal(program.opened):
        press(program.window, "Start med vår egen skole")
    first(program).name.setText("Solvik skole")
    with qtbot.waitSignal(program.opened):
        press(program.window, "Start")
    page = page_of(program.window, "schools", SchoolsPage)
    assert "Et eksempel. Ingenting her er virkelig." in said_on(page)
    assert not has_button(page, "Se på en eksempelskole")
    press(page, "Åpne")
    (other,) = [one.id for one in desk_of(program).workspace.store.schools() if not one.own]
    window = program.school_window(other)
    assert window is not None
    said = said_on(window)
    assert "Dette er et eksempel dere kan lese i" in said
    assert "En annen skole, bare til lesing" not in said
    assert not has_button(window, "Start med vår egen skole")
    window.close()


def test_an_example_that_was_removed_or_never_there_can_be_looked_at(fresh_school: Fosdesk) -> None:
    desk, page = desk_of(fresh_school), page_of(fresh_school.window, "schools", SchoolsPage)
    press(page, "Se på en eksempelskole")
    wait_for_work(desk)
    settle()
    (other,) = [one.id for one in desk.workspace.store.schools() if not one.own]
    assert other in offered_examples()
    window = fresh_school.school_window(other)
    assert window is not None
    window.close()
    press(page, "Fjern")
    assert has_button(page, "Se på en eksempelskole")


def test_two_schools_are_never_ones_own(fresh_school: Fosdesk) -> None:
    desk, page = desk_of(fresh_school), page_of(fresh_school.window, "schools", SchoolsPage)
    press(page, "Se på en eksempelskole")
    wait_for_work(desk)
    store = desk.workspace.store
    (other,) = [one.id for one in store.schools() if not one.own]
    with pytest.raises(ValueError, match="own"):
        store.set_aside(other, back=True)
    assert [one.own for one in store.schools()].count(True) == 1
    window = fresh_school.school_window(other)
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_Escape)
    window.close()


def documents_of(program: Fosdesk, folder: Path) -> list[bytes]:
    """What the preview shows, and the PDF and the Word file that are saved."""
    panel = page_of(program.window, "documents", DocumentsPage).choose("gate_log")
    press(panel, "Se på PDF-en")
    wait_for_work(panel.desk)
    assert panel.preview is not None
    shown = panel.preview.content
    panel.preview.reject()
    for name in ("a.pdf", "a.docx"):
        panel.make_at(folder / name)
        wait_for_work(panel.desk)
    return [shown, (folder / "a.pdf").read_bytes(), (folder / "a.docx").read_bytes()]


def is_marked(written: bytes) -> bool:
    """Whether each page of a PDF, or the feet of a Word file, say that the school is an example."""
    mark = "Eksempelskole – ingenting her er virkelig"
    if not written.startswith(b"%PDF-"):
        feet = [name for name in parts_of(written) if name.startswith("word/footer")]
        return all(mark in words_in(xml_of(written, name)) for name in feet)
    pages = pages_of(written)
    return {one.page for one in pages.texts if mark in one.words} == set(range(pages.total))


def test_the_documents_of_the_example_say_so_on_each_page(with_example: Fosdesk, tmp_path: Path) -> None:
    assert [is_marked(one) for one in documents_of(with_example, tmp_path)] == [True, True, True]


def test_those_of_ones_own_school_do_not(fresh_school: Fosdesk, tmp_path: Path) -> None:
    assert [is_marked(one) for one in documents_of(fresh_school, tmp_path)] == [False, False, False]


@pytest.mark.parametrize("which", ["with_example", "fresh_school"])
def test_the_sheet_with_a_password_does_as_the_documents(
    which: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    program: Fosdesk = request.getfixturevalue(which)
    dialog = PasswordSheetDialog(desk_of(program), "is og snø", "a.fosdesk", program.window, on_the_way=False)
    dialog.save_sheet(tmp_path / "a.pdf")
    wait_for_work(desk_of(program))
    assert is_marked((tmp_path / "a.pdf").read_bytes()) is (which == "with_example")
