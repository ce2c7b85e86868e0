"""What is shown when the store cannot be opened: one sentence and ways on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QScrollArea, QWidget

from fosdesk.ui.opening import open_file
from fosdesk.ui.theme import Theme
from fosdesk.ui.widgets.texts import button, column, row, text
from fosdesk.words import Words


class TroublePage(QScrollArea):
    """Try again, choose another folder, take a backup, or look in this one; nothing was changed."""

    again_requested = Signal()
    folder_chosen = Signal(str)
    backup_wanted = Signal()

    def __init__(self, words: Words, theme: Theme, folder: Path, sentence: str, *, backup: str = "") -> None:
        """`backup` is the day of the newest backup, where one can take the place of a damaged store."""
        super().__init__()
        self.words, self._folder = words, folder
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        self.setWidget(sheet)
        middle = row(sheet, gap=0, margins=(32, 72, 32, 32))
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
        self.backup = button(words("Use the backup from {day}", day=words.date(backup)), "main")
        self.backup.clicked.connect(self.backup_wanted)
        self.backup.setVisible(bool(backup))
        self.again = button(words("Try again"), "" if backup else "main")
        self.again.clicked.connect(self.again_requested)
        self.elsewhere = button(words("Choose another folder"))
        self.elsewhere.clicked.connect(self._choose)
        self.look = button(words("Open the folder"), "text")
        self.look.clicked.connect(lambda: open_file(self._folder))
        self.look.setVisible(folder.is_dir())
        if backup:
            beside = words("The damaged file stays in the folder, beside the backup that takes its place.")
            layout.addWidget(text(beside, "quiet"))
        first, then = row(gap=8), row(gap=8)
        (first if backup else then).addWidget(self.backup)
        for act in (self.again, self.elsewhere, self.look):
            then.addWidget(act)
        for acts in (first, then):
            acts.addStretch(1)
            layout.addLayout(acts)
        layout.addStretch(1)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.words("Choose another folder"), str(self._folder))
        if folder:
            self.folder_chosen.emit(folder)
