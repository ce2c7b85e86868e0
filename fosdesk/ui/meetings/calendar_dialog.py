"""The dialog that saves meetings as a calendar file: which of them, and for whom."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QRadioButton, QWidget

from fosdesk import __version__
from fosdesk.display.record_words import record_words
from fosdesk.domain.records import Meeting
from fosdesk.domain.values.dates import known_day
from fosdesk.errors import FosdeskError
from fosdesk.exchange.calendar_events import Chosen, Whose, calendar_events, series_in
from fosdesk.exchange.calendar_file import ENDING, write_calendar
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.exchange.target_file import check_calendar_target
from fosdesk.pace import Pace
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.plain_widgets import button, column, line, row, text
from fosdesk.ui.controls.scrolling import scroll_into_view
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.disclosure_offer import offer_to_note


class CalendarDialog(QDialog):
    """All meetings, one series or the one that is open; for others, unless one's own calendar is chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, meeting: str = "") -> None:
        """`meeting` is the id of the open one; empty without one."""
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk, self._meeting = desk, meeting
        words, school = desk.words, desk.school
        self.setWindowTitle(words("To a calendar"))
        layout = column(self, gap=8, margins=(24, 20, 24, 16))
        layout.addWidget(text(words("Which meetings?"), "heading"))
        which, whom = QWidget(), QWidget()  # radio buttons of one parent belong together
        self.every, self.one_series = QRadioButton(words("All meetings")), QRadioButton(words("One series"))
        self.one_meeting = QRadioButton(words("This meeting"))
        chosen = column(which, gap=4)
        chosen.addWidget(self.every)
        beside = row(gap=8)
        beside.addWidget(self.one_series)
        self.series = DropDown()
        self.series.setAccessibleName(words("Series"))
        for name in series_in(school):
            self.series.addItem(name, name)
        beside.addWidget(self.series, 1)
        chosen.addLayout(beside)
        found = school.find(meeting)
        dated = isinstance(found, Meeting) and bool(known_day(found.day))
        if dated and isinstance(found, Meeting):
            title = record_words(words, desk.framework, school, meeting)
            said = words("This meeting: {what}", what=f"{title} · {words.short_date(found.day)}")
            self.one_meeting.setText(said.replace("&", "&&"))
        chosen.addWidget(self.one_meeting)
        layout.addWidget(which)
        layout.addWidget(line())
        layout.addWidget(text(words("Whose calendar?"), "heading"))
        self.others, self.own = QRadioButton(words("Others'")), QRadioButton(words("The leadership team's own"))
        to = column(whom, gap=4)
        about_others = words("Without the leadership team's own meetings, and without texts that name somebody.")
        about_own = words("With what every meeting is about. Import it only where nobody else can see it.")
        for choice, about in ((self.others, about_others), (self.own, about_own)):
            to.addWidget(choice)
            below = column(margins=(desk.theme.px(26), 0, 0, 6))
            below.addWidget(text(about, "note"))
            to.addLayout(below)
            choice.setAccessibleDescription(about)
        layout.addWidget(whom)
        layout.addWidget(line())
        self.count = text("", "strong")
        layout.addWidget(self.count)
        again = words("A meeting is the same in every file, so that a calendar can bring it up to date.")
        layout.addWidget(text(again, "note"))
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        layout.addStretch(1)
        self.save = button(words("Save the calendar file"), "main")
        self.save.clicked.connect(self._choose)
        layout.addLayout(dialog_foot(self, words("Cancel"), self.save))
        self.one_series.setEnabled(self.series.count() > 0)
        self.one_meeting.setVisible(dated)
        self.others.setChecked(True)
        own_series = found.series.strip() if isinstance(found, Meeting) else ""
        self.series.setCurrentIndex(max(self.series.findData(own_series), 0))
        (self.one_meeting if dated else self.every).setChecked(True)
        for one in (self.every, self.one_series, self.one_meeting, self.others, self.own):
            one.toggled.connect(lambda _: self._show_count())
        self.series.activated.connect(lambda _: self.one_series.setChecked(True))
        self.series.currentIndexChanged.connect(lambda _: self._show_count())
        self._show_count()
        self.save.setFocus()
        width = desk.theme.px(560)
        fit_to_window(self, parent, width, max(layout.totalHeightForWidth(width), desk.theme.px(440)))

    @property
    def chosen(self) -> Chosen:
        """Which meetings are chosen."""
        if self.one_meeting.isChecked():
            return Chosen(meeting=self._meeting)
        return Chosen(series=str(self.series.currentData() or "")) if self.one_series.isChecked() else Chosen()

    @property
    def whose(self) -> Whose:
        """For whom the calendar is."""
        return "own" if self.own.isChecked() else "others"

    def _show_count(self) -> None:
        words, chosen = self.desk.words, self.chosen
        dated = [one for one in self.desk.school.of(Meeting) if known_day(one.day)]
        if chosen.meeting:
            n = sum(one.id == chosen.meeting for one in dated)
        else:
            n = sum(not chosen.series or one.series.strip().lower() == chosen.series.lower() for one in dated)
        self.count.setText(words.plural("{n} meeting", "{n} meetings", n))

    def _choose(self) -> None:
        words = self.desk.words
        school = "".join(c if c.isalnum() or c in " -" else "" for c in self.desk.school.profile.name).strip()
        name = " ".join(part for part in (school, words("Meetings").lower()) if part)
        proposed = str(Path(self.desk.settings.start_folder) / f"{name}{ENDING}")
        kinds = f"{words('Calendar')} (*{ENDING})"
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), proposed, kinds)
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Save the calendar at `path`; an error is shown, and an earlier file stays."""
        if path.suffix.lower() != ENDING:
            path = path.with_name(path.name + ENDING)
        desk, chosen, whose = self.desk, self.chosen, self.whose
        words, school, today, now = desk.words, desk.school, desk.day(), desk.workspace.now()
        name = school.profile.name or words("A school without a name")

        def act(pace: Pace) -> int:
            check_calendar_target(path)
            known = desk.workspace.calendar_revisions()
            names = desk.workspace.names(pace)
            events = calendar_events(school, known, words, whose, names=names, today=today, chosen=chosen)
            pace()
            save_bytes(path, write_calendar(events, name=name, app=__version__, now=now))
            return len(events)

        def done(_: int) -> None:
            desk.attempt(lambda: desk.settings.change(folder=str(path.parent)))
            desk.show_message(words("Saved: {file}", file=str(path)))
            self.accept()
            if whose == "others":
                offer_to_note(desk, words("Calendar"), words("Others"))

        self.setEnabled(False)
        desk.long_work.begin(words("Saving the calendar"), act, done, failed=self._show_error, stopped=self._again)

    def _again(self) -> None:
        self.setEnabled(True)

    def _show_error(self, trouble: FosdeskError) -> None:
        self._again()
        self._said.setText(self.desk.words(trouble.sentence, **trouble.arguments))
        self._said.show()
        scroll_into_view(self._said)
