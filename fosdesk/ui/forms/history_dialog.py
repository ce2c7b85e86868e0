"""The history of a record or field: values, days and roles; earlier values can be restored."""

from collections.abc import Sequence
from itertools import chain, takewhile
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from fosdesk.display.noun_words import label_words
from fosdesk.display.record_words import birth_words, record_words, role_words, value_words
from fosdesk.domain.changes.sitting import TextSave, saves_in_sitting
from fosdesk.domain.changes.text_difference import shortened, word_changes
from fosdesk.domain.fields import Field, Long, Scalar, Short, noun_of
from fosdesk.domain.journal import BIRTH
from fosdesk.domain.values.moments import local_moment
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.confirm_button import ConfirmButton
from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.plain_widgets import ElidedLabel, button, clear, column, line, row, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.forms.deleted_record import with_deleted
from fosdesk.ui.forms.differing_text import DifferingText, one_text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.erase_job import Erased, erase, left_over_words

if TYPE_CHECKING:
    from fosdesk.store import Version

_AT_A_TIME = 40
_ALL = "*"


class HistoryDialog(QDialog):
    """Newest first; the words that are new in each version are marked."""

    def __init__(self, desk: Desk, record_id: str, parent: QWidget | None = None, *, field: str = "") -> None:
        """`field` limits the history to that field, until another is chosen."""
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk, self.record_id = desk, record_id
        words = desk.words
        self._record = desk.school.find(record_id)
        self._school = desk.school if self._record is not None else with_deleted(desk, [record_id])
        shown = [version for version in desk.workspace.history(record_id) if self._is_shown(version)]
        self._saves = self._by_sitting(shown)
        self.versions = [version for version in shown if version in self._saves]  # one for each sitting
        self.setWindowTitle(words("History"))
        fit_to_window(self, parent, desk.theme.px(660), desk.theme.px(540))
        layout = column(self, gap=12, margins=(24, 20, 24, 16))
        layout.addWidget(text(record_words(words, desk.framework, self._school, record_id), "heading"))
        fields = self._fields()
        names = dict.fromkeys(v.field for v in self.versions if v.field != BIRTH)
        options = [
            (_ALL, words("All fields")),
            *((name, label_words(words, fields[name])) for name in fields if name in names),
        ]
        self.choice = ChipChoice(options, field if field in names else _ALL, name=words("Which field"), always=True)
        self.choice.chosen.connect(lambda _: self._fill())
        self.choice.setVisible(len(names) > 1)
        layout.addWidget(self.choice)
        scroll = SheetArea()
        scroll.setAccessibleName(words("History"))
        self._list = column(lay_sheet(scroll, "sheet"), gap=0)
        layout.addWidget(scroll, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout.addWidget(close)
        if self._record is None and not desk.read_only and self._school.find(record_id) is not None:
            back = button(words("Bring it back"))
            back.clicked.connect(self._bring_back)
            close.addButton(back, QDialogButtonBox.ButtonRole.ActionRole)
        self._fill()

    def _fields(self) -> dict[str, Field]:
        found = self._school.find(self.record_id)
        return dict(noun_of(found).fields) if found is not None else {}

    def _is_shown(self, version: "Version") -> bool:
        field = self._fields().get(version.field)
        return version.field == BIRTH or (field is not None and not field.hidden)

    def _by_sitting(self, versions: "Sequence[Version]") -> "dict[Version, list[Version]]":
        """The newest version of each sitting, with all that it stands for; only typed text has sittings."""
        fields, found = self._fields(), dict["Version", list["Version"]]()
        for name in dict.fromkeys(version.field for version in versions):
            left = [version for version in versions if version.field == name]
            while left:
                count = 1
                if isinstance(fields.get(name), Short | Long):
                    replaced = takewhile(lambda one: not one.current, left[1:])
                    saves = (TextSave(one.step.writer, one.at, one.value) for one in chain(left[:1], replaced))
                    count = saves_in_sitting(saves)
                found[left[0]], left = left[:count], left[count:]
        return found

    def _fill(self) -> None:
        clear(self._list)
        chosen = self.choice.value
        found = [v for v in self.versions if chosen in (_ALL, v.field)]
        if found:
            self._list.addWidget(ShowMoreList(found, self._one, self.desk.words, most=_AT_A_TIME))
        else:
            self._list.addWidget(text(self.desk.words("Nothing has been written here yet."), "quiet"))
        self._list.addStretch(1)

    def _one(self, version: "Version") -> QWidget:
        desk, words = self.desk, self.desk.words
        holder = QWidget()
        body = column(holder, gap=3, margins=(0, 6, 0, 0))
        field = self._fields().get(version.field)
        moment = local_moment(version.at)
        when = f"{words.short_date(moment.date().isoformat())} {moment:%H.%M} · {role_words(words, version.role)}"
        if version.current and version.field != BIRTH:
            when += f" · {words('as it is now')}"
        head = row(gap=8)
        what = label_words(words, field) if field else birth_words(words, version.value)
        head.addWidget(ElidedLabel(what, "strong"), 1)
        head.addWidget(WrappingLabel(when, "quiet"))
        body.addLayout(head)
        if version.blanked:
            body.addWidget(text(words("erased"), "quiet"))
        elif field is not None:
            shown = value_words(words, desk.framework, self._school, field, version.value)
            said = row(gap=8)
            said.addWidget(self._text(version, field, shown), 1)
            if not version.current and not desk.read_only and self._record is not None and field.accepts(version.value):
                name = f"{words('Bring this back')}: {shown[:80] or words('(empty)')}"
                back = button(words("Bring this back"), "text", name=name)
                back.clicked.connect(lambda _=False, v=version: self._restore(v.field, v.value))
                said.addWidget(back)
                if isinstance(field, Short | Long) and version.value:
                    said.addWidget(self._eraser(version, shown))
            body.addLayout(said)
        body.addSpacing(4)
        body.addWidget(line())
        return holder

    def _eraser(self, version: "Version", shown: str) -> QWidget:
        """The button that erases one earlier value for good."""
        words = self.desk.words
        made = ConfirmButton(words("Erase this version"), words("Erase for good"), shown[:80])
        made.confirmed.connect(lambda: self._erase(version))
        return made

    def _erase(self, version: "Version") -> None:
        desk, workspace = self.desk, self.desk.workspace
        changes = [one.change for one in self._saves[version]]

        def done(erased: Erased) -> None:
            workspace.adopt(erased.update)
            if erased.left:
                desk.show_message(left_over_words(desk.words, len(erased.left)))

        self.accept()
        erase(desk, lambda folders, pace: workspace.redact(changes, folders, pace), done)

    def _text(self, version: "Version", field: Field, shown: str) -> QWidget:
        """A version's text with the words marked that the version before lacks."""
        before = self._before(version)
        if isinstance(field, Short | Long) and shown and isinstance(before, str) and before:
            return DifferingText(self.desk.theme, shortened(word_changes(before, shown)[1]), gone=False, name="")
        return text(one_text(self.desk, field, version.value, shown), selectable=True)

    def _before(self, version: "Version") -> Scalar:
        place = self.versions.index(version)
        return next((v.value for v in self.versions[place + 1 :] if v.field == version.field), None)

    def _restore(self, field: str, value: object) -> None:
        if not self.desk.release():  # what is typed becomes a version of its own first
            self.reject()
            return
        record = self.desk.school.find(self.record_id)
        if record is not None:
            earlier = msgspec.structs.replace(record, **{field: value})
            self.desk.attempt(lambda: self.desk.workspace.commit(record, earlier))
        self.accept()

    def _bring_back(self) -> None:
        if self.desk.release():
            self.desk.attempt(lambda: self.desk.workspace.restore([self.record_id]))
        self.accept()
