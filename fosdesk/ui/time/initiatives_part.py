"""The part about initiatives: what they take, what was begun and ended, and the look before one says yes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.figures.initiative_figures import hops_figure, hops_sentence, load_figure
from fosdesk.display.record_words import record_words, short
from fosdesk.display.shapes import Figure
from fosdesk.display.tool_words import record_line
from fosdesk.domain.records import GateEntry, Initiative
from fosdesk.domain.rules.consolidation.initiative_load import (
    Hop,
    SemesterLoad,
    hops,
    is_considered,
    load,
    met_before,
)
from fosdesk.domain.school import School
from fosdesk.ui.controls.fitted_figure import FittedFigure
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, clear, column, row, set_shown, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.lists.views.viewed_list import ViewedList

_LOW = 800  # px at 100 %; in a lower window, pictures and list take turns
_NAMED = 5  # of those that wait for an answer
_DOCUMENT = "new_initiative"
# What one asks before saying yes, then what is known of it.
_CHECK = (
    *("name", "origin", "minutes", "displaces", "loses_time", "component", "answer", "reason", "decided", "revisit"),
    *("from_whom", "carried_by", "started", "ended", "reply"),
)


class InitiativeForm(RecordForm):
    """While an answer is open, what one asks before saying yes stands first, with what the school has met before."""

    seen = 10

    def __init__(self, desk: Desk, record_id: str, *, acts: Sequence[QPushButton] = ()) -> None:
        words = desk.words
        self.reply = button(words("Write the reply"), "text")
        self.sheet = button(words("Sheet for the meeting"), "text")
        mine = () if desk.read_only else (self.reply,)
        super().__init__(desk, Initiative, record_id, only=_CHECK, acts=(*mine, self.sheet, *acts))
        self.reply.clicked.connect(self._write_reply)
        self.sheet.clicked.connect(lambda: desk.go("documents", _DOCUMENT))
        self.head = QWidget()
        head = column(self.head, gap=2)
        head.addWidget(text(words("Before you say yes"), "heading"))
        head.addWidget(text(words("Yes, no and wait are equally good answers."), "quiet"))
        self.body.insertWidget(0, self.head)
        self.cost = FittedFigure(desk.theme, self._draw_cost, least=280, most=360)
        head.addWidget(self.cost)
        self.memory = QWidget()
        self._memory = column(self.memory, gap=0)
        self._met: list[tuple[str, str, str]] | None = None
        self.body.insertWidget(self.body.indexOf(self.fold), self.memory)
        self._show_check()

    def reload(self) -> None:
        """Show the stored values."""
        super().reload()
        self._show_check()

    def _show_check(self) -> None:
        desk = self.desk
        record = desk.new_records.school.get(Initiative, self.record_id)
        set_shown(self.head, is_considered(record, desk.day()))
        set_shown(self.cost, bool(record.minutes))
        if record.minutes:
            self.cost.redraw()
        met = [
            (one.id, *record_line(desk.words, desk.framework, desk.school, one))
            for one in met_before(desk.school, record)
        ]
        if met == self._met:
            return
        self._met = met
        clear(self._memory)
        set_shown(self.memory, bool(met))
        if met:
            self._memory.addWidget(text(desk.words("Met before"), "label"))
        for record_id, title, state in met:
            made = LineButton(desk.theme, most_lines=2)
            kind = desk.words("At the gate") if isinstance(desk.school.find(record_id), GateEntry) else ""
            made.set_words(title, below=" · ".join(part for part in (kind, state) if part))
            made.clicked.connect(lambda _=False, i=record_id: go_to_record(desk, i))
            self._memory.addWidget(made)

    def _draw_cost(self, width: float) -> Figure:
        """What a yes would add, before the answer is given."""
        desk = self.desk
        return load_figure(load(desk.school, desk.day(), (self.record_id,)), desk.words, width, 84)

    def _write_reply(self) -> None:
        self.fold.unfold()
        self.editors["reply"].take_cursor()


class InitiativeList(ViewedList):
    """The form looks before it leaps."""

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> InitiativeForm:
        """The form of an initiative."""
        return InitiativeForm(self.desk, record_id, acts=acts)


class InitiativesPart(NounPart):
    """Two pictures above the list: the load of each semester, and hops; a hop leads to its initiative."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Initiative)
        words = self.words
        self.nouns = (*self.nouns, GateEntry)  # type: ignore[misc]  # of this one part
        self._drawn: tuple[School, tuple[str, ...], str] | None = None  # what the pictures were drawn of
        self._asked: tuple[School, str, tuple[str, ...]] | None = None  # what is considered, of which school and day
        self._loads: Sequence[SemesterLoad] = ()
        self._found: Sequence[Hop] = ()
        self.pictures = SideBySide(desk.theme.px(820), gap=24)
        self.load = FittedFigure(desk.theme, self._draw_load, least=280, most=560)
        self.hops = FittedFigure(desk.theme, self._draw_hops, least=320, most=760)
        self.hops.picked.connect(self.open_record)
        self.considered, self.counts = text("", "quiet"), text("", "quiet")
        for title, said, picture in (
            (words("Time in each semester"), self.considered, self.load),
            (words("Begun and ended in the last 24 months"), self.counts, self.hops),
        ):
            holder = QWidget()
            inside = column(holder, gap=2)
            inside.addWidget(text(title, "strong"))
            inside.addWidget(said)
            inside.addWidget(picture)
            inside.addStretch(1)
            self.pictures.add(holder, 4 if picture is self.load else 5)
        acts = row(gap=8)
        acts.addWidget(self.add_picture(self.pictures, _LOW))
        acts.addStretch(1)
        self._acts = QWidget()
        self._acts.setLayout(acts)
        self.add_above(self._acts)
        self.list.laid.connect(self._redraw)

    def make_list(self) -> NounList:
        """The list of initiatives."""
        return InitiativeList(self.desk, self.noun)

    def refresh(self) -> None:
        """Refresh list and pictures, as the pictures show all of it."""
        super().refresh()
        self.show_picture(shown=bool(self.list.listing.records))
        self._redraw()

    def _redraw(self) -> None:
        words, some = self.words, self._considered()
        school, day = self.desk.school, self.desk.day()
        if self._drawn == (school, some, day):
            return
        # For all widths that the layout asks about: thousands of initiatives are looked through once.
        self._drawn = (school, some, day)
        self._loads, self._found = load(school, day, frozenset(some)), hops(school, day)
        said = words("Hatched: {what}, if the answer is yes", what=self._named(some)) if some else ""
        self.considered.setText(said)
        set_shown(self.considered, bool(said))
        self.counts.setText(hops_sentence(self._found, words))
        set_shown(self.counts, bool(self.counts.text()))
        self.load.redraw()
        self.hops.redraw()

    def _named(self, some: Sequence[str]) -> str:
        words, desk = self.words, self.desk
        first = [short(record_words(words, desk.framework, desk.school, one), 60) for one in some[:_NAMED]]
        left = len(some) - len(first)
        if not left:
            return words.joined(first)
        return words.plural("{name} and {n} more", "{name} and {n} more", left, name=", ".join(first))

    def _considered(self) -> tuple[str, ...]:
        """What a yes would add: the open one alone where an answer to it is open, else all of that kind."""
        school, day = self.desk.school, self.desk.day()
        if self._asked is None or self._asked[:2] != (school, day):  # asked whenever the list is laid
            some = tuple(one.id for one in school.of(Initiative) if one.minutes and is_considered(one, day))
            self._asked = (school, day, some)
        some = self._asked[2]
        return (self.list.open_id,) if self.list.open_id in some else some

    def _draw_load(self, width: float) -> Figure:
        return load_figure(self._loads, self.words, width)

    def _draw_hops(self, width: float) -> Figure:
        return hops_figure(self._found, self.words, self.desk.day(), width)

    @property
    def about(self) -> str:
        """What the part is for."""
        return self.words("What else runs, what it takes, and what you ask before you say yes to something new.")
