"""The rows of the mission on phases, the school's own words, languages, documents and files: found and found again."""

from pathlib import Path

import pikepdf
import pytest

from fosdesk.app import Fosdesk
from fosdesk.content import read_framework
from fosdesk.domain.records import OwnItem, PhaseState, SchoolProfile, TransitionNote
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.phase.phase_page import PhasePage
from tests.e2e.mission_rows import FieldRow
from tests.e2e.test_mission_rows import anew, document, editors_of, found_by_search, unfold, walk, write
from tests.program import Start
from tests.ui.acts import desk_of, page_of, press, said_on, settle

PHASE_ROWS = (
    FieldRow({"M2": "hvorfor skolen er med"}, "answer:F1-01", ("1", "F1-01"), ("how",), "description"),
    FieldRow({"M3": "de ansatte"}, "answer:F2-01", ("2", "F2-01"), ("how",), "description"),
    FieldRow({"M3 beside it": "arbeidsgruppe"}, "answer:F2-08", ("2", "F2-08"), ("how",), "description"),
    FieldRow({"M4": "læringsplan"}, "answer:F3-01", ("3", "F3-01"), ("how",), "description"),
    FieldRow({"M5": "fast del"}, "answer:F4-01", ("4", "F4-01"), ("how",), "description"),
    FieldRow({"M6": "opplæring"}, "answer:F0-01", ("Før", "F0-01"), ("how",), "description"),
    FieldRow({"M11": "evaluer"}, "answer:F4-05", ("4", "F4-05"), ("how",), "description"),
    FieldRow({"M19": "innstillinger"}, "school", ("Innstillinger og hjelp",), ("collaboration",), "description"),
)


@pytest.fixture(params=PHASE_ROWS, ids=lambda row: "-".join(row.rows))
def row(request: pytest.FixtureRequest) -> FieldRow:
    """A row, its item by its text as it stands on the page."""
    asked: FieldRow = request.param
    texts = {item.id: item.text for item in read_framework("nb").items}
    return asked._replace(clicks=tuple(texts.get(one, one) for one in asked.clicks))


def test_the_way_is_short_and_its_last_label_says_a_word_of_the_row(row: FieldRow) -> None:
    assert len(row.clicks) <= 3
    for name, word in row.rows.items():
        assert word in row.clicks[-1].lower(), name


def test_what_is_written_at_an_item_is_found_again(
    row: FieldRow, fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    walk(fresh_school, row.clicks)
    unfold(fresh_school)
    write(editors_of(fresh_school, row.record), row)
    program = anew(fresh_school, started)
    walk(program, row.clicks)
    shown = {one.name: said_on(one) for one in editors_of(program, row.record)}
    written = document(program, row.document, tmp_path / "dokument.pdf")
    for field in row.fields:
        assert "Kvernstein på veggen" in shown[field]
        assert "Kvernstein på veggen" in found_by_search(desk_of(program), "Kvernstein på veggen", private=False)
        assert "Kvernstein på veggen" in written


def test_m8_and_k1_several_phases_go_on_and_a_transition_is_dated_with_what_is_still_open(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    for phase in ("1", "2"):
        walk(fresh_school, (phase, "Åpne fasen"))
        page = fresh_school.window.page(f"phase:F{phase}")
        assert isinstance(page, PhasePage)
        press(page.dialog, "Åpne fasen")
    walk(fresh_school, ("1", "Avslutt fasen"))
    page = fresh_school.window.page("phase:F1")
    assert isinstance(page, PhasePage)
    page.dialog.texts["carried_on"].setPlainText("Kvernstein på veggen")
    page.dialog.bring.click()
    press(page.dialog, "Avslutt fasen")
    program = anew(fresh_school, started)
    desk = desk_of(program)
    assert desk.school.get(PhaseState, "phase:F2").is_open
    assert desk.school.get(PhaseState, "phase:F1").closed == desk.day()
    assert {note.written for note in desk.school.of(TransitionNote)} == {desk.day()}
    walk(program, ("1",))
    assert "Kvernstein på veggen" in said_on(program.window.page("phase:F1"))
    assert "Kvernstein på veggen" in found_by_search(desk, "Kvernstein på veggen", private=False)
    written = document(program, "transition_note", tmp_path / "dokument.pdf")
    for said in ("Kvernstein på veggen", "Skriv kort hvorfor skolen er med"):
        assert said in " ".join(written.split())


def test_m5_phase_four_has_no_end_and_nothing_is_complete(fresh_school: Fosdesk) -> None:
    walk(fresh_school, ("4", "Åpne fasen"))
    page = fresh_school.window.page("phase:F4")
    assert isinstance(page, PhasePage)
    press(page.dialog, "Åpne fasen")
    said = said_on(page)
    assert "Avslutt fasen" not in said
    assert "%" not in said


def test_m10_the_framework_says_why_and_is_named_as_the_source(fresh_school: Fosdesk) -> None:
    item = next(item for item in read_framework("nb").items if item.id == "F1-01")
    walk(fresh_school, ("1", item.text))
    assert item.why in said_on(fresh_school.window.page("phase:F1"))
    walk(fresh_school, ("Innstillinger og hjelp",))
    assert read_framework("nb").source in said_on(fresh_school.window.page("settings"))


def test_m9_and_m12_an_item_of_ones_own_stands_among_the_others(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(OwnItem(phase="F1", own_text="Kvernstein på veggen", how="Bjørnunge på veggen"))
    program = anew(fresh_school, started)
    walk(program, ("1", "Kvernstein på veggen"))
    shown = {one.name: said_on(one) for one in program.window.page("phase:F1").findChildren(FieldEditor)}
    assert "Bjørnunge på veggen" in shown["how"]
    assert "Bjørnunge på veggen" in document(program, "description", tmp_path / "dokument.pdf")


def _in_nynorsk(program: Fosdesk, started: Start) -> Fosdesk:
    program.window.close()
    program.close()
    return started(program.folder, language="nn")


def test_d24_words_in_the_other_form_and_nobodys_own_words_change(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    desk = desk_of(fresh_school)
    before = desk.school.get(SchoolProfile, PROFILE_ID)
    desk.workspace.commit(before, SchoolProfile(PROFILE_ID, direction="Hvordan vi jobber her"))
    program = _in_nynorsk(fresh_school, started)
    settle()
    assert "Skular og nettverk" in said_on(program.window.navigation)
    assert "Hvordan vi jobber her" in said_on(program.window.page("overview"))
    written = document(program, "share_card", tmp_path / "dokument.pdf")
    assert "Hvordan vi jobber her" in written
    assert "Delekort til andre skular" in written


def test_d25_each_document_of_a_school_is_a_tagged_pdf(fresh_school: Fosdesk, tmp_path: Path) -> None:
    for key in ("description", "time_sheet"):
        place = tmp_path / f"{key}.pdf"
        document(fresh_school, key, place)
        with pikepdf.open(place) as made:
            assert made.Root.MarkInfo.Marked
            assert made.Root.Lang
            assert "OutputIntents" in made.Root or "/OutputIntents" in made.Root
    assert page_of(fresh_school.window, "documents", DocumentsPage).isVisible()
