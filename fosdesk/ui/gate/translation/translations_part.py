"""The part Translations: what was let in, as a list, and the card of one of them over the whole width."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import GateEntry, SchoolProfile, TranslationNote
from fosdesk.domain.rules.review.translations import (
    leaning,
    neighbours,
    translation_id,
    translations,
    with_one_translation,
)
from fosdesk.exchange.example.example_ids import offered_examples
from fosdesk.pace import Pace
from fosdesk.reports.documents.translation.one_card import one_card
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.pdf.print_job import PrintJob
from fosdesk.ui.controls.plain_widgets import button, column, held_column, set_shown, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.gate.translation.translation_card import TranslationCard, lean_words
from fosdesk.ui.gate.translation.translation_list import TranslationList

_WIDEST, _LOWEST = 1120, 220  # px at 100 %
_DOCUMENT = "translation_cards"


class TranslationsPart(Part):
    """One card at a time takes the place of the list."""

    nouns: ClassVar[tuple[type[Record], ...]] = (GateEntry, TranslationNote, SchoolProfile)
    fills: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.begins = TranslationNote
        words = desk.words
        body = column(self, gap=10)
        self.open_id = ""
        # -- the list
        self.lean = text("", "said")
        self.lean.hide()
        body.addWidget(self.lean)
        self.nothing = text("", "quiet")
        self.nothing.hide()
        body.addWidget(self.nothing)
        self.list = TranslationList(desk)
        self.list.opened.connect(self.open_record)
        self.list.laid.connect(self.laid)
        body.addWidget(self.list, 1)
        # -- the card
        self.one = QWidget()
        self.one.hide()
        card = held_column(self.one, desk.theme.px(_WIDEST), gap=8)
        head = FlowBox(gap=8)
        self.back = button("‹ " + words("All translations"), "text", name=words("All translations"))
        self.back.clicked.connect(self.close_card)
        self.place = text("", "quiet", wrap=False)
        self.earlier = button(words("Previous"), "text")
        self.later = button(words("Next"), "text")
        self.earlier.clicked.connect(lambda: self._turn(0))
        self.later.clicked.connect(lambda: self._turn(1))
        self.print = button(words("Translation cards as a document"), "text")
        self.print.clicked.connect(lambda: desk.go("documents", _DOCUMENT))
        self.to_paper = button(words("Print …"), "text")
        self.job = PrintJob(words, self.to_paper, desk.show_message, self)
        self.to_paper.clicked.connect(lambda: self.job.press(self.make_paper))
        for one in (self.back, self.place, self.earlier, self.later, self.to_paper, self.print):
            head.add(one)
        card.addWidget(head)
        self.title = text("", "heading")
        card.addWidget(self.title)
        self.card: TranslationCard | None = None
        area = SheetArea()
        area.setMinimumHeight(desk.theme.px(_LOWEST))
        self._card_body = column(lay_sheet(area), gap=0)
        card.addWidget(area, 1)
        body.addWidget(self.one, 1)

    @property
    def act(self) -> str:
        """The main button: a new translation."""
        return self.words(noun_of(TranslationNote).use.new)

    @property
    def about(self) -> str:
        """What the part is for."""
        return self.words(noun_of(TranslationNote).use.purpose)

    def begin(self) -> None:
        """Put the cursor into the line that begins one."""
        if self.close_card():
            self.list.quick.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_record(self, record_id: str) -> None:
        """Open the translation of an entry, by its own id."""
        self.open_entry(record_id.partition(":")[2])

    def open_entry(self, entry_id: str) -> None:
        """Open the card of an entry; text in another that cannot be stored stays open."""
        if not self.desk.release(self) or self.desk.school.find(entry_id) is None:
            return
        self.open_id = entry_id
        if self.card is None:
            self.card = TranslationCard(self.desk)
            self.card.gone.connect(self.close_card)
            self._card_body.addWidget(self.card)
        self.card.show_entry(entry_id)
        self.refresh()
        if self.desk.read_only:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.card.begin_writing()
        self.laid.emit()

    def close_card(self) -> bool:
        """Go back to the list; False where something typed cannot be stored."""
        if not self.desk.release(self):
            return False
        before, self.open_id = self.open_id, ""
        self.refresh()
        if before:
            self.list.mark_open(translation_id(before))
            self.list.list_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.laid.emit()
        return True

    def search(self) -> bool:
        """Set the focus to the filter of the list; False while there is nothing to filter."""
        return self.close_card() and self.list.search()

    def refresh(self) -> None:
        """Show the current school: the open card, or the list."""
        desk = self.desk
        if self.open_id and desk.school.find(self.open_id) is None:
            self.open_id = ""
        set_shown(self.one, bool(self.open_id))
        set_shown(self.list, not self.open_id)
        self._show_notes()
        if self.open_id:
            self._show_card()
        else:
            self.list.refresh()

    def _show_notes(self) -> None:
        """What is said above the list: on which side all stand, or what comes here."""
        words, desk, found = self.words, self.desk, translations(self.desk.school)
        lean = leaning(desk.school)
        self.lean.setText(lean_words(desk, lean))
        set_shown(self.lean, bool(lean) and not desk.read_only and not self.open_id)
        comes = words("Nothing has been let in yet. What you take in in the log comes here, to be made your own.")
        self.nothing.setText(words("Nothing has been translated yet.") if desk.read_only else comes)
        set_shown(self.nothing, not (found.written or found.waiting) and not self.open_id)

    # -- the card

    def _all(self) -> list[GateEntry]:
        found = translations(self.desk.school)
        return [*found.written, *found.waiting]

    def _show_card(self) -> None:
        words, entries = self.words, self._all()
        entry = self.desk.school.get(GateEntry, self.open_id)
        self.title.setText(entry.what.strip() or words("Entry without a title"))
        at = next((n for n, one in enumerate(entries, 1) if one.id == self.open_id), 0)
        self.place.setText(words("{n} of {all}", n=words.number(at), all=words.number(len(entries))) if at else "")
        before, after = neighbours(entries, self.open_id)
        self.earlier.setEnabled(bool(before))
        self.later.setEnabled(bool(after))
        set_shown(self.to_paper, self.desk.school.find(translation_id(self.open_id)) is not None)
        if self.card is not None:
            self.card.reload()

    def make_paper(self, done: Callable[[bytes], None]) -> None:
        """Make the PDF of the open card alone, and hand over its bytes."""
        desk, entry = self.desk, self.open_id
        if not desk.release(self):
            return

        def act(pace: Pace) -> bytes:
            return one_card(
                with_one_translation(desk.school, entry),
                desk.framework,
                desk.words,
                desk.today(),
                names=desk.workspace.names(pace),
                is_example=desk.school.id in offered_examples(),
                pace=pace,
            )

        desk.long_work.begin(self.words("Preparing the print"), act, done)

    def _turn(self, side: int) -> None:
        wanted = neighbours(self._all(), self.open_id)[side]
        if wanted:
            self.open_entry(wanted)
