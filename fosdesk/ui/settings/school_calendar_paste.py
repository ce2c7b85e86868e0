"""The dialog that reads a pasted school calendar, shows what was understood, and adds what is ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.display.time_words import days_words
from fosdesk.domain.records import SchoolCalendar
from fosdesk.domain.values.typed_school_days import SchoolDays, parse_school_days
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.controls.text_fields import TextBox
from fosdesk.ui.frame.desk import Desk
from fosdesk.workspace import new_id

_DRAFT = "school calendar"
_PAUSE = 150  # ms after the last letter
_LINE = Qt.ItemDataRole.UserRole


class SchoolCalendarPaste(QDialog):
    """Above the text, below it each line with what it says; what is pasted is kept until it has been added."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk = desk
        words = desk.words
        self.setWindowTitle(words("Paste the school's calendar"))
        layout = column(self, gap=10, margins=(24, 20, 24, 16))
        about = words("Copy the calendar from the municipality's page or document, and paste it here.")
        caption = text(about)
        layout.addWidget(caption)
        self.pasted = TextBox()
        self.pasted.setAccessibleName(about)
        self.pasted.setTabChangesFocus(True)
        caption.setBuddy(self.pasted)
        layout.addWidget(self.pasted, 2)
        self.said = text("", "said")
        layout.addWidget(self.said)
        self.list = QListWidget()
        self.list.setAccessibleName(words("What was understood"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self.list, 3)
        self.add = button("", "main")
        self.add.clicked.connect(self._add)
        layout.addLayout(dialog_foot(self, words("Cancel"), self.add))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.read)
        self.pasted.setPlainText(desk.edits.draft(_DRAFT).get("text", ""))
        self.pasted.textChanged.connect(self._typed)
        self.list.itemChanged.connect(lambda _: self._count())
        fit_to_window(self, parent, desk.theme.px(760), desk.theme.px(620))
        self.read()
        self.pasted.setFocus()

    def _typed(self) -> None:
        typed = self.pasted.toPlainText()
        self.desk.edits.keep_draft(_DRAFT, {"text": typed} if typed.strip() else {}, "settings")
        self._pause.start()

    def read(self) -> None:
        """Show what each line of the pasted text says."""
        self._pause.stop()
        words = self.desk.words
        self.list.blockSignals(True)
        self.list.clear()
        sentence = ""
        try:
            found: Sequence[SchoolDays] = parse_school_days(self.pasted.toPlainText(), self.desk.today())
        except FosdeskError as trouble:
            found, sentence = (), words(trouble.sentence, **trouble.arguments)
        there = {(one.first, one.last, one.what) for one in self.desk.school.of(SchoolCalendar)}
        missed = 0
        for one in found:
            missed += not one.first
            item = QListWidgetItem(self._words(one, is_there=(one.first, one.last, one.what) in there))
            if one.first and one.what != "school":
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                is_new = bool(one.what) and (one.first, one.last, one.what) not in there
                item.setCheckState(Qt.CheckState.Checked if is_new else Qt.CheckState.Unchecked)
                item.setData(_LINE, one)
                there.add((one.first, one.last, one.what))
            else:
                item.setForeground(self.desk.theme.colour("quiet"))
            self.list.addItem(item)
        self.list.blockSignals(False)
        if missed:
            sentence = words.plural("{n} line was not understood.", "{n} lines were not understood.", missed)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self._count()

    def _words(self, one: SchoolDays, *, is_there: bool) -> str:
        words = self.desk.words
        if not one.first:
            return words("Not understood: {line}", line=one.line)
        days = days_words(words, one.first, one.last)
        if one.what == "school":
            return f"{days} · {one.name or one.line} · {words('a school day')}"
        kind = option_words(words, choice_of(SchoolCalendar, "what"), one.what)
        notes = [days, one.name if one.name != kind else "", kind or words("it does not say whether it is a day off")]
        notes += [words("is there already")] if is_there else []
        return " · ".join(note for note in notes if note)

    def chosen(self) -> Sequence[SchoolDays]:
        """The lines that are ticked."""
        items = [self.list.item(place) for place in range(self.list.count())]
        return [item.data(_LINE) for item in items if item.checkState() == Qt.CheckState.Checked and item.data(_LINE)]

    def _count(self) -> None:
        n = len(self.chosen())
        self.add.setText(self.desk.words.plural("Add {n} line", "Add {n} lines", n))
        self.add.setEnabled(n > 0)

    def _add(self) -> None:
        if self._pause.isActive():
            self.read()  # what is shown is what is taken
            return
        lines, words = self.chosen(), self.desk.words
        made = [SchoolCalendar(new_id(), one.first, one.last, one.what, one.name) for one in lines]
        try:
            self.desk.workspace.commit_all([(None, one) for one in made], "the school's calendar")
        except FosdeskError as trouble:
            self.said.setText(words(trouble.sentence, **trouble.arguments))
            self.said.show()
            return
        self.desk.edits.keep_draft(_DRAFT, {})
        self.desk.show_message(
            words.plural(
                "{n} line added to the school's calendar. Ctrl+Z takes it back.",
                "{n} lines added to the school's calendar. Ctrl+Z takes them back.",
                len(made),
            )
        )
        self.accept()
