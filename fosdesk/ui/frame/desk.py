"""Desk: the context that pages and dialogs are given instead of using globals."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fosdesk.domain.framework import Framework
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.ui.frame.edits import Edits
from fosdesk.ui.frame.new_records import NewRecords
from fosdesk.ui.frame.settings_file import Settings, SettingsFile
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words
from fosdesk.workspace import StepsSince, Workspace

if TYPE_CHECKING:
    from fosdesk.ui.frame.backup_schedule import BackupSchedule
    from fosdesk.ui.frame.long_work import LongWork
    from fosdesk.ui.frame.record_search import RecordSearch

Ask = Callable[[str, str, Callable[[], None], str], None]  # the question, the act in words, the act, the decline


@dataclass(eq=False, repr=False, match_args=False)  # each of the three is compiled at every start
class Desk:
    """Dependencies of pages and dialogs: the open school, settings, texts and theme, and callbacks into the window."""

    workspace: Workspace
    framework: Framework
    words: Words
    theme: Theme
    settings: SettingsFile
    folder: Path  # the data folder, for backups
    today: Callable[[], date]
    go: Callable[[str, str], None]  # show a page by its key, and a record on it when the id is not empty
    go_to_field: Callable[[str, str], None]  # show a field of a record, by record id and field name
    show_message: Callable[[str], None]  # one quiet sentence at the foot of the window
    ask: Ask  # put a question above the page that waits there, with an act and a way to decline
    open_school: Callable[[str, School | None], None]  # show a colleague's in its own window, as it was read if it was
    window: QWidget  # the parent of dialogs
    edits: Edits  # what is typed in the window and not stored
    open_backup_schedule: "Callable[[], BackupSchedule]"  # what makes the backups
    restart: Callable[[], None]  # build the window anew, after language, theme or school changed

    @property
    def school(self) -> School:
        """The current snapshot."""
        return self.workspace.school

    @property
    def choices(self) -> Settings:
        """The settings of this laptop."""
        return self.settings.value

    @property
    def read_only(self) -> bool:
        """Whether this is a colleague's school."""
        return self.workspace.read_only

    @cached_property
    def new_records(self) -> NewRecords:
        """The records that somebody has begun in this window and not written in yet."""
        return NewRecords(self.workspace)

    @cached_property
    def record_search(self) -> "RecordSearch":
        """The search among all records; created when first used."""
        from fosdesk.ui.frame.record_search import RecordSearch

        return RecordSearch(self.framework, self.words, self.workspace, self.day, self.window)

    @cached_property
    def long_work(self) -> "LongWork":
        """Background work with progress and cancellation; created when first used."""
        from fosdesk.ui.frame.long_work import LongWork

        return LongWork(self.window, self.words, self.show_message)

    @property
    def backup_schedule(self) -> "BackupSchedule":
        """The backup schedule; created when first used."""
        return self.open_backup_schedule()

    def release(self, within: QWidget | None = None) -> bool:
        """Save unsaved text inside a widget, or in the whole window, before it closes or long work begins.

        False when something cannot be stored; it is then shown, and nothing may close or begin.
        """
        return self.edits.release(within)

    def end_work(self) -> None:
        """Cancel background work because the program ends."""
        if "long_work" in self.__dict__:
            store = self.workspace.store
            self.long_work.end_now(lambda: not store.is_busy())

    def attempt(self, act: Callable[[], object]) -> bool:
        """Run an act that writes; False when it raised FosdeskError, which is shown at the foot of the window."""
        try:
            act()
        except FosdeskError as trouble:
            self.show_message(self.words(trouble.sentence, **trouble.arguments))
            return False
        return True

    def day(self) -> str:
        """Today as YYYY-MM-DD."""
        return self.today().isoformat()

    def step_beside(self, own: StepsSince, *, redo: bool, release: Callable[[], bool] = lambda: True) -> str:
        """Undo or redo a step from a window of its own; what was done, in a word, or nothing.

        `own` are the steps since the window was opened: what was done before is not seen there. `release` stores
        what is typed there, where there is a step to take. One that takes long is left to the main window.
        """
        workspace = self.workspace
        if not own.has_one(redo=redo) or not release() or workspace.is_wide(redo=redo):
            return ""
        if not self.attempt(workspace.redo if redo else workspace.undo):
            return ""
        return self.words("Done again") if redo else self.words("Undone")
