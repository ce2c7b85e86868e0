"""Below an advice: which number sets it off, whose number that is, and a field to change it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.domain.records import AdviceLimit, TimePlan
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.domain.rules.advice import GAPS, advice_limit
from fosdesk.ui.controls.plain_widgets import button, column, row, set_shown, text
from fosdesk.ui.frame.desk import Desk

if TYPE_CHECKING:
    from fosdesk.ui.forms.field_editor import FieldEditor


class AdviceLimitLine(QWidget):
    """For a warning that has a limit; the field is shown on request."""

    closed = Signal()  # the field was closed again, so that the advice may be gone

    def __init__(self, desk: Desk, warning: str) -> None:
        super().__init__()
        self.desk, self._warning = desk, warning
        self.editor: FieldEditor | None = None
        self._body = column(self, gap=4)
        line = row(gap=8)
        self._said = text(self._sentence(), "note")
        line.addWidget(self._said, 1)
        self.change = button("", "text")
        self.change.clicked.connect(self._toggle)
        set_shown(self.change, not desk.read_only)
        line.addWidget(self.change)
        self._body.addLayout(line)
        self._name()

    @property
    def is_open(self) -> bool:
        """Whether the field is shown; the card must stay meanwhile."""
        return self.editor is not None

    def reload(self) -> None:
        """Say which number it is now, and whose."""
        self._said.setText(self._sentence())

    def _sentence(self) -> str:
        words, school = self.desk.words, self.desk.school
        limit = advice_limit(self.desk.framework, school, self._warning)
        if limit != self.desk.framework.warning(self._warning).limit:
            return words("The limit of {n} is one that you have chosen.", n=limit)
        return words("The limit of {n} is the program's own and not the model's; you can change it.", n=limit)

    def _name(self) -> None:
        words = self.desk.words
        self.change.setText(words("Done") if self.is_open else words("Change the limit"))

    def _toggle(self) -> None:
        words = self.desk.words
        if self.editor is None:
            from fosdesk.ui.forms.field_editor import (
                FieldEditor,  # with all forms, for which the overview need not wait
            )

            record, record_id, name = (
                (TimePlan, TIME_PLAN_ID, "gap_weeks")
                if self._warning == GAPS
                else (AdviceLimit, f"advice_limit:{self._warning}", "number")
            )
            hint = words("Empty: the program's own number.")
            self.editor = FieldEditor(self.desk, record, record_id, name, label=words("Limit"), hint=hint)
            self.editor.setMaximumWidth(self.desk.theme.px(240))
            self._body.addWidget(self.editor)
            self.editor.take_cursor()
            self._name()
            return
        self.editor.commit()
        if self.editor.dirty:
            return  # its sentence says what is wrong
        self.editor.deleteLater()
        self.editor = None
        self._said.setText(self._sentence())
        self._name()
        self.closed.emit()
