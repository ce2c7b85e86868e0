"""What the page tells of a school: where it is and where it wants to go, and nothing that can be compared."""

import re

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, PhaseState
from fosdesk.ui.schools.schools_page import SchoolsPage
from tests.ui.acts import changed, desk_of, page_of, said_on


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
