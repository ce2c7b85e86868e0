"""Advice shown above a page; it is answered on the overview."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fosdesk.domain.rules.advice import Advice, Changed, advice
from fosdesk.domain.values.moments import local_day_text
from fosdesk.ui.controls.plain_widgets import button, clear, column, framed, mark, row, text
from fosdesk.ui.frame.desk import Desk


def days_changed(desk: Desk) -> Changed:
    """For the rules: the local days on which a field, or anything of a record, was changed, as the history tells."""

    def changed(record: str, field: str) -> Sequence[str]:
        return [local_day_text(version.at) for version in desk.workspace.history(record, field or None)]

    return changed


class AdviceLine(QWidget):
    """The advice of some warnings while it applies and is unanswered."""

    def __init__(self, desk: Desk, warnings: Sequence[str]) -> None:
        super().__init__()
        self._desk, self._warnings = desk, warnings
        self._layout = column(self, gap=8)
        self._shown: tuple[Advice, ...] = ()
        self.hide()

    @property
    def sentences(self) -> Sequence[str]:
        """The sentences shown now."""
        return [self._desk.framework.warning(a.warning).says(a.n, alternative=a.alternative) for a in self._shown]

    def refresh(self) -> None:
        """Show the advice that applies now; none in a colleague's school."""
        desk = self._desk
        found = () if desk.read_only else advice(desk.framework, desk.school, desk.day(), days_changed(desk))
        wanted = tuple(a for a in found if a.warning in self._warnings)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._layout)
        for sentence in self.sentences:
            box = framed("advice")
            body = row(box, gap=12, margins=(14, 6, 8, 6))
            body.addWidget(mark(desk.theme, "lightbulb", "ochre"))
            body.addWidget(text(sentence), 1)
            answer = button(desk.words("Answer on the overview"), "text")
            answer.clicked.connect(lambda: desk.go("overview", ""))
            body.addWidget(answer)
            self._layout.addWidget(box)
        self.setVisible(bool(wanted))
