"""OwnerDocumentDialog: makes a document about many schools: which, of which municipality, language, PDF or Word."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QRadioButton, QWidget

from fosdesk.display.record_words import LANGUAGE_NAMES
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.pace import Pace
from fosdesk.reports.document_catalogue import PDF, WORD
from fosdesk.reports.owner.owner_documents import OWNER_DOCUMENTS, owner_document, owner_file_name
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.choice_row import choice_row
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.frame.long_work import LongWork
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.schools.owner.opened_topic import OpenedTopic
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words, read_words

_SIZE = 620, 560  # px at 100 %
_KINDS = {PDF: "PDF", WORD: "Word"}


class OwnerDocumentDialog(QDialog):
    """The municipality that the window shows is proposed; all of them are «across»."""

    def __init__(
        self,
        topic: OpenedTopic,
        words: Words,
        theme: Theme,
        settings: SettingsFile,
        work: LongWork,
        today: Callable[[], date],
        say: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self._topic, self._words, self._settings, self._work = topic, words, settings, work
        self._today, self._say = today, say
        self.setWindowTitle(words("Make a document"))
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        layout = column(self, gap=10, margins=(24, 20, 24, 20))
        self.kinds: dict[str, QRadioButton] = {}
        for key, kind in OWNER_DOCUMENTS.items():
            one = self.kinds[key] = QRadioButton(words(kind.title).replace("&", "&&"))
            one.setAccessibleDescription(words(kind.about))
            one.setChecked(not layout.count())
            layout.addWidget(one)
            below = column(gap=0, margins=(theme.px(26), 0, 0, 4))
            below.addWidget(text(words(kind.about), "quiet"))
            layout.addLayout(below)
        self.place = DropDown()
        self.place.setAccessibleName(words("Which schools"))
        self.place.addItem(words("Across all municipalities"), "")
        for municipality in topic.municipalities():
            self.place.addItem(words("Within {municipality}", municipality=municipality), municipality)
        self.place.setCurrentIndex(max(self.place.findData(topic.municipality), 0))
        self.language = ChipChoice(
            list(LANGUAGE_NAMES.items()), words.language, name=words("Language of the document"), always=True
        )
        self.kind = ChipChoice(list(_KINDS.items()), PDF, name=words("Kind of file"), always=True)
        layout.addWidget(choice_row(theme, words("Which schools"), self.place))
        layout.addWidget(choice_row(theme, words("Language"), self.language))
        layout.addWidget(choice_row(theme, words("Kind of file"), self.kind))
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        layout.addStretch(1)
        self.save = button(words("Choose where, and save"), "main")
        self.save.clicked.connect(self._choose)
        layout.addLayout(dialog_foot(self, words("Cancel"), self.save))

    @property
    def key(self) -> str:
        """The document that is chosen."""
        return next(key for key, one in self.kinds.items() if one.isChecked())

    def proposed_path(self) -> Path:
        """Where to save it, in the folder that was used last."""
        folder = Path(self._settings.start_folder)
        topic = self._topic.documents(self.place.currentData())
        return folder / owner_file_name(
            self.key, topic, read_words(self.language.value), self._today(), self.kind.value
        )

    def _choose(self) -> None:
        kinds = f"{_KINDS[self.kind.value]} (*{self.kind.value})"
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), str(self.proposed_path()), kinds)
        if chosen:
            self.save_at(Path(chosen))

    def save_at(self, path: Path) -> None:
        """Save it; what goes wrong is told in the dialog, and an earlier file stays."""
        ending = self.kind.value
        if path.suffix.lower() != ending:
            path = path.with_name(path.name + ending)
        key, topic = self.key, self._topic.documents(self.place.currentData())
        language, day = self.language.value, self._today()

        def act(pace: Pace) -> None:
            save_bytes(path, owner_document(key, ending, topic, read_words(language), day, pace))

        def done(_: None) -> None:
            self._say(self._words("{file} is ready.", file=path.name))
            self.accept()

        self._work.begin(self._words("Making the document"), act, done, failed=self._show_error)

    def _show_error(self, trouble: FosdeskError) -> None:
        self._said.setText(self._words(trouble.sentence, **trouble.arguments))
        self._said.show()
