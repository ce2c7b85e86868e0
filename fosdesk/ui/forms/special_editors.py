"""Editors for days, numbers, semesters and references."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

import msgspec
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent

from fosdesk.display.noun_words import noun_one
from fosdesk.display.record_words import record_words
from fosdesk.domain.fields import NOUNS, Expects, Kroner, Minutes, Number, Reference, Scalar
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.fractional_index import at_the_end
from fosdesk.domain.values.semester import Semester
from fosdesk.domain.values.typed_days import parse_day
from fosdesk.ui.forms.calendar_popup import CalendarPopup
from fosdesk.ui.forms.editors import ChoiceEditor, InvalidInput, ShortEditor
from fosdesk.ui.forms.parsing import parse_clock, parse_kroner, parse_minutes, parse_number, show_day, spoken_times
from fosdesk.ui.frame.desk import Desk

_SEMESTERS_BACK = 40


class DayEditor(ShortEditor):
    """A day, typed in common forms or picked in a calendar."""

    saves_in_pauses: ClassVar[bool] = False  # half a date may be a date too

    def __init__(self, desk: Desk, expects: Expects = "") -> None:
        """`expects` as in `Date`."""
        super().__init__(desk.words)
        self._desk, self._expects = desk, expects
        self._day = ""
        self.setPlaceholderText(desk.words("dd.mm.yyyy"))
        self.setMaximumWidth(desk.theme.px(150))
        icon = desk.theme.icon("calendar")
        self._pick = QAction(icon, desk.words("Choose a day (arrow down)"), self)
        self._pick.triggered.connect(self._open_calendar)
        self.addAction(self._pick, ShortEditor.ActionPosition.TrailingPosition)

    def value(self) -> Scalar:
        """The day as YYYY-MM-DD."""
        day = parse_day(self.text(), self._desk.today(), self._expects)
        if day is None:
            raise InvalidInput(
                self.words(
                    "Write the date as day, month and year, such as {example}.", example=show_day(self._desk.day())
                )
            )
        return day

    def show_value(self, value: Scalar) -> None:
        """Show a stored day."""
        self._day = str(value or "")
        super().show_value(show_day(self._day))

    def set_read_only(self) -> None:
        """Make it read-only."""
        super().set_read_only()
        self._pick.setVisible(False)

    def _open_calendar(self) -> None:
        known = QDate.fromString(self._day, "yyyy-MM-dd")
        today: date = self._desk.today()
        chosen = known if known.isValid() else QDate(today.year, today.month, today.day)
        popup = CalendarPopup(self._desk.theme, self.words.language, chosen, self)

        def picked(day: QDate) -> None:
            self.setText(show_day(day.toString("yyyy-MM-dd")))
            self.committed.emit()

        popup.picked.connect(picked)
        popup.open_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down opens the calendar."""
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self._open_calendar()
        else:
            super().keyPressEvent(event)


class NumberEditor(ShortEditor):
    """A whole number; minutes may also be typed as hours and minutes, and kroner as people write amounts."""

    def __init__(self, desk: Desk, field: Number) -> None:
        super().__init__(desk.words)
        self._field = field
        self.setMaximumWidth(desk.theme.px(150))

    def value(self) -> Scalar:
        """The number, or None."""
        try:
            if isinstance(self._field, Minutes):
                return parse_minutes(self.text())
            return parse_kroner(self.text()) if isinstance(self._field, Kroner) else parse_number(self.text())
        except ValueError:
            if isinstance(self._field, Minutes):
                raise InvalidInput(self.words("Write the time in minutes, such as 90, or as 1:30.")) from None
            if isinstance(self._field, Kroner):
                raise InvalidInput(self.words("Write the amount in whole kroner, such as 12 000.")) from None
            raise InvalidInput(self.words("Write a whole number, such as 4.")) from None


class ClockEditor(ShortEditor):
    """A time of day, typed in common forms."""

    saves_in_pauses: ClassVar[bool] = False  # half a time may be a time too

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.words)
        self.setPlaceholderText(desk.words("hh.mm"))
        self.setMaximumWidth(desk.theme.px(150))

    def value(self) -> Scalar:
        """The time as HH:MM."""
        try:
            return parse_clock(self.text())
        except ValueError:
            either = spoken_times(self.text())
            if either is not None:
                early, late = sorted(self.words.clock(one) for one in either)
                raise InvalidInput(
                    self.words("Is that {early} or {late}? Write it with digits.", early=early, late=late)
                ) from None
            raise InvalidInput(self.words("Write the time with digits, such as 14.30.")) from None

    def show_value(self, value: Scalar) -> None:
        """Show a stored time."""
        super().show_value(self.words.clock(str(value or "")))


class SemesterEditor(ChoiceEditor):
    """A semester near the school's own years."""

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        here = Semester.of_date(desk.day())
        start = Semester.known(desk.school.profile.start) or here
        # A mistyped year must not make the list endless; what is stored is offered all the same.
        first = max(min(start, here), here.plus(-_SEMESTERS_BACK)).plus(-2)
        count = 16 + max(0, here.since(first))
        super().__init__([(str(first.plus(i)), words.semester(first.plus(i))) for i in range(count)])
        self._words = words

    def show_value(self, value: Scalar) -> None:
        """Show a stored semester, also one outside the list."""
        if value and self.findData(value) < 0:
            self.addItem(self._words.semester(str(value)), value)
        super().show_value(value)


class ReferenceEditor(ChoiceEditor):
    """Another record; the last entry creates a new one."""

    NEW = "\N{HORIZONTAL ELLIPSIS}new"
    made = Signal(str)

    def __init__(self, desk: Desk, field: Reference, ask_name: Callable[[str], str] | None = None) -> None:
        super().__init__(())
        self._desk, self._noun, self._ask = desk, NOUNS[field.target], ask_name
        self._shown = ""
        self._name = ""  # of a new record that could not be stored yet
        self._makes = not desk.read_only and bool(self._noun.title) and ask_name is not None
        self._offer("")

    def value(self) -> Scalar:
        """The id of the chosen record; for the last entry, asks for a title and creates a record.

        FosdeskError when that cannot be stored; the title is then not asked for again.
        """
        chosen = str(super().value())
        if chosen != self.NEW:
            return chosen
        name = self._name or (self._ask(noun_one(self._desk.words, self._noun)) if self._ask else "")
        if not name:
            self.show_value(self._shown)
            return self._shown
        self._name = name
        blank = at_the_end(self._desk.school, self._noun)
        made = self._desk.workspace.add(msgspec.structs.replace(blank, **{self._noun.title: name}))
        self._name = ""
        self.show_value(made.id)
        return made.id

    def show_value(self, value: Scalar) -> None:
        """Show a stored reference; a deleted record is shown as «deleted»."""
        self._shown, self._name = str(value or ""), ""
        self._offer(self._shown)

    def _offer(self, chosen: str) -> None:
        # Anew each time it matters: records come and go while a form is open.
        desk = self._desk
        ids = [record.id for record in desk.school.of(self._noun.record)]
        named = [(i, record_words(desk.words, desk.framework, desk.school, i)) for i in ids]
        if "pos" not in self._noun.fields:  # the team has not put them in an order of its own
            named.sort(key=lambda pair: sort_key(pair[1]))
        if self._shown and self._shown not in ids:
            named.insert(0, (self._shown, record_words(desk.words, desk.framework, desk.school, self._shown)))
        if self._makes:
            named.append((self.NEW, desk.words("New …")))
        if named != [(self.itemData(place), self.itemText(place)) for place in range(1, self.count())]:
            while self.count() > 1:
                self.removeItem(1)
            for key, words in named:
                self.addItem(words, key)
        super().show_value(chosen if chosen == self._shown or self.findData(chosen) >= 0 else self._shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Update the entries."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._offer(str(self.currentData() or ""))  # also what was chosen and could not be stored
        super().focusInEvent(event)
