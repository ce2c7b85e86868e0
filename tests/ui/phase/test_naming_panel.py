"""A phase gets a name of its own with a reason; its other names stay in view."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import PhaseState
from fosdesk.ui.phase.phase_page import PhasePage
from tests.ui.acts import desk_of, leave, page_of, settle, type_in


def test_the_other_names_stay_in_view(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school.window, "phase:F2", PhasePage), desk_of(fresh_school)
    page.rename.click()
    settle()
    naming = page._naming
    assert naming is not None
    for editor, typed in ((naming.title, "Hvor vil vi?"), (naming.why, "Alle forstår det")):
        type_in(editor, typed)
        leave(editor)
    settle()
    state = desk.school.get(PhaseState, "phase:F2")
    assert (state.own_title, state.own_title_why) == ("Hvor vil vi?", "Alle forstår det")
    said = page.lead.text()
    assert "heter «Retning og rigging» i rammeverket, «fase 2, Implementering» i milepælsplanen" in said
