"""References come in by a file or the clipboard: a look first, one step of undo, and nothing lost on the way."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.gate.reference_dialog import ReferenceDialog
from tests.ui.acts import desk_of, press, said_on, settle, wait_for_work
from tests.ui.gate_log import GateLog, gate_log

RIS = """TY  - BOOK
AU  - Ås, Berit
TI  - Hersketeknikkene og hva vi gjør med dem
DO  - 10.1000/abc
KW  - makt
N1  - lånt av PPT
ER  -
TY  - JOUR
TI  - Lesing i alle fag på mellomtrinnet
ER  -
"""


def read(page: GateLog, path: Path) -> ReferenceDialog:
    page.list.reading.open_file(path)
    wait_for_work(page.desk)
    settle()
    dialog = page.list.reading.dialog
    assert dialog is not None
    return dialog


def test_a_file_is_looked_at_taken_in_and_taken_back_in_one_step(fresh_school: Fosdesk, tmp_path: Path) -> None:
    path = tmp_path / "liste.ris"
    path.write_text(RIS, encoding="utf-8")
    page, desk = gate_log(fresh_school.window), desk_of(fresh_school)
    dialog = read(page, path)
    said = said_on(dialog)
    assert "2 referanser blir tatt inn." in said
    for kept in ("makt", "lånt av PPT", "Ås, Berit"):
        assert kept in said, "what has no field of its own is shown"
    assert not desk.school.of(GateEntry), "nothing is taken in before somebody agrees"
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    wait_for_work(desk)
    assert {one.what for one in desk.school.of(GateEntry)} == {
        "Hersketeknikkene og hva vi gjør med dem",
        "Lesing i alle fag på mellomtrinnet",
    }
    assert {one.came for one in desk.school.of(GateEntry)} == {"2026-11-23"}
    fresh_school.window.undo()
    assert not desk.school.of(GateEntry)


def test_what_is_there_already_stands_beside_it_and_is_left_out_until_it_is_ticked(
    fresh_school: Fosdesk, tmp_path: Path
) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry("a", what="Om makt", doi="https://doi.org/10.1000/ABC", decision="kept_out"))
    path = tmp_path / "liste.ris"
    path.write_text(RIS, encoding="utf-8")
    page = gate_log(fresh_school.window)
    dialog = read(page, path)
    said = said_on(dialog)
    assert "1 referanse blir tatt inn." in said
    assert "Her fra før" in said
    assert "Om makt" in said
    assert "Holdt utenfor" in said
    assert [row.is_taken for row in dialog.rows] == [False, True]
    QTest.keyClick(dialog.look, Qt.Key.Key_Space)
    assert [row.is_taken for row in dialog.rows] == [True, True]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(desk.school.of(GateEntry)) == 1


def test_a_file_without_references_is_told_in_one_sentence(fresh_school: Fosdesk, tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Kjære rektor", encoding="utf-8")
    page = gate_log(fresh_school.window)
    page.list.reading.open_file(path)
    wait_for_work(page.desk)
    assert page.list.reading.dialog is None
    assert "Fant ingen referanser i brev.txt." in said_on(fresh_school.window)


def test_copied_references_are_pasted_as_references_and_other_lines_as_rows(fresh_school: Fosdesk) -> None:
    page, desk = gate_log(fresh_school.window), desk_of(fresh_school)
    QApplication.clipboard().setText("@book{a, title={Å lese}, year=2020}")
    press(page.page, "Lim inn rader …")
    wait_for_work(desk)
    settle()
    dialog = page.list.reading.dialog
    assert dialog is not None
    assert [one.what for one in dialog.taken] == ["Å lese"]
    dialog.reject()
    QApplication.clipboard().setText("Et råd\nEt annet råd")
    press(page.page, "Lim inn rader …")
    wait_for_work(desk)
    settle()
    assert page.list.reading.dialog is None
    assert page.list.pasting.dialog is not None
    page.list.pasting.dialog.reject()
