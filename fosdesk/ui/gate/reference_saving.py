"""ReferenceSavingDialog: the references of the list as a file for other programs, or copied as a list in APA 7."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from fosdesk.display.gatekeeping.apa_reference import Piece, plain, reference_list
from fosdesk.display.gatekeeping.written_references import PLAIN, citation_key, people_of, referable
from fosdesk.display.record_words import LANGUAGE_NAMES
from fosdesk.domain.records import GateEntry
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.exchange.references.reference_files import (
    BIBTEX,
    CSL_JSON,
    RIS,
    WrittenReference,
    reference_file,
)
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.choice_row import choice_row
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.words import LANGUAGES, read_words

_SIZE = 560, 320  # px at 100 %
_KINDS = {RIS: "RIS", BIBTEX: "BibTeX", CSL_JSON: "CSL-JSON"}


class ReferenceSavingDialog(QDialog):
    """Only what a reference needs goes out: no decision, no reason, and none of the notes from a file."""

    def __init__(self, desk: Desk, entries: Sequence[GateEntry], parent: QWidget) -> None:
        """`entries` are what the list shows."""
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self._desk, self._words = desk, desk.words
        self._entries = list(entries)
        self._chosen = referable(entries)
        words, theme, n = self._words, desk.theme, len(self._chosen)
        self.setWindowTitle(words("Save references"))
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        layout = column(self, gap=12, margins=(24, 20, 24, 20))
        many = words.plural("{n} reference, as the list shows it now", "{n} references, as the list shows them now", n)
        layout.addWidget(text(many, "strong"))
        layout.addWidget(
            text(words("Decisions, reasons and notes stay here; only the references go into the file."), "quiet")
        )
        self.kind = ChipChoice(list(_KINDS.items()), RIS, name=words("Kind of file"), always=True)
        layout.addWidget(choice_row(theme, words("Kind of file"), self.kind))
        languages = [(one, LANGUAGE_NAMES[one]) for one in LANGUAGES]
        self.language = ChipChoice(languages, words.language, name=words("Language of the list"), always=True)
        layout.addWidget(choice_row(theme, words("Language of the list"), self.language))
        layout.addStretch(1)
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        self.copy = button(words("Copy as a list in APA 7"))
        self.copy.clicked.connect(self.copy_list)
        self.save = button(words("Save …"), "main")
        self.save.clicked.connect(self._choose)
        self.save.setEnabled(n > 0)
        layout.addLayout(dialog_foot(self, words("Close"), self.copy, self.save))

    def _choose(self) -> None:
        ending, words = self.kind.value, self._words
        proposed = str(Path(self._desk.settings.start_folder) / f"{words('References')} {self._desk.day()}{ending}")
        chosen, _ = QFileDialog.getSaveFileName(
            self, words("Save references"), proposed, f"{_KINDS[ending]} (*{ending})"
        )
        if chosen:
            self.save_at(Path(chosen))

    def save_at(self, path: Path) -> None:
        """Save the file; what goes wrong is told at the foot of the window, and an earlier file stays."""
        ending, desk, words = self.kind.value, self._desk, self._words
        if path.suffix.lower() != ending:
            path = path.with_name(path.name + ending)
        chosen = list(self._chosen)

        def act(_: object) -> None:
            taken: set[str] = set()
            written = [
                WrittenReference(
                    citation_key(one, taken), {name: str(getattr(one, name)) for name in PLAIN}, people_of(one)
                )
                for one in chosen
            ]
            save_bytes(path, reference_file(written, ending))

        def done(_: object) -> None:
            desk.show_message(words("Saved: {file}", file=str(path)))
            self.accept()

        desk.long_work.begin(words("Saving"), act, done)

    def copy_list(self) -> None:
        """Put the list on the clipboard, with its italics for texts and mails."""
        made = reference_list(read_words(self.language.value), self._entries)
        copied = QMimeData()
        copied.setText("\n".join(map(plain, made)))
        copied.setHtml("".join(f"<p>{''.join(map(_html, line))}</p>" for line in made))
        QGuiApplication.clipboard().setMimeData(copied)
        self._said.setText(
            self._words.plural("{n} reference is copied as a list.", "{n} references are copied as a list.", len(made))
        )
        self._said.show()


def _html(piece: Piece) -> str:
    said = escape(piece.text)
    return f"<i>{said}</i>" if piece.is_italic else said
