"""Schools side by side in the window: differences in choices, in alphabetical order, and nothing of progress."""

from pathlib import Path

from fosdesk.app import Fosdesk
from fosdesk.domain.journal import Journal
from fosdesk.domain.records import Answer, CoreComponent, PhaseState, SchoolProfile
from fosdesk.exchange.example.colleague_copy import other_school_journal
from fosdesk.store import Store
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.schools.side_by_side_part import FittedText, SideBySidePart
from fosdesk.workspace import Workspace
from tests.program import NOON
from tests.reading import text_of
from tests.ui.acts import changed, desk_of, said_on, settle, wait_until


def other(folder: Path, name: str) -> Journal:
    """The journal of another school with one core component, and one phase that is over."""
    uid = name.encode().hex()
    store = Store.open(folder / f"{uid}.db")
    store.add_school(uid, own=True, now=NOON)
    there = Workspace(store, uid, role="principal", app="test", clock=lambda: NOON)
    there.commit(None, SchoolProfile("school", name=name, direction=f"Retningen til {name}"))
    there.add(CoreComponent(name=f"Komponent i {name}"))
    there.add(PhaseState("phase:F1", opened="2024-01-10", closed="2025-01-10"))
    there.add(Answer("answer:F1-01", status="done", how="Ferdig"))
    journal = store.journal(uid)
    store.close()
    return journal


def side_by_side(program: Fosdesk) -> SideBySidePart:
    program.window.go("schools", "")
    page = program.window.page("schools")
    assert isinstance(page, NounPage)
    page.turn_to_part("side_by_side")
    settle()
    part = page.part("side_by_side")
    assert isinstance(part, SideBySidePart)
    return part


def test_with_one_school_it_says_what_is_needed(fresh_school: Fosdesk) -> None:
    part = side_by_side(fresh_school)
    assert "Les inn filen til en annen skole først." in said_on(part)
    assert not part.chips or part._choice.isHidden()


def test_differences_stand_in_alphabetical_order_of_schools(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    profile = desk.school.profile
    desk.workspace.commit(profile, changed(profile, name="Lyngvik", direction="Vår egen retning"))
    for name in ("Åsen", "Bakken"):
        desk.workspace.store.merge(other(tmp_path, name), own=False, now=NOON)
    part = side_by_side(fresh_school)
    said = said_on(part)
    assert [chip.text() for chip in part.chips.values()] == ["Bakken", "Lyngvik", "Åsen"]
    places = [said.index(text) for text in ("Retningen til Bakken", "Vår egen retning", "Retningen til Åsen")]
    assert places == sorted(places)
    for never in ("Ferdig", "2024", "2025", "Lukket", "Åpnet"):
        assert never not in said
    part.chips[next(iter(part.chips))].click()
    settle()
    assert "Retningen til Bakken" not in said_on(part)
    assert "Retningen til Åsen" in said_on(part)


def test_the_second_example_school_beside_ones_own(with_example: Fosdesk) -> None:
    desk_of(with_example).workspace.store.merge(other_school_journal(), own=False, now=NOON)
    said = said_on(side_by_side(with_example))
    assert "De eldste tar imot de yngste" in said
    assert "Ingen går alene over brygga." in said


def test_no_text_is_cut(with_example: Fosdesk) -> None:
    """The page is as high as its texts need, also those that came in the last turn of the event loop."""
    desk_of(with_example).workspace.store.merge(other_school_journal(), own=False, now=NOON)
    part = side_by_side(with_example)
    (shown,) = part.findChildren(ShowMoreList)
    wait_until(lambda: shown._body.count() == 20)
    settle()
    texts = shown.findChildren(FittedText)
    assert len(texts) > 40
    assert all(one.height() >= one.heightForWidth(one.width()) for one in texts)
    assert any(one.height() > 2 * one.fontMetrics().lineSpacing() for one in texts)


def test_what_is_shown_is_printed_with_a_column_for_each_school(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    profile = desk.school.profile
    desk.workspace.commit(profile, changed(profile, name="Lyngvik", direction="Vår egen retning"))
    for name in ("Åsen", "Bakken"):
        desk.workspace.store.merge(other(tmp_path, name), own=False, now=NOON)
    part = side_by_side(fresh_school)
    assert part.to_paper.isVisible()
    part.chips["Åsen".encode().hex()].click()
    made: list[bytes] = []
    part.make_paper(made.append)
    wait_until(lambda: bool(made))
    paper = tmp_path / "skoler.pdf"
    paper.write_bytes(made[0])
    said = text_of(paper)
    assert "Retningen til Bakken" in said
    assert "Vår egen retning" in said
    assert "Åsen" not in said, "only the schools that are shown"
    assert "Bare der skolene har valgt ulikt." in said
