"""Documents: choose one, see what goes in and what stays out, make it and open it."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout

from fosdesk.content import read_framework
from fosdesk.domain.privacy import Audience
from fosdesk.domain.records import Description
from fosdesk.domain.records.description import HEADINGS
from fosdesk.errors import FosdeskError
from fosdesk.reports.catalogue import DOCUMENTS, Holding, file_name, holding, make_document
from fosdesk.ui.desk import Desk
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.labels import LANGUAGE_NAMES
from fosdesk.ui.page import Page
from fosdesk.ui.widgets.chips import ChipChoice
from fosdesk.ui.widgets.texts import button, clear, column, framed, line, row, text
from fosdesk.words import Words, read_words


class DocumentsPage(Page):
    """What is ticked in here is for this one document and is forgotten afterwards."""

    key: ClassVar[str] = "documents"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        self._ticked: set[str] = set()
        self._made: Path | None = None
        super().__init__(
            desk, words("Documents"), words("Make a PDF to hand over. You see first what goes in and what stays out.")
        )

    def build(self) -> None:
        """Choices, what the document holds, and the description in the team's own words."""
        words, desk = self.words, self.desk
        self.make = button(words("Make PDF"), "main")
        self.make.clicked.connect(self._choose_place)
        self.main_act(self.make)
        options = [(kind.key, words(kind.title)) for kind in DOCUMENTS.values()]
        self.document = ChipChoice(options, options[0][0], name=words("Document"))
        self._about = text("", "quiet")
        self.language = ChipChoice(list(LANGUAGE_NAMES.items()), words.language, name=words("Language"))
        audiences = [
            (Audience.SCHOOL.value, words("Our own school")),
            (Audience.OWNER.value, words("Owner and unions")),
            (Audience.NETWORK.value, words("Other schools")),
        ]
        self.audience = ChipChoice(audiences, Audience.SCHOOL.value, name=words("For whom"))
        self.state = ChipChoice(
            [("draft", words("Draft")), ("final", words("Final version"))], "draft", name=words("Draft or final")
        )
        for label, widget in (
            (words("Document"), self.document),
            (words("For whom"), self.audience),
            (words("Language"), self.language),
            (words("Draft or final"), self.state),
        ):
            one = row(gap=16)
            name = text(label, "label", wrap=False)
            name.setFixedWidth(desk.theme.px(150))
            one.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            one.addWidget(widget, 1)
            self.body.addLayout(one)
            if widget is self.document:
                about = row(gap=16)
                about.addSpacing(desk.theme.px(150) + 16)
                about.addWidget(self._about, 1)
                self.body.addLayout(about)
            widget.chosen.connect(lambda key, w=widget: self._keep_choice(w, key))
        self._chosen = {w: w.value for w in (self.document, self.audience, self.language, self.state)}
        self._done = framed("notice")
        done = row(self._done, gap=8, margins=(16, 8, 12, 8))
        self._done_words = text("")
        done.addWidget(self._done_words, 1)
        self.open = button(words("Open it"), "text")
        self.open.clicked.connect(self._open)
        self.folder = button(words("Show the folder"), "text")
        self.folder.clicked.connect(self._open_folder)
        done.addWidget(self.open)
        done.addWidget(self.folder)
        self._done.hide()
        self.body.addWidget(self._done)
        self.body.addWidget(line())
        sides = row(gap=40)
        self._in: QVBoxLayout = column(gap=6)
        self._out: QVBoxLayout = column(gap=6)
        for side in (self._in, self._out):
            holder = column(gap=0)
            holder.addLayout(side)
            holder.addStretch(1)
            sides.addLayout(holder, 1)
        self.body.addLayout(sides)
        self.body.addWidget(line())
        self.body.addWidget(text(words("Describe your choices"), "heading"))
        lead = words(
            "A few sentences under each heading are enough. They open the documentation, and you can "
            "leave any of them empty."
        )
        self.body.addWidget(text(lead, "quiet"))
        titles = {
            "anchoring": words("Anchoring"),
            "learning": words("Learning activities"),
            "support": words("External support"),
            "resources": words("Use of resources"),
        }
        self.descriptions = {
            key: FieldEditor(desk, Description, f"description:{key}", "text", label=titles[key], lines=4)
            for key in HEADINGS
        }
        for editor in self.descriptions.values():
            self.body.addWidget(editor)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show what the chosen document would hold now."""
        for editor in self.descriptions.values():
            editor.reload()
        self._tell()

    def show_record(self, record_id: str) -> None:
        """Bring one of the four descriptions into view."""
        editor = self.descriptions.get(record_id.partition(":")[2])
        if editor is not None:
            self.scroller.ensureWidgetVisible(editor)

    def _keep_choice(self, widget: ChipChoice, key: str) -> None:
        # One of them is always chosen: a second click on it changes nothing.
        if not key:
            widget.set_value(self._chosen[widget])
        self._chosen[widget] = widget.value
        self._ticked.clear()
        self._done.hide()
        self._tell()

    def _document_words(self) -> Words:
        return self.words if self.language.value == self.words.language else read_words(self.language.value)

    def _tell(self) -> None:
        desk, words = self.desk, self.words
        self._about.setText(words(DOCUMENTS[self.document.value].about))
        audience = Audience(self.audience.value)
        held: Holding = holding(self.document.value, desk.school, desk.framework, words, audience, self._ticked)
        clear(self._in)
        clear(self._out)
        self._in.addWidget(text(words("This goes in"), "heading"))
        for one in held.held:
            entry = row(gap=8)
            entry.addWidget(text(one.what), 1)
            entry.addWidget(text(words.number(one.count), "quiet", wrap=False))
            self._in.addLayout(entry)
        if not held.held:
            self._in.addWidget(text(words("Nothing has been written yet."), "quiet"))
        self._out.addWidget(text(words("This stays out"), "heading"))
        for left in held.left_out:
            if left.may_tick:
                tick = QCheckBox(f"{left.what} ({left.count})".replace("&", "&&"))
                tick.setChecked(left.place in self._ticked)
                tick.setToolTip(words("Ticked, it goes in this one time."))
                tick.clicked.connect(lambda on, place=left.place: self._tick(place, on=on))
                self._out.addWidget(tick)
            else:
                self._out.addWidget(text(f"{left.what} ({left.count})"))
        if held.left_out:
            self._out.addWidget(text(words("Tick something to let it in this one time."), "note"))
        else:
            self._out.addWidget(text(words("Nothing."), "quiet"))

    def _tick(self, place: str, *, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(place)
        self._tell()

    def _choose_place(self) -> None:
        self.settle_edits()
        desk = self.desk
        name = file_name(self.document.value, desk.school, self._document_words(), desk.today())
        proposed = str(Path(desk.choices.folder) / name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.words("Make PDF"), proposed, "PDF (*.pdf)")
        if chosen:
            self.make_at(Path(chosen))

    def make_at(self, path: Path) -> None:
        """Make the document; trouble is told in a sentence, and an earlier file there stays as it was."""
        desk, words = self.desk, self.words
        if path.suffix.lower() != ".pdf":
            path = path.with_name(path.name + ".pdf")
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            made = make_document(
                self.document.value,
                desk.school,
                read_framework(self.language.value),
                self._document_words(),
                Audience(self.audience.value),
                desk.today(),
                path,
                ticked=frozenset(self._ticked),
                draft=self.state.value == "draft",
            )
        except FosdeskError as trouble:
            self._tell_done(words(trouble.sentence, **trouble.arguments), None)
            return
        except OSError:
            sentence = words(
                "{file} could not be written. It may be open in another program, or the folder is "
                "full or closed to you. "
                "Try another name or place.",
                file=path.name,
            )
            self._tell_done(sentence, None)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        desk.settings.change(folder=str(path.parent))
        self._ticked.clear()
        self._tell()
        done = words.plural("{file} is ready: {n} page.", "{file} is ready: {n} pages.", made.pages, file=path.name)
        if made.missing:
            done += " " + words.plural(
                "{n} character could not be shown and stands as □.",
                "{n} characters could not be shown and stand as □.",
                made.missing,
            )
        self._tell_done(done, path)

    def _tell_done(self, sentence: str, path: Path | None) -> None:
        self._made = path
        self._done_words.setText(sentence)
        self.open.setVisible(path is not None)
        self.folder.setVisible(path is not None)
        self._done.show()

    def _open(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _open_folder(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.parent)))
