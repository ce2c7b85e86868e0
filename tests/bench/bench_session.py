"""A long day in the window: thousands of acts, and the memory, objects and widgets that are left after each part of it.

Eight hours with an act every ten seconds are some 2,900 acts. Each is what a person does, by mouse and keys: turn to a
page and a part, open a record, write in it, take it back, note a line, delete, search, filter, sort, choose a view,
look at a document, make a backup. Half of the acts leave something written, half take it back, so that the school
itself hardly grows. `python tests/bench/bench_session.py 500` does as many acts.
"""

import gc
import json
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import tests.bench.real_start  # noqa: F401  before anything else brings PySide6

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import STORE_NAME, Fosdesk, build
from fosdesk.domain.fields import NOUNS, Long, Short
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.store import Store
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.tuning import keep_constants
from fosdesk.ui.window.go_to_dialog import GoToDialog

ACTS, PARTS = 2_900, 8
REACH = 1.05  # as much as when everything was opened once
LISTS = ("follow_up", "gate_entry", "need", "question", "milestone", "initiative", "learning", "decision", "routine")


class Left(NamedTuple):
    """What is there after a part of the day."""

    resident: float  # MB
    objects: int
    widgets: int


class Day:
    """Does one act after another in a window."""

    def __init__(self, program: Fosdesk) -> None:
        self.program, self.window, self.done = program, program.window, 0
        self.acts: tuple[Callable[[int], object], ...] = (
            self.turn_page,
            self.turn_part,
            self.open_record,
            self.write,
            self.undo,
            self.note_line,
            self.undo,
            self.filter,
            self.sort,
            self.search,
            self.delete,
            self.undo,
            self.choose_view,
            self.look_at_document,
        )

    def does(self, many: int) -> None:
        """As many acts more."""
        for _ in range(many):
            self.acts[self.done % len(self.acts)](self.done // len(self.acts))
            self.done += 1
            for _ in range(3):
                QApplication.processEvents()
        QTest.qWait(300)

    def opens_everything(self) -> None:
        """Each page, part, list with a form, and document, once: what is made then stays for the day."""
        for page in PAGES:
            self.window.go(page.key, "")
            made = self.window.page(page.key)
            for key in list(made.tabs._names) if isinstance(made, TabbedPage) else ():
                made.turn_to_part(key)
                QApplication.processEvents()
        for turn, _ in enumerate(LISTS):
            for act in (self.open_record, self.write, self.undo, self.note_line, self.undo, self.choose_view):
                act(turn)
        self.filter(0)
        self.search(0)
        for turn, _ in enumerate(DOCUMENTS):
            self.look_at_document(turn)

    @property
    def shown(self) -> NounList | None:
        """The list that is seen."""
        page = self.window.page(self.window._current)
        found = [one for one in page.findChildren(NounList) if one.isVisible()]
        return found[0] if found else None

    def go_to_list(self, turn: int) -> NounList:
        """Turn to one of the lists."""
        key = LISTS[turn % len(LISTS)]
        self.window.go(NOUNS[key].page, key)
        QApplication.processEvents()
        found = self.shown
        assert found is not None, key
        found.close_row()
        return found

    def turn_page(self, turn: int) -> None:
        """One page after the other."""
        self.window.go(PAGES[turn % len(PAGES)].key, "")

    def turn_part(self, turn: int) -> None:
        """One part of the page after the other."""
        page = self.window.page(self.window._current)
        if isinstance(page, TabbedPage):
            keys = list(page.tabs._names)
            page.tabs.show_tab(keys[turn % len(keys)])

    def open_record(self, turn: int) -> None:
        """A record of a list, with its form."""
        shown = self.go_to_list(turn)
        ids = shown.shown_ids
        if ids:
            shown.open_row(ids[turn % len(ids)])

    def write(self, turn: int) -> None:
        """Some words in its first field of text, and out of it."""
        shown = self.shown
        form = shown.panel if shown is not None else None
        if not isinstance(form, RecordForm):
            return
        for editor in form.editors.values():
            widget = as_widget(editor.editor)
            if isinstance(editor.field, Short | Long) and widget.isVisible():
                widget.setFocus()
                QTest.keyClicks(widget, f" {turn}")
                widget.clearFocus()
                QApplication.processEvents()
                editor.commit()
                return

    def undo(self, turn: int) -> None:
        """What was done last."""
        desk = self.window.desk
        assert desk is not None
        if self.window.release():
            desk.workspace.undo()

    def note_line(self, turn: int) -> None:
        """A line typed above the list makes a record."""
        shown = self.go_to_list(turn)
        if shown.quick.isVisible():
            shown.quick.setFocus()
            QTest.keyClicks(shown.quick, f"Notert {turn}")
            QTest.keyClick(shown.quick, Qt.Key.Key_Return)

    def filter(self, turn: int) -> None:
        """Some letters, and none again."""
        shown = self.go_to_list(turn)
        if shown.wanted.isVisible():
            QTest.keyClicks(shown.wanted, "les")
            QApplication.processEvents()
            shown.wanted.clear()

    def sort(self, turn: int) -> None:
        """By one column after the other."""
        shown = self.go_to_list(turn)
        shown._sort(turn % len(shown.columns))

    def search(self, turn: int) -> None:
        """Ctrl+K, a question, and Escape."""
        search = self.window.search
        assert search is not None
        dialog = GoToDialog(search.search_desk, self.window)
        dialog.open()
        QTest.keyClicks(dialog.typed, ("lesing", "hvem svarte", "neste møte")[turn % 3])
        QApplication.processEvents()
        dialog.reject()
        dialog.deleteLater()

    def delete(self, turn: int) -> None:
        """A record of a list."""
        desk = self.window.desk
        shown = self.go_to_list(turn)
        assert desk is not None
        record = desk.school.find(next(iter(shown.shown_ids), ""))
        if record is not None:
            desk.workspace.delete([record])

    def choose_view(self, turn: int) -> None:
        """The board, and the list again."""
        from fosdesk.ui.lists.views.viewed_list import BOARD, ViewedList

        shown = self.go_to_list(turn)
        if isinstance(shown, ViewedList) and shown.noun.use.board:
            shown.show_view(BOARD)
            QApplication.processEvents()
            shown.show_view("")

    def look_at_document(self, turn: int) -> None:
        """One document after the other, as far as its panel."""
        keys = list(DOCUMENTS)
        self.window.go("documents", keys[turn % len(keys)])
        QTest.qWait(30)


def left() -> Left:
    """What is there now, without garbage."""
    for _ in range(3):
        QApplication.processEvents()
        gc.collect()
    told = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    resident = next(int(line.split()[1]) for line in told if line.startswith("VmRSS")) / 1024
    return Left(resident, len(gc.get_objects()), len(QApplication.allWidgets()))


def main(acts: int) -> None:
    """The day in eight parts; the end is held against when everything was opened once."""
    app = QApplication([])
    keep_constants()
    with tempfile.TemporaryDirectory() as place:
        store = Store.open(Path(place) / STORE_NAME)
        store.merge(example_journal(language="nb"), own=True, now=1)
        store.close()
        program = build(Path(place), "nb", today=lambda: date(2026, 11, 23))
        program.window.resize(1366, 728)
        program.window.show()
        while program.window.desk is None:
            QTest.qWait(20)
        QTest.qWait(1_000)
        day = Day(program)
        day.opens_everything()
        parts = [left()]
        print(f"  when all was opened once: {parts[0].resident:.1f} MB")
        for _ in range(PARTS):
            day.does(acts // PARTS)
            parts.append(left())
            now = parts[-1]
            told = f"{now.resident:.1f} MB, {now.objects:,} objects of Python, {now.widgets:,} widgets"
            print(f"  after {day.done:,} acts: {told}", flush=True)
        program.window.close()
        program.close()
    app.processEvents()
    early, late = parts[0], parts[-1]
    for what, unit, ours, limit in (
        ("resident memory", "MB", late.resident, early.resident),
        ("objects of Python", "", late.objects, early.objects),
        ("widgets", "", late.widgets, early.widgets),
    ):
        said = f"{what} after a session of {day.done:,} acts, against when all was opened once"
        figure = {"ours": round(ours, 1), "limit": round(limit, 1), "reach": REACH}
        print(json.dumps({"what": said, "unit": unit, **figure}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ACTS)
