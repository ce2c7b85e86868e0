"""What two people wrote in the same field: both values, who wrote them, and a choice that can wait."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QFrame

from fosdesk.domain.fields import Field, Long, Scalar
from fosdesk.ui.desk import Desk
from fosdesk.ui.labels import role_words, value_words
from fosdesk.ui.widgets.texts import button, clear, column, row, text

_MOST = 8  # values of one field that are shown at once


class Conflict(QFrame):
    """Hidden where nobody disagrees."""

    def __init__(self, desk: Desk, field: Field, name: str, settled: Callable[[Scalar], None]) -> None:
        """`settled` hears which value was chosen, once it is chosen."""
        super().__init__()
        self.desk, self.field, self.name = desk, field, name
        self._settled = settled
        self._record = ""
        self.setProperty("look", "conflict")
        self._body = column(self, gap=4, margins=(12, 10, 12, 10))
        self.hide()

    def show_record(self, record_id: str) -> None:
        """Show what stands against what in one record, if anything does."""
        self._record = record_id
        everything = self.desk.school.conflicts.get((record_id, self.name), ())
        values = everything[:_MOST]
        clear(self._body)
        self.setVisible(bool(values))
        if not values:
            return
        words = self.desk.words
        lead = words("Two people have written here. Both are kept until you choose.")
        self._body.addWidget(text(lead, "strong"))
        told = self._who_wrote(values)
        for value in values:
            shown = value_words(words, self.desk.framework, self.desk.school, self.field, value) or words("(empty)")
            self._body.addSpacing(4)
            self._body.addWidget(text(shown, selectable=True))
            self._body.addWidget(text(told.get(value, ""), "quiet"))
            if not self.desk.read_only:
                self._offer(words("Use this"), value, f"{words('Use this')}: {shown[:80]}")
        if len(everything) > len(values):
            more = words.plural(
                "And {n} more text, which is in the history.",
                "And {n} more texts, which are in the history.",
                len(everything) - len(values),
            )
            self._body.addWidget(text(more, "quiet"))
        elif isinstance(self.field, Long) and not self.desk.read_only:
            both = "\n\n".join(str(value) for value in values if value)
            self._offer(words("Keep both, one after the other"), both)

    def _offer(self, words: str, value: Scalar, name: str = "") -> None:
        pick = button(words, "text", name=name)
        pick.clicked.connect(lambda: self._settle(value))
        acts = row()
        acts.addWidget(pick)
        acts.addStretch(1)
        self._body.addLayout(acts)

    def _who_wrote(self, values: Sequence[Scalar]) -> dict[Scalar, str]:
        """Which role wrote each of several values, and on which day."""
        words, told = self.desk.words, dict[Scalar, str]()
        for version in self.desk.workspace.history(self._record, self.name):
            if version.value in values and version.value not in told:
                day = words.short_date(date.fromtimestamp(version.at / 1000).isoformat())
                told[version.value] = f"{role_words(words, version.role)}, {day}"
        return told

    def _settle(self, value: Scalar) -> None:
        if self.desk.attempt(lambda: self.desk.workspace.settle(self._record, self.name, value)):
            self._settled(value)
