"""The part for looks back: the standard list, with a form that shows what each adjustment made different."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fosdesk.display.noun_words import label_words
from fosdesk.display.record_words import record_words, short
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import Adjustment, Evaluation
from fosdesk.domain.rules.children import children_of
from fosdesk.domain.rules.consolidation.adjustments import Difference, Written, differences
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.moments import local_day_text
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, text
from fosdesk.ui.forms.differing_text import TwoTexts
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart

_DOCUMENT = "evaluation_and_adjustments"


def what_became_different(desk: Desk, record: Record, since: str) -> tuple[Difference, ...]:
    """How a record differs from what it was before a day (YYYY-MM-DD), as the history tells."""
    versions = desk.workspace.history(record.id)
    written = [Written(one.field, local_day_text(one.at), one.value) for one in reversed(versions)]
    return differences(record, written, since)


class EvaluationForm(RecordForm):
    """Below the adjustments, what they point to stands before and after, with the words that differ."""

    def __init__(self, desk: Desk, record_id: str, *, acts: Sequence[QPushButton] = ()) -> None:
        self.document = button(desk.words("Document …"), "text")
        super().__init__(desk, Evaluation, record_id, acts=(self.document, *acts))
        self.document.clicked.connect(lambda: desk.go("documents", _DOCUMENT))
        self.changes = Disclosure(desk.theme, desk.words("What became different"), self._make_changes, desk.release)
        at = self.body.indexOf(self.fold)
        self.body.insertWidget(at, self.changes, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.insertLayout(at + 1, self.changes.place)
        self._show_changes()

    def reload(self) -> None:
        """Show the stored values."""
        super().reload()
        self._show_changes()

    def pointing(self) -> list[Adjustment]:
        """The adjustments that point to something that is there."""
        school = self.desk.school
        found = children_of(school, noun_of(Adjustment), self.record_id)
        return [one for one in found if isinstance(one, Adjustment) and school.find(one.about) is not None]

    def _show_changes(self) -> None:
        evaluation = self.desk.school.get(Evaluation, self.record_id)
        set_shown(self.changes, bool(self.pointing()) and known_day(evaluation.day) is not None)

    def _make_changes(self) -> QWidget:
        desk, holder = self.desk, QWidget()
        body = column(holder, gap=8)
        evaluation = desk.school.get(Evaluation, self.record_id)
        for one in self.pointing():
            self._add_change(body, one, evaluation)
        return holder

    def _add_change(self, body: QVBoxLayout, one: Adjustment, evaluation: Evaluation) -> None:
        desk, words = self.desk, self.desk.words
        record = desk.school.records[one.about]
        made = LineButton(desk.theme, most_lines=2)
        made.set_words(short(record_words(words, desk.framework, desk.school, record.id), 90), below=one.what)
        made.clicked.connect(lambda: go_to_record(desk, record.id))
        body.addWidget(made)
        found = what_became_different(desk, record, evaluation.day)
        captions = (words("Before {date}", date=words.short_date(evaluation.day)), words("Now"))
        for change in found:
            field = noun_of(record).fields[change.field]
            body.addWidget(text(label_words(words, field), "label"))
            body.addWidget(TwoTexts(desk, field, (change.before, change.after), captions))
        if not found:
            body.addWidget(text(words("It reads as it did then."), "quiet"))


class EvaluationList(NounList):
    """Each look back with what it made different."""

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> EvaluationForm:
        """The form of a look back."""
        return EvaluationForm(self.desk, record_id, acts=acts)


class EvaluationsPart(NounPart):
    """Evaluations along the way, the year's look back, and the closing review."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Evaluation)

    def make_list(self) -> NounList:
        """The list of looks back."""
        return EvaluationList(self.desk, self.noun)
