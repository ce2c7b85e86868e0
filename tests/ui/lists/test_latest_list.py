"""A list of the latest things: all that is there, or one kind sentence in its place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.controls.plain_widgets import text
from fosdesk.ui.lists.latest_list import LatestList
from tests.ui.acts import desk_of, press, said_on, settle


class Entries(LatestList):
    def _found(self) -> Sequence[GateEntry]:
        return sorted(self.desk.school.of(GateEntry), key=lambda entry: entry.id, reverse=True)

    def _one(self, thing: GateEntry) -> QWidget:
        return text(thing.what)


def test_it_says_kindly_that_there_is_nothing_and_then_what_there_is(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    part = Entries(desk, "Det siste står øverst.", "Ingenting ennå.")
    part.setParent(fresh_school.window)
    part.resize(600, 800)
    part.show()
    part.refresh()
    assert "Det siste står øverst." in said_on(part)
    assert "Ingenting ennå." in said_on(part)
    for number in range(10, 40):
        desk.workspace.add(GateEntry(f"g{number}", what=f"<i>nummer</i> {number}"))
    part.refresh()
    settle()
    shown = said_on(part)
    assert "Ingenting ennå." not in shown
    assert [number for number in range(10, 40) if f"<i>nummer</i> {number}" in shown] == list(range(15, 40))
    assert shown.index("nummer</i> 39") < shown.index("nummer</i> 15")
    press(part, "Vis flere")
    settle()
    assert "<i>nummer</i> 10" in said_on(part)
