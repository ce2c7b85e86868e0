"""The panel of one backup: what it has that is missing here, what is newer here, and two ways to restore."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from fosdesk.display.phase_names import numbered_phase
from fosdesk.domain.journal import SchoolDifferences
from fosdesk.domain.rules.lost_parents import school_of_journal
from fosdesk.domain.school import School, compare
from fosdesk.errors import FosdeskError
from fosdesk.exchange.password_seal import PasswordNeeded
from fosdesk.exchange.school_file import SchoolFile
from fosdesk.pace import Pace
from fosdesk.system.locked_files import open_file, wait_for, write_file
from fosdesk.ui.controls.plain_widgets import button, clear, column, line, row, text
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.long_work import free_gradually
from fosdesk.ui.frame.page_registry import PAGES, page_names
from fosdesk.ui.frame.places import page_of
from fosdesk.workspace import MergeResult

T = TypeVar("T")
_NEW, _CHANGED, _GONE = "new", "changed", "gone"


class Inside(NamedTuple):
    """What was read from a backup: its school, what merging it would bring, and what was written after it."""

    file: SchoolFile
    name: str
    ours: bool  # a copy of the school that is open, and not of another one
    brings: Mapping[str, Counter[str]]
    since: Mapping[str, Counter[str]]
    lack: int  # how many changes it has that are not here


def look_inside(desk: Desk, path: Path, pace: Pace) -> Inside:
    """Read and validate a backup like any other file, and compare it with the open school."""
    from fosdesk.exchange.working_copy import read_working_copy

    file = read_working_copy(path, pace, data=desk.folder)
    there = school_of_journal(file.journal)
    here = desk.school
    if file.journal.school != here.id:
        return Inside(file, file.journal.name, False, {}, {}, len(file.journal.changes))
    pace()
    since = _by_page(compare(there, here), here, there)
    pace()
    preview = desk.workspace.preview(file, pace)
    brings = _by_page(compare(here, preview.after), there, here) if preview.changes else {}
    return Inside(file, file.journal.name, True, brings, since, preview.changes)


def _by_page(differences: SchoolDifferences, after: School, before: School) -> Mapping[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for kind, school, records in (
        (_NEW, after, differences.new),
        (_CHANGED, after, (*differences.changed, *(record for record, _ in differences.conflicts))),
        (_GONE, before, differences.gone),
    ):
        for record in dict.fromkeys(records):
            found.setdefault(page_of(school, record), Counter())[kind] += 1
    return found


class BackupPanel(QFrame):
    """Opens in place, below its backup in the list."""

    closed = Signal()
    shown = Signal()  # there is something else to see in it
    done = Signal(str)  # something came in; the sentence about it

    def __init__(self, desk: Desk, path: Path, when: str) -> None:
        """`when` is the backup's time in words; empty for a file that was chosen in a dialog."""
        super().__init__()
        self.desk, self._path, self._when = desk, path, when
        self._tried = ""
        self._held: list[object] = []  # what a large backup is made of
        self._content: bytes | None = None  # of a backup that a password closed
        self.setProperty("look", "panel")
        self._body = column(self, gap=8, margins=(20, 16, 20, 16))
        self.hide()

    def begin(self) -> None:
        """Read the backup off the GUI thread; asks for the password of an encrypted one."""
        from fosdesk.exchange.backup_seal import is_sealed_backup
        from fosdesk.exchange.password_seal import password_needed_error

        try:
            with open_file(self._path) as file:
                asks = is_sealed_backup(file.read(16))
        except OSError:
            asks = False
        if asks:
            self._ask_password(password_needed_error())
        else:
            self._begin(lambda pace: look_inside(self.desk, self._path, pace))

    def _begin(self, act: Callable[[Pace], Inside]) -> None:
        title = self.desk.words("Looking at the backup")
        self.desk.long_work.begin(title, act, self._show, failed=self._failed, stopped=self.closed.emit)

    def _failed(self, trouble: FosdeskError) -> None:
        if isinstance(trouble, PasswordNeeded):
            self._ask_password(trouble, self._tried)
            return
        said = self.desk.words(trouble.sentence, **trouble.arguments)
        clear(self._body)
        self._body.addWidget(text(said, "said"))
        self._acts([(self.desk.words("Close"), "", self.closed.emit)])

    # -- the password

    def _ask_password(self, trouble: PasswordNeeded, tried: str = "") -> None:
        from fosdesk.ui.controls.password_dialog import ask_password

        ask_password(
            self.desk.words, self.desk.theme, self.window(), self._path.name, trouble, self._open_with, tried=tried
        )

    def _open_with(self, typed: str) -> None:
        from fosdesk.exchange.backup_seal import unseal_with

        self._tried = typed

        def act(pace: Pace) -> Inside:
            try:
                self._content = unseal_with(wait_for(self._path.read_bytes), typed)
            except OSError as why:
                raise FosdeskError(
                    "The file {file} could not be read; nothing has been changed.", file=self._path.name
                ) from why
            return self._readable(lambda path, pace: look_inside(self.desk, path, pace), pace)

        self._begin(act)

    def _readable(self, act: Callable[[Path, Pace], T], pace: Pace) -> T:
        """Run `act` on the backup as a readable file; a decrypted copy exists only meanwhile."""
        if self._content is None:
            return act(self._path, pace)
        from fosdesk.exchange.private_folder import temporary_folder

        with temporary_folder(self.desk.folder) as folder:
            plain = folder / "backup.db"
            write_file(plain, self._content)
            return act(plain, pace)

    # -- what is in it

    def release_memory(self) -> None:
        """Free the backup's changes gradually."""
        free_gradually(self._held)

    def _show(self, inside: Inside) -> None:
        words = self.desk.words
        clear(self._body)
        self._inside = inside
        self._held = list(inside.file.journal.changes)
        title = words("The backup from {moment}", moment=self._when) if self._when else self._path.name
        self._body.addWidget(text(title, "heading"))
        if not inside.ours:
            name = inside.name or words("A school without a name")
            other = words("This is a backup of {school}, which is not the school you have open now.", school=name)
            self._body.addWidget(text(other))
            self._offer_going_back(main=True)
            return
        brings = bool(inside.lack)
        if brings:
            self._body.addWidget(text(words("You lack this, and the backup has it:"), "strong"))
            self._lines(inside.brings, words("Only earlier versions of texts that you have."))
        if inside.since:
            self._body.addWidget(text(words("Done since the backup was made:"), "strong"))
            self._lines(inside.since, "")
        if not brings and not inside.since:
            self._body.addWidget(text(words("Your school is just as it was then. There is nothing to bring back.")))
            self._acts([(words("Close"), "", self.closed.emit)])
            return
        if brings:
            self._body.addWidget(line())
            self._body.addWidget(text(words("Bring in what you lack, and keep all that you have."), "quiet"))
            self._acts([(words("Bring in what is missing"), "main", self._merge)])
        elif inside.since:
            self._body.addWidget(text(words("You have everything that is in this backup."), "quiet"))
        self._offer_going_back(main=not brings)

    def _lines(self, by_page: Mapping[str, Counter[str]], otherwise: str) -> None:
        words = self.desk.words
        for key, counts in _in_order(by_page):
            parts = [
                said
                for kind, said in (
                    (_NEW, words.plural("{n} new", "{n} new", counts[_NEW])),
                    (_CHANGED, words.plural("{n} changed", "{n} changed", counts[_CHANGED])),
                    (_GONE, words.plural("{n} deleted", "{n} deleted", counts[_GONE])),
                )
                if counts[kind]
            ]
            self._body.addWidget(text(f"{self._page(key)}: {', '.join(parts)}"))
        if not by_page and otherwise:
            self._body.addWidget(text(otherwise))

    def _page(self, key: str) -> str:
        if key.startswith("phase:"):
            return numbered_phase(self.desk.framework, self.desk.school, key.partition(":")[2])
        return page_names(self.desk.words)[key]

    # -- the two ways back

    def _merge(self) -> None:
        desk, file = self.desk, self._inside.file
        if not desk.release():
            return

        def act(pace: Pace) -> MergeResult:
            desk.backup_schedule.save("restore", pace)
            added = desk.workspace.store.merge(file.journal, own=True, now=desk.workspace.now(), pace=pace)
            return MergeResult(added, desk.workspace.read_update())

        def done(merged: MergeResult) -> None:
            desk.workspace.adopt(merged.update)
            came = desk.words.plural("{n} change came in.", "{n} changes came in.", merged.added)
            self.done.emit(f"{came} {desk.words('How it was just before lies among the backups.')}")

        desk.long_work.begin(desk.words("Bringing in what is missing"), act, done, failed=self._failed)

    def _offer_going_back(self, *, main: bool) -> None:
        words = self.desk.words
        self._body.addWidget(line())
        about = words("Or let the school become as it was then. What you have now is saved first.")
        if main:
            about = words("Let the school become as it was then. What you have now is saved first.")
        self._body.addWidget(text(about, "quiet"))
        go = (words("Go back to this backup …"), "main" if main else "", self._ask_going_back)
        self._acts([go, (words("Close"), "", self.closed.emit)])

    def _ask_going_back(self) -> None:
        words = self.desk.words
        clear(self._body)
        title = words("Go back to {moment}?", moment=self._when) if self._when else words("Go back to this backup?")
        self._body.addWidget(text(title, "heading"))
        if self._inside.since:
            self._body.addWidget(text(words("This was done later, and will be gone from the school if you go back:")))
            self._lines(self._inside.since, "")
        kept = words("It is not lost: the school as it is now becomes the topmost backup, and you can go back to that.")
        self._body.addWidget(text(kept, "quiet"))
        self._acts(
            [
                (words("Go back"), "main", self._replace),
                (words("Keep what we have"), "", lambda: self._show(self._inside)),
            ]
        )

    def _replace(self) -> None:
        desk = self.desk
        if not desk.release():
            return
        desk.long_work.begin(
            desk.words("Going back to the backup"),
            lambda pace: self._readable(desk.backup_schedule.prepare_replacement, pace),
            self._replaced,
            failed=self._failed,
        )

    def _replaced(self, part: Path) -> None:
        self.release_memory()
        self.desk.backup_schedule.replacement_ready.emit(part)

    # -- pieces

    def _acts(self, acts: Iterable[tuple[str, str, Callable[[], object]]]) -> None:
        acts_line = row(gap=8)
        for name, look, act in acts:
            made = button(name, look)
            made.clicked.connect(lambda _=False, act=act: act())
            acts_line.addWidget(made)
        acts_line.addStretch(1)
        self._body.addLayout(acts_line)
        self.show()
        follow_layout(self)
        self.shown.emit()


def _in_order(by_page: Mapping[str, Counter[str]]) -> list[tuple[str, Counter[str]]]:
    order = {place.key: number for number, place in enumerate(PAGES)}
    return sorted(by_page.items(), key=lambda item: order.get(item[0], len(order)))
