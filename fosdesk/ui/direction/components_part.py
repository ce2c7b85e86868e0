"""The part Core components: the list, how many are too many, and the poster."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import (
    AdviceLimit,
    AdviceReply,
    AgreedText,
    CoreComponent,
    GateEntry,
    Practice,
    TranslationNote,
)
from fosdesk.domain.rules.advice import advice_limit
from fosdesk.ui.controls.plain_widgets import button, column, framed, row, set_shown, text
from fosdesk.ui.direction.component_form import ComponentForm
from fosdesk.ui.forms.advice_limit_line import AdviceLimitLine
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart

_MANY = "W5"  # the advice on too many
_POSTER = "component_poster"


class ComponentList(NounList):
    """The standard list with a form of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, noun_of(CoreComponent))

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> ComponentForm:
        """The form with versions, examples and entries."""
        return ComponentForm(self.desk, record_id, acts=acts)


class ComponentsPart(NounPart):
    """How many are too many stands where they are written, with the school's own number."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, CoreComponent)
        self.nouns = (CoreComponent, AgreedText, Practice, GateEntry, TranslationNote, AdviceLimit, AdviceReply)  # type: ignore[misc]
        words = desk.words
        self.many = framed("advice")
        inside = column(self.many, gap=4, margins=(14, 10, 14, 8))
        self._said = text("")
        inside.addWidget(self._said)
        self.limit = AdviceLimitLine(desk, _MANY)
        self.limit.closed.connect(self.refresh)
        inside.addWidget(self.limit)
        self.many.hide()
        self.add_above(self.many)
        self.acts_line = row(gap=8)
        self.poster = button(words("Poster for the wall"), "text")
        self.poster.clicked.connect(lambda: desk.go("documents", _POSTER))
        self.acts_line.addWidget(self.poster)
        self.acts_line.addStretch(1)
        self.body.addLayout(self.acts_line)

    def make_list(self) -> NounList:
        """The components."""
        return ComponentList(self.desk)

    def refresh(self) -> None:
        """Show the current school."""
        super().refresh()
        desk = self.desk
        n = len(desk.school.of(CoreComponent))
        limit = advice_limit(desk.framework, desk.school, _MANY)
        self._said.setText(desk.framework.warning(_MANY).says(n))
        self.limit.reload()
        answered = desk.school.get(AdviceReply, f"advice:{_MANY}").stance  # on the overview
        is_many = limit is not None and n > limit and not answered
        set_shown(self.many, (is_many or self.limit.is_open) and not desk.read_only)
        set_shown(self.poster, n > 0)
