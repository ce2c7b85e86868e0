"""Write a school file: for whom, what goes in, what stays out, and where."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QRadioButton, QWidget

from fosdesk import __version__
from fosdesk.domain.fields import NOUNS, Privacy
from fosdesk.domain.privacy import Audience
from fosdesk.errors import FosdeskError
from fosdesk.ui.desk import Desk
from fosdesk.ui.widgets.texts import button, column, line, row, text


class WriteFileDialog(QDialog):
    """Two kinds of file, told apart by whom they are for."""

    written = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        words = desk.words
        self.setWindowTitle(words("Write a school file"))
        self.setMinimumWidth(desk.theme.px(560))
        layout = column(self, gap=10, margins=(24, 20, 24, 20))
        layout.addWidget(text(words("Who is the file for?"), "heading"))
        self.others = QRadioButton(words("Another school, the owner or a network"))
        self.ours = QRadioButton(words("A colleague at our own school"))
        self.others.setChecked(True)
        layout.addWidget(self.others)
        layout.addWidget(
            text(
                words(
                    "What you have written as it stands now, without people, private notes and history. "
                    "They can read it, not merge it."
                ),
                "note",
            )
        )
        self.people = QCheckBox(words("Include names and contact details this one time"))
        layout.addWidget(self.people)
        layout.addWidget(self.ours)
        layout.addWidget(
            text(
                words(
                    "Everything, with people, private notes and history, so that you can merge later. "
                    "Hand it over in a safe way."
                ),
                "note",
            )
        )
        layout.addWidget(line())
        self._holds = text("", "quiet")
        layout.addWidget(self._holds)
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        acts = row(gap=8)
        acts.addStretch(1)
        cancel = button(words("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = button(words("Choose where, and write"), "main")
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose)
        acts.addWidget(cancel)
        acts.addWidget(self.save)
        layout.addLayout(acts)
        for choice in (self.others, self.ours):
            choice.toggled.connect(lambda _: self._tell())
        self.people.toggled.connect(lambda _: self._tell())
        self._tell()

    def _tell(self) -> None:
        """Say what goes in and what stays out."""
        words, school = self.desk.words, self.desk.school
        self.people.setEnabled(self.others.isChecked())
        if self.ours.isChecked():
            self._holds.setText(
                words.plural(
                    "In the file: {n} record, and all earlier versions.",
                    "In the file: {n} records, and all earlier versions.",
                    len(school.records),
                )
            )
            return
        out = {
            words(field.label)
            for noun in NOUNS.values()
            if school.of(noun.record)
            for field in noun.fields.values()
            if not field.hidden
            and (field.privacy is Privacy.PRIVATE or (field.privacy is Privacy.PERSON and not self.people.isChecked()))
        }
        self._holds.setText(words("Left out: {fields}.", fields=words.joined(sorted(out)) or words("nothing")))

    def _choose(self) -> None:
        name = "".join(c if c.isalnum() or c in " -" else "" for c in self.desk.school.profile.name).strip() or "skole"
        proposed = str(Path(self.desk.choices.folder) / f"{name} {self.desk.day()}.fosdesk")
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), proposed, "fosdesk (*.fosdesk)")
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write the file; trouble is told in a sentence, and what was there before stays."""
        from fosdesk.exchange.school_file import reference_journal, save_bytes, write_school_file

        workspace, school = self.desk.workspace, self.desk.school
        if path.suffix != ".fosdesk":
            path = path.with_name(path.name + ".fosdesk")
        reference = self.others.isChecked()
        try:
            if reference:
                ticked = {
                    f"{noun.key}.{name}"
                    for noun in NOUNS.values()
                    for name, field in noun.fields.items()
                    if field.privacy is Privacy.PERSON and self.people.isChecked()
                }
                journal = reference_journal(
                    school, name=school.profile.name, audience=Audience.NETWORK, ticked=ticked, now=workspace.now()
                )
            else:
                journal = workspace.store.journal(school.id)
            save_bytes(path, write_school_file(journal, app=__version__, made=workspace.now(), reference=reference))
        except FosdeskError as trouble:
            self._said.setText(self.desk.words(trouble.sentence, **trouble.arguments))
            self._said.show()
            return
        self.desk.settings.change(folder=str(path.parent))
        self.written.emit(str(path))
        self.accept()
