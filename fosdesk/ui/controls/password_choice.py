"""Whether a file is encrypted, and the password; a passphrase is proposed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from fosdesk.exchange.passphrase import generate_passphrase
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words

_SHORT = 12  # a password with fewer letters is soon found by trying


class PasswordChoice(QWidget):
    """On by default where people are in the file, until somebody decides; the password is stored nowhere."""

    sheet_wanted = Signal()

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self._decided = self._people = False
        layout = column(self, gap=6)
        self.wanted = QCheckBox(words("Protect the file with a password"))
        self.wanted.clicked.connect(self._decide)
        self.wanted.toggled.connect(lambda _: self._show())
        layout.addWidget(self.wanted)
        self._below = QWidget()
        below = column(self._below, gap=6, margins=(theme.px(26), 0, 0, 4))
        line = row(gap=8)
        self.field = LineEdit()
        self.field.setAccessibleName(words("Password"))
        self.field.setMaxLength(200)
        self.field.textChanged.connect(lambda _: self._show())
        self.another = button(words("Another proposal"))
        self.another.clicked.connect(lambda: self.field.setText(generate_passphrase()))
        line.addWidget(self.field, 1)
        line.addWidget(self.another)
        below.addLayout(line)
        about = words("Take these words or write your own. Pass them on by phone or on paper, not with the file.")
        self._about = text(about, "note")
        below.addWidget(self._about)
        self._short = text(words("A short password is soon guessed. Some words in a row are better."), "note")
        below.addWidget(self._short)
        lost = row(gap=8)
        lost.addWidget(text(words("Without the password the file is lost. Nobody can find it again."), "note"), 1)
        self.sheet = button(words("Sheet to print"), "text")
        self.sheet.clicked.connect(self.sheet_wanted)
        lost.addWidget(self.sheet)
        below.addLayout(lost)
        layout.addWidget(self._below)
        self._open = text(
            words("Without a password, anyone who gets hold of the file can read what it says about people."), "note"
        )
        bare = column(gap=0, margins=(theme.px(26), 0, 0, 4))
        bare.addWidget(self._open)
        layout.addLayout(bare)
        self._show()

    @property
    def password(self) -> str:
        """The password; empty when the file is not to be encrypted, or nothing was typed."""
        return self.field.text() if self.wanted.isChecked() else ""

    @property
    def lacking(self) -> bool:
        """Whether encryption is chosen but no password typed."""
        return self.wanted.isChecked() and not self.field.text().strip()

    def set_people(self, people: bool) -> None:
        """Set whether the file contains people, which switches the default."""
        self._people = people
        if not self._decided:
            self.wanted.setChecked(people)
        self._show()

    def _decide(self) -> None:
        self._decided = True

    def _show(self) -> None:
        wanted = self.wanted.isChecked()
        if wanted and not self.field.text() and not self._below.isVisibleTo(self):
            self.field.setText(generate_passphrase())
            self.field.setCursorPosition(0)
        self._below.setVisible(wanted)
        written = self.field.text().strip()
        self._short.setVisible(wanted and 0 < len(written) < _SHORT)
        self.sheet.setEnabled(bool(written))
        self._open.setVisible(self._people and not wanted)
