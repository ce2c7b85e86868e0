"""Reasons offered for an entry: those used before, each once however it was spelt, and never one that it has."""

from PySide6.QtWidgets import QPushButton

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, GateReason
from fosdesk.ui.gate.reason_chips import ReasonChips
from tests.ui.acts import desk_of, press


def offered(chips: ReasonChips) -> list[str]:
    return [chip.text()[2:] for chip in chips.findChildren(QPushButton) if chip.text().startswith("+ ")]


def chips_of(program: Fosdesk, *used: str) -> ReasonChips:
    """The chips of an entry without reasons, after some were used for another one."""
    desk = desk_of(program)
    for entry in ("before", "now"):
        desk.workspace.add(GateEntry(entry, what=entry))
    for number, said in enumerate(used):
        desk.workspace.add(GateReason(f"r{number}", text=said, parent="before", pos=f"{number:02}"))
    chips = ReasonChips(desk)
    chips.setParent(program.window)
    chips.show_entry("now")
    chips.show()
    return chips


def test_spellings_of_a_reason_are_offered_once(fresh_school: Fosdesk) -> None:
    chips = chips_of(fresh_school, "Mangler tid", "mangler tid", "Mangler  tid", "UTENFOR RETNINGEN VÅR")
    found = offered(chips)
    assert found[0].casefold() == "mangler tid"
    assert len({one.casefold() for one in found}) == len(found) == 5


def test_one_of_the_first_proposals_is_not_offered_beside_its_own_spelling(fresh_school: Fosdesk) -> None:
    starter = fresh_school.words("Too much at once")
    chips = chips_of(fresh_school, starter.upper())
    assert [one for one in offered(chips) if one.casefold() == starter.casefold()] == [starter.upper()]


def test_what_an_entry_has_is_not_offered_in_another_spelling(fresh_school: Fosdesk) -> None:
    chips, starter = chips_of(fresh_school), fresh_school.words("Too much at once")
    assert starter in offered(chips)
    desk_of(fresh_school).workspace.add(GateReason("own", text=starter.upper(), parent="now", pos="i"))
    chips.show_entry("now")
    assert starter.casefold() not in {one.casefold() for one in offered(chips)}
    press(chips, starter.upper())
    chips.show_entry("now")
    assert starter in offered(chips)
