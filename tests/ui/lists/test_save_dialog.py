"""Saving what a list shows, in the real window: as shown, for an audience, as CSV and as an Excel file."""

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import FollowUp, Person
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.save_dialog import SaveDialog
from tests.reading import text_of
from tests.ui.acts import desk_of, said_on, wait_for_work, wait_until
from tests.ui.lists.test_noun_list import list_of, tasks


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def opened(shown: NounList) -> SaveDialog:
    QTest.mouseClick(shown.save, Qt.MouseButton.LeftButton)
    assert shown.save_dialog is not None
    return shown.save_dialog


def test_what_is_shown_is_saved_in_its_order(fresh_school: Fosdesk, desk: Desk, tmp_path: Path) -> None:
    tasks(desk)
    desk.workspace.add(FollowUp("x", what="=1+1", responsible="Rektor", due="2026-12-09"))
    shown = list_of(fresh_school, "follow_ups")
    shown.wanted.setText("rektor")
    dialog = opened(shown)
    dialog.save_at(tmp_path / "liste.xlsx")
    wait_for_work(desk)
    sheet = openpyxl.load_workbook(tmp_path / "liste.xlsx").worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("Hva som skal gjøres", "Ansvarlig", "Frist", "Gjort")
    assert [one[0] for one in rows[1:]] == ["Skriv til FAU", "Ring PPT", "=1+1", "Les rapporten"]
    assert "liste.xlsx er klar: 4 rader." in said_on(fresh_school.window)
    assert desk.choices.folder == str(tmp_path)


def test_a_csv_for_others_names_nobody_and_holds_no_formula(fresh_school: Fosdesk, desk: Desk, tmp_path: Path) -> None:
    desk.workspace.add(Person(name="Turid Testad"))
    desk.workspace.add(FollowUp("a", what="Ring Turid Testad", responsible="Rektor"))
    desk.workspace.add(FollowUp("b", what="@bestill", due="2026-12-09"))
    dialog = opened(list_of(fresh_school, "follow_ups"))
    dialog.audience.chip("owner").click()
    assert "Tekster som nevner noen ved navn" in said_on(dialog)
    assert "(skoleeier og tillitsvalgte)" in dialog.proposed_path().name
    dialog.kind.chip(".csv").click()
    dialog.save_at(tmp_path / "liste")
    wait_for_work(desk)
    written = (tmp_path / "liste.csv").read_text(encoding="utf-8-sig")
    assert "Turid" not in written
    rows = list(csv.reader(io.StringIO(written), delimiter=";"))
    assert ["", "Rektor", "", ""] in rows
    assert ["'@bestill", "", "9.12.2026", ""] in rows


def test_what_cannot_be_written_is_told_and_the_earlier_file_stays(
    fresh_school: Fosdesk, desk: Desk, tmp_path: Path
) -> None:
    tasks(desk)
    dialog = opened(list_of(fresh_school, "follow_ups"))
    dialog.save_at(tmp_path / "ingen mappe" / "liste.xlsx")
    wait_for_work(desk)
    assert "kunne ikke skrives" in said_on(dialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_colleagues_list_is_for_oneself_alone(with_example: Fosdesk) -> None:
    desk = desk_of(with_example)
    desk.workspace.add(FollowUp("a", what="Ring PPT"))
    desk.workspace.read_only = True
    dialog = opened(list_of(with_example, "follow_ups"))
    assert not dialog.audience.isVisible()
    assert "(" not in dialog.proposed_path().name
    dialog.reject()


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_it_is_saved_on_paper_for_an_audience(fresh_school: Fosdesk, desk: Desk, tmp_path: Path, ending: str) -> None:
    desk.workspace.add(Person(name="Turid Testad"))
    desk.workspace.add(FollowUp("a", what="Ring Turid Testad", responsible="Rektor"))
    dialog = opened(list_of(fresh_school, "follow_ups"))
    dialog.audience.chip("owner").click()
    dialog.kind.chip(ending).click()
    assert dialog.proposed_path().suffix == ending
    dialog.save_at(tmp_path / "liste")
    wait_for_work(desk)
    written = tmp_path / f"liste{ending}"
    if ending == ".pdf":
        said = text_of(written)
    else:
        with zipfile.ZipFile(written) as parts:
            said = parts.read("word/document.xml").decode()
    assert "Rektor" in said
    assert "Turid" not in said


def test_a_list_is_printed_by_the_document_that_is_saved_for_the_same_audience(
    fresh_school: Fosdesk, desk: Desk, tmp_path: Path
) -> None:
    desk.workspace.add(Person(name="Turid Testad"))
    desk.workspace.add(FollowUp("a", what="Ring Turid Testad", responsible="Rektor"))
    desk.workspace.add(FollowUp("b", what="Bestill rom", responsible="Rektor"))
    dialog = opened(list_of(fresh_school, "follow_ups"))
    dialog.audience.chip("owner").click()
    assert dialog.to_paper.text() == "Skriv ut …"
    paper: list[bytes] = []
    dialog.make_paper(paper.append)
    wait_for_work(desk)
    (tmp_path / "skjerm.pdf").write_bytes(paper[0])
    assert "Bestill rom" in text_of(tmp_path / "skjerm.pdf")
    assert "Turid" not in text_of(tmp_path / "skjerm.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papir.pdf"))
    dialog.job.print_on(paper[0], printer)
    assert dialog.to_paper.text() == "Stopp utskriften"
    wait_until(lambda: not dialog.job.is_printing)
    assert "Alt er sendt til skriveren." in said_on(dialog)
    with pikepdf.open(tmp_path / "papir.pdf") as printed:
        assert len(printed.pages) == 1
    dialog.reject()
