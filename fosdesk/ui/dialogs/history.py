"""What a record said before, when and by which role; any earlier value can be brought back."""

import msgspec
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QWidget

from fosdesk.domain.fields import noun_of
from fosdesk.domain.journal import BIRTH
from fosdesk.ui.desk import Desk
from fosdesk.ui.labels import birth_words, record_words, role_words, value_words
from fosdesk.ui.widgets.fitting import fit
from fosdesk.ui.widgets.texts import ElidedLabel, button, column, line, row, text

_MOST = 200


class HistoryDialog(QDialog):
    """A calm list, newest first."""

    def __init__(self, desk: Desk, record_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk, self.record_id = desk, record_id
        words = desk.words
        self.setWindowTitle(words("History"))
        fit(self, parent, desk.theme.px(620), desk.theme.px(480))
        layout = column(self, gap=12, margins=(24, 20, 24, 16))
        layout.addWidget(text(record_words(words, desk.framework, desk.school, record_id), "heading"))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(words("History"))
        sheet = QWidget()
        sheet.setObjectName("sheet")
        self._list = column(sheet, gap=8)
        scroll.setWidget(sheet)
        layout.addWidget(scroll, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout.addWidget(close)
        self._fill()

    def _fill(self) -> None:
        from datetime import datetime

        desk, words = self.desk, self.desk.words
        record = desk.school.find(self.record_id)
        fields = noun_of(record).fields if record is not None else {}
        for version in desk.workspace.history(self.record_id)[:_MOST]:
            field = fields.get(version.field)
            if version.field != BIRTH and (field is None or field.hidden):
                continue
            moment = datetime.fromtimestamp(version.at / 1000)
            when = f"{words.short_date(moment.date().isoformat())} {moment:%H.%M} · {role_words(words, version.role)}"
            if version.current and version.field != BIRTH:
                when += f" · {words('as it is now')}"
            head = row(gap=8)
            head.addWidget(ElidedLabel(words(field.label) if field else birth_words(words, version.value), "strong"), 1)
            head.addWidget(text(when, "quiet", wrap=False))
            self._list.addLayout(head)
            if field is not None and record is not None:
                shown = value_words(words, desk.framework, desk.school, field, version.value) or words("(empty)")
                body = row(gap=8)
                body.addWidget(text(shown, selectable=True), 1)
                if not version.current and not desk.read_only and field.fits(version.value):
                    back = button(words("Bring this back"), "text", name=f"{words('Bring this back')}: {shown[:80]}")
                    back.clicked.connect(lambda _=False, v=version: self._restore(v.field, v.value))
                    body.addWidget(back)
                self._list.addLayout(body)
            self._list.addWidget(line())
        self._list.addStretch(1)

    def _restore(self, field: str, value: object) -> None:
        record = self.desk.school.find(self.record_id)
        if record is not None:
            earlier = msgspec.structs.replace(record, **{field: value})
            self.desk.attempt(lambda: self.desk.workspace.commit(record, earlier))
        self.accept()
