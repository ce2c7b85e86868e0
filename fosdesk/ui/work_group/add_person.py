"""The line that adds a person to the work group: role, name and part."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import choice_of, label_words, options_words
from fosdesk.domain.records import Person
from fosdesk.errors import FosdeskError
from fosdesk.privacy.sensitive_words import personal_number
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.forms.editors import ChoiceEditor, InvalidInput, storable_text
from fosdesk.ui.forms.parsing import MOST_CHARACTERS
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.edits import UnsavedText
from fosdesk.ui.work_group.people_list import add_person


class AddPersonLine(QWidget, UnsavedText):
    """Stays open for the next person, with the same role; Enter adds a member, or as `begin` says; Escape closes.

    A name that is typed when the line or page closes is stored as a person without a part in the group.
    """

    added = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._standing = "member"
        words = desk.words
        layout = column(self, gap=4)
        line = FlowBox(gap=8)
        layout.addWidget(line)
        field = choice_of(Person, "role")
        self.role = ChoiceEditor(options_words(words, field), blank=label_words(words, field))
        self.role.setAccessibleName(label_words(words, field))
        line.add(self.role, desk.theme.px(230))
        self.name = LineEdit()
        self.name.setMaxLength(10 * MOST_CHARACTERS)  # what is too long is told, never cut
        self.name.setPlaceholderText(words("Name, if you want"))
        self.name.setAccessibleName(words("Name, if you want"))
        self.name.textChanged.connect(lambda: desk.edits.register(self))
        line.add(self.name, desk.theme.px(200))
        acts = QWidget()
        beside = row(acts, gap=8)
        self.member = button(words("Add member"))
        self.member.clicked.connect(lambda: self.add("member"))
        beside.addWidget(self.member)
        self.candidate = button(words("Add candidate"))
        self.candidate.clicked.connect(lambda: self.add("candidate"))
        beside.addWidget(self.candidate)
        line.add(acts)
        for one in (self.role, self.name, self.member, self.candidate):
            one.installEventFilter(self)
        layout.addWidget(text(desk.framework.warning("W11").says(), "note"))
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)

    def begin(self, standing: str = "member", role: str = "") -> None:
        """Set the focus to the role, or to the name where the role is given; Enter adds them with this part."""
        self._standing = standing
        if role:
            self.role.show_value(role)
        (self.name if role else self.role).setFocus()

    @property
    def dirty(self) -> bool:
        """Whether a name is typed."""
        return bool(self.name.text().strip())

    @property
    def as_typed(self) -> str:
        """The typed name."""
        return self.name.text()

    def commit(self) -> None:
        """Store the person; the part in the group can be chosen later."""
        if self.dirty and self.add(""):
            words = self.desk.words
            group = words("Others we have noted")  # without the name, as this stays at the foot of every page
            self.desk.show_message(words("One more stands under “{group}”. Ctrl+Z takes it back.", group=group))

    def take_cursor(self) -> None:
        """Set the focus to the name."""
        self.name.setFocus()

    def add(self, standing: str) -> bool:
        """Add the person; a role or a name is enough. Returns whether it was stored."""
        words, role = self.desk.words, str(self.role.value())
        try:
            name = str(storable_text(words, self.name.text(), one_line=True))
        except InvalidInput as why:
            self._show_message(str(why))
            return False
        if not role and not name:
            self._show_message(words("Choose a role first. A name is not needed."))
            self.role.setFocus()
            return False
        try:
            person = add_person(self.desk, role=role, name=name, standing=standing)
        except FosdeskError as trouble:
            self._show_message(words(trouble.sentence, **trouble.arguments))
            return False
        number = words("This looks like a personal identity number. Please leave it out here.")
        self._show_message(number if personal_number(name) else "")
        self.name.clear()
        if standing:
            (self.name if name else self.role).setFocus()  # the next one is most often of the same sort
        self.added.emit(person.id)
        return True

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds from the name and the buttons, as it opens the roles; Escape closes."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if watched is self.role:
                return False
            self.add(
                "candidate" if watched is self.candidate else "member" if watched is self.member else self._standing
            )
        elif event.key() == Qt.Key.Key_Escape:
            if self.desk.release(self):
                self.closed.emit()
        else:
            return False
        return True
