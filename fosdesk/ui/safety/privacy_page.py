"""The page Privacy: what is stored about a person, a copy for the person, shielding and erasing."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from fosdesk.display.record_words import role_words
from fosdesk.domain.changes.erasure import ChangeName
from fosdesk.domain.records import EraseRequest, Retention
from fosdesk.domain.records.privacy_decisions import RETENTION_ID
from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace
from fosdesk.privacy.erasure_due import due_for_erasure, open_erase_requests, retention_months
from fosdesk.privacy.subject_access import SubjectAccessReport
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, clear, column, framed, row, set_shown, text
from fosdesk.ui.controls.search_line import SearchLine
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.erase_job import Erased, erase
from fosdesk.ui.frame.page import Page
from fosdesk.ui.safety.person_data_view import PersonDataView
from fosdesk.ui.safety.person_data_words import file_for_person, person_words, stand_in
from fosdesk.ui.safety.stored_people import StoredPerson, stored_people
from fosdesk.ui.safety.unreadable_copies import UnreadableCopies, UntouchedFiles

_SEARCHED = 8  # people from which on there is something to search


class PrivacyPage(Page):
    """A list of people; the chosen person's data replaces it."""

    key: ClassVar[str] = "privacy"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        self._person = ""
        self._left_over: list[Path] = []
        self._untouched: list[Path] = []
        lead = words("See what is written about a person, give them a copy of it, or erase it.")
        super().__init__(desk, words("Privacy"), lead)

    def build(self) -> None:
        """Create notices, the list of people, and the retention period."""
        words, desk = self.words, self.desk
        self._said = text("", "said")
        self._said.hide()
        self.body.addWidget(self._said)
        self._notices: QVBoxLayout = column(gap=8)
        self.body.addLayout(self._notices)
        self.people = QWidget()
        inside = column(self.people, gap=10)
        self.searched = SearchLine(words("Search among the people"))
        self.searched.setMaximumWidth(desk.theme.px(360))
        self.searched.textChanged.connect(lambda _: self._lay_people())
        inside.addWidget(self.searched)
        self._list: QVBoxLayout = column(gap=0)
        inside.addLayout(self._list)
        self.lines: dict[str, LineButton] = {}
        self._is_list_due = False
        self.months = FieldEditor(
            desk,
            Retention,
            RETENTION_ID,
            "months",
            label=words("Propose to erase people this many months after they have left"),
            hint=words("Empty: after a year. Nothing is erased before somebody decides it."),
        )
        inside.addSpacing(8)
        inside.addWidget(self.months)
        self.again = button(words("Go through the backups again"), "text")
        self.again.clicked.connect(self._clean_again)
        foot = row(gap=0)
        foot.addWidget(self.again)
        foot.addStretch(1)
        inside.addLayout(foot)
        self.body.addWidget(self.people)
        self._view_place: QVBoxLayout = column(gap=0)
        self.body.addLayout(self._view_place)
        self.view: PersonDataView | None = None
        self._everybody: tuple[StoredPerson, ...] = ()
        if not desk.read_only:
            desk.backup_schedule.changed.connect(self._show_notices)

    # -- showing

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the current people, and the open person."""
        self._is_list_due = True
        # In a turn of its own: storing what has changed has taken one already, and several may be stored at once.
        self.refresh_in_turns(self._show_all)

    def _show_all(self) -> None:
        if self.view is None and self._is_list_due:
            self._lay_people()
        self._show_notices()
        self.months.reload()
        store, school = self.desk.workspace.store, self.desk.school
        set_shown(self.again, bool(store.erased(school.id).records) and not self.desk.read_only)
        if self.view is not None:
            self.open_person(self._person)
        follow_layout(self)

    def show_record(self, record_id: str) -> None:
        """Open the person that a record is about."""
        person = record_id.rpartition(":")[2]
        if any(one.id == person for one in self._everybody):
            self.open_person(person)

    def search(self) -> bool:
        """Put the cursor into the search."""
        if self.searched.isVisibleTo(self):
            self.searched.setFocus()
        return self.searched.isVisibleTo(self)

    def _lay_people(self) -> None:
        """Fill the list; while it is hidden by a person, that waits until somebody comes back to it."""
        if self._is_list_due:
            self._everybody, self._is_list_due = stored_people(self.desk), False
        words = self.words
        clear(self._list)
        self.lines = {}
        many = len(self._everybody) > _SEARCHED
        self.searched.setVisible(many)
        wanted = self.searched.text().strip().casefold() if many else ""
        shown = [one for one in self._everybody if wanted in one.searched]
        due = {person.id for person in due_for_erasure(self.desk.school, self.desk.day())}
        groups = (
            (words("Proposed for erasing"), [one for one in shown if one.id in due]),
            (words("People") if not due else words("All others"), [one for one in shown if one.id not in due]),
        )
        for title, some in groups:
            if some:
                heading = text(title, "heading")
                heading.setContentsMargins(8, 6, 0, 4)
                self._list.addWidget(heading)
            if some and title == words("Proposed for erasing"):
                n = retention_months(self.desk.school)
                about = words.plural(
                    "Left more than {n} month ago. Nothing happens unless you decide it.",
                    "Left more than {n} months ago. Nothing happens unless you decide it.",
                    n,
                )
                said = text(about, "quiet")
                said.setContentsMargins(8, 0, 0, 4)
                self._list.addWidget(said)
            for one in some:
                self._list.addWidget(self._line_of(one))
        if not shown:
            nothing = words("Nobody here is called that.") if wanted else words("No people are written down yet.")
            self._list.addWidget(text(nothing, "quiet"))

    def _line_of(self, one: StoredPerson) -> LineButton:
        line = LineButton(self.desk.theme, most_lines=2)
        note = " · ".join(part for part in (one.role, one.note) if part)
        line.set_words(one.name, notes=((note, 0),) if note else ())
        line.clicked.connect(partial(self.open_person, one.id))
        self.lines[one.id] = line
        return line

    def _show_notices(self) -> None:
        clear(self._notices)
        if self.desk.read_only:
            return
        known = {one.id: one for one in self._everybody}
        answered = self.desk.workspace.store.answered(self.desk.school.id)
        for request in open_erase_requests(self.desk.school, answered):
            if request.person in known and self.view is None:
                self._notices.addWidget(self._request(request, known[request.person]))
        left = list(dict.fromkeys((*self._left_over, *self.desk.backup_schedule.uncleaned)))
        if left:
            notice = UnreadableCopies(self.words, left)
            notice.delete_requested.connect(self._delete_left_over)
            self._notices.addWidget(notice)
        if self._untouched:
            self._notices.addWidget(UntouchedFiles(self.words, self._untouched))

    def _request(self, request: EraseRequest, person: StoredPerson) -> QWidget:
        words = self.words
        box = framed("notice")
        inside = column(box, gap=6, margins=(16, 12, 16, 12))
        asked = words("A colleague has asked for what is written about a person to be erased. Erase it here too?")
        inside.addWidget(text(asked, "strong"))
        when = words.short_date(request.day) if request.day else ""
        who = [person.name, role_words(words, request.role), when]
        inside.addWidget(text(" · ".join(part for part in who if part), "quiet"))
        acts = row(gap=8)
        look = button(words("See what is written"), name=f"{words('See what is written')}: {person.name}")
        look.clicked.connect(lambda: self.open_person(request.person))
        keep = button(words("No, keep it"), "text", name=f"{words('No, keep it')}: {person.name}")
        keep.clicked.connect(lambda: self.desk.attempt(lambda: self.desk.workspace.decline_erasure(request.person)))
        acts.addWidget(look)
        acts.addWidget(keep)
        acts.addStretch(1)
        inside.addLayout(acts)
        return box

    # -- one person

    def open_person(self, person: str) -> None:
        """Collect everything about a person in the background, and show it."""
        words, workspace = self.words, self.desk.workspace
        self._said.hide()
        self._person = person
        self.desk.long_work.begin(
            words("Looking through everything"),
            lambda pace: workspace.held(person, partial(stand_in, words), pace),
            self._show,
        )

    def _show(self, held: SubjectAccessReport) -> None:
        had = self.view is not None
        clear(self._view_place)
        self.view = view = PersonDataView(self.desk, held)
        view.left.connect(self.close_person)
        view.save_requested.connect(self._choose_file)
        view.erase_requested.connect(self._ask_erase)
        view.redact_requested.connect(self._redact)
        view.shielded.connect(self._shield)
        view.shown_again.connect(self._show_again)
        self._view_place.addWidget(view)
        self.people.hide()
        self._show_notices()
        if not had:
            self.scroller.verticalScrollBar().setValue(0)
            view.back.setFocus()
        follow_layout(self)

    def close_person(self) -> None:
        """Return to the list."""
        person, self._person = self._person, ""
        self._drop_view()
        if self._is_list_due:
            self._lay_people()
        self.people.show()
        self._show_notices()
        line = self.lines.get(person)
        if line is not None:
            line.setFocus()
        follow_layout(self)

    def _drop_view(self) -> None:
        clear(self._view_place)
        self.view = None

    def _choose_file(self) -> None:
        assert self.view is not None
        name = "".join(c for c in person_words(self.words, self.view.held) if c.isalnum() or c in " -").strip()
        proposed = str(Path(self.desk.settings.start_folder) / f"{name} {self.desk.day()}.txt")
        title = self.words("Save as a file for the person")
        chosen, _ = QFileDialog.getSaveFileName(self, title, proposed, f"{self.words('Text')} (*.txt)")
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Save the person's data as a text file; an error is shown."""
        from fosdesk.exchange.file_saving import save_bytes

        assert self.view is not None
        if path.suffix.lower() != ".txt":
            path = path.with_name(path.name + ".txt")
        written = file_for_person(self.desk, self.view.held, self.desk.school.profile.name)
        try:
            # With the mark at the beginning by which every editor on Windows knows the letters.
            save_bytes(path, written.encode("utf-8-sig"))
        except FosdeskError as trouble:
            self._show_message(self.words(trouble.sentence, **trouble.arguments))
            return
        self.desk.attempt(lambda: self.desk.settings.change(folder=str(path.parent)))
        self._show_message(self.words("Written: {file}", file=str(path)))

    def _shield(self, reason: str) -> None:
        person, view = self._person, self.view
        if self.desk.attempt(lambda: self.desk.workspace.shield(person, reason, self.desk.day())):
            if view is not None:
                view.forget_reason()
            self.desk.show_message(self.words("Shielded. It can be shown again from here."))

    def _show_again(self) -> None:
        self.desk.attempt(lambda: self.desk.workspace.unshield(self._person))

    # -- erasing

    def _ask_erase(self) -> None:
        self._new_dialog()
        self.dialog.open()

    def _new_dialog(self) -> None:
        from fosdesk.exchange.erase_copies import StoreCopies
        from fosdesk.ui.safety.erase_dialog import EraseDialog

        assert self.view is not None
        sealed = StoreCopies(self.desk.workspace.store.path, self.desk.backup_schedule.folders).sealed
        self.dialog = EraseDialog(self.desk, self.view.held, sealed, self.window())
        self.dialog.decided.connect(self._erase)

    def _erase(self) -> None:
        from fosdesk.exchange.password_seal import WrongPassword

        assert self.view is not None
        held, dialog, workspace = self.view.held, self.dialog, self.desk.workspace
        chosen, tells = dialog.chosen, dialog.tell.tick.isChecked()
        deletes = dialog.delete_sealed.tick.isChecked()
        password = "" if deletes else dialog.password.text()

        def act(folders: Sequence[Path], pace: Pace) -> list[Path]:
            return workspace.erase(held, chosen, folders, pace, password)

        def done(erased: Erased) -> None:
            self._drop_view()
            workspace.adopt(erased.update)  # which lays the list, if anybody is to be missing there
            self.close_person()
            self._copies_left(erased.left, deletes, erased.untouched)
            if tells:
                self.desk.attempt(lambda: workspace.ask_to_erase(held.person, self.desk.day()))
            if self._left_over:
                said = self.words("Erased here, but not everywhere: see what is left.")
            else:
                said = self.words("Erased, here and in the backups.")
            if erased.unswept:
                said = f"{said} {self._unswept_words()}"
            if erased.out_of_reach:
                later = self.words(
                    "The second folder is not connected now. The backups there are gone through when it is back."
                )
                said = f"{said} {later}"
            self._show_message(said)

        def failed(trouble: FosdeskError) -> None:
            if not isinstance(trouble, WrongPassword):
                self._failed(trouble)
                return
            self._new_dialog()
            self.dialog.take_over(chosen, tells=tells, said=self.words(trouble.sentence, **trouble.arguments))
            self.dialog.open()

        erase(self.desk, act, done, failed)

    def _redact(self, change: ChangeName) -> None:
        workspace = self.desk.workspace

        def done(erased: Erased) -> None:
            self._copies_left(erased.left, False, erased.untouched)
            workspace.adopt(erased.update)
            if erased.unswept:
                self._show_message(self._unswept_words())

        erase(self.desk, lambda folders, pace: workspace.redact([change], folders, pace), done, self._failed)

    def _clean_again(self) -> None:
        workspace = self.desk.workspace

        def done(erased: Erased) -> None:
            self.desk.backup_schedule.keep_uncleaned(erased.left)
            self._copies_left(erased.left, False, erased.untouched)
            workspace.adopt(erased.update)
            self._show_message(self.words("The backups have been gone through."))

        erase(self.desk, lambda folders, pace: workspace.clean_copies(folders, pace), done, self._failed)

    def _copies_left(self, left: Sequence[Path], deletes_sealed: bool, untouched: Sequence[Path] = ()) -> None:
        from fosdesk.exchange.erase_copies import delete_all
        from fosdesk.store.copies.backups import SEALED

        sealed = [path for path in left if path.suffix == SEALED and deletes_sealed]
        self._left_over = [*delete_all(sealed), *(path for path in left if path not in sealed)]
        self._untouched = [*untouched]
        self._show_notices()

    def _unswept_words(self) -> str:
        return self.words(
            "Another program was reading the file {file} just then, so traces may be left in it until fosdesk is "
            "started next time.",
            file=self.desk.workspace.store.path.name,
        )

    def _delete_left_over(self) -> None:
        from fosdesk.exchange.erase_copies import delete_all

        schedule = self.desk.backup_schedule
        self._left_over = delete_all(self._left_over)
        schedule.keep_uncleaned(delete_all(schedule.uncleaned))
        self._show_notices()

    def _failed(self, trouble: FosdeskError) -> None:
        self._show_message(self.words(trouble.sentence, **trouble.arguments))

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
        self.scroller.verticalScrollBar().setValue(0)
