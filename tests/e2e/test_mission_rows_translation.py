"""Rows on the translation card: found within three clicks, written, and found again; what helps and hinders as CSV."""

from pathlib import Path

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import Record
from fosdesk.domain.records import GateEntry, PhaseExperience, SchoolProfile, TranslationNote
from fosdesk.ui.lists.save_dialog import SaveDialog
from tests.e2e.mission_rows_translation import CARD_ROWS, TRANSLATED, CardRow
from tests.e2e.test_mission_rows import anew, document, editors_of, found_by_search, walk
from tests.program import Start
from tests.ui.acts import desk_of, leave, said_on, settle, type_in, wait_for_work
from tests.ui.noun_lists import ShownList

ENTRY = GateEntry("e" * 12, what=TRANSLATED, came="2026-09-03", decision="adapted")
NOTE = f"translation:{ENTRY.id}"
WORDS = ("Kvernstein", "Bjørnunge", "Seilmaker", "Trollbær")


@pytest.mark.parametrize("row", CARD_ROWS, ids=lambda row: "-".join(row.rows))
def test_what_a_card_holds_is_found_again(row: CardRow, fresh_school: Fosdesk, started: Start, tmp_path: Path) -> None:
    desk_of(fresh_school).workspace.add(ENTRY)
    kind: type[Record] = SchoolProfile if row.record else TranslationNote
    record, way = row.record or NOTE, (*row.clicks, TRANSLATED)
    said = dict(zip(row.fields, WORDS, strict=False))
    walk(fresh_school, way)
    for editor in editors_of(fresh_school, record):
        if editor.name in said:
            type_in(editor, said[editor.name])
            leave(editor)
    if row.record:  # a document tells of a translation only where there is one
        desk_of(fresh_school).workspace.add(TranslationNote(NOTE, kept="Alt"))
    program = anew(fresh_school, started)
    walk(program, way)
    shown = {one.name: said_on(one) for one in editors_of(program, record)}
    for name, text in said.items():
        assert getattr(desk_of(program).school.get(kind, record), name) == text
        assert text in shown[name], name
        assert text in found_by_search(desk_of(program), text, private=False), name
    written = document(program, row.document, tmp_path / "dokument.pdf")
    for name, text in said.items():
        assert text in written, name


def test_what_helps_and_hinders_goes_out_as_csv_by_phase(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    helped = PhaseExperience("h" * 12, text="Kvernstein", kind="helps", phase="F1", day="2026-03-01")
    hindered = PhaseExperience("x" * 12, text="Bjørnunge", kind="hinders", phase="F2")
    desk.workspace.commit_all([(None, helped), (None, hindered)])
    shown = ShownList(fresh_school.window, "phase_experience")
    shown.list.save.click()
    settle()
    dialog = shown.list.save_dialog
    assert isinstance(dialog, SaveDialog)
    place = tmp_path / "fremmer.csv"
    dialog.kind.chip(".csv").click()
    dialog.save_at(place)
    wait_for_work(desk)
    read = place.read_text(encoding="utf-8-sig").splitlines()
    assert any("Kvernstein" in line and "Fremmer" in line for line in read)
    assert any("Bjørnunge" in line and "Hemmer" in line for line in read)
