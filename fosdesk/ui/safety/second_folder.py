"""The second folder for backups (a USB stick or shared disk) and its password."""

from pathlib import Path
from secrets import token_hex

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace
from fosdesk.ui.controls.plain_widgets import button, clear, column, row, text
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.frame.desk import Desk


class SecondFolder(QWidget):
    """Shows the folder and whether it can be reached; everything is chosen in place."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._body = column(self, gap=8)
        self.refresh()

    def refresh(self) -> None:
        """Show the current choice."""
        words, schedule = self.desk.words, self.desk.backup_schedule
        clear(self._body)
        if schedule.second is None:
            why = words(
                "A stick or a shared folder saves the backups if this computer is lost. fosdesk copies them there by "
                "itself whenever it is connected."
            )
            self._body.addWidget(text(why))
            self.choose = button(words("Choose a second folder"))
            self.choose.clicked.connect(self._choose)
            self._line(self.choose)
            return
        self._body.addWidget(text(str(schedule.second), selectable=True))
        trouble = schedule.second_trouble
        if trouble is not None:
            self._body.addWidget(text(words(trouble.sentence, **trouble.arguments), "said"))
        else:
            self._body.addWidget(text(words("The backups are copied there too."), "quiet"))
        closed = bool(self.desk.choices.padlock)
        about = words(
            "They are closed with a password there. Without the password nobody can open them, not even you."
            if closed
            else "Anyone who gets hold of the folder can read them."
        )
        self._body.addWidget(text(about, "quiet"))
        self.lock = button(words("Remove the password") if closed else words("Close them with a password"))
        self.lock.clicked.connect(self._open_up if closed else self._ask_password)
        self.choose = button(words("Choose another folder"))
        self.choose.clicked.connect(self._choose)
        self.stop = button(words("Stop using it"), "text")
        self.stop.clicked.connect(self._stop)
        self._line(self.lock, self.choose, self.stop)

    def _line(self, *acts: QWidget) -> None:
        line = row(gap=8)
        for act in acts:
            line.addWidget(act)
        line.addStretch(1)
        self._body.addLayout(line)

    # -- the folder

    def _choose(self) -> None:
        title = self.desk.words("Choose a second folder")
        start = self.desk.choices.second_backups or self.desk.settings.start_folder
        folder = QFileDialog.getExistingDirectory(self, title, start)
        if folder:
            self.use(Path(folder))

    def use(self, folder: Path) -> None:
        """Use a subfolder of the chosen folder for backups."""
        own = folder if folder.name.startswith("fosdesk-") else folder / f"fosdesk-{token_hex(3)}"
        if self.desk.attempt(lambda: self.desk.settings.change(second_backups=str(own))):
            self._bring()

    def _stop(self) -> None:
        if self.desk.attempt(lambda: self.desk.settings.change(second_backups="", padlock="")):
            self.desk.backup_schedule.clear_second_trouble()
            self._told()

    def _bring(self) -> None:
        def act(pace: Pace) -> None:
            self.desk.backup_schedule.mirror_to_second(pace)

        self.desk.long_work.begin(
            self.desk.words("Copying the backups"), act, lambda _: self._told(), stopped=self._told
        )

    def _told(self) -> None:
        self.refresh()
        self.changed.emit()

    # -- the password

    def _ask_password(self) -> None:
        from fosdesk.exchange.passphrase import generate_passphrase

        words = self.desk.words
        clear(self._body)
        self._body.addWidget(text(words("A password for the backups in the second folder"), "strong"))
        about = words(
            "Take these words or write your own. fosdesk keeps the password nowhere, and asks for it only when one of "
            "these backups is to be opened. The backups on this computer stay as they are."
        )
        self._body.addWidget(text(about))
        self.field = LineEdit(generate_passphrase())
        self.field.setAccessibleName(words("Password"))
        self.field.setMaxLength(1000)
        self.field.setMaximumWidth(self.desk.theme.px(420))
        self.field.setCursorPosition(0)
        self.field.returnPressed.connect(self._offer_sheet)
        self._body.addWidget(self.field)
        self._said = text("", "said")
        self._said.hide()
        self._body.addWidget(self._said)
        self.take = button(words("Use this password"), "main")
        self.take.clicked.connect(self._offer_sheet)
        another = button(words("Another proposal"))
        another.clicked.connect(lambda: self.field.setText(generate_passphrase()))
        leave = button(words("Cancel"))
        leave.clicked.connect(self.refresh)
        self._line(self.take, another, leave)
        self.field.setFocus()

    def _offer_sheet(self) -> None:
        """Offer to save the password as a sheet first, as the backups cannot be read without it."""
        from fosdesk.exchange.backup_seal import sealing_key_for
        from fosdesk.ui.frame.password_sheet_dialog import PasswordSheetDialog

        words, typed = self.desk.words, self.field.text()
        try:
            padlock = sealing_key_for(typed)
        except FosdeskError as trouble:
            self._said.setText(words(trouble.sentence, **trouble.arguments))
            self._said.show()
            return
        file = words("The backups in the second folder")
        dialog = PasswordSheetDialog(self.desk, typed, file, self, on_the_way=True)
        dialog.accepted.connect(lambda: self._close_with(padlock))
        dialog.open()

    def _open_up(self) -> None:
        self._close_with("")

    def _close_with(self, padlock: str) -> None:
        """Encrypt the folder's backups anew, those that exist on this computer too."""
        if not self.desk.attempt(lambda: self.desk.settings.change(padlock=padlock)):
            return

        def act(pace: Pace) -> None:
            self.desk.backup_schedule.rewrite_second(pace)

        self.desk.long_work.begin(
            self.desk.words("Copying the backups"), act, lambda _: self._told(), stopped=self._told
        )
