"""Notes below a text, or a whole record, that it was agreed on, who took part, and how it has changed since."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.display.record_words import record_words
from fosdesk.domain.fields import Record, fields_of, noun_of
from fosdesk.domain.records import AgreedText
from fosdesk.domain.rules.review.agreements import agreements, is_agreed, version_of
from fosdesk.domain.values.dates import known_day
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import button, clear, column, set_shown, text
from fosdesk.ui.forms.differing_text import TwoTexts
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk

_MOST = 6  # earlier agreements that are shown; all stand in the list of agreements


class AgreedLine(QWidget):
    """One press keeps the text as it stands today; who took part is asked for then, as groups."""

    laid = Signal()

    def __init__(self, desk: Desk, record: type[Record], record_id: str, name: str) -> None:
        """The text is the field `name` of a record; with an empty name, a version of the whole record is kept."""
        super().__init__()
        self.desk, self._record, self._record_id, self._name = desk, record, record_id, name
        words = desk.words
        label = label_words(words, fields_of(record)[name]) if name else noun_one(words, noun_of(record))
        body = column(self, gap=2)
        line = FlowBox(gap=8)
        self.said = text("", "quiet", wrap=not name)
        if name:
            line.add(self.said)
        else:  # with a meeting it is long, and forms are narrow
            body.addWidget(self.said)
        act = words("Note that you agree") if name else words("Keep as a version that you agree on")
        then = words("What has changed since") if name else words("The versions, with what was changed")
        self.note = button(act, "text", name=f"{act}: {label}")
        self.note.clicked.connect(self.agree)
        line.add(self.note)
        self.changes = Disclosure(desk.theme, then, self._make_differences)
        self.changes.setAccessibleName(f"{then}: {label}")
        self.changes.unfolded.connect(lambda _: self.laid.emit())
        line.add(self.changes)
        body.addWidget(line)
        body.addLayout(self.changes.place)
        self._asking = column(gap=2)
        body.addLayout(self._asking)
        self.groups: FieldEditor | None = None
        self.meeting: FieldEditor | None = None  # asked for of a version: the meeting that it came from
        self._differences = column(gap=10, margins=(8, 0, 0, 8))
        self._shown: object = None

    @property
    def text(self) -> str:
        """The text as it is stored."""
        record = self.desk.school.get(self._record, self._record_id)
        return str(getattr(record, self._name)) if self._name else version_of(record)

    def refresh(self) -> None:
        """Show the latest agreement, and whether the text is still the same."""
        desk = self.desk
        found = agreements(desk.school, self._record_id, self._name)
        stands = is_agreed(desk.school, self._record_id, self._name, self.text)
        set_shown(self.said, bool(found))
        if found:
            self.said.setText(self._caption(found[0]))
        set_shown(self.note, bool(self.text.strip()) and not stands and not desk.read_only)
        # Of the only agreement about a text that stands, there is nothing to compare.
        set_shown(self.changes, bool(found) and (len(found) > 1 or not stands))
        if self.changes.inside is not None and self._shown != (found, self.text):
            self._fill()
        if self.groups is not None:
            if desk.school.find(self.groups.record_id) is None:
                self._stop_asking()
            else:
                self.groups.reload()
        if self.meeting is not None:
            self.meeting.reload()
        self.laid.emit()

    def agree(self) -> None:
        """Keep the text of now, and ask who took part."""
        desk = self.desk
        if not desk.release():
            return
        made: list[AgreedText] = []
        kept = AgreedText(text=self.text, day=desk.day(), about=self._record_id, field=self._name)
        if not desk.attempt(lambda: made.append(desk.workspace.add(kept))):
            return
        self._stop_asking()
        self.groups = FieldEditor(desk, AgreedText, made[0].id, "groups")
        self._asking.addWidget(self.groups)
        self.groups.show()
        if not self._name:
            self.meeting = FieldEditor(desk, AgreedText, made[0].id, "meeting")
            self._asking.addWidget(self.meeting)
            self.meeting.show()
        self.refresh()
        self.groups.take_cursor()

    def _stop_asking(self) -> None:
        for editor in (self.groups, self.meeting):
            if editor is not None:
                editor.hide()
                self._asking.removeWidget(editor)
                editor.deleteLater()
        self.groups = self.meeting = None

    def _caption(self, one: AgreedText) -> str:
        desk, words = self.desk, self.desk.words
        said = words("Agreed on, without a date")
        if known_day(one.day):
            said = words("Agreed {date}", date=words.date(one.day))
        meeting = record_words(words, desk.framework, desk.school, one.meeting) if one.meeting else ""
        return " · ".join(filter(None, (said, one.groups, meeting)))

    def _make_differences(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(self._differences)
        self._fill()
        return holder

    def _fill(self) -> None:
        """The text of now beside that of the last agreement, then each agreement beside the one before."""
        desk, words = self.desk, self.desk.words
        found = agreements(desk.school, self._record_id, self._name)
        self._shown = (found, self.text)
        clear(self._differences)
        steps = [(one.text, self._caption(one)) for one in found[:_MOST]]
        if not is_agreed(desk.school, self._record_id, self._name, self.text):
            steps.insert(0, (self.text, words("As it stands now")))
        field = fields_of(AgreedText)["text"]
        for now, before in zip(steps, steps[1:], strict=False):
            self._differences.addWidget(TwoTexts(desk, field, (before[0], now[0]), (before[1], now[1])))
