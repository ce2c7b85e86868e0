"""What the page tells of a school: where it is and where it wants to go, and nothing that can be compared."""

import re
from pathlib import Path

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, PhaseState
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.ui.schools.schools_page import SchoolsPage
from tests.reading import words_on
from tests.ui.acts import button_on, changed, desk_of, from_colleague, page_of, said_on, settle


def test_open_phases_and_the_direction_are_told_and_no_counts(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    profile = workspace.school.profile
    workspace.commit(profile, changed(profile, direction="Alle elever har\nen voksen som ser dem."))
    workspace.commit_all([(None, PhaseState(f"phase:F{n}", opened="2026-08-20")) for n in (2, 3)])
    workspace.commit_all([(None, GateEntry(f"e{n}", what="Kurs")) for n in range(7)])
    page = page_of(fresh_school.window, "schools", SchoolsPage)
    said = said_on(page)
    assert "Pågår nå: 2 Retning og rigging · 3 Kjernekomponenter og grensevokting." in said
    assert "«Alle elever har en voksen som ser dem.»" in said
    assert "innspill" not in said.replace("Et innspill", "")
    assert not re.search(r"\b7\b", said)


def test_a_school_without_either_is_told_as_calmly(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school.window, "schools", SchoolsPage)
    said = said_on(page)
    assert "Ingen fase pågår nå." in said
    assert "«»" not in said


def test_a_long_direction_and_one_with_marks_is_shown_as_text(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    profile = workspace.school.profile
    workspace.commit(profile, changed(profile, direction="<b>Ro {phases}</b> " + "og tid " * 200))
    said = said_on(page_of(fresh_school.window, "schools", SchoolsPage))
    assert "«<b>Ro {phases}</b> og tid" in said
    assert "…»" in said


def test_the_list_stays_as_it_is_until_something_in_it_changes(fresh_school: Fosdesk) -> None:
    """So that whoever stands on a button in it keeps their place while others write."""
    workspace = desk_of(fresh_school).workspace
    page = page_of(fresh_school.window, "schools", SchoolsPage)
    example = button_on(page, "Se på en eksempelskole")
    example.setFocus()
    workspace.add(GateEntry(what="Kurs"))
    settle()
    assert example.hasFocus()
    profile = workspace.school.profile
    workspace.commit(profile, changed(profile, name="Nyvik skole", direction="Ro til å lære"))
    said = said_on(page)
    assert "Nyvik skole" in said
    assert "«Ro til å lære»" in said
    assert said.count("Vår skole") == 2, "its words, and what is read aloud for them"


def test_a_page_that_is_open_shows_the_same_as_one_that_comes_up(fresh_school: Fosdesk, tmp_path: Path) -> None:
    """Its parts are refreshed one after the other while it is open, and all at once before it is shown."""
    window, desk = fresh_school.window, desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet", source="brosjyre"))
    page = page_of(window, "schools", SchoolsPage)
    settle()

    def merged(folder: Path, what: str) -> None:
        file = from_colleague(desk, folder, lambda there: there.commit(entry, changed(entry, what=what)))
        desk.workspace.commit(desk.school.get(GateEntry, entry.id), changed(entry, what=f"{what} hos oss"))
        desk.workspace.adopt(desk.workspace.merge(load_school_file(file), tmp_path / "backups").update)

    merged(tmp_path, "Leseløftet 2")
    while_open = said_on(page)
    assert "1 sted der to har skrevet" in while_open
    window.go("overview", "")
    desk.workspace.settle(entry.id, "what", "Leseløftet 3")
    window.go("schools", "")
    assert "1 sted der to har skrevet" not in words_on(page), "it is as it should be when it is seen"
    window.undo()
    while_open = said_on(page)
    assert "1 sted der to har skrevet" in while_open
    window.go("overview", "")
    desk.workspace.add(GateEntry(what="Kurs"))
    window.go("schools", "")
    assert said_on(page) == while_open
