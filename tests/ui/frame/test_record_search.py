"""The search among all records follows what is written, and keeps to one kind where one is asked for."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Decision, FollowUp, GateEntry
from fosdesk.ui.frame.desk import Desk
from tests.ui.acts import desk_of


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def test_what_is_written_later_is_found_and_what_is_deleted_is_not(desk: Desk) -> None:
    search = desk.record_search
    assert search.find("leksefri", 10) == []
    entry = desk.workspace.add(GateEntry("g", what="Leksefri"))
    desk.workspace.add(FollowUp("f", what="Spør om leksefri", about="g"))
    assert search.find("leksefri", 10) == ["g", "f"]
    assert search.find("leksefri", 10, FollowUp) == ["f"]
    assert search.find("leksefri", 1) == ["g"]
    desk.workspace.delete([entry])
    assert search.find("leksefri", 10) == ["f"]
    assert desk.record_search is search


def test_what_a_link_points_to_is_no_text_to_be_found(desk: Desk) -> None:
    desk.workspace.add(GateEntry("abcdef012345", what="Leksefri"))
    desk.workspace.add(Decision("d", what="Vi venter", about="abcdef012345"))
    desk.workspace.add(FollowUp("f", what="Spør", about="answer:F1-06"))
    assert desk.record_search.find("abcdef012345", 10) == []
    assert desk.record_search.find("answer", 10, FollowUp) == []
    assert desk.record_search.find("F1-06", 10, FollowUp) == []
