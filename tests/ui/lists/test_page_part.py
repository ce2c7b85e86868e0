"""What is a page of its own is one part of another: it is filled once, hears of changes, and gives way as a whole."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.schools.schools_page import SchoolsPage
from tests.ui.acts import desk_of, page_of, settle


def test_it_is_filled_once_when_it_is_shown_and_once_for_each_change(
    fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[frozenset[str] | None] = []
    refresh = SchoolsPage.refresh

    def counted(page: SchoolsPage, changed: frozenset[str] | None) -> None:
        asked.append(changed)
        refresh(page, changed)

    monkeypatch.setattr(SchoolsPage, "refresh", counted)
    window, desk = fresh_school.window, desk_of(fresh_school)
    page_of(window, "schools", SchoolsPage)
    settle()
    assert asked == [None]
    made = desk.workspace.add(GateEntry(what="Leseløftet"))
    settle()
    assert asked == [None, frozenset({made.id})]
    window.go("overview", "")
    window.go("schools", "")
    settle()
    assert len(asked) == 2, "nothing has changed meanwhile"
    window.go("overview", "")
    desk.workspace.delete([made])
    window.go("schools", "")
    settle()
    assert len(asked) == 3
