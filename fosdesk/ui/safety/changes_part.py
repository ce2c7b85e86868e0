"""Changes since a day, or from one file: by day and page, each with its values before and after."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fosdesk.display.noun_words import label_words
from fosdesk.display.record_words import role_words, short, value_words
from fosdesk.domain.fields import NOUNS, Field, Noun, noun_of
from fosdesk.domain.journal import GONE
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.moments import local_day, local_moment, start_of_day
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import button, clear, column, row, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.forms.deleted_record import name_of, with_deleted
from fosdesk.ui.forms.differing_text import TwoTexts, one_text
from fosdesk.ui.forms.editors import InvalidInput
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.forms.special_editors import DayEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import page_of, page_words
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.tuning import in_next_turn

if TYPE_CHECKING:
    from fosdesk.store import Past, PastLine

_WEEK, _MONTH = 7, 30
_AT_A_TIME = 25


class _Heading(NamedTuple):
    """A day (empty when the same as above) and a page."""

    day: str
    page: str


class ChangesPart(Part):
    """The chosen period is kept while the window is open."""

    hears_all: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.words
        self._came = 0
        self._day = ""
        self._filled: tuple[School, str] | None = None  # the picture and the day that are shown
        self._is_due = False
        layout = column(self, gap=10)
        self._choices = column(gap=0)
        layout.addLayout(self._choices)
        self.choice = ChipChoice(())
        self.day = DayEditor(desk, "past")
        self.day.setAccessibleName(words("Since which day"))
        self.day.committed.connect(self._day_typed)
        layout.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        self._list = column(gap=0)
        layout.addLayout(self._list)
        self._options: list[tuple[str, str]] = []

    def open_record(self, record_id: str) -> None:
        """Show what a file brought, by the arrival's id."""
        kind, _, number = record_id.partition(":")
        if kind == "arrival" and number.isdecimal():
            self._came = int(number)
            self.refresh()
            self.choice.set_value("came")
            self._fill()

    def refresh(self) -> None:
        """Update the choices of period, and the changes."""
        words, desk, arrivals = self.words, self.desk, self.desk.workspace.arrivals()
        options = [("week", words("Last week")), ("month", words("Last month"))]
        if arrivals:
            options.append(("file", words("Since a file last came in")))
            came = next((a for a in arrivals if a.id == self._came), arrivals[0])
            if came.again or not came.taken_back:
                self._came = came.id
                options.append(("came", words("What came with {file}", file=words.quoted(short(came.file, 28)))))
        options.append(("day", words("Since a day")))
        if options != self._options:
            self._options = options
            value = self.choice.value if self.choice.value in dict(options) else "week"
            clear(self._choices)
            self.choice = ChipChoice(options, value, name=words("Since when"), always=True)
            self.choice.chosen.connect(lambda _: self._fill())
            self._choices.addWidget(self.choice)
        elif self._filled is not None and self._filled[0] is desk.school and self._filled[1] == desk.day():
            return  # nothing has changed since
        self._fill()

    def _day_typed(self) -> None:
        try:
            self._day = str(self.day.value() or "")
        except InvalidInput as why:
            self._said.setText(str(why))
            self._said.show()
            return
        self.day.show_value(self._day)
        self._fill()

    def _past(self) -> "Past":
        desk, chosen, today = self.desk, self.choice.value, self.desk.today()
        if chosen == "came":
            return desk.workspace.changes_from_arrival(self._came, local_day)
        if chosen == "file":
            return desk.workspace.changed_since(desk.workspace.arrivals()[0].at, local_day)
        since = today - timedelta(days=_MONTH if chosen == "month" else _WEEK)
        if chosen == "day" and self._day:
            since = known_day(self._day) or since
        return desk.workspace.changed_since(start_of_day(since), local_day)

    def _fill(self) -> None:
        """Query and show the changes once, a moment later, however often it is called until then."""
        self._filled = self.desk.school, self.desk.day()
        self._said.hide()
        if not self._is_due:
            self._is_due = True
            in_next_turn(self, self._query)

    def _query(self) -> None:
        self._is_due = False
        past = self._past()
        in_next_turn(self, lambda: self._lay(past))  # looking and laying in one stroke would be felt

    def _lay(self, past: "Past") -> None:
        words = self.words
        self.day.setVisible(self.choice.value == "day")
        clear(self._list)
        lines = iter(self._with_headings(past))
        first = next(lines, None)
        if first is None:
            self._list.addWidget(text(words("Nothing was changed in this time."), "quiet"))
        else:
            several = ShowMoreList(chain((first,), lines), self._made, words, most=_AT_A_TIME)
            several.laid.connect(self.laid)
            self._list.addWidget(several)
        if past.cut:
            older = words("There is more further back. Each thing has its whole history where it stands.")
            self._list.addWidget(text(older, "quiet"))
        self.laid.emit()

    def _with_headings(self, past: "Past") -> "Iterator[tuple[_Heading | None, PastLine]]":
        """The visible lines, the first of a day or page with its heading, so that none ends in a heading alone."""
        day, page = "", ""
        for line in past.lines:
            if self._is_shown(line):
                its_day = self._day_words(local_day(line.at))
                its_page = page_words(self.desk, page_of(self.desk.school, line.record))
                heading = None
                if (its_day, its_page) != (day, page):
                    heading = _Heading(its_day if its_day != day else "", its_page)
                    day, page = its_day, its_page
                yield heading, line

    def _day_words(self, day: date) -> str:
        words, today = self.words, self.desk.today()
        if day == today:
            return words("Today")
        if day == today - timedelta(days=1):
            return words("Yesterday")
        told = words.weekday_date(day.isoformat())
        return told[:1].upper() + told[1:]

    def _is_shown(self, line: "PastLine") -> bool:
        noun = self._noun(line)
        if noun is not None and all(field.hidden for field in noun.fields.values()):
            return False  # of what has nothing to be seen, not even how much there is
        return bool(line.birth) or bool(self._fields(line))

    def _fields(self, line: "PastLine") -> dict[str, Field]:
        """The fields of a line that are not hidden, with their definitions."""
        noun = self._noun(line)
        fields = noun.fields if noun is not None else {}
        return {name: fields[name] for name in line.fields if name in fields and not fields[name].hidden}

    def _noun(self, line: "PastLine") -> Noun | None:
        record = self.desk.school.find(line.record)
        noun = noun_of(record) if record is not None else NOUNS.get(line.birth.removeprefix(GONE))
        return NOUNS["answer"] if noun is None and line.record.partition(":")[0] == "answer" else noun

    def _made(self, what: "tuple[_Heading | None, PastLine]") -> QWidget:
        heading, line = what
        if heading is None:
            return self._line(line)
        holder = QWidget()
        body = column(holder, gap=2, margins=(0, 12 if heading.day else 6, 0, 0))
        if heading.day:
            body.addWidget(text(heading.day, "heading"))
        body.addWidget(text(heading.page, "quiet"))
        body.addWidget(self._line(line))
        return holder

    def _line(self, line: "PastLine") -> QWidget:
        desk, words = self.desk, self.words
        title = short(name_of(desk, line.record), 64)
        if line.birth.startswith(GONE):
            what = words("deleted")
        elif line.birth:
            what = words("new")
        else:
            labels = [label_words(words, field) for field in self._fields(line).values()]
            what = words.joined(labels) if len(labels) < 4 else words.plural("{n} fields", "{n} fields", len(labels))
        moment = local_moment(line.at)
        about = f"{what} · {role_words(words, line.role)} {moment:%H.%M}"
        holder = QWidget()
        body = column(holder, gap=0)
        fold = Disclosure(desk.theme, title, lambda: self._inside(line))
        fold.unfolded.connect(lambda _: self.laid.emit())
        fold.lay_with_note(body, about)
        return holder

    def _inside(self, line: "PastLine") -> QWidget:
        desk, words = self.desk, self.words
        holder = QWidget()
        body = column(holder, gap=6, margins=(24, 0, 0, 10))
        for name, field in self._fields(line).items():
            before, after = desk.workspace.store.values_before_and_after(line.fields[name])
            said = tuple(value_words(words, desk.framework, desk.school, field, value) for value in (before, after))
            if said[0] == said[1]:
                continue
            body.addWidget(text(label_words(words, field), "label"))
            if not said[0] or before == field.blank:
                body.addWidget(text(one_text(desk, field, after), selectable=True))
            else:
                body.addWidget(TwoTexts(desk, field, (before, after), (words("Before"), words("Then"))))
        record = desk.school.find(line.record)
        if record is None and line.birth.startswith(GONE):
            self._show_last_words(body, line.record)
        acts = row(gap=4)
        if record is not None:
            there = button(words("Go to it"), "text")
            name = next(iter(self._fields(line)), "")
            there.clicked.connect(lambda: desk.go_to_field(line.record, name))
            acts.addWidget(there)
        elif not desk.read_only and line.birth.startswith(GONE):
            back = button(words("Bring it back"), "text")
            back.clicked.connect(lambda: desk.attempt(lambda: desk.workspace.restore([line.record])))
            acts.addWidget(back)
        history = button(words("History"), "text")
        history.clicked.connect(lambda: HistoryDialog(desk, line.record, self.window()).open())
        acts.addWidget(history)
        acts.addStretch(1)
        body.addLayout(acts)
        return holder

    def _show_last_words(self, body: QVBoxLayout, record_id: str) -> None:
        desk, school = self.desk, with_deleted(self.desk, [record_id])
        record = school.find(record_id)
        for name, field in (noun_of(record).fields if record is not None else {}).items():
            value = getattr(record, name)
            if not field.hidden and value != field.blank:
                shown = value_words(self.words, desk.framework, school, field, value)
                body.addWidget(text(label_words(self.words, field), "label"))
                body.addWidget(text(one_text(desk, field, value, shown), selectable=True))
