"""The gatekeeping log: the standard list of entries below the picture of what came of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton

from fosdesk.display.figures.gate_flow_figure import gate_flow_figure
from fosdesk.display.gatekeeping.apa_reference import is_reference
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import CoreComponent, GateEntry, GateReason, Membership, Person, TranslationNote, Vote
from fosdesk.domain.rules.gate_rules import UNDECIDED, by_decision, decide, decision_of, reasons_by_entry
from fosdesk.exchange.references.bibtex import is_bibtex
from fosdesk.exchange.references.csl_json import is_csl_json
from fosdesk.exchange.references.ris import is_ris
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.color_dots import dot
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.controls.plain_widgets import button, hold_width, set_shown
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.controls.text_fields import names_files, what_is_copied
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.gate.entry_panel import EntryPanel
from fosdesk.ui.gate.reference_reading import ReferenceReading
from fosdesk.ui.gate.waiting_list import WaitingList
from fosdesk.ui.lists.list_acts import ListActs
from fosdesk.ui.lists.listing import Row
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.lists.records_table import Column

if TYPE_CHECKING:
    from fosdesk.ui.gate.reference_saving import ReferenceSavingDialog
    from fosdesk.ui.gate.screening_dialog import ScreeningDialog

_FLOW_HEIGHT = 126
_LEAST = 110  # px at 100 % of the table
_BESIDE, _ACTS = 900, 210  # px at 100 %: from this width, the buttons stand beside the picture, in so much of it
_LOW = 640  # px at 100 %; in a lower window, picture and list take turns
_DOTS = {"admitted": "accent", "adapted": "accent_soft", "parked": "ochre", "kept_out": "plum"}


class GateActs(ListActs):
    """A decision that is set in the list is signed as one in the form is."""

    def shown(self, record_id: str) -> Record | None:
        """The entry; one that nobody has touched is undecided."""
        entry = super().shown(record_id)
        return _as_shown(entry) if isinstance(entry, GateEntry) else None

    def stored(self, pairs: Sequence[tuple[Record, Record]]) -> Sequence[tuple[Record | None, Record]]:
        """The entries with what was changed in them."""
        found: list[tuple[Record | None, Record]] = []
        for before, after in pairs:
            assert isinstance(after, GateEntry)
            entry = self._desk.school.get(GateEntry, before.id)
            wanted = msgspec.structs.replace(after, decision=entry.decision)
            found.append((entry, decide(wanted, after.decision, self._desk.workspace.role, self._desk.day())))
        return [(before, after) for before, after in found if before != after]


class GateList(NounList):
    """Entries are searched with their reasons, too."""

    def __init__(self, desk: Desk) -> None:
        self._shown: dict[str, tuple[GateEntry, Sequence[str], GateEntry]] = {}
        super().__init__(desk, noun_of(GateEntry))
        self.table.setIconSize(QSize(desk.theme.px(14), desk.theme.px(14)))
        self.listing.more_text = lambda one: "\n".join(self._shown[one.id][1])
        self.reading = ReferenceReading(desk, self.acts, self, self._show_read)

    def records(self) -> Sequence[Record]:
        """The entries; one that says the same as before, with the same reasons, stays what it is."""
        reasons = reasons_by_entry(self.desk.school)
        before, self._shown = self._shown, {}
        for entry in self.desk.school.of(GateEntry):
            own, known = reasons.get(entry.id, ()), before.get(entry.id)
            if known is None or known[0] is not entry or known[1] != own:
                known = entry, own, msgspec.structs.replace(_as_shown(entry))
            self._shown[entry.id] = known
        return [shown for _, _, shown in self._shown.values()]

    def _paste(self) -> None:
        """Rows, or references in a format of their own."""
        copied = what_is_copied()
        said = "" if names_files(copied) else copied.text()
        if said and not self.desk.read_only and (is_ris(said) or is_bibtex(said) or is_csl_json(said)):
            if self.desk.release(self):
                self.reading.open_text(said)
            return
        super()._paste()

    def _show_read(self, record_id: str) -> None:
        self._reveal(record_id)
        self.list_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def make_acts(self) -> ListActs:
        """What signs decisions."""
        return GateActs(self.desk, self.noun, self.listing)

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> EntryPanel:
        """The entry with its decision, reasons, translation and reply."""
        return EntryPanel(self.desk, record_id, acts)

    def _column(self, name: str) -> Column[Row]:
        made = super()._column(name)
        if name != "decision":
            return made
        dots = {key: dot(self.desk.theme, colour) for key, colour in _DOTS.items()}
        undecided = dot(self.desk.theme, "quiet", filled=False)
        return made._replace(mark=lambda one: dots.get(getattr(one, "decision", ""), undecided))


class LogPart(NounPart):
    """A click on the picture shows the entries of one decision."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, GateEntry)
        self.nouns = (GateEntry, GateReason, TranslationNote, CoreComponent, Vote, Membership, Person)  # type: ignore[misc]  # of this one part
        mine = self.words("Nothing has come in yet. Write down the next idea that somebody brings you.")
        self.purpose.setText(self.words("Nothing has come in yet.") if desk.read_only else mine)
        self.flow = FigureView(desk.theme)
        self.flow.picked.connect(self._filter_by)
        self.flow.setFixedHeight(desk.theme.px(_FLOW_HEIGHT))
        self.waiting = WaitingList(desk)
        self.waiting.laid.connect(self.laid)
        self.go_through = button(self.words("Go through"))
        self.read = button(self.words("Read references …"), "text")
        self.save = button(self.words("Save references …"), "text")
        for act, pressed in ((self.go_through, self._screen), (self.read, self._read), (self.save, self._save)):
            act.clicked.connect(lambda _=False, one=pressed: one())
        set_shown(self.read, not desk.read_only)
        self.list.line_tools.first_row.addWidget(self.read)
        self.screening: ScreeningDialog | None = None
        self.saving: ReferenceSavingDialog | None = None
        self.list.table.setMinimumHeight(desk.theme.px(_LEAST))  # so that the picture has room above it
        self._beside = SideBySide(desk.theme.px(_BESIDE), gap=16, narrow_gap=12)
        self._beside.turned.connect(self._take_turns)
        self._above = FlowBox(gap=8)
        self._beside.add(self._above, 0)
        self._beside.add(self.flow, 1)
        for one in (self.go_through, self.waiting.fold, self.save, self.add_picture(self.flow, _LOW, self._beside)):
            self._above.add(one)
        self.add_above(self.waiting)
        self._redraw = QTimer(self, singleShot=True, interval=60)
        self._redraw.timeout.connect(self._draw)

    def make_list(self) -> NounList:
        """The entries."""
        return GateList(self.desk)

    def refresh(self) -> None:
        """Show the current log."""
        super().refresh()
        self._draw()
        self.show_picture(shown=bool(self.list.listing.records))
        open_ones = len(self._undecided())
        self.go_through.setText(self.words("Go through ({n})", n=self.words.number(open_ones)))
        self.go_through.setVisible(bool(open_ones) and not self.desk.read_only)
        self.save.setVisible(any(map(is_reference, self.desk.school.of(GateEntry))))
        self.waiting.refresh()

    def _take_turns(self) -> None:
        """Where the picture has room beside the buttons, they stand below each other there, else in a line."""
        super()._take_turns()
        is_beside = self._beside.is_wide and not self.flow.isHidden()
        hold_width(self._above, self.desk.theme.px(_ACTS) if is_beside else None)

    def _undecided(self) -> list[str]:
        """The entries to go through, those that came first ahead."""
        entries = by_decision(self.desk.school).get(UNDECIDED, ())
        return [one.id for one in sorted(entries, key=lambda one: (one.came or "9999", one.id)) if not one.put_away]

    def _screen(self) -> None:
        if self.desk.release(self) and (ids := self._undecided()):
            from fosdesk.ui.gate.screening_dialog import ScreeningDialog

            self.list.close_row()
            self.screening = ScreeningDialog(self.desk, ids, self.window())
            self.screening.finished.connect(self._forget)
            self.screening.open()

    def _read(self) -> None:
        assert isinstance(self.list, GateList)
        self.list.reading.choose()

    def _save(self) -> None:
        if self.desk.release(self):
            from fosdesk.ui.gate.reference_saving import ReferenceSavingDialog

            shown = [one for one in self.list.listing.matching() if isinstance(one, GateEntry)]
            self.saving = ReferenceSavingDialog(self.desk, shown, self.window())
            self.saving.finished.connect(self._forget)
            self.saving.open()

    def _forget(self) -> None:
        self.screening = self.saving = None

    def _draw(self) -> None:
        """The flow figure for the available width, at the usual text size."""
        width = max(self.flow.width(), 320) * 100 / self.desk.theme.text_size
        self.flow.show_figure(gate_flow_figure(self.desk.school, self.words, width, _FLOW_HEIGHT))

    def _filter_by(self, key: str) -> None:
        self._turn_to_list()
        self.list.choose("decision", "" if self.list.listing.filters.get("decision") == key else key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Redraw the flow once the width has settled."""
        super().resizeEvent(event)
        self._redraw.start()


def _as_shown(entry: GateEntry) -> GateEntry:
    return entry if entry.decision else msgspec.structs.replace(entry, decision=decision_of(entry))
