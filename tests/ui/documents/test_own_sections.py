"""The sections that a school adds to its description («osv.»): written, moved, found again, and in the document."""

from pathlib import Path

from fosdesk.app import Fosdesk
from fosdesk.domain.records import DescriptionSection
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.documents.own_sections import OwnSections
from tests.program import Start
from tests.reading import text_of
from tests.ui.acts import button_on, desk_of, leave, page_of, press, said_on, settle, type_in, wait_for_work
from tests.ui.window.search_hands import search_of


def sections(program: Fosdesk) -> OwnSections:
    part = page_of(program.window, "documents", DocumentsPage).choose("description").descriptions
    assert part is not None
    return part.own


def write(own: OwnSections, heading: str, text: str) -> None:
    press(own, "Nytt avsnitt")
    settle()
    form = list(own.forms.values())[-1]
    type_in(form.editors["heading"], heading)
    leave(form.editors["heading"])
    type_in(form.editors["text"], text)
    leave(form.editors["text"])


def test_d6_a_section_is_written_and_found_in_three_places(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    write(sections(fresh_school), "Skolebåten", "Kvernstein på veggen")
    fresh_school.window.close()
    fresh_school.close()
    program = started(fresh_school.folder)
    own = sections(program)
    (kept,) = desk_of(program).school.of(DescriptionSection)
    assert own.forms[kept.id].editors["heading"].editor.value() == "Skolebåten"
    search = search_of(desk_of(program))
    search.begin()
    shown = [row.make() for row in search.rows("Kvernstein", private=False) if row.make is not None]
    assert any("Kvernstein på veggen" in f"{one.title} {one.line.text}" for one in shown)
    panel = page_of(program.window, "documents", DocumentsPage).choose("description")
    for ending in ("pdf", "docx"):
        panel.make_at(tmp_path / f"valg.{ending}")
        wait_for_work(desk_of(program))
    written = text_of(tmp_path / "valg.pdf")
    assert written.index("Skolebåten") < written.rindex("Kvernstein på veggen")


def test_sections_are_moved_and_removed_and_undone(fresh_school: Fosdesk) -> None:
    own, desk = sections(fresh_school), desk_of(fresh_school)
    for heading in ("Først", "Så"):
        write(own, heading, "Tekst")
    first, second = desk.school.of(DescriptionSection)
    press(own.forms[second.id], "Flytt opp")
    assert [one.heading for one in desk.school.of(DescriptionSection)] == ["Så", "Først"]
    settle()
    assert own.forms[second.id].y() < own.forms[first.id].y()
    desk.workspace.undo()
    assert [one.heading for one in desk.school.of(DescriptionSection)] == ["Først", "Så"]
    press(own.forms[first.id], "Fjern")
    settle()
    assert set(own.forms) == {second.id}
    desk.workspace.undo()
    settle()
    assert set(own.forms) == {first.id, second.id}


def test_an_empty_section_is_not_stored_and_not_begun_twice(fresh_school: Fosdesk) -> None:
    own = sections(fresh_school)
    for _ in range(3):
        press(own, "Nytt avsnitt")
        settle()
    assert len(own.forms) == 1
    assert desk_of(fresh_school).school.of(DescriptionSection) == ()


def test_search_leads_to_the_section(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    kept = desk.workspace.add(DescriptionSection(heading="Skolebåten", pos="i"))
    desk.go("documents", kept.id)
    own = sections(fresh_school)
    assert "Valgbeskrivelse" in said_on(fresh_school.window.page("documents"))
    assert kept.id in own.forms
    assert button_on(own, "Nytt avsnitt").isVisible()
