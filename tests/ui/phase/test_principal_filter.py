"""The filter «Rektors»: what the framework lays on the principal, and the follow-ups of that role."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import FollowUp, GateEntry
from fosdesk.ui.controls.line_button import LineButton
from tests.program import Start
from tests.ui.acts import begin_school, changed, desk_of, press, said_on
from tests.ui.phase_window import page_of, shown_order


@pytest.mark.parametrize("phase", ["F0", "F1", "F2", "F3", "F4"])
def test_each_phase_shows_what_begins_with_the_principal(fresh_school: Fosdesk, phase: str) -> None:
    page = page_of(fresh_school, phase)
    press(page, "Rektors")
    shown = [record.partition(":")[2] for place in range(len(page.lists)) for record in shown_order(page, place)]
    framework = desk_of(fresh_school).framework
    laid = [item.id for item in framework.items if item.phase == phase and item.responsible.startswith("Rektor")]
    assert laid
    assert sorted(shown) == sorted(laid)
    press(page, "Rektors")
    assert sum(len(shown_order(page, place)) for place in range(len(page.lists))) > len(laid)


def test_the_follow_ups_of_that_role_stand_there_and_lead_to_their_place(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    workspace.add(FollowUp(what="Ring skoleeier", responsible="Rektor", due="2026-12-01"))
    workspace.add(FollowUp(what="Bestill rom", responsible="Avdelingsleder"))
    page = page_of(fresh_school, "F1")
    assert "Ring skoleeier" not in said_on(page)
    press(page, "Rektors")
    assert "Ring skoleeier" in said_on(page)
    assert "Bestill rom" not in said_on(page)
    workspace.add(FollowUp(what="Snakk med FAU", responsible="rektor"))
    assert "Snakk med FAU" in said_on(page)
    next(one for one in page.findChildren(LineButton) if one.title == "Ring skoleeier").click()
    assert fresh_school.window.current_key == "meetings"


def test_what_waits_for_the_principal_at_the_gate_stands_there_too(fresh_school: Fosdesk) -> None:
    entry = desk_of(fresh_school).workspace.add(GateEntry(what="Leseløftet", came="2026-09-01"))
    page = page_of(fresh_school, "F3")
    assert "Leseløftet" not in said_on(page)
    press(page, "Rektors")
    assert "Venter på rektor" in said_on(page)
    assert "ikke avgjort siden 1. sep. 2026" in said_on(page)
    next(one for one in page.findChildren(LineButton) if one.title == "Leseløftet").click()
    assert fresh_school.window.current_key == "gatekeeping"
    desk_of(fresh_school).workspace.commit(entry, changed(entry, decision="kept_out"))
    assert "ikke avgjort" not in said_on(page_of(fresh_school, "F3"))


def test_an_item_that_is_gone_to_is_shown_although_it_lies_on_somebody_else(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    press(page, "Rektors")
    assert "answer:F1-07" not in shown_order(page)
    fresh_school.window.go("phase:F1", "answer:F1-07")
    assert "answer:F1-07" in shown_order(page)
    assert not page.principals.isChecked()


@pytest.mark.parametrize(("language", "label"), [("nn", "Rektors"), ("en", "Principal's")])
def test_it_works_in_each_language(started: Start, language: str, label: str) -> None:
    program = started(language=language)
    begin_school(program)
    page = page_of(program, "F2")
    press(page, label)
    shown = [record for place in range(len(page.lists)) for record in shown_order(page, place)]
    assert "answer:F2-08" in shown
    assert "answer:F2-05" not in shown
