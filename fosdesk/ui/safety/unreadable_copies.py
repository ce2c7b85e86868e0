"""What erasing left: backups that could not be cleaned, with a button to delete them, and files it does not change."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from fosdesk.ui.controls.confirm_button import ConfirmButton
from fosdesk.ui.controls.plain_widgets import column, row, text
from fosdesk.ui.frame.erase_job import left_over_words
from fosdesk.words import Words


class UnreadableCopies(QFrame):
    """Shown until they are deleted or the page is left."""

    delete_requested = Signal()

    def __init__(self, words: Words, copies: Sequence[Path]) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        inside = column(self, gap=6, margins=(16, 12, 16, 12))
        said = left_over_words(words, len(copies))
        inside.addWidget(text(said, "strong"))
        inside.addWidget(text("\n".join(str(path) for path in copies), "quiet", selectable=True))
        delete = ConfirmButton(words("Delete them"), words("Delete for good"), said)
        delete.confirmed.connect(self.delete_requested)
        foot = row(gap=0)
        foot.addWidget(delete)
        foot.addStretch(1)
        inside.addLayout(foot)


class UntouchedFiles(QFrame):
    """Files in the same folders that erasing leaves alone, such as school files; somebody must look at them."""

    def __init__(self, words: Words, files: Sequence[Path]) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        inside = column(self, gap=6, margins=(16, 12, 16, 12))
        said = words.plural(
            "This file lies in the same folders, was not changed, and may still hold what was erased:",
            "These files lie in the same folders, were not changed, and may still hold what was erased:",
            len(files),
        )
        inside.addWidget(text(said, "strong"))
        inside.addWidget(text("\n".join(str(path) for path in files), "quiet", selectable=True))
        inside.addWidget(text(words("Look at what you need, and delete the rest yourself."), "quiet"))
