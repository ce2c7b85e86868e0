"""The form of a core component: its texts, its versions, what it looks like in examples, and what feeds it."""

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import CoreComponent, GateEntry, Practice, TranslationNote
from fosdesk.domain.rules.blank_records import blank_record
from fosdesk.domain.rules.gate_rules import decision_of
from fosdesk.domain.rules.review.translations import is_written, translation_id
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import clear, column, set_shown, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.direction.agreed_line import AgreedLine
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.lists.quick_add import QuickAdd

_MOST = 6  # examples and entries at first


class ComponentForm(RecordForm):
    """Examples are written here and kept among what the direction means; entries are led to."""

    def __init__(self, desk: Desk, record_id: str, *, acts: Sequence[QPushButton] = ()) -> None:
        super().__init__(desk, CoreComponent, record_id, acts=acts)
        words = desk.words
        self.used_in.told_elsewhere = frozenset(("gate_entry", "practice", "agreed_text"))
        self.versions = AgreedLine(desk, CoreComponent, record_id, "")
        self.versions.laid.connect(self._laid)
        self._examples = QWidget()
        inside = column(self._examples, gap=4)
        inside.addWidget(text(words("What it looks like: examples"), "label"))
        self._example_lines = column(gap=0)
        inside.addLayout(self._example_lines)
        self.quick = QuickAdd(desk, noun_of(Practice), self._make_example, record_id)
        inside.addWidget(self.quick)
        self._feeding = QWidget()
        fed = column(self._feeding, gap=4)
        fed.addWidget(text(words("What it is built on: entries that point here"), "label"))
        self._entry_lines = column(gap=0)
        fed.addLayout(self._entry_lines)
        at = self.body.indexOf(self.used_in)
        for number, one in enumerate((self.versions, self._examples, self._feeding)):
            self.body.insertWidget(at + number, one)
        self._shown: object = None
        self.used_in.show_record(record_id)
        self._show_parts()

    def reload(self) -> None:
        """Show the stored values."""
        super().reload()
        self._show_parts()

    def _show_parts(self) -> None:
        desk, school = self.desk, self.desk.school
        stored = school.find(self.record_id) is not None
        set_shown(self.versions, stored)
        if stored:
            self.versions.refresh()
        examples = [one for one in school.of(Practice) if one.component == self.record_id]
        entries = [one for one in school.of(GateEntry) if one.component == self.record_id]
        entries.sort(key=lambda one: one.came, reverse=True)
        set_shown(self.quick, stored and not desk.read_only)
        set_shown(self._examples, stored and (bool(examples) or not desk.read_only))
        set_shown(self._feeding, bool(entries))
        shown = (examples, entries, [school.find(translation_id(one.id)) for one in entries])
        if shown != self._shown:
            self._shown = shown
            self._fill(examples, entries)

    def _fill(self, examples: Sequence[Practice], entries: Sequence[GateEntry]) -> None:
        for lines in (self._example_lines, self._entry_lines):
            clear(lines)
        if examples:
            several = ShowMoreList(examples, self._example, self.desk.words, most=_MOST)
            several.laid.connect(self._laid)
            self._example_lines.addWidget(several)
        if entries:
            listed = ShowMoreList(entries, self._entry, self.desk.words, most=_MOST)
            listed.laid.connect(self._laid)
            self._entry_lines.addWidget(listed)

    def _laid(self) -> None:
        """What came is laid in the next turn; until then the frame would keep its old height."""
        QTimer.singleShot(0, self, self.updateGeometry)

    def _example(self, one: Practice) -> LineButton:
        words = self.desk.words
        where = option_words(words, choice_of(Practice, "where"), one.where) if one.where else ""
        return self._line(one, one.text, " · ".join(filter(None, (where, one.who.strip()))))

    def _entry(self, entry: GateEntry) -> LineButton:
        words = self.desk.words
        note = self.desk.school.get(TranslationNote, translation_id(entry.id))
        decision = option_words(words, choice_of(GateEntry, "decision"), decision_of(entry))
        ours = words.quoted(note.our_words.strip()) if note.our_words.strip() else ""
        title = entry.what.strip() or words("Entry without a title")
        return self._line(note if is_written(note) else entry, title, " · ".join(filter(None, (decision, ours))))

    def _line(self, leads_to: Record, title: str, below: str) -> LineButton:
        made = LineButton(self.desk.theme, most_lines=3)
        made.set_words(title, below=below, most_below=2)
        made.clicked.connect(partial(go_to_record, self.desk, leads_to.id))
        return made

    def _make_example(self, written: str) -> Record:
        """Store an example of this component; FosdeskError when it cannot be stored."""
        desk = self.desk
        blank = blank_record(desk.school, noun_of(Practice), desk.day())
        return desk.workspace.add(msgspec.structs.replace(blank, text=written, component=self.record_id))
