"""RowList: a list whose rows open in place, with headings and one open panel."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from fosdesk.domain.fields import Record
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, column, framed, line, row, text
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.open_panel import OpenPanel, RecordPanel
from fosdesk.ui.style.theme import Theme
from fosdesk.ui.tuning import laid_once

_ROOMY = 520
_MORE = 100  # rows that come at once: each is some widgets
_SETTLED = 60  # ms until what wraps has the height it needs
_BY_HAND = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class RowWords(NamedTuple):
    """The texts of a row: title, muted text below and at the right, and a button; how many lines that text may take."""

    title: str
    note: str = ""
    aside: str = ""
    act: str = ""
    most_note: int = 1


class Section(NamedTuple):
    """Rows under a heading; more than `most` are hidden behind a button; without rows, `empty` is shown."""

    key: str
    title: str
    ids: Sequence[str]
    empty: str = ""
    most: int = 40
    act: str = ""
    note: str = ""


class ListRow(QWidget):
    """One row: a line that opens it, and its button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        layout = row(self, gap=8)
        self.line = LineButton(theme, strong=True, most_lines=2, ruled=False)
        layout.addWidget(self.line, 1)
        self.act = button("", "text")
        layout.addWidget(self.act, 0, Qt.AlignmentFlag.AlignVCenter)
        self._said: tuple[RowWords, bool] | None = None

    def set_words(self, words: RowWords, *, may_act: bool) -> None:
        """Set the texts; `may_act` shows the button."""
        if (words, may_act) == self._said:
            return
        self._said = (words, may_act)
        notes = [(words.aside, 0)] if words.aside else []
        self.line.set_words(words.title, below=words.note, notes=notes, most_below=words.most_note)
        self.act.setText(words.act.replace("&", "&&"))
        self.act.setAccessibleName(f"{words.act}: {words.title}")
        self.act.setVisible(bool(words.act) and may_act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the text at the right below the title where the width is small."""
        super().resizeEvent(event)
        self.line.stack(stacked=self.width() < _ROOMY)


class _Heading(QWidget):
    """The heading of a section, its button, and the button for more rows."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, gap=2, margins=(8, 12, 0, 2))
        head = row(gap=8)
        self.title = WrappingLabel("", "heading")
        head.addWidget(self.title)
        self.more = button("", "text")
        head.addWidget(self.more)
        head.addStretch(1)
        self.act = button("", "text")
        head.addWidget(self.act)
        layout.addLayout(head)
        self.note = text("", "quiet")
        layout.addWidget(self.note)
        self.empty = text("", "quiet")
        layout.addWidget(self.empty)


class RowList(QWidget):
    """Keeps its row widgets when records change, so that focus and scroll position stay."""

    act_asked = Signal(str)  # the id of a row
    section_act_asked = Signal(str)  # the key of a section
    laid = Signal()  # rows were added, moved or taken away
    rows_asked = Signal()  # a new row that is not stored came or went: show the sections anew

    def __init__(self, desk: Desk, say: Callable[[str], RowWords], panel: Callable[[str], RecordPanel]) -> None:
        """`say` gives the texts of a row and `panel` creates its panel, both by row id."""
        super().__init__()
        self._desk, self._show_message, self._make = desk, say, panel
        self._layout: QVBoxLayout = column(self, gap=0)
        self._rows: dict[str, ListRow] = {}
        self._headings: dict[str, _Heading] = {}
        self._lines: list[QFrame] = []
        self._sections: Sequence[Section] = ()
        self._unfolded: dict[str, int] = {}  # how many rows of a section are shown beyond those of the first look
        self._far: set[str] = set()  # rows further down that were opened
        self._placed: list[QWidget] = []
        self._frame = QWidget()
        inside = framed("panel")
        column(self._frame, margins=(0, 2, 0, 10)).addWidget(inside)
        self._frame_body = column(inside, margins=(20, 14, 20, 10))
        self._frame.hide()
        self._layout.addWidget(self._frame)
        self._opened = OpenPanel(desk.edits, self._lay_panel, self._take_panel_away, self._forget)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these rows; the open row stays open while it is among them."""
        self._sections = sections
        here = {one for section in sections for one in section.ids}
        self._opened.follow(is_there=self.open_id in here)
        for gone in [one for one in self._rows if one not in here]:
            self._let_go(self._rows.pop(gone))
        self._lay()

    @property
    def open_id(self) -> str:
        """The id of the open row; empty when none is open."""
        return self._opened.record_id

    @property
    def current_id(self) -> str:
        """The id of the row that has the cursor, else of the open one; empty where there is none."""
        return next((key for key, made in self._rows.items() if made.line.hasFocus()), self.open_id)

    @property
    def panel(self) -> RecordPanel | None:
        """The panel of the open row."""
        return self._opened.panel

    def row(self, row_id: str) -> ListRow:
        """The widget of one row; KeyError when it is not shown."""
        return self._rows[row_id]

    def heading_act(self, key: str) -> QWidget:
        """The button in the heading of one section."""
        return self._headings[key].act

    @property
    def shown_ids(self) -> Sequence[str]:
        """The ids of the visible rows, in order."""
        by_row = {id(made): key for key, made in self._rows.items()}
        return [by_row[id(part)] for part in self._placed if id(part) in by_row]

    def open_row(self, row_id: str, *, focus: bool = True) -> None:
        """Open a row and close the open one, which stays open while its text cannot be stored."""
        if self.open_id == row_id or not self._opened.open(row_id):
            return
        self._lay()
        inside = self._opened.widget
        if focus and inside is not None:
            self._enter(inside)
        for moment in (0, _SETTLED):
            QTimer.singleShot(moment, self._bring_into_view)

    def begin(self, record: Record) -> None:
        """Open a row for a new record, which is stored with the first thing that is written in it.

        Where text in the open row cannot be stored, that row stays open and nothing is begun.
        """
        if not self._opened.close():
            return
        made = self._desk.new_records.begin(record)
        self.rows_asked.emit()
        self.open_row(made.id)

    def close_row(self, *, focus: bool = True) -> bool:
        """Save and close the open panel; False when something cannot be stored, so that it stays."""
        row_id = self.open_id
        if not self._opened.close():
            return False
        self._lay()
        there = self._rows.get(row_id)
        if focus and there is not None:
            there.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # -- placing

    def _visible(self, section: Section) -> Sequence[str]:
        most = section.most + self._unfolded.get(section.key, 0)
        near = section.ids[:most]
        return [*near, *(one for one in section.ids[most:] if one in self._far)] if self._far else near

    def _lay(self) -> None:
        wanted: list[QWidget] = []
        lines = iter(self._lines)
        for section in self._sections:
            if section.title or not section.ids:
                heading = self._heading(section)
                if section.ids or section.empty:
                    wanted.append(heading)
            for row_id in self._visible(section):
                one = self._row(row_id)
                one.set_words(self._show_message(row_id), may_act=not self._desk.read_only)
                wanted.append(one)
                wanted.append(self._frame if row_id == self.open_id else next(lines, None) or self._new_line())
        if wanted != self._placed:
            shown = {id(part) for part in wanted}
            for part in self._placed:
                if id(part) not in shown:
                    part.hide()
            # Not `takeAt`: its item would live on, and the next one of the same widget would keep an old height.
            for part in (self._frame, *self._placed):
                self._layout.removeWidget(part)
            with laid_once(self._layout):
                for part in wanted:
                    self._layout.addWidget(part)
                    # What is new comes into view with the list itself, and cheaper than one by one.
                    if part.isHidden() and (self.isVisible() or part.testAttribute(_BY_HAND)):
                        part.show()
            self._placed = wanted
            self.laid.emit()

    def _row(self, row_id: str) -> ListRow:
        if row_id not in self._rows:
            made = ListRow(self._desk.theme)
            made.line.clicked.connect(lambda: self.close_row() if self.open_id == row_id else self.open_row(row_id))
            made.act.clicked.connect(lambda: self.act_asked.emit(row_id))
            self._rows[row_id] = made
        return self._rows[row_id]

    def _new_line(self) -> QFrame:
        made = line()
        self._lines.append(made)
        return made

    def _heading(self, section: Section) -> _Heading:
        words = self._desk.words
        heading = self._headings.get(section.key)
        if heading is None:
            heading = self._headings[section.key] = _Heading()
            heading.more.clicked.connect(lambda _=False, k=section.key: self._fold(k))
            heading.act.clicked.connect(lambda _=False, k=section.key: self.section_act_asked.emit(k))
        heading.title.setText(section.title)
        heading.title.setVisible(bool(section.title))
        heading.note.setText(section.note)
        heading.note.setVisible(bool(section.note and section.ids))
        heading.empty.setText(section.empty)
        heading.empty.setVisible(not section.ids)
        heading.act.setText(section.act.replace("&", "&&"))
        heading.act.setVisible(bool(section.act) and not self._desk.read_only)
        hides = len(section.ids) > section.most
        left = self._left(section)
        shows = words("Show all {n}", n=len(section.ids)) if section.most else words("Show")
        some = words("Show {n} more", n=_MORE)
        heading.more.setText(words("Hide") if not left else shows if left <= _MORE else some)
        heading.more.setAccessibleName(f"{heading.more.text()}: {section.title}")
        heading.more.setVisible(hides)
        return heading

    def _left(self, section: Section) -> int:
        """How many rows have not been asked for yet."""
        return max(len(section.ids) - section.most - self._unfolded.get(section.key, 0), 0)

    def _fold(self, key: str) -> None:
        section = next(s for s in self._sections if s.key == key)
        if self._left(section):
            self._unfolded[key] = self._unfolded.get(key, 0) + _MORE
        else:
            if self.open_id in section.ids[section.most :] and not self.close_row(focus=False):
                return
            self._unfolded.pop(key, None)
            self._far.difference_update(section.ids)
        self._lay()

    def _lay_panel(self, row_id: str) -> RecordPanel | None:
        section = next((s for s in self._sections if row_id in s.ids), None)
        if section is None:
            self._lay()
            return None
        if row_id not in self._visible(section):
            if self._left(section) <= _MORE:
                self._unfolded[section.key] = self._unfolded.get(section.key, 0) + _MORE
            else:
                self._far.add(row_id)
        panel = self._make(row_id)
        assert isinstance(panel, QWidget)
        self._frame_body.addWidget(panel)
        return panel

    def _take_panel_away(self, panel: RecordPanel) -> None:
        assert isinstance(panel, QWidget)
        self._frame_body.removeWidget(panel)
        self._let_go(panel)

    def _forget(self, row_id: str) -> None:
        if self._desk.new_records.drop(row_id):
            self.rows_asked.emit()

    @staticmethod
    def _let_go(widget: QWidget) -> None:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()

    def _enter(self, panel: QWidget) -> None:
        for inside in panel.findChildren(QWidget):
            if inside.focusPolicy() & Qt.FocusPolicy.TabFocus and inside.isVisibleTo(panel) and inside.isEnabled():
                inside.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _bring_into_view(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        sheet = area.widget() if isinstance(area, QScrollArea) else None
        if not isinstance(area, QScrollArea) or sheet is None or self.open_id not in self._rows:
            return
        there = self._rows[self.open_id]
        top = there.mapTo(sheet, QPoint(0, 0)).y()
        height = self._frame.y() + self._frame.height() - there.y()
        area.ensureVisible(0, top + min(height, area.viewport().height() - 24), 0, 12)
        area.ensureVisible(0, top, 0, 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the open row."""
        if event.key() == Qt.Key.Key_Escape and self.panel is not None:
            self.close_row()
        else:
            super().keyPressEvent(event)
