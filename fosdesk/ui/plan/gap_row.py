"""One gap in the plan as a line that leads there, with a place to say that it is known."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from fosdesk.display.noun_words import label_words, noun_many
from fosdesk.display.phase_names import numbered_phase
from fosdesk.display.record_words import record_words
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.domain.records import GapReply, PhaseFrame, SchoolProfile, WorkGroup
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.checklist import phase_of_item
from fosdesk.domain.rules.review.plan_gaps import Gap
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, column, row
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record, go_to_tool


def gap_words(desk: Desk, gap: Gap) -> tuple[str, str]:
    """What a gap is about, and what is the matter there."""
    words = desk.words
    if gap.kind == "unchanged":
        return _title(desk, gap), words("Unchanged since {date}", date=words.date(gap.since))
    if gap.kind == "item":
        phase = numbered_phase(desk.framework, desk.school, phase_of_item(desk.school, gap.record))
        return _title(desk, gap), words("{phase} · nothing is written here yet", phase=phase)
    if not gap.field:
        return _title(desk, gap), words("None is written yet")
    kind = _single(gap.record)
    if kind is not None:
        framed = gap.record.partition(":")[2] if kind is PhaseFrame else ""
        return _title(desk, gap), numbered_phase(desk.framework, desk.school, framed) if framed else ""
    field = noun_of(desk.school.records[gap.record]).fields[gap.field]
    return _title(desk, gap), words("Blank: {field}", field=label_words(words, field).lower())


def _title(desk: Desk, gap: Gap) -> str:
    words, kind = desk.words, _single(gap.record)
    if kind is not None and gap.field:
        return label_words(words, noun_of(kind).fields[gap.field])
    if not gap.field and gap.kind == "blank":
        return noun_many(words, NOUNS[gap.record])
    return record_words(words, desk.framework, desk.school, gap.record)


def _single(record_id: str) -> type[Record] | None:
    """The class of a record of which there is one, so that its field says what it is about."""
    if record_id.startswith("phase_frame:"):
        return PhaseFrame
    return SchoolProfile if record_id == PROFILE_ID else WorkGroup if record_id == WORK_GROUP_ID else None


def follow_gap(desk: Desk, gap: Gap) -> None:
    """Go to where a gap can be filled."""
    if gap.kind == "blank" and not gap.field:
        go_to_tool(desk, NOUNS[gap.record])
    elif gap.field:
        desk.go_to_field(gap.record, gap.field)
    else:
        go_to_record(desk, gap.record)


class GapRow(QWidget):
    """The reply is stored as it is typed, and the row stays until one has left it."""

    def __init__(self, desk: Desk, gap: Gap, replied: Callable[[], None]) -> None:
        """`replied` is called when a reply was stored."""
        super().__init__()
        self.desk, self.gap, self._replied = desk, gap, replied
        self._body = column(self, gap=4)
        beside = row(gap=8)
        self.line = LineButton(desk.theme, ruled=False)
        title, said = gap_words(desk, gap)
        self.line.set_words(title, below=said)
        self.line.clicked.connect(lambda: follow_gap(desk, gap))
        beside.addWidget(self.line, 1)
        self.editor: FieldEditor | None = None
        if not desk.read_only:
            known = desk.words("We know, because …")
            self.known = button(known, "text", name=f"{known} {title}")
            self.known.clicked.connect(self.reply)
            beside.addWidget(self.known, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addLayout(beside)

    @property
    def is_in_use(self) -> bool:
        """Whether somebody writes here."""
        if self.editor is None:
            return False
        cursor = QApplication.focusWidget()
        return self.editor.dirty or (cursor is not None and self.editor.isAncestorOf(cursor))

    @property
    def has_cursor(self) -> bool:
        """Whether the keyboard is in this row."""
        cursor = QApplication.focusWidget()
        return cursor is not None and self.isAncestorOf(cursor)

    def reply(self) -> None:
        """Show the field for the reply."""
        if self.editor is None:
            day = self.desk.day()

            def dated(record: Record) -> Record:
                return msgspec.structs.replace(record, day=day)

            self.editor = FieldEditor(
                self.desk, GapReply, self.gap.reply_id, "because", lines=2, saved=self._replied, also=dated
            )
            self._body.addWidget(self.editor)
        self.editor.show()
        self.editor.take_cursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a field in which nothing is typed."""
        if event.key() == Qt.Key.Key_Escape and self.editor is not None and not self.editor.dirty:
            self.editor.hide()
            self.known.setFocus()
        else:
            super().keyPressEvent(event)
