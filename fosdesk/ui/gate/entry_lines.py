"""What the panel of an entry shows besides its fields: an entry that may be the same work, and how it went on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from fosdesk.display.gatekeeping.gate_story import StoryLine, story_lines
from fosdesk.display.gatekeeping.same_work import same_work_words
from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gatekeeping.duplicates import SameWork, duplicate_of
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.plain_widgets import button, clear, column, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.gate.side_by_side_view import SideBySideView

_SIZE = 820, 560  # px at 100 %


class SideBySideDialog(QDialog):
    """Two entries that may be the same work; one of them may be put away, and both stay."""

    def __init__(self, desk: Desk, entry: GateEntry, other: GateEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self._desk, self._entry, self._other = desk, entry, other
        words, theme = desk.words, desk.theme
        self.setWindowTitle(words("Side by side"))
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        layout = column(self, gap=12, margins=(24, 20, 24, 20))
        self.beside = SideBySideView(desk)
        self.beside.show_pair(entry, other, (words("This one"), words("The other one")))
        layout.addWidget(self.beside, 1)
        self.show_other = button(words("Show the other one"))
        self.show_other.clicked.connect(self._go)
        self.put_away = button(words("Put this one away"))
        self.put_away.clicked.connect(self._put_away)
        set_shown(self.put_away, not desk.read_only)
        layout.addLayout(dialog_foot(self, words("Close"), self.put_away, self.show_other))

    def _go(self) -> None:
        self.accept()
        go_to_record(self._desk, self._other.id)

    def _put_away(self) -> None:
        import msgspec

        before = self._desk.school.get(GateEntry, self._entry.id)
        after = msgspec.structs.replace(before, put_away=True)
        if self._desk.attempt(lambda: self._desk.workspace.commit(before, after)):
            self._desk.show_message(self._desk.words("Put away. Ctrl+Z takes it out again."))
        self.accept()


class DuplicateLine(QWidget):
    """A quiet line; not there at all where no other entry is the same work."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._same: SameWork | None = None
        self._entry = ""
        self.dialog: SideBySideDialog | None = None
        body = column(self, gap=2)
        self._said = text("", "note")
        body.addWidget(self._said)
        self.show_both = button(desk.words("Show both side by side"), "text")
        self.show_both.clicked.connect(self._open)
        body.addWidget(self.show_both, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_entry(self, entry: GateEntry) -> None:
        """Show what may be the same work as an entry."""
        words, self._entry = self._desk.words, entry.id
        self._same = duplicate_of(self._desk.school, entry) if entry.id else None
        if self._same is not None:
            by = same_work_words(words, self._same)
            what = words.quoted(" ".join(self._same.other.what.split())[:80])
            self._said.setText(words("This may be there twice ({by}): {what}", by=by, what=what))
        set_shown(self, self._same is not None)

    def _open(self) -> None:
        if self._same is not None and self._desk.release(self):
            entry = self._desk.school.get(GateEntry, self._entry)
            self.dialog = SideBySideDialog(self._desk, entry, self._same.other, self.window())
            self.dialog.finished.connect(self._forget)
            self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None


class StoryView(QWidget):
    """The chain that an entry belongs to, a sentence a line; not there where it stands alone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._body = column(self, gap=2)
        self._shown: tuple[str, list[StoryLine]] = ("", [])
        self.hide()

    def show_entry(self, entry_id: str) -> None:
        """Show the story of an entry; costs next to nothing where nothing has changed."""
        words = self._desk.words
        lines = story_lines(words, self._desk.new_records.school, entry_id)
        if (entry_id, lines) == self._shown:
            return
        self._shown = entry_id, lines
        clear(self._body)
        set_shown(self, bool(lines))
        if not lines:
            return
        self._body.addWidget(text(words("How it went on"), "strong"))
        for line in lines:
            if line.entry == entry_id:
                self._body.addWidget(text(line.words))
                continue
            made = button(line.words, "text", name=words("{line} Opens that entry.", line=line.words))
            made.clicked.connect(lambda _=False, one=line.entry: go_to_record(self._desk, one))
            self._body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
