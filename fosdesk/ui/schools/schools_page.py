"""The page Schools: one's own and colleagues' schools, reading, merging and writing files."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from fosdesk.display.phase_names import numbered_phase
from fosdesk.display.record_words import short
from fosdesk.display.sharing.pack_words import school_called
from fosdesk.domain.rules.progress import open_phases
from fosdesk.domain.school import School
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.pack_ids import is_pack
from fosdesk.exchange.example.example_ids import offered_examples
from fosdesk.pace import Pace, takes_long
from fosdesk.ui.controls.plain_widgets import button, clear, column, line, row, text
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.schools.copies_nearby import CopiesNearby
from fosdesk.ui.schools.open_conflicts import OpenConflicts
from fosdesk.ui.schools.reading_file import ReadingPanel

_LONG = 300  # letters of a direction that are shown


class SchoolsPage(Page):
    """A file is previewed before anything changes, and merged only when asked."""

    key: ClassVar[str] = "schools"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        self._others: dict[str, School] = {}
        self._shown: object = None  # by the list of schools
        lead = words("Read another school's file, merge a copy of your own school, or write a file for others.")
        super().__init__(desk, words("Schools"), lead)

    def build(self) -> None:
        """Create buttons, the panel for a file, and the list of schools."""
        words = self.words
        self.write = button(words("Write a school file"))
        self.write.clicked.connect(self._ask_write)
        self.read = button(words("Read a school file"), "main")
        self.read.clicked.connect(self._choose_file)
        for act in (self.write, self.read):
            if self.desk.read_only:
                act.hide()
            self.main_act(act)
        self._said = text("", "said")
        self._said.hide()
        self.body.addWidget(self._said)
        self.panel = ReadingPanel(self.desk)
        self.panel.message.connect(self._show_message)
        self.panel.came.connect(self._came)
        self.body.addWidget(self.panel)
        self.nearby = CopiesNearby(self.desk, self.panel)
        self.body.addWidget(self.nearby)
        self.conflicts = OpenConflicts(self.desk)
        self.body.addWidget(self.conflicts)
        self._list: QVBoxLayout = column(gap=4)
        self.body.addLayout(self._list)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """List the schools and the open conflicts."""
        # The search comes last, for its thread would slow the others down.
        self.refresh_in_turns(self.conflicts.refresh, self._list_schools, self.nearby.search)

    def _list_schools(self) -> None:
        words = self.words
        stored = self.desk.workspace.store.schools()
        own = next((s for s in stored if s.own), None)
        others = [s for s in stored if not s.own]
        ours = None
        if own is not None:
            ours = self.desk.school if own.id == self.desk.school.id else self._read(own.id)
        about = (self._named(ours), self._stands(ours)) if ours is not None else ()
        shown = about, [(other.id, self._others.get(other.id)) for other in others]
        if shown == self._shown and None not in dict(shown[1]).values():
            return
        self._shown = shown
        clear(self._list)
        self._list.addWidget(text(words("Our school"), "heading"))
        for said, look in zip(about, ("strong", "quiet"), strict=False):
            self._list.addWidget(text(said, look))
        self._list.addSpacing(12)
        self._list.addWidget(line())
        self._list.addSpacing(8)
        self._list.addWidget(text(words("Other schools"), "heading"))
        if not others:
            nothing = words("None yet. Ask another school for a school file; you read it here beside your own school.")
            self._list.addWidget(text(nothing, "quiet"))
        unread = [other.id for other in others if other.id not in self._others]
        if unread and takes_long(self.desk.workspace.store.path):
            self._read_first(unread)
            return
        others.sort(key=lambda other: sort_key(self._named(self._read(other.id))))
        for place, other in enumerate(others):
            if place:
                self._list.addWidget(line())
            self._list.addLayout(self._line_of(other.id))
        if not offered_examples().intersection(one.id for one in stored) and not self.desk.read_only:
            example = button(words("Look at an example school"), "text")
            example.clicked.connect(self._fetch_example)
            self._list.addWidget(example, 0, Qt.AlignmentFlag.AlignLeft)
        if not self.desk.read_only:
            many = button(words("Open a folder of school files"), "text", tip=words("For an owner of many schools"))
            many.clicked.connect(self.open_folder)
            self._list.addWidget(many, 0, Qt.AlignmentFlag.AlignLeft)
        follow_layout(self)

    def open_folder(self) -> None:
        """Ask for a folder of school files, and open it in a window of its own."""
        from fosdesk.ui.schools.owner.owner_window import open_folder_of_schools

        desk = self.desk
        if desk.release():
            open_folder_of_schools(self, self.words, desk.theme, desk.settings, desk.workspace.now, desk.today)

    def _fetch_example(self) -> None:
        """Put the example school beside one's own, to read."""
        from fosdesk.exchange.example.example_school import example_journal

        desk, now = self.desk, self.desk.workspace.now()
        language = "nn" if self.words.language == "nn" else "nb"

        def work(pace: Pace) -> str:
            journal = example_journal(language=language)
            desk.workspace.store.merge(journal, own=False, now=now, pace=pace)
            return journal.school

        desk.long_work.begin(self.words("Look at an example school"), work, self._came)

    def _read_first(self, schools: list[str], then: Callable[[], object] = lambda: None) -> None:
        """Read colleagues' schools in the background before listing them."""
        store = self.desk.workspace.store

        def done(found: dict[str, School]) -> None:
            self._others |= found
            self._list_schools()
            then()

        title = self.words("Reading the other schools")
        self.desk.long_work.begin(title, lambda pace: {school: store.snapshot(school) for school in schools}, done)

    def _line_of(self, school_id: str) -> QHBoxLayout:
        words, school = self.words, self._read(school_id)
        name = self._named(school)
        one = row(gap=8, margins=(0, 6, 0, 6))
        names = column(gap=0)
        names.addWidget(text(name, "strong"))
        names.addWidget(text(self._stands(school), "quiet"))
        one.addLayout(names, 1)
        if not self.desk.read_only:
            show = button(words("Open"), name=words("Open {school}", school=name))
            show.clicked.connect(lambda: self.desk.open_school(school_id, school))
            away = button(words("Remove"), "text", name=words("Remove {school}", school=name))
            away.clicked.connect(lambda: self._remove(school_id))
            one.addWidget(show)
            one.addWidget(away)
        return one

    def _read(self, school_id: str) -> School:
        """The snapshot of a colleague's school; it changes only when another file replaces it."""
        if school_id not in self._others:
            self._others[school_id] = self.desk.workspace.store.snapshot(school_id)
        return self._others[school_id]

    # -- reading

    def _choose_file(self) -> None:
        title = self.words("Read a school file")
        chosen, _ = QFileDialog.getOpenFileName(
            self, title, self.desk.settings.start_folder, "fosdesk (*.fosdesk *.db)"
        )
        if chosen:
            self.desk.attempt(lambda: self.desk.settings.change(folder=str(Path(chosen).parent)))
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Read a school file and preview it."""
        self.panel.read(path)

    def _came(self, school: str) -> None:
        self._others.pop(school, None)
        if takes_long(self.desk.workspace.store.path):
            self._read_first([school], lambda: self.desk.open_school(school, self._others[school]))
            return
        self._list_schools()
        self.desk.open_school(school, self._others.get(school))

    def _remove(self, school: str) -> None:
        if self.desk.attempt(lambda: self.desk.workspace.store.remove_reference(school)):
            self._others.pop(school, None)
            self._show_message(self.words("Removed. The file you read it from is untouched."))
            self._list_schools()

    # -- writing

    def _ask_write(self) -> None:
        from fosdesk.ui.schools.write_file_dialog import WriteFileDialog

        if not self.desk.release():
            return
        dialog = WriteFileDialog(self.desk, self)
        dialog.written.connect(self._written)
        dialog.open()

    def _written(self, path: str) -> None:
        self._show_message(self.words("Written: {file}", file=path))
        self.nearby.search(Path(path))

    # -- pieces

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _named(self, school: School) -> str:
        return school_called(self.words, school, self.words("A school without a name"))

    @staticmethod
    def _where(school: School) -> str:
        """The municipality and the collaboration, which tell one school from another."""
        profile = school.profile
        return " · ".join(one for one in (profile.municipality, profile.collaboration) if one)

    def _stands(self, school: School) -> str:
        """The phases that are open, and the direction; no counts, which would invite to compare schools."""
        words, framework = self.words, self.desk.framework
        if is_pack(school.id):
            return words("An experience pack: what the school lets those read who begin.")
        about = [words("An example. Nothing here is real.")] if school.id in offered_examples() else []
        names = [numbered_phase(framework, school, phase) for phase in open_phases(framework, school)]
        going_on = words("In progress now: {phases}.", phases=" · ".join(names))
        said = going_on if names else words("No phase is in progress now.")
        direction = " ".join(school.profile.direction.split())
        where = self._where(school)
        return "\n".join(
            [*about, *([where] if where else []), said, *([words.quoted(short(direction, _LONG))] if direction else [])]
        )
