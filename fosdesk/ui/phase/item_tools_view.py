"""The tools of an open checklist item: what they hold, to be opened, and a line to write in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.noun_words import noun_many
from fosdesk.display.tool_words import count_words, record_line
from fosdesk.domain.fields import AtItem, Noun, Record
from fosdesk.domain.framework import ChecklistItem
from fosdesk.domain.rules.blank_records import record_of_line
from fosdesk.domain.rules.item_tools import (
    Tool,
    can_write_one_line,
    count_of,
    first_records,
    is_private,
    record_id,
    tools_of,
    written_fields,
)
from fosdesk.domain.values.semester import Semester
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, clear, column, set_shown, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record, go_to_tool, home_of, page_of_field, page_words
from fosdesk.ui.lists.quick_add import QuickAdd, can_quick_add

_BESIDE = 620  # px at 100 %: two fields stand side by side


class ToolList(QWidget):
    """The first records of a noun, each a button that opens it where it lives, and a line for a new one."""

    laid = Signal()

    def __init__(self, desk: Desk, noun: Noun, item: ChecklistItem) -> None:
        super().__init__()
        self.desk, self.noun, self._item = desk, noun, item.id
        self.records: list[LineButton] = []
        self._shown: Sequence[tuple[str, str, str]] | None = None
        words = desk.words
        body = column(self, gap=4)
        head = FlowBox(gap=8)
        head.add(WrappingLabel(noun_many(words, noun), "strong"))
        self.count = text("", "quiet", wrap=False)
        head.add(self.count)
        if is_private(noun):
            head.add(WrappingLabel("· " + words("only for the leadership team"), "note"))
        self.whole = button("", "text")
        self.whole.clicked.connect(lambda: go_to_tool(desk, noun))
        head.add(self.whole)
        body.addWidget(head)
        self._lines = column(gap=0)
        body.addLayout(self._lines)
        self.quick: QuickAdd | None = None
        if not desk.read_only and can_write_one_line(noun) and can_quick_add(noun):
            self.quick = QuickAdd(desk, noun, self._make, item.id)
            body.addWidget(self.quick)
        self.reload()

    def _make(self, line: str) -> Record:
        """Store a record with a title; FosdeskError when it cannot be stored."""
        desk = self.desk
        return desk.workspace.add(record_of_line(desk.school, self.noun, line, desk.day(), self._item))

    def reload(self) -> None:
        """Show what is stored; the line that is being written stays as it is."""
        desk, words, noun = self.desk, self.desk.words, self.noun
        held = count_of(desk.school, noun).records
        set_shown(self, bool(held) or not desk.read_only)
        said = count_words(words, desk.school, noun)
        self.count.setText(f"· {said}" if said else "")
        page = page_words(desk, home_of(noun))
        shown = words("Show all ({n})", n=words.number(held)) if held else words("Do it in {page}", page=page)
        self.whole.setText(shown.replace("&", "&&"))
        self.whole.setAccessibleName(f"{noun_many(words, noun)}: {shown}")
        lines = [
            (one.id, *record_line(words, desk.framework, desk.school, one)) for one in first_records(desk.school, noun)
        ]
        if lines != self._shown:
            self._shown = lines
            self._lay(lines)

    def _lay(self, lines: Sequence[tuple[str, str, str]]) -> None:
        had_cursor = any(one.hasFocus() for one in self.records)
        clear(self._lines)
        self.records = []
        for one, title, state in lines:
            made = LineButton(self.desk.theme, most_lines=2)
            made.set_words(title, notes=((state, 0),) if state else ())
            made.clicked.connect(lambda _=False, i=one: go_to_record(self.desk, i))
            self._lines.addWidget(made)
            self.records.append(made)
        if had_cursor:
            (self.records[0] if self.records else self.whole).setFocus()
        self.laid.emit()


class ToolFields(QWidget):
    """The fields of a record with a fixed id that belong to an item, and a button that leads to where it lives."""

    def __init__(self, desk: Desk, noun: Noun, places: Sequence[AtItem], item: ChecklistItem) -> None:
        super().__init__()
        self.desk, self.noun, self._places, self._phase = desk, noun, places, item.phase
        self.editors: list[FieldEditor] = []
        words = desk.words
        body = column(self, gap=8)
        semester = self._semester()
        for place in places:
            one = record_id(place, item.phase, semester)
            names = () if place.elsewhere else place.fields
            editors = [FieldEditor(desk, noun.record, one, name, lines=2) for name in names]
            self.editors += editors
            for pair in (editors[at : at + 2] for at in range(0, len(editors), 2)):
                beside = SideBySide(desk.theme.px(_BESIDE))
                for made in pair:
                    beside.add(made)
                body.addWidget(beside)
        first, name = record_id(places[0], item.phase, semester), places[0].fields[0]
        here = page_of_field(desk.school, first, name)
        self.there: QPushButton | None = None
        if here != f"phase:{item.phase}":
            self.there = button(words("Do it in {page}", page=page_words(desk, here)), "text")
            self.there.clicked.connect(lambda: desk.go_to_field(first, name))
            body.addWidget(self.there, 0, Qt.AlignmentFlag.AlignLeft)
        self.reload()

    def _semester(self) -> str:
        return str(Semester.of_date(self.desk.day()))

    def reload(self) -> None:
        """Show the stored values; what holds nothing is shown only where somebody may write it."""
        school, semester = self.desk.school, self._semester()
        only_written = self.desk.read_only or all(place.if_written for place in self._places)
        written = [
            name for one in self._places for name in written_fields(school, self.noun, one, self._phase, semester)
        ]
        set_shown(self, bool(written) or not only_written)
        for editor in self.editors:
            editor.reload()
            set_shown(editor, not only_written or editor.name in written or bool(editor.as_typed))


class ItemTools(QWidget):
    """All tools of an item, or the sentence that says why it has none."""

    laid = Signal()  # lines came or went

    def __init__(self, desk: Desk, item: ChecklistItem) -> None:
        super().__init__()
        self.lists: dict[str, ToolList] = {}
        self.fields: dict[str, ToolFields] = {}
        body = column(self, gap=16)
        for tool in tools_of(item.id):
            body.addWidget(self._made(desk, tool, item))

    def _made(self, desk: Desk, tool: Tool, item: ChecklistItem) -> QWidget:
        if tool.places:
            self.fields[tool.noun.key] = fields = ToolFields(desk, tool.noun, tool.places, item)
            return fields
        self.lists[tool.noun.key] = made = ToolList(desk, tool.noun, item)
        made.laid.connect(self.laid)
        return made

    def reload(self) -> None:
        """Show what is stored."""
        for fields in self.fields.values():
            fields.reload()
        for some in self.lists.values():
            some.reload()
