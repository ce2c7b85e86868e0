"""A conflict of one field: both values, who wrote them, and buttons to settle it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from fosdesk.display.noun_words import label_words
from fosdesk.display.record_words import role_words, value_words
from fosdesk.domain.fields import Field, Long, Scalar, Short
from fosdesk.domain.values.moments import local_day_text
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import button, clear, column, mark, row, set_shown, text
from fosdesk.ui.focus.announcing import announce
from fosdesk.ui.forms.differing_text import TwoTexts, one_text
from fosdesk.ui.forms.editor_for_field import editor_for
from fosdesk.ui.forms.editors import Editor, InvalidInput, LongEditor, ShortEditor, as_widget
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.edits import UnsavedText

_MOST = 8  # values of one field that are shown at once


class Conflict(QFrame, UnsavedText):
    """Hidden where there is no conflict."""

    def __init__(self, desk: Desk, field: Field, name: str, settled: Callable[[Scalar], None]) -> None:
        """`settled` is called with the value that was chosen."""
        super().__init__()
        self.desk, self.field, self.name = desk, field, name
        self._settled = settled
        self._record = ""
        self._shown: tuple[str, tuple[Scalar, ...]] = ("", ())
        self.third: Editor | None = None
        self.setProperty("look", "conflict")
        self._body = column(self, gap=6, margins=(12, 10, 12, 10))
        self.hide()

    def show_record(self, record_id: str) -> None:
        """Show the conflict of one record, if any; a third text that is being typed is left alone."""
        self._record = record_id
        everything = self.desk.school.conflicts.get((record_id, self.name), ())
        values = everything[:_MOST]
        if self.third is not None and self._shown == (record_id, values):
            return
        came = self._shown != (record_id, values) and self._shown[0] == record_id
        self._shown = record_id, values
        self.third = None
        clear(self._body)
        set_shown(self, bool(values))
        if not values:
            return
        words = self.desk.words
        lead = words("Two people have written here. Both are kept until you choose.")
        head = row(gap=8)
        head.addWidget(mark(self.desk.theme, "split", "plum"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(text(lead, "strong"), 1)
        self._body.addLayout(head)
        if came:  # while its field was being looked at
            announce(self, f"{label_words(words, self.field)}: {lead}", assertive=True)
        told = self._who_wrote(values)
        picks = [self._pick(value) for value in values]
        if len(values) == 2:
            both = TwoTexts(
                self.desk,
                self.field,
                (values[0], values[1]),
                (told.get(values[0], ""), told.get(values[1], "")),
                equal=True,
                acts=picks,
            )
            self._body.addWidget(both)
        else:
            for value, pick in zip(values, picks, strict=True):
                self._body.addWidget(text(one_text(self.desk, self.field, value), selectable=True))
                self._body.addWidget(text(told.get(value, ""), "quiet"))
                if pick is not None:
                    self._body.addWidget(pick, 0, Qt.AlignmentFlag.AlignLeft)
        if len(everything) > len(values):
            more = words.plural(
                "And {n} more text, which is in the history.",
                "And {n} more texts, which are in the history.",
                len(everything) - len(values),
            )
            self._body.addWidget(text(more, "quiet"))
        if not self.desk.read_only:
            self._body.addWidget(self._others(values, can_keep_all=len(everything) == len(values)))
        self._show_predecessor(values)

    @property
    def record_id(self) -> str:
        """The record whose conflict is shown."""
        return self._record

    def take_first_button(self) -> None:
        """Set the focus to the first value's button."""
        first = next(iter(self.findChildren(QPushButton)), None)
        if first is not None:
            first.setFocus()

    def _pick(self, value: Scalar) -> QPushButton | None:
        if self.desk.read_only:
            return None
        words = self.desk.words
        shown = value_words(words, self.desk.framework, self.desk.school, self.field, value) or words("(empty)")
        pick = button(words("Use this"), name=f"{words('Use this')}: {shown[:80]}")
        pick.clicked.connect(lambda: self._settle(value))
        return pick

    def _others(self, values: Sequence[Scalar], *, can_keep_all: bool) -> QWidget:
        words, acts = self.desk.words, FlowBox(gap=2)
        if isinstance(self.field, Long) and can_keep_all:
            keep = button(words("Keep both, one after the other"), "text")
            both = "\n\n".join(str(value) for value in values if value)
            keep.clicked.connect(lambda: self._settle(both))
            acts.add(keep)
        free = isinstance(self.field, Short | Long)
        third = button(words("Write something else") if free else words("Choose something else"), "text")
        third.clicked.connect(lambda: self._write_third(acts))
        acts.add(third)
        return acts

    def _show_predecessor(self, values: Sequence[Scalar]) -> None:
        before = self.desk.workspace.ancestor_value(self._record, self.name)
        words = self.desk.words
        if before and before[0] not in values and before[0] not in (self.field.blank, None):
            said = one_text(self.desk, self.field, before[0])
            fold = Disclosure(self.desk.theme, words("What stood here before"), lambda: text(said, selectable=True))
            self._body.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
            self._body.addLayout(fold.place)

    # -- a third

    def _write_third(self, acts: QWidget) -> None:
        words = self.desk.words
        acts.hide()
        self.third = editor_for(self.desk, self.field, words("Write something else"), 3, wrap=True)
        editor = as_widget(self.third)
        editor.setAccessibleName(words("What shall stand here"))
        if isinstance(self.field, Short | Long):
            self.third.show_value(self._shown[1][0])
        self.third.committed.connect(self._third_done)
        if isinstance(self.third, ShortEditor | LongEditor):
            self.third.textChanged.connect(self._typed)
        place = self._body.indexOf(acts)
        self._body.insertWidget(place, editor)
        self._said = text("", "said")
        self._said.hide()
        self._body.insertWidget(place + 1, self._said)
        line = row(gap=4)
        use = button(words("Use what I have written"))
        use.clicked.connect(self._use_third)
        never_mind = button(words("Never mind"), "text")
        never_mind.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else leaving the text would count as having written it
        never_mind.clicked.connect(self._drop_third)
        line.addWidget(use)
        line.addWidget(never_mind)
        line.addStretch(1)
        self._body.insertLayout(place + 2, line)
        editor.show()
        editor.setFocus()

    def _third_done(self) -> None:
        """Save a third text when its field loses the focus; a choice is saved when made."""
        if self.third is not None and not (isinstance(self.field, Short | Long) and as_widget(self.third).hasFocus()):
            self._use_third()

    @property
    def dirty(self) -> bool:
        """Whether a third text has been typed."""
        return self.third is not None and self.third.dirty

    @property
    def as_typed(self) -> str:
        """The third text."""
        return self.third.typed if self.third is not None else ""

    def commit(self) -> None:
        """Save a third text; one that cannot be stored stays, with an error below it."""
        if self.dirty:
            self._use_third()

    def take_cursor(self) -> None:
        """Set the focus to the third text."""
        if self.third is not None:
            as_widget(self.third).setFocus()

    def _typed(self) -> None:
        self.desk.edits.register(self)

    def _use_third(self) -> None:
        if self.third is None:
            return
        try:
            value = self.third.value()
        except InvalidInput as why:
            self._show_message(str(why))
            return
        except FosdeskError as trouble:  # a choice may make the record that it names
            self._show_message(self.desk.words(trouble.sentence, **trouble.arguments))
            return
        self._settle(value)

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    def _drop_third(self) -> None:
        record, self.third = self._record, None
        self.show_record(record)

    # -- both

    def _who_wrote(self, values: Sequence[Scalar]) -> dict[Scalar, str]:
        """The role and day for each of several values."""
        words, told = self.desk.words, dict[Scalar, str]()
        for version in self.desk.workspace.history(self._record, self.name):
            if version.value in values and version.value not in told:
                day = words.short_date(local_day_text(version.at))
                told[version.value] = f"{role_words(words, version.role)}, {day}"
        return told

    def _settle(self, value: Scalar) -> None:
        third, self.third = self.third, None  # else what is shown after it would be left alone
        try:
            self.desk.workspace.settle(self._record, self.name, value)
        except FosdeskError as trouble:
            self.third = third
            said = self.desk.words(trouble.sentence, **trouble.arguments)
            (self._show_message if third is not None else self.desk.show_message)(said)
            return
        self._settled(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes an empty third text."""
        if event.key() == Qt.Key.Key_Escape and self.third is not None and not self.dirty:
            self._drop_third()
        else:
            super().keyPressEvent(event)
