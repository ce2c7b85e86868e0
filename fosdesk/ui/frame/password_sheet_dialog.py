"""Shown before the first encrypted file: a lost password cannot be recovered, so a sheet can be saved."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from fosdesk.errors import FosdeskError
from fosdesk.exchange.example.example_ids import offered_examples
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, framed, set_shown, text
from fosdesk.ui.frame.desk import Desk


class PasswordSheetDialog(QDialog):
    """Accepted when the sheet was saved, or when the person goes on without it."""

    def __init__(self, desk: Desk, password: str, file: str, parent: QWidget, *, on_the_way: bool) -> None:
        """`on_the_way` when a file is about to be written, and not only a sheet."""
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk, self._password, self._file = desk, password, file
        words = desk.words
        self.setWindowTitle(words("Keep the password"))
        layout = column(self, gap=12, margins=(24, 20, 24, 20))
        layout.addWidget(text(words("Keep the password"), "heading"))
        layout.addWidget(text(words("Without the password the file is lost. Nobody can find it again.")))
        panel = framed("notice")
        inside = column(panel, gap=4, margins=(16, 12, 16, 12))
        inside.addWidget(text(file, "quiet"))
        inside.addWidget(text(password, "strong", selectable=True))
        layout.addWidget(panel)
        note = words("Save a page with the password, print it, and put it where you keep other important papers.")
        layout.addWidget(text(note, "quiet"))
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        layout.addStretch(1)
        self.go_on = button(words("Go on without a sheet"))
        self.go_on.clicked.connect(self.accept)
        set_shown(self.go_on, on_the_way)
        self.save = button(words("Save a sheet to print"), "main")
        self.save.clicked.connect(self._choose)
        layout.addLayout(dialog_foot(self, words("Cancel"), self.go_on, self.save))
        self.save.setFocus()
        fit_to_window(self, parent, desk.theme.px(520), desk.theme.px(320))

    def _choose(self) -> None:
        words = self.desk.words
        name = words("Password for {file}", file=Path(self._file).stem)
        proposed = str(Path(self.desk.settings.start_folder) / f"{name}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, words("Save a sheet to print"), proposed, "PDF (*.pdf)")
        if chosen:
            self.save_sheet(Path(chosen))

    def save_sheet(self, path: Path) -> None:
        """Save the sheet as PDF; an error is shown, and the dialog stays open."""
        from fosdesk.reports.documents.password_sheet import write_password_sheet

        desk, words = self.desk, self.desk.words
        if path.suffix != ".pdf":
            path = path.with_name(path.name + ".pdf")
        school = desk.school.profile.name or words("A school without a name")

        def make(_: object) -> None:
            try:
                write_password_sheet(
                    path,
                    words,
                    school=school,
                    file=self._file,
                    password=self._password,
                    day=desk.today(),
                    is_example=desk.school.id in offered_examples(),
                )
            except OSError as why:
                raise FosdeskError(
                    "{file} could not be written; the folder may be missing, full or closed to you.", file=str(path)
                ) from why

        def made(_: None) -> None:
            desk.show_message(words("Saved: {file}", file=str(path)))
            self.accept()

        self.setEnabled(False)
        desk.long_work.begin(words("Saving the sheet"), make, made, failed=self._show_message, stopped=self._again)

    def _again(self) -> None:
        self.setEnabled(True)

    def _show_message(self, trouble: FosdeskError) -> None:
        self._again()
        self._said.setText(self.desk.words(trouble.sentence, **trouble.arguments))
        self._said.show()
