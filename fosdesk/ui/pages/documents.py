"""Documents: choose one, see what goes in and what stays out, make it and open it."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

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
from fosdesk.ui.widgets.choice_row import choice_row
from fosdesk.ui.widgets.side_by_side import SideBySide
from fosdesk.ui.widgets.tab_order import follow_layout
from fosdesk.ui.widgets.texts import button, clear, column, framed, line, row, text
from fosdesk.ui.widgets.tick_line import TickLine
from fosdesk.words import Words, read_words

_WIDEST = 760  # wider lines are hard to read


class DocumentsPage(Page):
    """What is ticked in here is for this one document and is forgotten afterwards."""

    key: ClassVar[str] = "documents"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        self._ticked: set[str] = set()
        self._ticks: dict[str, QCheckBox] = {}
        self._made: Path | None = None
        self.descriptions: dict[str, FieldEditor] = {}
        mine = words("Make a PDF to hand over. You see first what goes in and what stays out.")
        theirs = words("Make a PDF of what this school has shared, to read on paper.")
        super().__init__(desk, words("Documents"), theirs if desk.read_only else mine)

    def build(self) -> None:
        """Choices, what the document holds, and the description in the team's own words."""
        words, desk = self.words, self.desk
        self.make = button(words("Make PDF"), "main")
        self.make.clicked.connect(self._choose_place)
        self.main_act(self.make)
        self._lay_choices()
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
        sides = SideBySide(desk.theme.px(560), gap=40)
        self._in: QVBoxLayout = column(gap=6)
        self._out: QVBoxLayout = column(gap=4)
        for side in (self._in, self._out):
            holder = QWidget()
            whole = column(holder, gap=0)
            whole.addLayout(side)
            whole.addStretch(1)
            sides.add(holder)
        self.body.addWidget(sides)
        if not desk.read_only:
            self._lay_description()
        follow_layout(self)

    def _lay_choices(self) -> None:
        words, desk = self.words, self.desk
        documents = [(kind.key, words(kind.title)) for kind in DOCUMENTS.values()]
        audiences = [
            (Audience.SCHOOL.value, words("Our own school")),
            (Audience.OWNER.value, words("Owner and unions")),
            (Audience.NETWORK.value, words("Other schools")),
        ]
        states = [("draft", words("Draft")), ("final", words("Final version"))]
        languages = list(LANGUAGE_NAMES.items())
        self.document = ChipChoice(documents, documents[0][0], name=words("Document"), always=True)
        self.audience = ChipChoice(audiences, Audience.SCHOOL.value, name=words("For whom"), always=True)
        self.language = ChipChoice(languages, words.language, name=words("Language"), always=True)
        self.state = ChipChoice(states, "draft", name=words("Draft or final"), always=True)
        self._about = text("", "quiet")
        chosen = QWidget()
        both = column(chosen, gap=6)
        both.addWidget(self.document)
        both.addWidget(self._about)
        for label, widget in (
            (words("Document"), chosen),
            (words("For whom"), self.audience),
            (words("Language"), self.language),
            (words("Draft or final"), self.state),
        ):
            # What a colleague shared is made for us to read, as it is.
            if desk.read_only and widget in (self.audience, self.state):
                widget.setParent(self)
                widget.hide()
                continue
            self.body.addWidget(choice_row(desk.theme, label, widget))
        for choice in (self.document, self.audience, self.language, self.state):
            choice.chosen.connect(lambda _: self._chose())

    def _lay_description(self) -> None:
        words = self.words
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
        for key in HEADINGS:
            editor = FieldEditor(self.desk, Description, f"description:{key}", "text", label=titles[key], lines=4)
            editor.setMaximumWidth(self.desk.theme.px(_WIDEST))
            self.descriptions[key] = editor
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

    def _chose(self) -> None:
        self._ticked.clear()
        self._done.hide()
        self._tell()

    def _document_words(self) -> Words:
        return self.words if self.language.value == self.words.language else read_words(self.language.value)

    def _tell(self) -> None:
        desk, words = self.desk, self.words
        self._about.setText(words(DOCUMENTS[self.document.value].about))
        audience = Audience(self.audience.value)
        held: Holding = holding(
            self.document.value,
            desk.school,
            desk.framework,
            words,
            audience,
            desk.today(),
            self._ticked,
            history=desk.workspace.history_of_all() if DOCUMENTS[self.document.value].history else (),
        )
        clear(self._in)
        clear(self._out)
        self._ticks.clear()
        self._in.addWidget(text(words("This goes in"), "heading"))
        for one in held.held:
            entry = row(gap=12)
            number = text(words.number(one.count), "quiet", wrap=False)
            number.setMinimumWidth(desk.theme.px(34))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            entry.addWidget(number)
            entry.addWidget(text(one.what), 1)
            self._in.addLayout(entry)
        if not held.held:
            self._in.addWidget(text(words("Nothing has been written yet."), "quiet"))
        if desk.read_only:
            return  # what stays out was chosen by those who made the file
        self._out.addWidget(text(words("This stays out"), "heading"))
        for left in held.left_out:
            if left.may_tick:
                line_of_it = TickLine(f"{left.what} ({left.count})")
                line_of_it.tick.setChecked(left.place in self._ticked)
                line_of_it.tick.clicked.connect(lambda on, place=left.place: self._tick(place, on=on))
                self._ticks[left.place] = line_of_it.tick
                self._out.addWidget(line_of_it)
                line_of_it.show()
            else:
                self._out.addWidget(text(f"{left.what} ({left.count})"))
        if held.left_out:
            self._out.addWidget(text(words("Tick something to let it in this one time."), "note"))
        else:
            self._out.addWidget(text(words("Nothing."), "quiet"))
        follow_layout(self)

    def _tick(self, place: str, *, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(place)
        self._tell()
        if place in self._ticks:
            self._ticks[place].setFocus()

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
                history=desk.workspace.history_of_all() if DOCUMENTS[self.document.value].history else (),
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
        desk.attempt(lambda: desk.settings.change(folder=str(path.parent)))
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
