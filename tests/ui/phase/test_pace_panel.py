"""The pace of a phase: duration, what is open and who has taken part are seen together, as advice."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Involvement, PhaseState
from fosdesk.ui.phase.pace_panel import PacePanel
from tests.ui.acts import desk_of, press, said_on
from tests.ui.phase_window import page_of


def opened(program: Fosdesk, phase: str, day: str) -> None:
    """A phase that was opened on a day."""
    state = PhaseState(f"phase:{phase}", opened=day)
    desk_of(program).workspace.commit(PhaseState(state.id), state)


def test_they_stand_together_beside_the_signs(fresh_school: Fosdesk) -> None:
    opened(fresh_school, "F1", "2026-09-14")
    desk_of(fresh_school).workspace.add(Involvement(what="Fellestid", who="staff", day="2026-10-01"))
    page = page_of(fresh_school, "F1")
    press(page, "Tid, og tegn til å gå videre")
    panel = page.findChild(PacePanel)
    assert isinstance(panel, PacePanel)
    said = said_on(panel)
    assert "Åpnet 14. september 2026. Skoleuker til nå: 10." in said
    assert "Ansatte." in said
    assert "Det er ikke skrevet noe ennå om: tillitsvalgte." in said
    desk_of(fresh_school).workspace.add(Involvement(what="Drøfting", who="unions", day="2026-11-01"))
    assert "Det er ikke skrevet noe ennå om" not in said_on(panel)


def test_haste_is_said_there_too_and_locks_nothing(fresh_school: Fosdesk) -> None:
    opened(fresh_school, "F1", "2026-10-19")
    opened(fresh_school, "F2", "2026-11-16")
    page = page_of(fresh_school, "F2")
    press(page, "Tid, og tegn til å gå videre")
    panel = page.findChild(PacePanel)
    assert isinstance(panel, PacePanel)
    assert "Skoleuker fra fase 1 åpnet til fase 2 åpnet: 4." in said_on(panel)
    assert page.transition.isEnabled()


def test_whoever_closes_a_phase_can_see_them_first(fresh_school: Fosdesk) -> None:
    opened(fresh_school, "F1", "2026-09-14")
    page = page_of(fresh_school, "F1")
    press(page, "Avslutt fasen")
    press(page.dialog, "Tid, åpne punkter og hvem som har vært med")
    assert "Skoleuker til nå: 10." in said_on(page.dialog)
    page.dialog.reject()
