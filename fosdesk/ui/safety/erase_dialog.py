"""The dialog for erasing a person: what is erased, which texts are changed, and a confirmation."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from fosdesk.domain.changes.erasure import ChangeName
from fosdesk.privacy.subject_access import Mention, SubjectAccessReport
from fosdesk.ui.controls.check_line import CheckLine
from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, line, row, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.safety.person_data_words import passage, passage_of, person_words, place_words

_AROUND = 40  # letters beside a name, of which both versions are shown


class EraseDialog(QDialog):
    """The one confirmation dialog of the program, as erasing cannot be undone."""

    decided = Signal()

    def __init__(
        self, desk: Desk, held: SubjectAccessReport, sealed: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        """`sealed` are the backups that have a password."""
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk, self.held = desk, held
        words = desk.words
        self.setWindowTitle(words("Erase a person"))
        whole = column(self, gap=12, margins=(24, 20, 24, 20))
        scroll = self._scroll = SheetArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(scroll, 1)
        self._body = column(lay_sheet(scroll, "sheet"), gap=8)
        name = person_words(words, held)
        self._body.addWidget(text(words("Erase {person}?", person=name), "heading"))
        gone = words(
            "All that is kept about the person goes: name, role, contact, part in the group, seats and notes, as they "
            "are now and in all earlier versions, here and in the backups."
        )
        self._body.addWidget(text(gone))
        self._body.addWidget(text(words("This cannot be undone."), "strong"))
        kept = words(
            "If you have a duty to keep something, file it in the archive of the municipality first, or shield the "
            "person instead."
        )
        self._body.addWidget(text(kept, "quiet"))
        elsewhere = words("Documents and school files that you have saved or given to others are not changed.")
        self._body.addWidget(text(elsewhere, "quiet"))
        self._ticks: list[tuple[ChangeName, CheckLine]] = []
        self._build_mentions()
        self._body.addWidget(line())
        self.tell = CheckLine(words("Ask colleagues to erase the person too, when they read your school file"))
        self.tell.tick.setChecked(True)
        self._body.addWidget(self.tell)
        self._build_sealed(sealed)
        self._body.addStretch(1)
        acts = row(gap=8)
        acts.addStretch(1)
        self.cancel = button(words("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.erase = button(words("Erase for good"), "main")
        self.erase.clicked.connect(self._decide)
        acts.addWidget(self.cancel)
        acts.addWidget(self.erase)
        whole.addLayout(acts)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        fit_to_window(self, parent, desk.theme.px(640), desk.theme.px(600))

    def _build_mentions(self) -> None:
        words = self.desk.words
        live = [mention for mention in self.held.mentions if mention.written.live]
        past = [mention for mention in self.held.mentions if not mention.written.live]
        for title, about, some in (
            (
                words("Texts that mention the name"),
                words("In those that you tick, the name goes and the rest stays."),
                live,
            ),
            (words("Only in the history"), words("Those that you tick are erased as a whole."), past),
        ):
            if not some:
                continue
            self._body.addSpacing(4)
            self._body.addWidget(line())
            self._body.addWidget(text(title, "strong"))
            self._body.addWidget(text(about, "quiet"))
            for mention in some:
                self._add(mention)

    def _add(self, mention: Mention) -> None:
        words, written = self.desk.words, mention.written
        said = words.quoted(passage_of(mention, _AROUND))
        if written.live:
            said += " → " + words.quoted(passage(mention.without_name, str(written.value), _AROUND))
        tick = CheckLine(f"{place_words(self.desk, written)}\n{said}")
        # Where the name may be somebody else's, a person looks first.
        tick.tick.setChecked(mention.sure)
        self._ticks.append((written.change, tick))
        self._body.addWidget(tick)

    def _build_sealed(self, sealed: Sequence[Path]) -> None:
        words = self.desk.words
        self.password = LineEdit()
        self._said = text("", "said")
        self._said.hide()
        self.delete_sealed = CheckLine(words("Delete these backups instead"))
        if not sealed:
            for unused in (self.password, self.delete_sealed, self._said):
                unused.setParent(self)
                unused.hide()
            return
        n = len(sealed)
        about = words.plural(
            "{n} backup has a password. Write it, so that the person is erased there too.",
            "{n} backups have a password. Write it, so that the person is erased there too.",
            n,
        )
        self._body.addWidget(line())
        self._body.addWidget(text(about))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(words("Password"))
        self.password.setPlaceholderText(words("Password"))
        self._body.addWidget(self.password)
        self._body.addWidget(self.delete_sealed)
        self._body.addWidget(self._said)

    @property
    def chosen(self) -> frozenset[ChangeName]:
        """The ids of the values to change."""
        return frozenset(change for change, tick in self._ticks if tick.tick.isChecked())

    def take_over(self, chosen: frozenset[ChangeName], *, tells: bool, said: str) -> None:
        """Restore the choices of an earlier dialog, and show in `said` why it is asked again."""
        for change, tick in self._ticks:
            tick.tick.setChecked(change in chosen)
        self.tell.tick.setChecked(tells)
        self._show_message(said)

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
        self.password.setFocus()
        QTimer.singleShot(0, lambda: self._scroll.ensureWidgetVisible(self._said))

    def _decide(self) -> None:
        needs_password = self.password.isVisibleTo(self)
        if needs_password and not self.password.text() and not self.delete_sealed.tick.isChecked():
            self._show_message(self.desk.words("Write the password, or tick that these backups are deleted."))
            return
        self.decided.emit()
        self.accept()
