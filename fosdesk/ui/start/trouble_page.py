"""The page shown when the store cannot be opened: an error and buttons to go on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fosdesk.paths import is_folder
from fosdesk.ui.controls.plain_widgets import button, clear, column, row, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.controls.scrolling import scroll_into_view
from fosdesk.ui.frame.system_open import open_file
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.store.copies.recovery import Rescue


class TroublePage(SheetArea):
    """Try again, choose or open the folder; for a damaged store, use the salvaged copy or a backup."""

    again_requested = Signal()
    folder_chosen = Signal(str)
    looking_wanted = Signal()
    rescue_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, words: Words, theme: Theme, folder: Path, sentence: str, *, damaged: bool = False) -> None:
        super().__init__()
        self.words, self._folder = words, folder
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = row(lay_sheet(self, "sheet"), gap=0, margins=(32, 72, 32, 32))
        middle.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(theme.px(640))
        middle.addWidget(inner, 100)
        middle.addStretch(1)
        layout = column(inner, gap=16)
        layout.addWidget(text(words("fosdesk could not open your school"), "title"))
        self.sentence = text(sentence, selectable=True)
        layout.addWidget(self.sentence)
        layout.addWidget(text(words("Nothing has been changed or deleted."), "quiet"))
        self._found = column(gap=6)
        layout.addLayout(self._found)
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        self.rescue = button(words("Repair the file and open"), "main")
        self.rescue.clicked.connect(self.rescue_wanted)
        self.backup = button(words("Use the backup alone"))
        self.backup.clicked.connect(self.backup_wanted)
        self.look_again = button(words("Look at what can be read"), "main")
        self.look_again.clicked.connect(self.looking_wanted)
        for act in (self.rescue, self.backup, self.look_again):
            act.hide()
        self.again = button(words("Try again"), "" if damaged else "main")
        self.again.clicked.connect(self.again_requested)
        self.elsewhere = button(words("Choose another folder"))
        self.elsewhere.clicked.connect(self._choose)
        self.look = button(words("Open the folder"), "text")
        self.look.clicked.connect(lambda: open_file(self._folder))
        self.look.setVisible(is_folder(folder))
        first, then = row(gap=8), row(gap=8)
        for act in (self.rescue, self.look_again, self.backup):
            first.addWidget(act)
        for act in (self.again, self.elsewhere, self.look):
            then.addWidget(act)
        for acts in (first, then):
            acts.addStretch(1)
            layout.addLayout(acts)
        layout.addStretch(1)

    def wait(self) -> None:
        """Show that salvaging was not begun, or was cancelled."""
        self.look_again.show()

    def show_found(self, backup: str, rescue: "Rescue") -> None:
        """Show what the latest backup holds (`backup` is its day), and what salvaging adds."""
        words = self.words
        clear(self._found)
        self._said.hide()
        self.look_again.hide()
        lines = []
        if backup:
            lines.append(words("The newest good backup is from {day}.", day=words.date(backup)))
            lines.append(
                words.plural(
                    "From the damaged file comes {n} change that is not in it.",
                    "From the damaged file come {n} changes that are not in it.",
                    rescue.brought,
                )
                if rescue.brought
                else words("All that can be read in the damaged file is in it, too.")
            )
        elif rescue.brought:
            lines.append(words("There is no good backup."))
            lines.append(
                words.plural(
                    "{n} change can be read in the damaged file.",
                    "{n} changes can be read in the damaged file.",
                    rescue.brought,
                )
            )
        else:
            lines.append(words("There is no good backup, and nothing can be read in the damaged file."))
        if rescue.lost and (backup or rescue.brought):
            lines.append(words.plural("{n} change cannot be read.", "{n} changes cannot be read.", rescue.lost))
        if backup or rescue.brought:
            lines.append(words("The damaged file stays in the folder under another name."))
        for said in lines:
            self._found.addWidget(text(said))
        self.rescue.setVisible(bool(backup or rescue.brought))
        self.backup.setVisible(bool(backup and rescue.brought))
        self.rescue.setFocus()

    def show_error(self, sentence: str) -> None:
        """Show an error."""
        self._said.setText(sentence)
        self._said.show()
        scroll_into_view(self._said)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.words("Choose another folder"), str(self._folder))
        if folder:
            self.folder_chosen.emit(folder)
