"""Reading a school file: read in the background, previewed, merged, and taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from fosdesk.domain.values.pack_ids import is_pack, pack_school_id
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.plain_widgets import button, clear, column, row, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.long_work import free_gradually
from fosdesk.ui.frame.take_back import backups_of, bring_again, take_back
from fosdesk.ui.schools.incoming_view import IncomingView

if TYPE_CHECKING:
    from fosdesk.domain.changes.merge_preview import Preview
    from fosdesk.exchange.school_file import SchoolFile
    from fosdesk.pace import Pace
    from fosdesk.store import Arrival
    from fosdesk.workspace import MergeResult


class _Looked(NamedTuple):
    """A file that was read, and its merge preview if it is a copy of one's own school."""

    path: Path
    file: "SchoolFile"
    preview: "Preview | None"


class ReadingPanel(QFrame):
    """The panel for a file; hidden when there is nothing to decide."""

    message = Signal(str)  # one sentence for the page
    came = Signal(str)  # a school, by its id, was read beside one's own
    looked = Signal(Path)  # a file was read, so that what lies beside it can be looked for

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.view: IncomingView | None = None
        self._held: list[object] = []  # what a large file is made of
        self._offered: tuple[int, bool] | None = None  # the arrival of the buttons shown, and whether it is taken back
        self._may_be_stale = False
        self.setProperty("look", "panel")
        self._body = column(self, gap=10, margins=(20, 16, 20, 16))
        self.hide()
        desk.workspace.changed.connect(self._follow)

    # -- what is offered

    def _follow(self, _: frozenset[str]) -> None:
        """Check the offers when the school changed, here or on another page."""
        self._may_be_stale = self._offered is not None
        if self.isVisible():
            self._drop_stale_offer()

    def _drop_stale_offer(self) -> None:
        if self._offered is None or not self._may_be_stale:
            return
        self._may_be_stale = False
        arrival, taken_back = self._offered
        there = next((a for a in self.desk.workspace.arrivals() if a.id == arrival), None)
        if there is None or there.taken_back != taken_back:
            self.close_panel()

    # -- looking

    def read(self, path: Path, password: str = "", *, at_once: bool = False) -> None:
        """Read a file and preview it; merge without preview when `at_once`."""
        if not self.desk.release():
            return
        self.close_panel()
        self.desk.long_work.begin(
            self.desk.words("Reading the file"),
            lambda pace: self._read(path, password, pace),
            lambda looked: self._show(looked, at_once=at_once),
            failed=lambda trouble: self._refused(path, trouble, password, at_once=at_once),
        )

    def _read(self, path: Path, password: str, pace: "Pace") -> _Looked:
        from fosdesk.exchange.file_loading import load_school_file

        file = load_school_file(path, password, pace, data=self.desk.folder)
        pace()
        own = file.journal.school == self.desk.school.id and not file.reference
        return _Looked(path, file, self.desk.workspace.preview(file, pace) if own else None)

    def _refused(self, path: Path, trouble: FosdeskError, tried: str = "", *, at_once: bool = False) -> None:
        from fosdesk.exchange.password_seal import PasswordNeeded

        if isinstance(trouble, PasswordNeeded):
            from fosdesk.ui.controls.password_dialog import ask_password

            ask_password(
                self.desk.words,
                self.desk.theme,
                self.window(),
                path.name,
                trouble,
                lambda password: self.read(path, password, at_once=at_once),
                tried=tried,
            )
            return
        self.message.emit(self.desk.words(trouble.sentence, **trouble.arguments))

    def _show(self, looked: _Looked, *, at_once: bool) -> None:
        self._held = list(looked.file.journal.changes)
        if looked.preview is None and looked.file.journal.school != self.desk.school.id:
            self._offer_reading(looked.file)
        elif looked.preview is None:
            self.message.emit(
                self.desk.words(
                    "This is your own school as it was written for others. There is nothing in it to merge."
                )
            )
        elif not looked.preview.changes:
            self._show_known_school(looked)
        elif at_once:
            self._merge(looked)
        else:
            self._offer_merging(looked, looked.preview)
        self.looked.emit(looked.path)

    # -- a copy of one's own school

    def _show_known_school(self, looked: _Looked) -> None:
        words = self.desk.words
        taken = next((a for a in self.desk.workspace.arrivals() if a.again and a.file == looked.path.name), None)
        self._body.addWidget(text(words("A copy of your own school"), "heading"))
        if taken is None:
            self._body.addWidget(text(words("You already have everything that is in this file.")))
            self._acts((words("Close"), "", self.close_panel))
            return
        self._offered = taken.id, True
        self._body.addWidget(text(words("You have read this file before, and taken back what it brought.")))
        self._acts(
            (words("Bring it in again"), "main", lambda: bring_again(self.desk, taken.id, self._show_message)),
            (words("Close"), "", self.close_panel),
        )

    def _offer_merging(self, looked: _Looked, preview: "Preview") -> None:
        words = self.desk.words
        self._body.addWidget(text(words("A copy of your own school"), "heading"))
        self.view = IncomingView(self.desk, preview)
        self._body.addWidget(self.view)
        promise = words("Nothing is overwritten. Where both of you have written, both texts are kept until you choose.")
        self._body.addWidget(text(promise, "quiet"))
        self._acts(
            (words("Merge"), "main", lambda: self._merge(looked)),
            (words("Cancel"), "", self.close_panel),
        )

    def _merge(self, looked: _Looked) -> None:
        desk = self.desk
        if not desk.release():
            return
        desk.long_work.begin(
            desk.words("Merging"),
            lambda pace: desk.workspace.merge(looked.file, backups_of(desk), looked.path.name, pace),
            self._merged,
            failed=lambda trouble: self._refused(looked.path, trouble),
        )

    def _merged(self, merged: "MergeResult") -> None:
        desk, words = self.desk, self.desk.words
        self.close_panel()
        desk.workspace.adopt(merged.update)
        arrival = next(iter(desk.workspace.arrivals()), None)
        self._body.addWidget(text(words("Merged"), "heading"))
        self._body.addWidget(text(words.plural("{n} change came in.", "{n} changes came in.", merged.added)))
        about = words("A backup was made just before. You can take all of it back here, or later in the history.")
        self._body.addWidget(text(about, "quiet"))
        acts: list[tuple[str, str, Callable[[], object]]] = [(words("Fine, close"), "main", self.close_panel)]
        if arrival is not None:
            self._offered = arrival.id, False
            acts.append((words("See what came"), "", lambda: self._show_what_came(arrival)))
            acts.append((words("Take it all back"), "", lambda: self._take_back(arrival)))
        self._acts(*acts)

    def _show_what_came(self, arrival: "Arrival") -> None:
        self.desk.go("history", f"arrival:{arrival.id}")

    def _take_back(self, arrival: "Arrival") -> None:
        take_back(self.desk, arrival.id, self._show_message)

    def _show_message(self, sentence: str) -> None:
        self.close_panel()
        self.message.emit(sentence)

    # -- another school

    def _offer_reading(self, file: "SchoolFile") -> None:
        desk, words = self.desk, self.desk.words
        name = file.journal.name or words("A school without a name")
        if is_pack(file.journal.school):
            name = words("Experiences from {school}", school=name)
        self._body.addWidget(text(name, "heading"))
        if name.strip().casefold() == desk.school.profile.name.strip().casefold():
            same = words(
                "It has the same name as your school, but was started separately, so it is not merged. "
                "You can read it beside your own."
            )
            self._body.addWidget(text(same))
        known = any(s.id == file.journal.school for s in desk.workspace.store.schools())
        about = (
            words("You have read this school before. What you had is replaced by this file.")
            if known
            else words("Another school. It opens beside your own, to read.")
        )
        if file.journal.school == pack_school_id(desk.school.id):
            about = words("This is your own experience pack, as another school reads it.")
        self._body.addWidget(text(about, "quiet"))
        self._acts((words("Read it"), "main", lambda: self._take_in(file)), (words("Cancel"), "", self.close_panel))

    def _take_in(self, file: "SchoolFile") -> None:
        desk, store, school = self.desk, self.desk.workspace.store, file.journal.school
        now = desk.workspace.now()

        def work(pace: "Pace") -> None:
            if any(s.id == school for s in store.schools()):
                store.remove_reference(school)
            store.merge(file.journal, own=False, now=now, pace=pace)

        def done(_: None) -> None:
            self.close_panel()
            self.came.emit(school)

        desk.long_work.begin(
            desk.words("Reading the file"),
            work,
            done,
            failed=lambda trouble: self.message.emit(desk.words(trouble.sentence, **trouble.arguments)),
        )

    # -- pieces

    def _acts(self, *acts: tuple[str, str, Callable[[], object]]) -> None:
        line = row(gap=8)
        self.first: QWidget | None = None
        for name, look, act in acts:
            made = button(name, look)
            made.clicked.connect(lambda _=False, a=act: a())
            line.addWidget(made)
            self.first = self.first or made
        line.addStretch(1)
        self._body.addLayout(line)
        self.show()
        self.message.emit("")

    def close_panel(self) -> None:
        """Close the preview; nothing has changed."""
        clear(self._body)
        free_gradually(self._held)
        self._held = []
        self.view = None
        self._offered = None
        self.hide()
        self.message.emit("")

    def showEvent(self, event: QShowEvent) -> None:
        """Remove offers that were carried out elsewhere while the page was hidden."""
        super().showEvent(event)
        self._drop_stale_offer()
