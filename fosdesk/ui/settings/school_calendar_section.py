"""The section of the settings with the school's own calendar: its days by school year, and pasting of a calendar."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import choice_of, label_words, noun_many, noun_one, option_words
from fosdesk.display.time_words import days_words
from fosdesk.domain.fields import fields_of, noun_of
from fosdesk.domain.records import SchoolCalendar
from fosdesk.domain.rules.school_days import school_year
from fosdesk.ui.controls.plain_widgets import button, column, row, set_shown, text
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.row_list import RowList, RowWords, Section
from fosdesk.ui.settings.school_calendar_paste import SchoolCalendarPaste


class SchoolCalendarSection(QWidget):
    """The school year of today and later ones open, earlier ones folded."""

    laid = Signal()  # rows came, moved or went

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        words, noun = desk.words, noun_of(SchoolCalendar)
        body = column(self, gap=8)
        body.addWidget(text(noun_many(words, noun), "strong"))
        body.addWidget(text(words(noun.use.purpose), "quiet"))
        acts = row(gap=8)
        self.paste = button(words("Paste the school's calendar …"))
        self.paste.clicked.connect(self.begin_paste)
        self.new = button(words(noun.use.new), "text")
        self.new.clicked.connect(self.begin)
        for act in (self.paste, self.new):
            set_shown(act, not desk.read_only)
            acts.addWidget(act)
        acts.addStretch(1)
        body.addLayout(acts)
        self.list = RowList(desk, self._row, lambda record_id: RecordForm(desk, SchoolCalendar, record_id))
        self.list.laid.connect(self.laid)
        self.list.rows_asked.connect(self.refresh)
        body.addWidget(self.list)

    def begin(self) -> None:
        """Begin a day."""
        if self.desk.release(self):
            self.list.begin(SchoolCalendar(what="free"))

    def begin_paste(self) -> None:
        """Open the dialog for a pasted calendar."""
        if self.desk.release(self):
            SchoolCalendarPaste(self.desk, self.window()).open()

    def open_record(self, record_id: str) -> None:
        """Open a day."""
        self.list.open_row(record_id)

    def refresh(self) -> None:
        """Show the days by school year, the coming ones first."""
        words = self.desk.words
        now = school_year(self.desk.day())
        years: dict[int, list[str]] = {}
        records = self.desk.new_records.school.of(SchoolCalendar)
        for one in sorted(records, key=lambda one: (one.first, one.last, one.id)):
            years.setdefault(school_year(one.first), []).append(one.id)
        sections = [Section("undated", words("Without a date"), years.pop(0))] if 0 in years else []
        for year in sorted(years, key=lambda year: (year < now, abs(year - now))):
            title = words("The school year {first}/{last}", first=year, last=year + 1)
            sections.append(Section(f"year:{year}", title, years[year], most=40 if year >= now else 0))
        empty = words("Nothing here yet.")
        self.list.show_sections(sections or [Section("none", "", (), empty=empty)])

    def _row(self, record_id: str) -> RowWords:
        words = self.desk.words
        one = self.desk.new_records.school.get(SchoolCalendar, record_id)
        kind = option_words(words, choice_of(SchoolCalendar, "what"), one.what)
        days = days_words(words, one.first, one.last)
        if not one.first and one.last:
            days = f"{label_words(words, fields_of(SchoolCalendar)['last'])}: {words.short_date(one.last)}"
        title = one.name or kind or noun_one(words, noun_of(one))
        return RowWords(title, kind if kind != title else "", days)
