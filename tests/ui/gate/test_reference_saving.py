"""References go out to other programs and as a list, without anything that was decided."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.exchange.references.reference_files import read_reference_file
from tests.ui.acts import desk_of, press, said_on, settle, wait_for_work
from tests.ui.gate_log import gate_log

ENTRY = GateEntry(
    what="Om makt",
    authors="Ås, Berit",
    year="1979",
    publication="book",
    publisher="Universitetsforlaget",
    decision="kept_out",
    reason="Fordi vi har nok",
    file_notes="Hemmelig notat",
)


@pytest.mark.parametrize("ending", [".ris", ".bib", ".json"])
def test_a_file_is_saved_and_read_again(fresh_school: Fosdesk, tmp_path: Path, ending: str) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(ENTRY)
    desk.workspace.add(GateEntry(what="Et råd i gangen"))
    page = gate_log(fresh_school.window)
    settle()
    press(page.page, "Lagre referanser …")
    dialog = page.part.saving
    assert dialog is not None
    assert "1 referanse, slik listen viser den nå" in said_on(dialog)
    dialog.kind.set_value(ending)
    dialog.save_at(tmp_path / "liste")
    wait_for_work(desk)
    path = tmp_path / f"liste{ending}"
    (read,) = read_reference_file(path).references
    for name in ("what", "authors", "year", "publication", "publisher"):
        assert read.fields[name] == getattr(ENTRY, name)
    content = path.read_text(encoding="utf-8")
    assert "Fordi" not in content
    assert "Hemmelig" not in content


def test_a_list_in_apa_is_copied_with_its_italics(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(ENTRY)
    page = gate_log(fresh_school.window)
    settle()
    press(page.page, "Lagre referanser …")
    assert page.part.saving is not None
    press(page.part.saving, "Kopier som liste i APA 7")
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == "Ås, B. (1979). Om makt. Universitetsforlaget."
    assert "<i>Om makt</i>" in copied.html()
