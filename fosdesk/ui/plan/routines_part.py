"""The list of routines, with what the framework suggests to come back to every year."""

import msgspec

from fosdesk.display.record_words import months_words
from fosdesk.domain.framework import YearlyReminder
from fosdesk.domain.records import Routine
from fosdesk.domain.rules.plan.year_wheel import reminders_left, routine_from
from fosdesk.domain.values.fractional_index import between
from fosdesk.domain.values.months import stored_months
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.noun_part import NounPart


class RoutinesPart(NounPart):
    """A suggestion that was taken in is a routine like any other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Routine)
        self.suggested = text(self.words("The framework suggests every year:"), "quiet")
        self.chips = FlowBox(gap=6)
        self.add_above(self.suggested)
        self.add_above(self.chips)
        self._offered: tuple[YearlyReminder, ...] | None = None

    def refresh(self) -> None:
        """Show the list, and the suggestions that nobody has taken in."""
        super().refresh()
        left = reminders_left(self.desk.framework, self.desk.school)
        if left == self._offered:
            return
        self._offered = left
        self.chips.clear()
        for one in left:
            months = months_words(self.words, stored_months(one.months))
            chip = button(f"+ {one.text} · {months}", "chip", name=self.words("Add {name}", name=one.text))
            chip.clicked.connect(lambda _=False, r=one: self._take_in(r))
            self.chips.add(chip)
        for widget in (self.suggested, self.chips):
            set_shown(widget, bool(left) and not self.desk.read_only)
        self.laid.emit()

    def _take_in(self, reminder: YearlyReminder) -> None:
        last = max((one.pos for one in self.desk.school.of(Routine)), default="")
        made = msgspec.structs.replace(routine_from(reminder), pos=between(last, ""))
        if self.desk.release(self) and self.desk.attempt(lambda: self.desk.workspace.add(made)):
            self.list.open_row(made.id)
