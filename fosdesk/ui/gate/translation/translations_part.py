"""The part Translations: what was let in, as a list, and the card of one of them over the whole width."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import GateEntry, SchoolProfile, TranslationNote
from fosdesk.domain.rules.blank_records import record_of_line
from fosdesk.domain.rules.gate_rules import decision_of
from fosdesk.domain.rules.review.translations import Translations, leaning, neighbours, translation_id, translations
from fosdesk.domain.school import values_of
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.text_folding import folded, words_in
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, clear, column, set_shown, text
from fosdesk.ui.controls.search_line import SearchLine
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.gate.translation.translation_card import TranslationCard, lean_words
from fosdesk.ui.lists.quick_add import QuickAdd

_WIDEST = 1120  # px at 100 %
_MOST = 40  # lines at first
_FILTER = 520  # px at 100 %
_A_LIST = 8  # translations from which on the list can be filtered
_STANDING = 190  # px at 100 %, of the column that says where a translation stands
_DOCUMENT = "translation_cards"


class TranslationsPart(Part):
    """One card at a time takes the place of the list."""

    nouns: ClassVar[tuple[type[Record], ...]] = (GateEntry, TranslationNote, SchoolProfile)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.begins = TranslationNote
        words = desk.words
        inside = QWidget()
        inside.setMaximumWidth(desk.theme.px(_WIDEST))
        column(self, gap=0).addWidget(inside)
        body = column(inside, gap=10)
        self.open_id = ""
        # -- the list
        self.list = QWidget()
        rows = column(self.list, gap=8)
        self.quick = QuickAdd(desk, noun_of(TranslationNote), self._make)
        self.quick.made.connect(self.open_entry)
        set_shown(self.quick, not desk.read_only)
        rows.addWidget(self.quick)
        self.wanted = SearchLine(words("Filter the list"))
        self.wanted.setMaximumWidth(desk.theme.px(_FILTER))
        self.wanted.textChanged.connect(lambda _: self._show_list())
        self.wanted.hide()
        rows.addWidget(self.wanted)
        self.lean = text("", "said")
        self.lean.hide()
        rows.addWidget(self.lean)
        self.nothing = text("", "quiet")
        self.nothing.hide()
        rows.addWidget(self.nothing)
        self._lines = column(gap=4)
        rows.addLayout(self._lines)
        body.addWidget(self.list)
        # -- the card
        self.one = QWidget()
        self.one.hide()
        card = column(self.one, gap=8)
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
        for one in (self.back, self.place, self.earlier, self.later, self.print):
            head.add(one)
        card.addWidget(head)
        self.title = text("", "heading")
        card.addWidget(self.title)
        self.card: TranslationCard | None = None
        self._card_body = column(gap=0)
        card.addLayout(self._card_body)
        body.addWidget(self.one)
        self._shown: object = None
        self.lines: dict[str, LineButton] = {}

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
            self.quick.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if before in self.lines:
            self.lines[before].setFocus(Qt.FocusReason.OtherFocusReason)
        self.laid.emit()
        return True

    def search(self) -> bool:
        """Set the focus to the filter of the list; False while there is little to filter."""
        if len(self._all()) < _A_LIST or not self.close_card():
            return False
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()
        return True

    def refresh(self) -> None:
        """Show the current school: the open card, or the list."""
        desk = self.desk
        if self.open_id and desk.school.find(self.open_id) is None:
            self.open_id = ""
        set_shown(self.one, bool(self.open_id))
        set_shown(self.list, not self.open_id)
        if self.open_id:
            self._show_card()
        else:
            self._show_list()

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
        if self.card is not None:
            self.card.reload()

    def _turn(self, side: int) -> None:
        wanted = neighbours(self._all(), self.open_id)[side]
        if wanted:
            self.open_entry(wanted)

    # -- the list

    def _make(self, title: str) -> Record:
        """Store what is translated as an entry of today, not decided yet; FosdeskError when it cannot be stored."""
        desk = self.desk
        return desk.workspace.add(record_of_line(desk.school, noun_of(TranslationNote), title, desk.day()))

    def _show_list(self) -> None:
        school, words = self.desk.school, self.words
        found = translations(school)
        lean = leaning(school)
        self.lean.setText(lean_words(self.desk, lean))
        set_shown(self.lean, bool(lean) and not self.desk.read_only)
        if self.desk.read_only:
            self.nothing.setText(words("Nothing has been translated yet."))
        else:
            self.nothing.setText(
                words("Nothing has been let in yet. What you take in in the log comes here, to be made your own.")
            )
        set_shown(self.nothing, not (found.written or found.waiting))
        set_shown(self.wanted, len(found.written) + len(found.waiting) >= _A_LIST)
        sought = words_in(self.wanted.text())
        if sought:
            found = Translations(*(tuple(one for one in some if self._fits(one, sought)) for some in found))
            self.nothing.setText(words("Nothing in the list fits."))
            set_shown(self.nothing, not (found.written or found.waiting))
        shown = (found, [school.find(translation_id(one.id)) for one in found.written])
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._lines)
        self.lines = {}
        self._section("", found.written)
        if not self.desk.read_only:
            self._section(words("Let in, and not translated"), found.waiting)
        self.laid.emit()

    def _fits(self, entry: GateEntry, sought: Sequence[str]) -> bool:
        """Whether all words are in the entry's title or source, or in its translation."""
        note = self.desk.school.find(translation_id(entry.id))
        texts = values_of(note).values() if note is not None else ()
        said = folded("\n".join((entry.what, entry.source, *(one for one in texts if isinstance(one, str)))))
        return all(word in said for word in sought)

    def _section(self, title: str, entries: Sequence[GateEntry]) -> None:
        if not entries:
            return
        if title:
            heading = text(title, "heading")
            heading.setContentsMargins(8, 12, 0, 4)
            self._lines.addWidget(heading)
        several = ShowMoreList(entries, self._line, self.words, most=_MOST)
        several.laid.connect(self.laid)
        self._lines.addWidget(several)

    def _line(self, entry: GateEntry) -> LineButton:
        words = self.words
        note = self.desk.school.get(TranslationNote, translation_id(entry.id))
        made = LineButton(self.desk.theme, most_lines=2)
        day = words.short_date(entry.came) if known_day(entry.came) else ""
        decision = option_words(words, choice_of(GateEntry, "decision"), decision_of(entry))
        first = note.our_words.strip() or note.monday.strip() or note.reshaped.strip()
        standing = option_words(words, choice_of(TranslationNote, "standing"), note.standing) if note.standing else ""
        below = first or " · ".join(filter(None, (decision, day)))
        made.set_words(
            entry.what.strip() or words("Entry without a title"), below=below, notes=((standing, _STANDING),)
        )
        made.clicked.connect(lambda: self.open_entry(entry.id))
        self.lines[entry.id] = made
        return made
