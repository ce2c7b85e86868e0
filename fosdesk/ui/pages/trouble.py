"""What is shown when the store cannot be opened: one sentence and ways on."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from fosdesk.ui.widgets.texts import button, column, row, text
from fosdesk.words import Words


class TroublePage(QWidget):
    """Try again, choose another folder, or look in this one; nothing was changed."""

    again_requested = Signal()
    folder_chosen = Signal(str)

    def __init__(self, words: Words, folder: Path, sentence: str) -> None:
        super().__init__()
        self.words, self._folder = words, folder
        self.setObjectName("sheet")
        layout = column(self, gap=14, margins=(48, 48, 48, 48))
        layout.addWidget(text(words("fosdesk could not open your school"), "title"))
        self.sentence = text(sentence, selectable=True)
        layout.addWidget(self.sentence)
        layout.addWidget(text(words("Nothing has been changed or deleted."), "quiet"))
        acts = row(gap=8)
        self.again = button(words("Try again"), "main")
        self.again.clicked.connect(self.again_requested)
        self.elsewhere = button(words("Choose another folder"))
        self.elsewhere.clicked.connect(self._choose)
        self.look = button(words("Open the folder"), "text")
        self.look.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        for act in (self.again, self.elsewhere, self.look):
            acts.addWidget(act)
        acts.addStretch(1)
        layout.addLayout(acts)
        layout.addStretch(1)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.words("Choose another folder"), str(self._folder))
        if folder:
            self.folder_chosen.emit(folder)
