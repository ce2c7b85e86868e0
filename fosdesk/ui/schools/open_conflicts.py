"""All open conflicts: links to their pages, and choices for those that no page shows."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from fosdesk.display.noun_words import label_words
from fosdesk.display.record_words import short
from fosdesk.domain.fields import Order, Record, noun_of
from fosdesk.domain.journal import BIRTH
from fosdesk.domain.rules.lost_parents import without_owner
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import button, clear, column, row, set_shown, text
from fosdesk.ui.forms.deleted_record import name_of
from fosdesk.ui.forms.existence_conflict import existence_sentence
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk

_MOST = 12


class OpenConflicts(QFrame):
    """One line for each record; hidden when there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("look", "conflict")
        self._body = column(self, gap=4, margins=(16, 12, 16, 12))
        self._shown: object = None
        self.hide()

    def refresh(self) -> None:
        """Show the current conflicts."""
        desk, words, school = self.desk, self.desk.words, self.desk.school
        waiting: dict[str, list[str]] = {}
        for record_id, name in school.conflicts:  # a merge may bring thousands
            record = school.find(record_id)
            field = noun_of(record).fields.get(name) if record is not None else None
            if name == BIRTH or (field is not None and not isinstance(field, Order)):
                waiting.setdefault(record_id, []).append(name)
        homeless = without_owner(desk.school)
        count = sum(map(len, waiting.values()))
        first = list(waiting.items())[:_MOST]
        shown = (homeless, count, [(desk.school.find(one), name_of(desk, one), names) for one, names in first])
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._body)
        set_shown(self, bool(waiting or homeless))
        for record in homeless[:_MOST]:
            self._show_homeless(record)
        if not waiting:
            return
        said = words.plural(
            "{n} place where two people have written", "{n} places where two people have written", count
        )
        self._body.addWidget(text(said, "strong"))
        self._body.addWidget(text(words("Both texts are kept. Choose when it suits you."), "quiet"))
        for record_id, names in first:
            self._show(record_id, names)
        if len(waiting) > _MOST:
            self._body.addWidget(text(words("… and more, which come up here as you choose."), "quiet"))

    def _show_homeless(self, record: Record) -> None:
        """Something that should belong to another record, and nobody knows to which: one can be chosen."""
        desk, words, noun = self.desk, self.desk.words, noun_of(record)
        visible = [name for name, field in noun.fields.items() if not field.hidden]
        only = [noun.parent, *visible] if noun.parent else visible
        title = words("{name}: it is not known what this belongs to.", name=short(name_of(desk, record.id), 70))
        fold = Disclosure(desk.theme, title, lambda: RecordForm(desk, type(record), record.id, only=only), desk.release)
        self._body.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addLayout(fold.place)

    def _show(self, record_id: str, names: list[str]) -> None:
        desk, words = self.desk, self.desk.words
        record = desk.school.find(record_id)
        fields = noun_of(record).fields if record is not None else {}
        title = short(name_of(desk, record_id), 70)
        for name in names:
            if name != BIRTH and not fields[name].hidden:
                there = button(f"{title}: {label_words(words, fields[name])}", "row")
                there.clicked.connect(lambda _=False, n=name: desk.go_to_field(record_id, n))
                self._body.addWidget(there)
        if BIRTH in names and record is not None:
            self._body.addWidget(text(existence_sentence(desk, record_id)))
            self._offer(
                (words("Keep it"), lambda: desk.workspace.settle(record_id, BIRTH, noun_of(record).key)),
                (words("Delete it"), lambda: desk.workspace.delete([record])),
            )
        for name in names:
            if name != BIRTH and fields[name].hidden:
                # Nothing on a page shows both, so that what is shown now is what can be agreed on.
                value = getattr(record, name)
                self._body.addWidget(text(f"{title}: {label_words(words, fields[name])}"))
                self._offer((words("Leave it as it is shown"), partial(desk.workspace.settle, record_id, name, value)))

    def _offer(self, *acts: tuple[str, object]) -> None:
        line = row(gap=8)
        for name, act in acts:
            made = button(name, "text")
            made.clicked.connect(partial(self._choose, act))
            line.addWidget(made)
            made.setEnabled(not self.desk.read_only)
        line.addStretch(1)
        self._body.addLayout(line)

    def _choose(self, act: object, _checked: bool = False) -> None:
        assert callable(act)
        self.desk.attempt(act)
