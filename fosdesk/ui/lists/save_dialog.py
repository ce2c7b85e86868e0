"""SaveDialog: saves what a list shows as a spreadsheet or a document, or prints it, for an audience."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from fosdesk.display.noun_table import column_label
from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import Noun
from fosdesk.errors import FosdeskError
from fosdesk.exchange.example.example_ids import offered_examples
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.exchange.table_file import CSV, XLSX, as_xlsx
from fosdesk.exchange.table_text import as_csv
from fosdesk.pace import Pace
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import PDF, WORD
from fosdesk.reports.list_document import ListHeading, list_bytes
from fosdesk.reports.list_table import AUDIENCES, ListTable, columns_for, list_table
from fosdesk.reports.sections import document_opening
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.choice_row import choice_row
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.pdf.print_job import PrintJob
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.disclosure_offer import offer_to_note

_SIZE = 560, 330  # px at 100 %
_KINDS = {XLSX: "Excel", CSV: "CSV", PDF: "PDF", WORD: "Word"}  # what files end in, and what they are called
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class SaveDialog(QDialog):
    """What the chosen audience may not see is not in the file."""

    def __init__(self, desk: Desk, noun: Noun, ids: Sequence[str], columns: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self._desk, self._words, self._noun, self._ids, self._columns = desk, desk.words, noun, ids, columns
        words, theme = self._words, desk.theme
        self.setWindowTitle(words("Save or print the list"))
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        layout = column(self, gap=12, margins=(24, 20, 24, 20))
        many = words.plural("{n} row, as the list shows it now", "{n} rows, as the list shows them now", len(ids))
        layout.addWidget(text(many, "strong"))
        self.audience = ChipChoice(
            [(one.value, words(document_opening.AUDIENCES[one])) for one in AUDIENCES],
            AUDIENCES[0].value,
            name=words("For whom"),
            always=True,
        )
        self.kind = ChipChoice(list(_KINDS.items()), XLSX, name=words("Kind of file"), always=True)
        whose = choice_row(theme, words("For whom"), self.audience)
        layout.addWidget(whose)
        set_shown(whose, not desk.read_only)  # a colleague's school is for nobody but oneself
        layout.addWidget(choice_row(theme, words("Kind of file"), self.kind))
        self.about = text("", "quiet")
        layout.addWidget(self.about)
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        layout.addStretch(1)
        self.save = button(words("Choose where, and save"), "main")
        self.save.clicked.connect(self._choose)
        self.to_paper = button("", "text")
        theme.mark(self.to_paper, "printer")
        self.job = PrintJob(words, self.to_paper, self._tell_printing, self)
        self.to_paper.clicked.connect(lambda: self.job.press(self.make_paper))
        layout.addLayout(dialog_foot(self, words("Cancel"), self.to_paper, self.save))
        self.audience.chosen.connect(lambda _: self._tell())
        self._tell()

    def _tell(self) -> None:
        words, noun = self._words, self._noun
        audience = Audience(self.audience.value)
        kept = columns_for(noun, self._columns, audience)
        out = [column_label(words, noun, name) for name in self._columns if name not in kept]
        said = [words("Left out: {columns}.", columns=words.joined(out))] if out else []
        if audience is not Audience.SCHOOL:
            said.append(words("Texts that mention somebody by name are left empty."))
        self.about.setText(" ".join(said))
        self.about.setVisible(bool(said))
        self.save.setEnabled(bool(kept))
        self.to_paper.setEnabled(bool(kept))

    def _choose(self) -> None:
        kinds = f"{_KINDS[self.kind.value]} (*{self.kind.value})"
        chosen, _ = QFileDialog.getSaveFileName(self, self._words("Save the list"), str(self.proposed_path()), kinds)
        if chosen:
            self.save_at(Path(chosen))

    def proposed_path(self) -> Path:
        """Where to save it, in the folder that was used last; the name tells for whom it is."""
        desk, words = self._desk, self._words
        folder = Path(desk.settings.start_folder)
        name = unicodedata.normalize("NFC", f"{noun_many(words, self._noun)} {desk.school.profile.name}")
        fit = " ".join(_FORBIDDEN.sub(" ", name).split())[:100].strip(" .")
        whose = words(document_opening.AUDIENCES[Audience(self.audience.value)]).lower()
        mark = "" if desk.read_only else f" ({whose})"
        return folder / f"{fit} {desk.day()}{mark}{self.kind.value}"

    def save_at(self, path: Path) -> None:
        """Save the file; what goes wrong is told in the dialog, and an earlier file stays."""
        desk, noun, words, kind = self._desk, self._noun, self._words, self.kind.value
        if path.suffix.lower() != kind:
            path = path.with_name(path.name + kind)
        table_of, heading = self._table_of(), self._heading()
        audience = Audience(self.audience.value)

        def act(pace: Pace) -> int:
            table = table_of(pace)
            if kind == XLSX:
                save_bytes(path, as_xlsx(noun_many(words, noun), table.headings, table.rows, pace))
            elif kind == CSV:
                save_bytes(path, as_csv(table.headings, table.texts))
            else:
                save_bytes(path, list_bytes(kind, heading, table, words, pace))
            return len(table.rows)

        def done(rows: int) -> None:
            desk.attempt(lambda: desk.settings.change(folder=str(path.parent)))
            desk.show_message(
                words.plural("{file} is ready: {n} row.", "{file} is ready: {n} rows.", rows, file=path.name)
            )
            self.accept()
            if audience is not Audience.SCHOOL:
                offer_to_note(desk, noun_many(words, noun), words(document_opening.AUDIENCES[audience]))

        desk.long_work.begin(words("Saving the list"), act, done, failed=self._show_error)

    def _heading(self) -> ListHeading:
        desk = self._desk
        return ListHeading(
            desk.school.profile.name,
            noun_many(self._words, self._noun),
            Audience(self.audience.value),
            desk.today(),
            is_example=desk.school.id in offered_examples(),
        )

    def _table_of(self) -> Callable[[Pace], ListTable]:
        """What makes the table for the audience that is chosen now, off the screen's thread, too."""
        desk, noun, words = self._desk, self._noun, self._words
        audience, school, framework = Audience(self.audience.value), desk.school, desk.framework
        ids, columns, workspace = list(self._ids), self._columns, desk.workspace

        def table(pace: Pace) -> ListTable:
            names = workspace.names(pace)
            return list_table(
                school, noun, ids, columns, audience, names=names, words=words, framework=framework, pace=pace
            )

        return table

    # -- printing

    def make_paper(self, done: Callable[[bytes], None]) -> None:
        """Make the PDF of the list, and hand over its bytes; what goes wrong is told in the dialog."""
        words, table_of, heading = self._words, self._table_of(), self._heading()

        def act(pace: Pace) -> bytes:
            return list_bytes(PDF, heading, table_of(pace), words, pace)

        self._desk.long_work.begin(words("Preparing the print"), act, done, failed=self._show_error)

    def _tell_printing(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    def done(self, result: int) -> None:
        """What is on its way to the printer is stopped with the dialog."""
        self.job.stop()
        super().done(result)

    def _show_error(self, trouble: FosdeskError) -> None:
        self._said.setText(self._words(trouble.sentence, **trouble.arguments))
        self._said.show()
