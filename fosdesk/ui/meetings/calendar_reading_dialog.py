"""The dialog with the events of another program's calendar file, of which some become meetings."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QListWidgetItem, QWidget

from fosdesk.display.noun_words import choice_of, label_words, options_words
from fosdesk.domain.fields import fields_of
from fosdesk.domain.records import Meeting
from fosdesk.errors import FosdeskError
from fosdesk.exchange.calendar_reading import ReadEvent, read_calendar_file
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.forms.editors import ChoiceEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.workspace import new_id

_EVENT = Qt.ItemDataRole.UserRole


def choose_calendar(desk: Desk, parent: QWidget) -> None:
    """Ask for a calendar file, and show its events."""
    words = desk.words
    kinds = f"{words('Calendar')} (*.ics)"
    chosen, _ = QFileDialog.getOpenFileName(parent, words("From a calendar"), desk.settings.start_folder, kinds)
    if chosen and desk.release():
        open_calendar(desk, parent, Path(chosen))


def open_calendar(desk: Desk, parent: QWidget, path: Path) -> None:
    """Read a calendar file, and show its events; what cannot be read is told at the foot of the window."""
    desk.long_work.begin(
        desk.words("Reading the calendar"),
        lambda _: read_calendar_file(path),
        lambda events: CalendarReadingDialog(desk, events, parent).open(),
    )


class CalendarReadingDialog(QDialog):
    """Nothing is ticked at first: a calendar holds much that is no meeting of the school's."""

    def __init__(self, desk: Desk, events: Sequence[ReadEvent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk = desk
        words = desk.words
        self.setWindowTitle(words("From a calendar"))
        layout = column(self, gap=10, margins=(24, 20, 24, 16))
        said = (
            words("Tick those that are to become meetings.") if events else words("There are no events in this file.")
        )
        layout.addWidget(text(said))
        self.list = QListWidget()
        self.list.setAccessibleName(words("Events"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self.list, 1)
        label = label_words(words, fields_of(Meeting)["who"])
        caption = text(label, "label")
        self.who = ChoiceEditor(options_words(words, choice_of(Meeting, "who")))
        self.who.setAccessibleName(label)
        self.who.setMaximumWidth(desk.theme.px(280))
        caption.setBuddy(self.who)
        layout.addWidget(caption)
        layout.addWidget(self.who)
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        self.add = button("", "main")
        self.add.clicked.connect(self._add)
        layout.addLayout(dialog_foot(self, words("Cancel"), self.add))
        there = {(one.day, one.start, one.what.strip().lower()) for one in desk.school.of(Meeting)}
        for event in events:
            is_there = (event.day, event.start, event.title.lower()) in there or self._is_ours(event)
            item = QListWidgetItem(self._words(event, is_there=is_there))
            if event.day:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                item.setData(_EVENT, event)
            if not event.day or is_there:
                item.setForeground(desk.theme.colour("quiet"))
            self.list.addItem(item)
        coming = next((n for n, event in enumerate(events) if event.day >= desk.day()), 0)
        if events:
            self.list.setCurrentRow(coming)
            self.list.scrollToItem(self.list.item(coming), QListWidget.ScrollHint.PositionAtTop)
        self.list.itemChanged.connect(lambda _: self._count())
        self._count()
        fit_to_window(self, parent, desk.theme.px(680), desk.theme.px(600))
        self.list.setFocus()

    def _is_ours(self, event: ReadEvent) -> bool:
        record, _, rest = event.uid.partition("@")
        return rest == f"{self.desk.school.id}.fosdesk" and self.desk.school.find(record) is not None

    def _words(self, event: ReadEvent, *, is_there: bool) -> str:
        words = self.desk.words
        title = event.title or words("An event without a title")
        if not event.day:
            return words("Not understood: {line}", line=title)
        when = " ".join(part for part in (words.short_date(event.day), words.clock(event.start)) if part)
        notes = [when, title, event.place]
        notes += [words("repeats; only the first time is taken")] if event.repeats else []
        notes += [words("cancelled")] if event.is_cancelled else []
        notes += [words("is there already")] if is_there else []
        return " · ".join(note for note in notes if note)

    def chosen(self) -> Sequence[ReadEvent]:
        """The events that are ticked."""
        items = [self.list.item(place) for place in range(self.list.count())]
        return [item.data(_EVENT) for item in items if item.data(_EVENT) and item.checkState() == Qt.CheckState.Checked]

    def _count(self) -> None:
        n = len(self.chosen())
        self.add.setText(self.desk.words.plural("Add {n} meeting", "Add {n} meetings", n))
        self.add.setEnabled(n > 0)

    def _add(self) -> None:
        words, who = self.desk.words, str(self.who.value())
        made = [
            Meeting(
                id=new_id(),
                what=event.title,
                day=event.day,
                start=event.start,
                who=who,
                minutes=event.minutes,
                place=event.place,
            )
            for event in self.chosen()
        ]
        try:
            self.desk.workspace.commit_all([(None, one) for one in made], "several meetings")
        except FosdeskError as trouble:
            self._said.setText(words(trouble.sentence, **trouble.arguments))
            self._said.show()
            return
        self.desk.show_message(
            words.plural(
                "{n} meeting added. Ctrl+Z takes it back.", "{n} meetings added. Ctrl+Z takes them back.", len(made)
            )
        )
        self.accept()
