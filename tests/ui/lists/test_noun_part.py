"""The list of a noun from its definition: its order, its groups, what is finished, and its form."""

import pytest
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Decision, FollowUp
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.noun_part import NounPart
from tests.ui.acts import desk_of, said_on, type_in


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def part_of(desk: Desk, record: type[Decision] | type[FollowUp], qtbot: QtBot) -> NounPart:
    part = NounPart(desk, record)
    qtbot.addWidget(part)
    part.resize(800, 700)
    part.show()
    part.refresh()
    return part


def test_rows_stand_in_the_order_of_the_definition_and_without_a_value_last(desk: Desk, qtbot: QtBot) -> None:
    for day in ("2026-01-10", "", "2026-11-02"):
        desk.workspace.add(Decision(f"d{day}", what="Noe", day=day))
    assert part_of(desk, Decision, qtbot).list.shown_ids == ["d2026-11-02", "d2026-01-10", "d"]


def test_what_a_list_is_good_for_is_said_while_it_is_empty(desk: Desk, qtbot: QtBot) -> None:
    part = part_of(desk, FollowUp, qtbot)
    assert "Hvem som gjør hva innen når" in said_on(part)
    desk.workspace.add(FollowUp("a", what="Ring PPT"))
    part.refresh()
    assert "Hvem som gjør hva innen når" not in said_on(part)


def test_a_new_one_is_stored_with_its_first_word(desk: Desk, qtbot: QtBot) -> None:
    part = part_of(desk, FollowUp, qtbot)
    assert part.act == "Ny oppfølging"
    part.begin()
    assert desk.school.of(FollowUp) == ()
    assert isinstance(part.list.panel, RecordForm)
    type_in(part.list.panel.editors["what"], "Ring PPT")
    part.list.close_row()
    assert [one.what for one in desk.school.of(FollowUp)] == ["Ring PPT"]
