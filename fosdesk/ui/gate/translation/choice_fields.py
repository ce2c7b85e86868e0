"""Choices of a card that are chosen with one press: chips, and five places between two ends."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from fosdesk.display.noun_words import choice_of, label_words, option_words, options_words
from fosdesk.domain.fields import Record
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.plain_widgets import column, row, set_shown, text
from fosdesk.ui.forms.conflict import Conflict
from fosdesk.ui.frame.desk import Desk


class ScaleChoice(QWidget):
    """Places in a row, with the words of the chosen one below; arrows choose, and Delete clears the choice."""

    chosen = Signal(str)

    def __init__(self, options: list[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._options = dict(options)
        self.value = ""
        body = column(self, gap=2)
        line = row(gap=8)
        self._group = QButtonGroup(self)
        self.places: dict[str, QRadioButton] = {}
        line.addStretch(1)
        for key, words in options:
            place = QRadioButton()
            place.setAccessibleName(f"{name}: {words}")
            place.setToolTip(words)
            place.clicked.connect(lambda _=False, one=key: self._pick(one))
            self._group.addButton(place)
            self.places[key] = place
            line.addWidget(place)
        line.addStretch(1)
        body.addLayout(line)
        self.said = text("", "quiet")
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(self.said)

    def set_value(self, value: str) -> None:
        """Choose without emitting `chosen`; of an unknown key, only the words below are shown."""
        self.value = value
        self._group.setExclusive(False)  # so that none may be chosen
        for key, place in self.places.items():
            place.setChecked(key == value)
        self._group.setExclusive(True)
        self.said.setText(self._options.get(value, value))

    def _pick(self, key: str) -> None:
        if key != self.value:
            self.set_value(key)
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace clear the choice."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.value:
            self.set_value("")
            self.chosen.emit("")
            return
        super().keyPressEvent(event)


class ChoiceField(QWidget):
    """A choice of a record with both values of a conflict; stored as soon as it is made."""

    def __init__(self, desk: Desk, record: type[Record], name: str, *, scale: bool = False) -> None:
        """As chips, or with `scale` as places in a row."""
        super().__init__()
        self.desk, self.record, self.name = desk, record, name
        self.record_id = ""
        self._field = choice_of(record, name)
        options, label = options_words(desk.words, self._field), label_words(desk.words, self._field)
        self.choice: ScaleChoice | ChipChoice = (
            ScaleChoice(list(options), label) if scale else ChipChoice(options, name=label)
        )
        self.choice.chosen.connect(self._choose)
        body = column(self, gap=4)
        body.addWidget(self.choice)
        self._read = text("")
        body.addWidget(self._read)
        self.conflict = Conflict(desk, self._field, name, lambda _: self.reload())
        body.addWidget(self.conflict)

    def edit_record(self, record_id: str) -> None:
        """Show another record."""
        self.record_id = record_id
        self.reload()

    def reload(self) -> None:
        """Show the stored value."""
        value = str(getattr(self.desk.school.get(self.record, self.record_id), self.name))
        self.choice.set_value(value)
        read_only = self.desk.read_only
        set_shown(self.choice, not read_only)
        set_shown(self._read, read_only and bool(value))
        self._read.setText(option_words(self.desk.words, self._field, value) if value else "")
        self.conflict.show_record(self.record_id)

    def _choose(self, value: str) -> None:
        self.desk.edits.save(self.window())
        before = self.desk.school.get(self.record, self.record_id)
        after = msgspec.structs.replace(before, **{self.name: value})
        if not self.desk.attempt(lambda: self.desk.workspace.commit(before, after)):
            self.reload()
