"""VotesBox: what the members of the work group meant about an entry, a line for each; it may be left out."""

import msgspec
from PySide6.QtWidgets import QWidget

from fosdesk.display.record_words import record_words
from fosdesk.domain.fields import Record
from fosdesk.domain.records import Person, Vote
from fosdesk.domain.rules.gatekeeping.votes import vote_id, voters, votes_on
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import clear, column, set_shown, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk

_TURNS_AT = 300  # px at 100 %; narrower than this, the why stands below the vote


class VotesBox(QWidget):
    """The lines are made when they are first unfolded; a vote is stored with the first thing that is written."""

    def __init__(self, desk: Desk, entry_id: str) -> None:
        super().__init__()
        self._desk, self._entry = desk, entry_id
        self._people: tuple[str, ...] = ()
        self.editors: dict[tuple[str, str], FieldEditor] = {}
        body = column(self, gap=4)
        self._inside = QWidget(self)
        self._inside.hide()
        self._lines = column(self._inside, gap=8)
        self.fold = Disclosure(desk.theme, desk.words("Votes of the members"), lambda: self._inside, desk.release)
        self.fold.unfolded.connect(lambda _: self._lay())
        body.addWidget(self.fold)
        body.addLayout(self.fold.place)

    def reload(self) -> None:
        """Show the votes as they are stored."""
        desk, words = self._desk, self._desk.words
        n = len(votes_on(desk.school).get(self._entry, ()))
        self.fold.setText(words("Votes of the members ({n})", n=n) if n else words("Votes of the members"))
        set_shown(self, bool(n) or not desk.read_only)
        if self.fold.is_open:
            self._lay()

    def _lay(self) -> None:
        people = voters(self._desk.school, self._entry)
        ids = tuple(one.id for one in people)
        if ids != self._people or not self._lines.count():
            self._people = ids
            self._lay_lines(people)
        for editor in self.editors.values():
            editor.reload()

    def _lay_lines(self, people: tuple[Person, ...]) -> None:
        desk, words = self._desk, self._desk.words
        clear(self._lines)
        self.editors = {}
        note = words("The principal decides. Votes stand only in the school's own papers, and may be left out.")
        self._lines.addWidget(text(note, "note"))
        if not people:
            self._lines.addWidget(text(words("There are no members in the work group yet."), "quiet"))
        for person in people:
            name = record_words(words, desk.framework, desk.school, person.id)
            self._lines.addWidget(text(name, "label"))
            beside = SideBySide(desk.theme.px(_TURNS_AT), gap=10, narrow_gap=4)
            for field, share in (("stance", 2), ("why", 3)):
                editor = self._editor(person.id, field)
                editor.setAccessibleName(name)
                self.editors[person.id, field] = editor
                beside.add(editor, share)
            self._lines.addWidget(beside)

    def _editor(self, person: str, field: str) -> FieldEditor:
        def whose(vote: Record) -> Record:
            return msgspec.structs.replace(vote, person=person, parent=self._entry)

        return FieldEditor(
            self._desk, Vote, vote_id(self._entry, person), field, label="", also=whose, saved=self.reload
        )
