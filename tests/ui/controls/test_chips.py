"""Chips: one of a few is chosen, a choice can be taken back, and lines wrap where there is no room."""

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from fosdesk.ui.controls.chips import ChipChoice, FlowBox, FlowLayout
from fosdesk.ui.controls.plain_widgets import button
from tests.ui.acts import settle
from tests.ui.controls.conftest import Show

OPTIONS = (("in", "Tatt inn"), ("out", "Holdt utenfor"), ("wait", "Vent & se"))


@pytest.fixture
def choice(show: Show) -> ChipChoice:
    made = ChipChoice(OPTIONS, "out", name="Avgjørelse")
    show(made)
    return made


def chosen(choice: ChipChoice) -> list[str]:
    return [key for key, _ in OPTIONS if choice.chip(key).isChecked()]


def test_a_click_chooses_and_a_second_one_takes_the_choice_back(choice: ChipChoice, qtbot: QtBot) -> None:
    assert chosen(choice) == ["out"]
    with qtbot.waitSignal(choice.chosen) as told:
        choice.chip("in").click()
    assert (told.args, choice.value, chosen(choice)) == (["in"], "in", ["in"])
    with qtbot.waitSignal(choice.chosen) as told:
        choice.chip("in").click()
    assert (told.args, choice.value, chosen(choice)) == ([""], "", [])


def test_where_one_is_always_chosen_a_second_click_changes_nothing(show: Show) -> None:
    choice = ChipChoice(OPTIONS, "in", always=True)
    show(choice)
    told: list[str] = []
    choice.chosen.connect(told.append)
    choice.chip("in").click()
    assert (told, choice.value, chosen(choice)) == ([], "in", ["in"])


def test_choosing_for_somebody_tells_nobody(choice: ChipChoice) -> None:
    told: list[str] = []
    choice.chosen.connect(told.append)
    choice.set_value("wait")
    assert (told, chosen(choice)) == ([], ["wait"])


def test_a_value_that_nobody_here_knows_is_shown_and_kept(choice: ChipChoice) -> None:
    choice.set_value("postponed")
    assert choice.value == "postponed"
    assert choice.chip("postponed").text() == "postponed"
    assert choice.chip("postponed").isChecked()


def test_an_ampersand_is_a_letter(choice: ChipChoice) -> None:
    assert choice.chip("wait").text() == "Vent && se"


def test_lines_wrap_in_order_and_nothing_is_cut(show: Show) -> None:
    box = FlowBox(gap=6)
    made = [button(words) for words in ("Først", "Så kommer det en lengre", "Så", "Til slutt")]
    for one in made:
        box.add(one)
    show(box, 900, 60)
    assert len({one.y() for one in made}) == 1, "there is room for all on one line"
    box.resize(160, 300)
    settle()
    assert len({one.y() for one in made}) > 1
    assert [(one.y(), one.x()) for one in made] == sorted((one.y(), one.x()) for one in made)
    assert all(one.x() >= 0 and one.x() + one.width() <= 160 for one in made)
    assert box.heightForWidth(160) > box.heightForWidth(900)


def test_what_is_cleared_is_gone(show: Show) -> None:
    box = FlowBox()
    gone = button("Før")
    box.add(gone)
    show(box)
    box.clear()
    assert not gone.isVisibleTo(box)
    assert box.flow.count() == 0


def test_many_that_come_at_once_are_laid_at_once(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    laid = []
    place = FlowLayout._place

    def counted(self: FlowLayout, rect: QRect, *, move: bool) -> int:
        laid.append(rect)
        return place(self, rect, move=move)

    monkeypatch.setattr(FlowLayout, "_place", counted)
    box = FlowBox()
    show(box)
    for _ in range(2):
        laid.clear()
        box.clear()
        chips = [button(f"grunn {n}", "chip") for n in range(200)]
        box.fill(chips)
        settle()
        assert all(chip.isVisible() for chip in chips)
        assert chips[-1].y() > chips[0].y()
        assert len(laid) < 20, "each chip had everything laid anew"
