"""Schools: one's own and colleagues', reading a file, merging a copy, and writing a file."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from fosdesk.domain.fields import NOUNS
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.exchange.example import example_schools
from fosdesk.ui.desk import Desk
from fosdesk.ui.labels import field_words, record_words, short
from fosdesk.ui.page import Page
from fosdesk.ui.places import place_of, record_to_open
from fosdesk.ui.widgets.texts import button, clear, column, framed, line, row, text

if TYPE_CHECKING:
    from fosdesk.exchange.school_file import SchoolFile


class SchoolsPage(Page):
    """A file is looked at before anything changes, and nothing is merged unasked."""

    key: ClassVar[str] = "schools"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        lead = words("Read a colleague's file, merge a copy of your own school, or write a file for others.")
        super().__init__(desk, words("Schools"), lead)

    def build(self) -> None:
        """Acts, the file being looked at, and the list of schools."""
        words = self.words
        self.read = button(words("Read a school file"), "main")
        self.read.clicked.connect(self._choose_file)
        self.write = button(words("Write a school file"))
        self.write.clicked.connect(self._ask_write)
        if not self.desk.read_only:
            self.main_act(self.write)
            self.main_act(self.read)
        self._said = text("", "said")
        self._said.hide()
        self.body.addWidget(self._said)
        self._panel = framed("panel")
        self._panel_body: QVBoxLayout = column(self._panel, gap=10, margins=(20, 16, 20, 16))
        self._panel.hide()
        self.body.addWidget(self._panel)
        self._conflicts = framed("conflict")
        self._conflicts_body: QVBoxLayout = column(self._conflicts, gap=6, margins=(16, 12, 16, 12))
        self._conflicts.hide()
        self.body.addWidget(self._conflicts)
        self._list: QVBoxLayout = column(gap=8)
        self.body.addLayout(self._list)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """List the schools in the store, and what waits to be chosen."""
        self._show_conflicts()
        clear(self._list)
        store, words = self.desk.workspace.store, self.words
        own = [s for s in store.schools() if s.own]
        others = [s for s in store.schools() if not s.own]
        self._list.addWidget(text(words("Our school"), "heading"))
        if own and not self.desk.read_only and own[0].id in example_schools():
            self._list.addWidget(text(words("This is an example, to look at and try things out in. Nothing here is real.")))
            begin = button(words("Start with our own school"))
            begin.clicked.connect(self._leave_example)
            line_of_it = row()
            line_of_it.addWidget(begin)
            line_of_it.addStretch(1)
            self._list.addLayout(line_of_it)
        for stored in own:
            self._list.addWidget(text(self._named(store.snapshot(stored.id)), "strong"))
            self._list.addWidget(text(self._holds(store.snapshot(stored.id)), "quiet"))
        self._list.addSpacing(8)
        self._list.addWidget(line())
        self._list.addWidget(text(words("Colleagues' schools"), "heading"))
        if not others:
            nothing = words("None yet. Ask a colleague for a school file; you read it here beside your own school.")
            self._list.addWidget(text(nothing, "quiet"))
        for stored in others:
            school = store.snapshot(stored.id)
            name = self._named(school)
            one = row(gap=8)
            names = column(gap=0)
            names.addWidget(text(name, "strong"))
            names.addWidget(text(self._holds(school), "quiet"))
            one.addLayout(names, 1)
            if not self.desk.read_only:
                show = button(words("Open"), name=words("Open {school}", school=name))
                show.clicked.connect(lambda _=False, i=stored.id: self.desk.open_school(i))
                away = button(words("Remove"), "text", name=words("Remove {school}", school=name))
                away.clicked.connect(lambda _=False, i=stored.id: self._remove(i))
                one.addWidget(show)
                one.addWidget(away)
            self._list.addLayout(one)
            self._list.addWidget(line())

    # -- reading

    def _choose_file(self) -> None:
        title = self.words("Read a school file")
        chosen, _ = QFileDialog.getOpenFileName(self, title, self.desk.choices.folder, "fosdesk (*.fosdesk)")
        if chosen:
            self.desk.settings.change(folder=str(Path(chosen).parent))
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Look at a school file; what it would bring is shown before anything changes."""
        from fosdesk.exchange.school_file import read_school_file

        self._close_panel()
        try:
            file = read_school_file(path.read_bytes())
        except FosdeskError as trouble:
            self._say(self.words(trouble.sentence, **trouble.arguments))
            return
        except OSError:
            self._say(self.words("The file {file} could not be read. Nothing has been changed.", file=path.name))
            return
        if file.journal.school != self.desk.school.id:
            self._offer_reading(file)
        elif file.reference:
            self._say(
                self.words("This is your own school as it was written for others. There is nothing in it to merge.")
            )
        else:
            self._offer_merging(file)

    def _offer_merging(self, file: "SchoolFile") -> None:
        words, workspace = self.words, self.desk.workspace
        brings = workspace.preview(file)
        body = self._panel_body
        body.addWidget(text(words("A copy of your own school"), "heading"))
        counts = brings.counts()
        if not any(counts.values()):
            body.addWidget(text(words("You already have everything that is in this file.")))
            self._acts([(words("Close"), "", self._close_panel)])
            return
        for sentence in (
            words.plural("{n} thing is new", "{n} things are new", counts["new"]),
            words.plural("{n} thing was changed", "{n} things were changed", counts["changed"]),
            words.plural("{n} thing was deleted", "{n} things were deleted", counts["gone"]),
            words.plural(
                "{n} field was changed by both of you", "{n} fields were changed by both of you", counts["conflicts"]
            ),
        ):
            body.addWidget(text(sentence))
        body.addWidget(
            text(
                words("Nothing is overwritten. Where both of you have written, both texts are kept until you choose."),
                "quiet",
            )
        )
        self._acts([(words("Merge"), "main", lambda: self._merge(file)), (words("Cancel"), "", self._close_panel)])

    def _merge(self, file: "SchoolFile") -> None:
        try:
            added = self.desk.workspace.merge(file, self.desk.folder / "backups")
        except FosdeskError as trouble:
            self._say(self.words(trouble.sentence, **trouble.arguments))
            return
        self._close_panel()
        merged = self.words.plural("Merged: {n} change came in.", "Merged: {n} changes came in.", added)
        self._say(f"{merged} {self.words('A backup from just before lies in the data folder.')}")
        self.refresh(None)

    def _offer_reading(self, file: "SchoolFile") -> None:
        words = self.words
        name = file.journal.name or words("A school without a name")
        body = self._panel_body
        body.addWidget(text(name, "heading"))
        if name.strip().casefold() == self.desk.school.profile.name.strip().casefold():
            body.addWidget(
                text(
                    words(
                        "It has the same name as your school, but was started separately, so it is not merged. "
                        "You can read it beside your own."
                    )
                )
            )
        known = any(s.id == file.journal.school for s in self.desk.workspace.store.schools())
        about = (
            words("You have read this school before. What you had is replaced by this file.")
            if known
            else words("Another school. It opens beside your own, to read.")
        )
        body.addWidget(text(about, "quiet"))
        self._acts([(words("Read it"), "main", lambda: self._take_in(file)), (words("Cancel"), "", self._close_panel)])

    def _take_in(self, file: "SchoolFile") -> None:
        store = self.desk.workspace.store
        try:
            if any(s.id == file.journal.school for s in store.schools()):
                store.remove_reference(file.journal.school)
            store.merge(file.journal, own=False, now=self.desk.workspace.now())
        except FosdeskError as trouble:
            self._say(self.words(trouble.sentence, **trouble.arguments))
            return
        self._close_panel()
        self.refresh(None)
        self.desk.open_school(file.journal.school)

    def _remove(self, school: str) -> None:
        self.desk.workspace.store.remove_reference(school)
        self._say(self.words("Removed. The file you read it from is untouched."))
        self.refresh(None)

    def _leave_example(self) -> None:
        """Keep the example among the schools to read, and ask the three questions."""
        self.desk.workspace.store.set_aside(self.desk.school.id)
        self.desk.restart()

    # -- writing

    def _ask_write(self) -> None:
        from fosdesk.ui.dialogs.write_file import WriteFileDialog

        dialog = WriteFileDialog(self.desk, self)
        dialog.written.connect(lambda path: self._say(self.words("Written: {file}", file=path)))
        dialog.open()

    # -- pieces

    def _acts(self, acts: "list[tuple[str, str, object]]") -> None:
        line_of_acts = row(gap=8)
        for name, look, act in acts:
            made = button(name, look)
            made.clicked.connect(act)
            line_of_acts.addWidget(made)
        line_of_acts.addStretch(1)
        self._panel_body.addLayout(line_of_acts)
        self._panel.show()
        self._said.hide()

    def _close_panel(self) -> None:
        clear(self._panel_body)
        self._panel.hide()
        self._said.hide()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    def _show_conflicts(self) -> None:
        clear(self._conflicts_body)
        desk, words = self.desk, self.words
        conflicts = list(desk.school.conflicts)
        self._conflicts.setVisible(bool(conflicts))
        if not conflicts:
            return
        waiting = words.plural(
            "{n} place where two people have written", "{n} places where two people have written", len(conflicts)
        )
        self._conflicts_body.addWidget(text(waiting, "strong"))
        self._conflicts_body.addWidget(text(words("Both texts are kept. Choose when it suits you."), "quiet"))
        for record_id, field in conflicts[:30]:
            record = desk.school.find(record_id)
            noun = next((n.key for n in NOUNS.values() if record is not None and type(record) is n.record), "")
            name = short(record_words(words, desk.framework, desk.school, record_id), 70)
            what = field_words(words, noun, field) if field else words("deleted by one, written in by another")
            go = button(f"{name}: {what}", "row")
            go.clicked.connect(
                lambda _=False, i=record_id: desk.go(place_of(desk.school, i), record_to_open(desk.school, i))
            )
            self._conflicts_body.addWidget(go)

    def _named(self, school: School) -> str:
        return school.profile.name or self.words("A school without a name")

    def _holds(self, school: School) -> str:
        from fosdesk.domain.records import Answer, GateEntry

        words = self.words
        answers = sum(1 for a in school.of(Answer) if a.status not in ("", "not_started"))
        entries = len(school.of(GateEntry))
        return words(
            "{items} and {entries}",
            items=words.plural("{n} checklist item begun", "{n} checklist items begun", answers),
            entries=words.plural("{n} gatekeeping entry", "{n} gatekeeping entries", entries),
        )
