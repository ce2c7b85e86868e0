"""Writes a school file: kind, withheld parts, password and path."""

from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QRadioButton, QWidget

from fosdesk import __version__
from fosdesk.display.noun_words import label_words, noun_many
from fosdesk.domain.fields import NOUNS, Privacy
from fosdesk.domain.records import Person
from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace, let_go
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.privacy_filter import fields_withheld
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.password_choice import PasswordChoice
from fosdesk.ui.controls.plain_widgets import button, column, line, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.controls.scrolling import scroll_into_view
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.disclosure_offer import offer_to_note


class WriteFileDialog(QDialog):
    """Two kinds of file: for one's own school, or for others."""

    written = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk = desk
        words = desk.words
        self.setWindowTitle(words("Write a school file"))
        whole_dialog = column(self, gap=12, margins=(24, 20, 24, 20))
        scroll = SheetArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole_dialog.addWidget(scroll, 1)
        layout = column(lay_sheet(scroll, "sheet"), gap=10, margins=(0, 0, 12, 0))
        layout.addWidget(text(words("Who is the file for?"), "heading"))
        self.others = QRadioButton(words("Another school, the owner or a network"))
        self.ours = QRadioButton(words("A colleague at our own school"))
        self.people = QCheckBox(words("Include names and contact details this one time"))
        self.others.setChecked(True)
        shared = words(
            "What you have written as it stands now, without people, private notes and history. "
            "They can read it, not merge it."
        )
        whole = words(
            "Everything, with people, private notes and history, so that you can merge later. "
            "Hand it over in a safe way."
        )
        for choice, about in ((self.others, shared), (self.ours, whole)):
            below = column(gap=4, margins=(desk.theme.px(26), 0, 0, 8))
            below.addWidget(text(about, "note"))
            if choice is self.others:
                below.addWidget(self.people)
            layout.addWidget(choice)
            layout.addLayout(below)
        layout.addWidget(line())
        self.lock = PasswordChoice(words, desk.theme)
        self.lock.sheet_wanted.connect(lambda: self._show_sheet(self._proposed(), on_the_way=False))
        layout.addWidget(self.lock)
        layout.addWidget(line())
        self._holds = text("", "quiet")
        layout.addWidget(self._holds)
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        layout.addStretch(1)
        self.save = button(words("Choose where, and write"), "main")
        self.save.clicked.connect(self._choose)
        whole_dialog.addLayout(dialog_foot(self, words("Cancel"), self.save))
        for choice in (self.others, self.ours):
            choice.toggled.connect(lambda _: self._update_texts())
        self.people.toggled.connect(lambda _: self._update_texts())
        self._update_texts()
        fit_to_window(self, parent, desk.theme.px(600), desk.theme.px(680))

    def _update_texts(self) -> None:
        """Show what is included and what is withheld."""
        words, school = self.desk.words, self.desk.school
        self.people.setEnabled(self.others.isChecked())
        self.lock.set_people(self.ours.isChecked() or self.people.isChecked())
        if self.ours.isChecked():
            said = words.plural(
                "In the file: {n} record, and all earlier versions.",
                "In the file: {n} records, and all earlier versions.",
                len(school.records),
            )
        else:
            out = "\n".join(f"– {one}" for one in self._left_out()) or words("nothing")
            said = words("This stays out:") + "\n" + out
        self._holds.setText(said)

    def _left_out(self) -> list[str]:
        """What is withheld, one line for each noun."""
        words, school, ticked = self.desk.words, self.desk.school, self._ticked()
        lines = []
        for noun in NOUNS.values():
            fields = {name: field for name, field in noun.fields.items() if not field.hidden}
            withheld = fields_withheld(noun, Audience.NETWORK, ticked)
            records = school.of(noun.record)
            # What is blank is false, whatever the kind of field; the records may be many.
            hidden = [name for name in fields if name in withheld and any(map(attrgetter(name), records))]
            if not hidden:
                continue
            alone = all(field.privacy is not Privacy.OPEN for field in fields.values())
            labels = words.joined([label_words(words, fields[name]).lower() for name in hidden])
            many = noun_many(words, noun)
            lines.append(many if alone else words("{noun}: {field}", noun=many, field=labels))
        if not self.people.isChecked() and school.of(Person):
            lines.append(words("Texts that mention somebody by name"))
        return lines

    def _ticked(self) -> set[str]:
        """The places of the withheld values to include this time."""
        return {
            f"{noun.key}.{name}"
            for noun in NOUNS.values()
            for name, field in noun.fields.items()
            if field.privacy is Privacy.PERSON and self.people.isChecked()
        }

    def _proposed(self) -> str:
        """A file name that is valid on every file system, and that tells for whom the file is."""
        words = self.desk.words
        name = "".join(c if c.isalnum() or c in " -" else "" for c in self.desk.school.profile.name).strip() or "skole"
        if self.ours.isChecked():
            whose = words("own school, everything")
        else:
            whose = words("for others, with people") if self.people.isChecked() else words("for others")
        return f"{name} {self.desk.day()} ({whose}).fosdesk"

    def _choose(self) -> None:
        if self.lock.lacking:
            self._show_error(FosdeskError("Write a password, or choose to have none."))
            self.lock.field.setFocus()
            return
        proposed = str(Path(self.desk.settings.start_folder) / self._proposed())
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), proposed, "fosdesk (*.fosdesk)")
        if not chosen:
            return
        path = _named(Path(chosen))
        if self.lock.password and not self.desk.choices.sheet_offered:
            self._show_sheet(path.name, on_the_way=True).accepted.connect(lambda: self.write(path))
        else:
            self.write(path)

    def _show_sheet(self, file: str, *, on_the_way: bool) -> QDialog:
        """Offer a page to print with the password; before the first file of all, unasked."""
        from fosdesk.ui.frame.password_sheet_dialog import PasswordSheetDialog

        dialog = PasswordSheetDialog(self.desk, self.lock.password, file, self, on_the_way=on_the_way)
        dialog.accepted.connect(
            lambda: self.desk.attempt(lambda: self.desk.settings.change(sheet_offered=True)),
        )
        dialog.open()
        return dialog

    def write(self, path: Path) -> None:
        """Write the file; an error is shown, and an earlier file stays."""
        from fosdesk.exchange.password_seal import seal
        from fosdesk.exchange.school_file import reference_journal, save_bytes, write_school_file

        workspace, school = self.desk.workspace, self.desk.school
        path = _named(path)
        reference, password, ticked, now = self.others.isChecked(), self.lock.password, self._ticked(), workspace.now()

        def write(pace: Pace) -> None:
            if reference:
                journal = reference_journal(
                    school,
                    names=workspace.names(pace),
                    name=school.profile.name,
                    audience=Audience.NETWORK,
                    ticked=ticked,
                    now=now,
                )
            else:
                workspace.store.mend_gaps(pace)  # nobody could read a file with gaps
                journal = workspace.store.journal(school.id)
            pace()
            content = write_school_file(journal, app=__version__, made=now, reference=reference)
            changes = list(journal.changes)
            del journal
            let_go(changes)
            pace()
            if password:
                content = seal(content, password)
                pace()
            save_bytes(path, content)

        def written(_: None) -> None:
            self.desk.attempt(lambda: self.desk.settings.change(folder=str(path.parent)))
            self.written.emit(str(path))
            self.accept()
            if reference:
                from fosdesk.reports.sections.document_opening import AUDIENCES

                words = self.desk.words
                offer_to_note(self.desk, f"{words('School file')} ({path.name})", words(AUDIENCES[Audience.NETWORK]))

        self._said.hide()
        self.hide()  # it comes back when the file could not be written
        self.desk.long_work.begin(
            self.desk.words("Writing the school file"), write, written, failed=self._show_error, stopped=self.open
        )

    def _show_error(self, trouble: FosdeskError) -> None:
        self._said.setText(self.desk.words(trouble.sentence, **trouble.arguments))
        self._said.show()
        self.open()
        scroll_into_view(self._said)


def _named(path: Path) -> Path:
    return path if path.suffix == ".fosdesk" else path.with_name(path.name + ".fosdesk")
