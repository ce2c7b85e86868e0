"""The form of a survey: its fields and questions, what was answered, and the comments."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from fosdesk.domain.fields import Noun, noun_of
from fosdesk.domain.records import Survey, SurveyComment
from fosdesk.domain.rules.children import children_of
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import set_shown
from fosdesk.ui.forms.child_list import ChildList
from fosdesk.ui.forms.record_form import RecordForm, child_form
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.involvement.answers_box import AnswersBox

_COMMENT = noun_of(SurveyComment)


class SurveyForm(RecordForm):
    """Comments may be hundreds, and are for the leadership team alone: they are folded."""

    round_made = Signal(str)  # the id of the survey

    def __init__(self, desk: Desk, record_id: str, *, acts: Sequence[QPushButton] = ()) -> None:
        super().__init__(desk, Survey, record_id, acts=acts)
        self.answers = AnswersBox(desk, record_id)
        self.answers.round_made.connect(self.round_made)
        self.comments = Disclosure(desk.theme, "", self._make_comments, desk.release)
        at = self.body.indexOf(self.fold)
        self.body.insertWidget(at, self.answers)
        self.body.insertWidget(at + 1, self.comments, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.insertLayout(at + 2, self.comments.place)
        self._show_comments()

    def children_shown(self, noun: Noun) -> Sequence[Noun]:
        """The questions; the comments are folded."""
        return [one for one in super().children_shown(noun) if one is not _COMMENT]

    def reload(self) -> None:
        """Show the stored values."""
        super().reload()
        self.answers.reload()
        if isinstance(self.comments.inside, ChildList):
            self.comments.inside.reload()
        self._show_comments()

    def _make_comments(self) -> ChildList:
        return ChildList(self.desk, _COMMENT, self.record_id, child_form(self.desk))

    def _show_comments(self) -> None:
        words, school = self.desk.words, self.desk.school
        n = len(children_of(school, _COMMENT, self.record_id))
        self.comments.setText(words("Comments ({n}), only for the leadership team", n=words.number(n)))
        set_shown(self.comments, school.find(self.record_id) is not None and (n > 0 or not self.desk.read_only))
