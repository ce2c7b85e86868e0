"""The preview: page by page before anything is saved, by mouse and keyboard; printed, saved as it was seen, or left."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.ui.documents.document_panel import DocumentPanel
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.documents.preview_dialog import PreviewDialog
from tests.program import Start
from tests.reading import text_of
from tests.ui.acts import desk_of, page_of, press, said_on, wait_for_work, wait_until
from tests.ui.halting import HaltingWork
from tests.ui.test_accessibility import nameless


def look_at(program: Fosdesk, key: str = "description") -> tuple[DocumentPanel, PreviewDialog]:
    panel = page_of(program.window, "documents", DocumentsPage).choose(key)
    press(panel, "Se på PDF-en")
    wait_for_work(panel.desk)
    assert panel.preview is not None
    return panel, panel.preview


def private_files(program: Fosdesk) -> list[Path]:
    return [one for one in (program.folder / "documents in the making").rglob("*") if one.is_file()]


@pytest.fixture
def seen(with_example: Fosdesk) -> tuple[DocumentPanel, PreviewDialog]:
    return look_at(with_example)


def keys(dialog: PreviewDialog, *pressed: Qt.Key) -> int:
    """Press keys, and the page that is shown then, from one."""
    for key in pressed:
        QTest.keyClick(dialog.page, key)
    return dialog.page.number + 1


def test_the_pages_are_drawn_and_turned(seen: tuple[DocumentPanel, PreviewDialog], qtbot: QtBot) -> None:
    _, dialog = seen
    assert dialog.pages > 10
    assert not dialog.back.isEnabled()
    qtbot.waitUntil(lambda: dialog.page.is_drawn, timeout=20_000)
    QTest.mouseClick(dialog.on, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.on, Qt.MouseButton.LeftButton)
    assert f"Side 3 av {dialog.pages}" in said_on(dialog)
    qtbot.waitUntil(lambda: dialog.page.is_drawn, timeout=20_000)
    shown = dialog.page.grab().toImage()
    colours = {shown.pixelColor(x, y).name() for x in range(0, shown.width(), 7) for y in range(0, shown.height(), 7)}
    assert "#ffffff" in colours
    assert "#1f5c54" in colours, "the headings' colour is on the page"
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert f"Side 2 av {dialog.pages}" in said_on(dialog)


def test_the_keyboard_goes_everywhere(seen: tuple[DocumentPanel, PreviewDialog]) -> None:
    _, dialog = seen
    assert dialog.page.hasFocus()
    assert keys(dialog, Qt.Key.Key_Right, Qt.Key.Key_Right) == 3
    assert keys(dialog, Qt.Key.Key_Left) == 2
    assert keys(dialog, Qt.Key.Key_End) == dialog.pages
    assert not dialog.on.isEnabled()
    assert keys(dialog, Qt.Key.Key_Right) == dialog.pages
    assert keys(dialog, Qt.Key.Key_Home) == 1
    screens = 0
    while keys(dialog, Qt.Key.Key_PageDown) == 1:
        screens += 1
    assert 0 < screens < 10, "a page that is higher than the window goes by screen by screen"
    assert keys(dialog, Qt.Key.Key_PageUp) == 1
    bar = dialog.scroller.verticalScrollBar()
    assert bar.value() == bar.maximum(), "one comes back to the end of the page before"
    keys(dialog, Qt.Key.Key_Minus)
    assert dialog.page.height() <= dialog.scroller.viewport().height()
    keys(dialog, Qt.Key.Key_Plus)
    assert dialog.page.width() > 0.9 * dialog.scroller.viewport().width()
    reached = set()
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {dialog.page, dialog.zoom, dialog.open_elsewhere, dialog.to_paper, dialog.close_it, dialog.save} <= reached
    QTest.keyClick(dialog.page, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_screen_reader_hears_the_page_and_where_to_read_all_of_it(
    seen: tuple[DocumentPanel, PreviewDialog],
) -> None:
    _, dialog = seen
    assert nameless(dialog) == []
    dialog.go_to(2)
    assert dialog.page.accessibleName() == f"Side 3 av {dialog.pages}"
    assert "Kort fortalt" in dialog.page.accessibleDescription()
    assert "skjermlesere" in dialog.open_elsewhere.accessibleDescription()


def test_what_was_seen_is_what_is_saved_and_nothing_else_is_left(
    seen: tuple[DocumentPanel, PreviewDialog],
    with_example: Fosdesk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel, dialog = seen
    assert private_files(with_example) == [], "what is looked at is in memory only"
    written = dialog.content
    target = tmp_path / "valg.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "nowhere" / "valg.pdf"), ""))
    press(dialog, "Lagre PDF …")
    wait_for_work(panel.desk)
    assert dialog.isVisible()
    assert "valg.pdf kunne ikke lagres." in said_on(dialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(dialog, "Lagre PDF …")
    wait_for_work(panel.desk)
    assert target.read_bytes() == written
    assert panel.preview is None
    assert "valg.pdf er klar" in said_on(panel.notice)
    assert private_files(with_example) == []


def open_files(folder: Path) -> list[str]:
    """The files below a folder that this program holds open, deleted ones too; none where the system cannot tell."""
    handles = Path("/proc/self/fd")
    names = [os.readlink(one) for one in handles.iterdir() if one.is_symlink()] if handles.is_dir() else []
    return [name for name in names if name.startswith(str(folder))]


def test_what_is_ticked_in_is_seen_and_closing_leaves_nothing(with_example: Fosdesk, tmp_path: Path) -> None:
    panel = page_of(with_example.window, "documents", DocumentsPage).choose("description")
    thought = "refleksjon"
    panel.holds.ticks["reflection"].click()
    panel.audience.chip("owner").click()
    panel.holds.ticks["reflection"].click()
    _, dialog = look_at(with_example)
    seen = tmp_path / "seen.pdf"
    seen.write_bytes(dialog.content)
    said = text_of(seen)
    assert "Tatt med denne ene gangen" in said
    assert thought in said.lower()
    private = with_example.folder / "documents in the making"
    assert open_files(private) == [], "on Windows, what is open cannot be deleted"
    dialog.close()
    assert private_files(with_example) == []
    assert open_files(private) == []


def test_it_can_be_opened_where_the_system_opens_such_files(
    seen: tuple[DocumentPanel, PreviewDialog], with_example: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    _, dialog = seen
    press(dialog, "Åpne i PDF-leser")
    press(dialog, "Åpne i PDF-leser")
    (file,) = private_files(with_example)
    assert [one.toLocalFile() for one in shown] == [str(file)] * 2
    assert file.read_bytes() == dialog.content
    assert file.suffix == ".pdf"
    assert os.name == "nt" or file.parent.stat().st_mode & 0o777 == 0o700
    dialog.close()
    wait_until(lambda: not private_files(with_example))
    assert private_files(with_example) == [], "another program has had it long enough"


def test_a_reader_for_which_nothing_can_be_written_is_told(
    seen: tuple[DocumentPanel, PreviewDialog], with_example: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    _, dialog = seen
    private = with_example.folder / "documents in the making"
    private.rmdir()
    private.write_text("in the way", encoding="utf-8")
    press(dialog, "Åpne i PDF-leser")
    assert "kunne ikke lagres" in said_on(dialog)
    assert shown == []
    private.unlink()


def test_all_of_it_is_printed_a_strip_at_a_time(fresh_school: Fosdesk, tmp_path: Path, qtbot: QtBot) -> None:
    _, dialog = look_at(fresh_school)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papir.pdf"))
    dialog.print_on(printer)
    assert "Stopp utskriften" in said_on(dialog)
    qtbot.waitUntil(lambda: "Alt er sendt til skriveren." in said_on(dialog), timeout=60_000)
    about = subprocess.run(
        ["pdfinfo", str(tmp_path / "papir.pdf")], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert re.search(rf"Pages: +{dialog.pages}\n", about)
    assert re.search(r"Page size: +595(\.\d+)? x 842(\.\d+)? pts", about)
    paint = ["pdftoppm", "-r", "20", "-f", "1", "-l", "1", str(tmp_path / "papir.pdf"), str(tmp_path / "papir")]
    subprocess.run(paint, check=True)
    (picture,) = tmp_path.glob("papir*.ppm")
    assert len(set(picture.read_bytes()[20:])) > 20, "there is something on the paper"


def test_a_print_can_be_stopped(fresh_school: Fosdesk, tmp_path: Path) -> None:
    _, dialog = look_at(fresh_school)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papir.pdf"))
    dialog.print_on(printer)
    press(dialog, "Stopp utskriften")
    assert "Ikke alt ble skrevet ut." in said_on(dialog)
    press(dialog, "Lukk")


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_print_is_told(fresh_school: Fosdesk, tmp_path: Path) -> None:
    _, dialog = look_at(fresh_school)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "papir.pdf"))
    dialog.print_on(printer)
    assert "Ikke alt ble skrevet ut." in said_on(dialog)


def test_cancel_in_the_middle_leaves_nothing_behind(
    with_example: Fosdesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    halting = HaltingWork(monkeypatch)
    panel = page_of(with_example.window, "documents", DocumentsPage).choose("description")
    work = desk_of(with_example).long_work
    said: list[str] = []
    work._show_message = said.append
    halting.halt_next()
    press(panel, "Se på PDF-en")
    qtbot.waitUntil(lambda: work.dialog is not None)
    assert work.dialog is not None
    halting.cancel(work.dialog)
    wait_for_work(panel.desk)
    assert panel.preview is None
    assert said == ["Stoppet. Alt er som det var."]
    assert private_files(with_example) == []


def test_what_a_reader_kept_open_or_a_crash_left_is_swept_at_the_end_and_at_the_next_start(
    started: Start, example_store: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "home"
    left = folder / "documents in the making" / "4711-abc" / "Valgbeskrivelse.pdf"
    left.parent.mkdir(parents=True)
    shutil.copy(example_store, folder / "fosdesk.db")
    left.write_bytes(b"what was ticked in")
    program = started(folder)
    assert private_files(program) == []
    left.parent.mkdir(parents=True)
    left.write_bytes(b"what was ticked in")
    program.window.close()
    program.close()
    assert private_files(program) == []
