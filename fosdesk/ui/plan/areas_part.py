"""The part for new areas of development: each goes on with the method, and has a direction of its own."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.record_words import record_words, short
from fosdesk.domain.records import DevelopmentArea, WorkGroup
from fosdesk.domain.rules.consolidation.inheritance import GROUP, METHODS, PARTNERS, TIME, Inherited, inherited
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, clear, column, set_shown, text
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart


def kind_words(desk: Desk, kind: str) -> str:
    """What one kind of the inheritance is called."""
    words = desk.words
    return {
        GROUP: words("Work group"),
        METHODS: words("Ways of working"),
        PARTNERS: words("Partners"),
        TIME: words("Protected time"),
    }[kind]


def held_words(desk: Desk, one: Inherited) -> str:
    """What the records of one kind are called, in one line."""
    named = []
    for record in one.records:
        title = record.name if isinstance(record, WorkGroup) else ""
        named.append(title or short(record_words(desk.words, desk.framework, desk.school, record.id), 60))
    return ", ".join(dict.fromkeys(named))


class AreaForm(RecordForm):
    """What the area inherits stands beside its own words, each line a way to where it is kept."""

    seen = 6

    def __init__(self, desk: Desk, record_id: str, *, acts: Sequence[QPushButton] = ()) -> None:
        super().__init__(desk, DevelopmentArea, record_id, acts=acts)
        words = desk.words
        self.handed = QWidget()
        body = column(self.handed, gap=4)
        body.addWidget(text(words("What the area takes over"), "label"))
        said = words("The method goes along, not the content: direction and core components are written anew.")
        body.addWidget(text(said, "quiet"))
        self._lines = column(gap=0)
        body.addLayout(self._lines)
        self.take = button(words("Write it into the field"), "text")
        self.take.clicked.connect(self._take)
        self.take.setVisible(False)
        body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.insertWidget(self.body.indexOf(self.fold), self.handed)
        self._shown: tuple[tuple[str, str, str], ...] | None = None
        self._show_inherited()

    def reload(self) -> None:
        """Show the stored values."""
        super().reload()
        self._show_inherited()

    def _held(self) -> list[Inherited]:
        return [one for one in inherited(self.desk.school, self.desk.day()) if one.records]

    def _show_inherited(self) -> None:
        desk = self.desk
        found = self._held()
        set_shown(self.handed, bool(found))
        stored = desk.school.find(self.record_id) is not None
        set_shown(self.take, stored and bool(found) and not desk.read_only)
        lines = tuple((kind_words(desk, one.kind), held_words(desk, one), one.records[0].id) for one in found)
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._lines)
        for kind, held, record_id in lines:
            made = LineButton(desk.theme, most_lines=1)
            made.set_words(kind, below=held, most_below=2)
            made.clicked.connect(lambda _=False, i=record_id: go_to_record(desk, i))
            self._lines.addWidget(made)

    def _take(self) -> None:
        """Write what is inherited into the area's own text, below what stands there, as one step."""
        desk = self.desk
        if not desk.release(self):
            return
        before = desk.school.get(DevelopmentArea, self.record_id)
        told = [f"{kind_words(desk, one.kind)}: {held_words(desk, one)}" for one in self._held()]
        new = [line for line in told if line not in before.carries_on]
        if new:
            joined = "\n".join(part for part in (before.carries_on.rstrip(), *new) if part)
            after = msgspec.structs.replace(before, carries_on=joined)
            desk.attempt(lambda: desk.workspace.commit(before, after))


class AreaList(NounList):
    """Each area with what it takes over."""

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> AreaForm:
        """The form of an area."""
        return AreaForm(self.desk, record_id, acts=acts)


class AreasPart(NounPart):
    """Areas that are taken on with the same group and in the same way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, DevelopmentArea)

    def make_list(self) -> NounList:
        """The list of areas."""
        return AreaList(self.desk, self.noun)
