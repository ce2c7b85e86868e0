"""The page Documents: choose a document, see its content, view it, save it."""

from typing import ClassVar

from fosdesk.domain.records import DescriptionSection
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import CATEGORIES, DOCUMENTS
from fosdesk.reports.document_kind import DocumentKind
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.documents.document_job import DocumentJob
from fosdesk.ui.documents.document_panel import DocumentPanel, parted
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.lists.row_list import RowList, RowWords, Section

_DESCRIBED = "description"


class DocumentsPage(Page):
    """Documents grouped by kind; the chosen one opens in place."""

    key: ClassVar[str] = "documents"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        mine = words("Choose what you want to hand over or print. You see first what goes in and what stays out.")
        theirs = words("Make a PDF of what this school has shared, to read on paper.")
        super().__init__(desk, words("Documents"), theirs if desk.read_only else mine)

    def build(self) -> None:
        """Build the list."""
        self.work = DocumentJob(self.desk)
        self.list = RowList(self.desk, self._row_words, self._panel)
        self.list.laid.connect(lambda: follow_layout(self))
        self.body.addWidget(self.list)

    def _row_words(self, key: str) -> RowWords:
        kind = DOCUMENTS[key]
        return RowWords(self.words(kind.title), note=parted(self.words(kind.about))[0], most_note=3)

    def _panel(self, key: str) -> DocumentPanel:
        return DocumentPanel(self.desk, DOCUMENTS[key], self.work)

    @property
    def panel(self) -> DocumentPanel | None:
        """The panel of the open document."""
        return self.list.panel if isinstance(self.list.panel, DocumentPanel) else None

    @property
    def descriptions(self) -> dict[str, FieldEditor]:
        """The editors of the four descriptions, when that document is open."""
        part = self.panel.descriptions if self.panel is not None else None
        return part.editors if part is not None else {}

    def choose(self, key: str) -> DocumentPanel:
        """Open one document."""
        self.list.open_row(key)
        assert self.panel is not None
        return self.panel

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Refresh the list and the open document."""
        self.list.show_sections(
            [
                Section(category, self.words(title), keys)
                for category, title in CATEGORIES.items()
                if (
                    keys := [
                        key for key, kind in DOCUMENTS.items() if kind.category == category and self._is_ours(kind)
                    ]
                )
            ]
        )

    def _is_ours(self, kind: DocumentKind) -> bool:
        """Whether a document is offered here: all of one's own school's, and some of a colleague's."""
        return not self.desk.read_only or Audience.RESEARCH not in kind.audiences

    def show_record(self, record_id: str) -> None:
        """Open a document by its key, a paper of a meeting («agenda:» and its id), or a part of the description."""
        if record_id in DOCUMENTS and self._is_ours(DOCUMENTS[record_id]):
            self.choose(record_id)
            return
        key, _, meeting = record_id.partition(":")
        if key in DOCUMENTS and DOCUMENTS[key].by_meeting:
            self.choose(key).choose_meeting(meeting)
        if isinstance(self.desk.school.find(record_id), DescriptionSection) and not self.desk.read_only:
            part = self.choose(_DESCRIBED).descriptions
            if part is not None and part.own.open_section(record_id):
                self.scroller.ensureWidgetVisible(part.own.forms[record_id])
        if record_id.partition(":")[0] == _DESCRIBED and not self.desk.read_only:
            self.choose(_DESCRIBED)
            editor = self.descriptions.get(record_id.partition(":")[2])
            if editor is not None:
                editor.take_cursor()
                self.scroller.ensureWidgetVisible(editor)
