"""The panel of one document: audience, content, and buttons to view and save it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QWidget

from fosdesk.display.record_words import LANGUAGE_NAMES
from fosdesk.domain.records import Meeting
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace, takes_long
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.meeting_audience import audiences_of_meeting
from fosdesk.reports.document_catalogue import PDF, WORD
from fosdesk.reports.document_kind import DocumentKind
from fosdesk.reports.document_preview import DocumentContent, document_content, shown_fields
from fosdesk.reports.period_choice import years_to_choose
from fosdesk.reports.sections.document_opening import audience_label
from fosdesk.reports.writer import missing_characters
from fosdesk.ui.controls.chips import ChipChoice, FlowBox
from fosdesk.ui.controls.choice_row import choice_row
from fosdesk.ui.controls.plain_widgets import button, column, framed, line, row, set_shown, text
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.documents.archive_choice import ArchiveChoice
from fosdesk.ui.documents.content_preview import ContentPreview
from fosdesk.ui.documents.descriptions_part import DescriptionsPart
from fosdesk.ui.documents.document_job import DocumentJob, DocumentRequest, Ready, Saved
from fosdesk.ui.documents.meeting_drop_down import MeetingDropDown
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.system_open import open_file
from fosdesk.ui.lists.disclosure_offer import offer_to_note

if TYPE_CHECKING:
    from fosdesk.ui.documents.preview_dialog import PreviewDialog
    from fosdesk.ui.frame.projection.slides_window import SlidesWindow

_DESCRIBED, _REQUESTS = "description", "owner_request"
_MAX_YEARS = 12  # to choose from; a file can say that something came in any year


class DocumentPanel(QWidget):
    """The choices are for one document and are forgotten afterwards."""

    def __init__(self, desk: Desk, kind: DocumentKind, work: DocumentJob) -> None:
        super().__init__()
        self.desk, self.words, self.kind = desk, desk.words, kind
        self._work = work
        self.destroyed.connect(work.drop)
        self._saved: Path | None = None
        self._ending = PDF
        self.preview: PreviewDialog | None = None
        self._layout = column(self, gap=14)
        more = parted(self.words(kind.about))[1]
        if more:
            self._layout.addWidget(text(more, "quiet"))
        self._lay_choices()
        self._lay_archive()
        self._lay_acts()
        self._layout.addWidget(line())
        self.holds = ContentPreview(desk)
        self.holds.changed.connect(self._update_texts)
        self._layout.addWidget(self.holds)
        self.requests: QPushButton | None = None
        if kind.category == "owner" and _REQUESTS in shown_fields(kind.key) and not desk.read_only:
            self._lay_requests()
        self.descriptions: DescriptionsPart | None = None
        if kind.key == _DESCRIBED and not desk.read_only:
            self._layout.addWidget(line())
            self.descriptions = DescriptionsPart(desk)
            self._layout.addWidget(self.descriptions)
        self._layout.addStretch(1)  # room to spare goes below, not between
        self._update_texts()

    # -- laying out

    def _lay_choices(self) -> None:
        words, desk = self.words, self.desk
        self.meeting = MeetingDropDown(desk, self.kind) if self.kind.by_meeting else None
        audiences = self._audiences()
        states = [("draft", words("Draft")), ("final", words("Final version"))]
        # What a colleague shared is made for us to read, as it is.
        as_it_is = desk.read_only and Audience.SCHOOL in self.kind.audiences
        first = Audience.SCHOOL.value if as_it_is else audiences[0][0]
        state = "final" if self.kind.is_final else "draft"
        self.audience = ChipChoice(audiences, name=words("For whom"), always=True)
        self.audience.set_value(first)
        self.language = ChipChoice(
            list(LANGUAGE_NAMES.items()), words.language, name=words("Language of the document"), always=True
        )
        self.state = ChipChoice(states, state, name=words("Draft or final"), always=True)
        choices = ((words("For whom"), self.audience), (words("Draft or final"), self.state))
        rows = [] if desk.read_only else [choice_row(desk.theme, label, chips) for label, chips in choices]
        hidden = [self.audience, self.state] if desk.read_only else []
        rows.insert(1, choice_row(desk.theme, words("Language"), self.language))
        self._years = dict(list(years_to_choose(self.kind, desk.school).items())[:_MAX_YEARS])
        self.period = ChipChoice(
            [("", words("Everything so far")), *((key, key) for key in self._years)],
            "",
            name=words("Period"),
            always=True,
        )
        if self._years:
            rows.append(choice_row(desk.theme, words("Period"), self.period))
        else:
            hidden.append(self.period)
        self.paper: ChipChoice | None = None
        if self.kind.papers:
            papers = [(one, one) for one in self.kind.papers]
            self.paper = ChipChoice(papers, papers[0][0], name=words("Paper"), always=True)
            self.paper.chosen.connect(lambda _: self._chose())
            rows.append(choice_row(desk.theme, words("Paper"), self.paper))
        for choice in hidden:
            choice.setParent(self)
            choice.hide()
        if self.meeting is not None:
            beside = QWidget()
            beside.setFocusProxy(self.meeting)
            aligned = row(gap=0)
            aligned.addWidget(self.meeting, 1)
            aligned.addStretch(0)
            beside.setLayout(aligned)
            self._meeting_row = choice_row(desk.theme, words("Which meeting"), beside)
            self._meeting_row.setVisible(self.meeting.count() > 0)
            self.meeting.activated.connect(lambda _: self._chose_meeting())
            rows.insert(0, self._meeting_row)
        holder = QWidget()
        whole = column(holder, gap=8)
        for one in rows:
            whole.addWidget(one)
        self._layout.addWidget(holder)
        for choice in (self.audience, self.language, self.state, self.period):
            choice.chosen.connect(lambda _: self._chose())

    def _lay_archive(self) -> None:
        choice = ArchiveChoice(self.desk, self.kind.key)
        self.archive, self.reference = choice.tick, choice.reference
        self._layout.addWidget(choice)
        set_shown(choice, not self.desk.read_only)

    def _lay_acts(self) -> None:
        words = self.words
        acts = FlowBox(gap=8)
        self.look = button(words("Look at the PDF"), "main")
        self.look.clicked.connect(self._open_preview)
        self.save = button(words("Save PDF …"))
        self.save.clicked.connect(lambda: self._choose_place(PDF))
        self.word = button(words("Save as Word file …"))
        self.word.clicked.connect(lambda: self._choose_place(WORD))
        for act in (self.look, self.save, self.word):
            acts.add(act)
        self.slides: SlidesWindow | None = None
        if self.kind.has_slides:
            self.show_slides = button(words("Show on a big screen"))
            self.show_slides.clicked.connect(self._open_slides)
            acts.add(self.show_slides)
        self._layout.addWidget(acts)
        self.notice: QFrame = framed("notice")
        inside = column(self.notice, gap=4, margins=(16, 10, 12, 10))
        self._said = text("")
        inside.addWidget(self._said)
        ways = row(gap=4)
        self.open = button(words("Open it"), "text")
        self.open.clicked.connect(self._open)
        self.folder = button(words("Show the folder"), "text")
        self.folder.clicked.connect(self._open_folder)
        self.again = button(words("Choose another place …"), "text")
        self.again.clicked.connect(lambda: self._choose_place(self._ending))
        for way in (self.open, self.folder, self.again):
            ways.addWidget(way)
        ways.addStretch(1)
        inside.addLayout(ways)
        self.notice.hide()
        self._layout.addWidget(self.notice)

    def _lay_requests(self) -> None:
        """Where the school writes what it asks for: the program asks for nothing by itself."""
        words = self.words
        self.requests = button(words("Write what you ask the owner for"), "text")
        self.requests.clicked.connect(lambda: self.desk.go("schools", _REQUESTS))
        beside = row(gap=0)
        beside.addWidget(self.requests)
        beside.addStretch(1)
        self._layout.addLayout(beside)

    # -- as it stands

    @property
    def order(self) -> DocumentRequest:
        """The request as currently chosen."""
        return DocumentRequest(
            self.kind.key,
            Audience(self.audience.value),
            self.language.value,
            self.state.value == "draft",
            frozenset(self.holds.ticked),
            self._years.get(self.period.value),
            meeting.id if (meeting := self._chosen_meeting) is not None else "",
            self.paper.value if self.paper is not None else "",
        )

    @property
    def _chosen_meeting(self) -> Meeting | None:
        return self.meeting.meeting if self.meeting is not None else None

    def _audiences(self) -> list[tuple[str, str]]:
        """For whom it can be made; with whom a meeting is held decides which there are, and which comes first."""
        meeting = self._chosen_meeting
        fit = self.kind.audiences if meeting is None else audiences_of_meeting(self.desk.school, meeting)
        return [(one.value, audience_label(self.words, one, meeting)) for one in fit]

    def choose_meeting(self, meeting_id: str) -> None:
        """Choose the meeting that the document is about."""
        if self.meeting is not None:
            self.meeting.choose(meeting_id)
            self._chose_meeting()

    def _chose_meeting(self) -> None:
        self._offer_audiences("")
        self._chose()

    def _offer_audiences(self, chosen: str) -> None:
        """Offer those of the meeting, with the first of them chosen unless `chosen` is among them."""
        audiences = self._audiences()
        known = dict(audiences)
        school = Audience.SCHOOL.value
        first = school if self.desk.read_only and school in known else audiences[0][0]
        self.audience.set_options(audiences, chosen if chosen in known else first)
        follow_layout(self)

    def reload(self) -> None:
        """Show what the document would contain now."""
        if self.descriptions is not None:
            self.descriptions.reload()
        if self.meeting is not None:
            before = self.meeting.currentData()
            self.meeting.reload()
            self._meeting_row.setVisible(self.meeting.count() > 0)
            self._offer_audiences(self.audience.value if self.meeting.currentData() == before else "")
        self._update_texts()

    def _chose(self) -> None:
        self.holds.ticked.clear()
        self._work.drop()
        self.notice.hide()
        self._update_texts()

    def _update_texts(self) -> None:
        desk, order = self.desk, self.order

        def look(pace: Pace) -> DocumentContent:
            history = desk.workspace.history_of_all() if self.kind.history else ()
            names = desk.workspace.names(pace)
            pace()
            return document_content(
                order.key,
                desk.school,
                desk.framework,
                self.words,
                order.audience,
                desk.today(),
                order.ticked,
                names=names,
                within=order.within,
                meeting=order.meeting,
                history=history,
            )

        def show(found: DocumentContent) -> None:
            self.holds.show_holding(found)
            follow_layout(self)

        if takes_long(desk.workspace.store.path):
            desk.long_work.begin(self.words("Looking at what goes in"), look, show)
        else:
            show(look(NO_HURRY))

    # -- making

    def _open_preview(self) -> None:
        if not self.desk.release(self):
            return
        self.notice.hide()
        self._work.make(self.order, self._show, lambda trouble: self._show_error(trouble, PDF))

    def _open_slides(self) -> None:
        from fosdesk.ui.frame.projection.slides_window import SlidesWindow

        if self.slides is None and self.desk.release(self):
            self.slides = SlidesWindow(self.desk, self.kind.key)
            self.slides.left.connect(self._slides_closed)
            self.slides.showFullScreen()

    def _slides_closed(self) -> None:
        self.slides = None
        self.show_slides.setFocus()

    def _show(self, ready: Ready) -> None:
        from fosdesk.ui.documents.preview_dialog import PreviewDialog

        dialog = PreviewDialog(self.desk, ready.content, self.words(self.kind.title), self.window())
        dialog.save_asked.connect(lambda: self._choose_place(PDF))
        dialog.reader_asked.connect(self._open_in_reader)
        dialog.finished.connect(self._preview_closed)
        self.preview = dialog
        dialog.open()

    def _open_in_reader(self) -> None:
        try:
            open_file(self._work.file_to_read())
        except FosdeskError as trouble:
            self._show_error(trouble, PDF)

    def _preview_closed(self) -> None:
        self.preview = None
        self._work.drop()
        self.look.setFocus()

    def _choose_place(self, ending: str) -> None:
        if not self.desk.release(self):
            return
        words = self.words
        title = words("Save PDF") if ending == PDF else words("Save as Word file")
        kinds = "PDF (*.pdf)" if ending == PDF else "Word (*.docx)"
        proposed = str(self._work.proposed_name(self.order, ending))
        chosen, _ = QFileDialog.getSaveFileName(self.preview or self, title, proposed, kinds)
        if chosen:
            path = Path(chosen)
            self.make_at(path if path.suffix.lower() == ending else path.with_name(path.name + ending))

    def make_at(self, path: Path) -> None:
        """Save the document at `path`; an error is shown as a sentence, and an earlier file stays."""
        ending = WORD if path.suffix.lower() == WORD else PDF
        if path.suffix.lower() != ending:
            path = path.with_name(path.name + ending)
        wanted = self.archive.isChecked() and ending == PDF
        self._work.save(
            self.order,
            path,
            self._done,
            lambda trouble: self._show_error(trouble, ending),
            reference=self.reference.text() if wanted else None,
        )

    def _done(self, saved: Saved) -> None:
        words, path, made = self.words, saved.path, saved.made
        self.desk.attempt(lambda: self.desk.settings.change(folder=str(path.parent)))
        if made.pages:
            said = words.plural("{file} is ready: {n} page.", "{file} is ready: {n} pages.", made.pages, file=path.name)
        else:
            said = words("{file} is ready.", file=path.name)
        if made.missing:
            said += " " + missing_characters(words, made.missing)
        if made.findings:
            said += " " + words("It does not meet every rule for archiving. Keep the school file as well.")
        self.holds.ticked.clear()
        self._work.drop()
        self._update_texts()
        self._show_result(said, path)
        if self.preview is not None:
            self.preview.close()
        if saved.order.audience is not Audience.SCHOOL:
            whom = audience_label(words, saved.order.audience, self._chosen_meeting)
            offer_to_note(self.desk, words(self.kind.title), whom)

    def _show_error(self, trouble: FosdeskError, ending: str) -> None:
        self._ending = ending
        said = self.words(trouble.sentence, **trouble.arguments)
        self._show_result(said, None)
        if self.preview is not None:
            self.preview.show_error(said)

    def _show_result(self, sentence: str, path: Path | None) -> None:
        self._saved = path
        self._said.setText(sentence)
        self.open.setVisible(path is not None)
        self.folder.setVisible(path is not None)
        self.again.setVisible(path is None)
        self.notice.show()

    def _open(self) -> None:
        if self._saved is not None:
            open_file(self._saved)

    def _open_folder(self) -> None:
        if self._saved is not None:
            open_file(self._saved.parent)


def parted(words: str) -> tuple[str, str]:
    """The first sentence, and the rest."""
    end = words.find(". ") + 1
    return (words[:end], words[end + 1 :]) if end else (words, "")
