"""Builds all parts of the program and connects them; there are no globals."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from fosdesk import paths
from fosdesk.errors import FosdeskError
from fosdesk.ui.frame.drafts_file import keep_drafts, take_drafts
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.style.theme import application, apply_theme
from fosdesk.ui.tuning import end_startup, keep_constants
from fosdesk.ui.window.clock import moment, today
from fosdesk.ui.window.main_window import MainWindow
from fosdesk.ui.window.notices import StoreNotices, show_damage_notice
from fosdesk.ui.window.overrides import protect_overrides
from fosdesk.ui.window.qt_translation import install_translation
from fosdesk.ui.window.store_lifecycle import StoreLifecycle
from fosdesk.ui.window.system.system_theme import SystemTheme
from fosdesk.ui.window.window_place import left_place, take_place
from fosdesk.words import read_words

if TYPE_CHECKING:
    from fosdesk.domain.school import School
    from fosdesk.store import Store
    from fosdesk.ui.frame.backup_schedule import BackupSchedule
    from fosdesk.ui.frame.desk import Desk
    from fosdesk.ui.start.first_start_page import Answers, FirstStartPage
    from fosdesk.ui.start.named_file import NamedFile
    from fosdesk.ui.start.store_opening import OpenedStore, StoreOpening
    from fosdesk.ui.start.store_recovery import StoreRecovery
    from fosdesk.ui.window.system.idle_collector import IdleCollector

STORE_NAME = "fosdesk.db"
_LISTENING = 1_500  # ms after the school is shown
_OLD_WINDOW_GOES = 300  # ms after the new one is shown


class Fosdesk(QObject):
    """The running program: one data folder, one store, a window for one's own school and one for each other."""

    opened = Signal()  # the window shows a school, or asks for one

    def __init__(
        self,
        folder: Path,
        language: str | None,
        *,
        clock: Callable[[], int] = moment,
        today: Callable[[], date] = today,
        more_words: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        protect_overrides()
        self._more_words = more_words or {}
        self.folder = folder
        self.settings = self._usual = SettingsFile(folder)
        self._moved = bool(self.settings.value.elsewhere)
        if self._moved:
            self.folder = Path(self.settings.value.elsewhere)
            self.settings = SettingsFile(self.folder)
        if language is not None:
            self.settings.use_language(language)
        self._clock, self._today = clock, today
        self._lifecycle = StoreLifecycle(clock)
        self._lifecycle.backups_started.connect(self._connect_backups)
        self._others: dict[str, MainWindow] = {}
        self._answers: Answers | None = None
        self._named_file: NamedFile | None = None
        self._known_school: School | None = None  # one's own school as it was read last, for the next window
        self._opening: StoreOpening | None = None
        self.recovery: StoreRecovery | None = None
        self._collector: IdleCollector | None = None
        self._system_theme = SystemTheme(self, self._is_busy)
        self._system_theme.changed.connect(self._follow_system)
        self.window = self._new_window()
        self._notices = StoreNotices(self, lambda: self.window)
        self._lifecycle.file_put_right.connect(self._notices.tell_changed_file)

    @property
    def store(self) -> "Store | None":
        """The open store; None before it is opened and after it is closed."""
        return self._lifecycle.store

    def _new_window(self) -> MainWindow:
        self.words = read_words(self.settings.value.language).extended(self._more_words)
        self.theme = self._system_theme.wanted(application(), self.settings.value)
        apply_theme(application(), self.theme)
        window = MainWindow(self.words, self.theme)
        window.navigation.setEnabled(False)
        window.painted.connect(self.start)
        window.closing.connect(self._window_closed)
        window.file_dropped.connect(self.read_file)
        return window

    def _follow_system(self) -> None:
        wanted = self._system_theme.wanted(application(), self.settings.value)
        if self.window.desk is not None and wanted.colours != self.theme.colours:
            self.restart()

    def _is_busy(self) -> bool:
        desk = self.window.desk
        return desk is None or desk.long_work.under_way or bool(self.window.edits.unsaved())

    def restart(self) -> None:
        """Rebuild the window after a change of language, theme or school; unsaved text is saved first."""
        if self.window.release():
            self._change_window(self._show_school)

    def _change_window(self, show: Callable[[], None]) -> None:
        old, key, part = self.window, self.window.current_key, self.window.current_part
        if old.desk is not None and self.store is not None:
            self._known_school = old.desk.workspace.school
        for other in list(self._others.values()):
            other.close()
        self.window = self._new_window()
        self.window.painted.disconnect(self.start)
        take_place(self.window, old)
        self.window.show()
        install_translation(self, self.words.language)
        self.window.edits.drafts.update(old.edits.drafts)
        old.edits.drafts.clear()
        show()
        if key and self.window.desk is not None:
            self.window.arrive(key, part, "")
        old.closing.disconnect(self._window_closed)
        old.close()
        QTimer.singleShot(_OLD_WINDOW_GOES, old, old.deleteLater)  # in the turn that shows the new one it would be felt
        self.window.activateWindow()

    def is_shown_already(self, file: Path | None = None) -> bool:
        """Whether another running program has this folder open, and has shown its window and taken the file."""
        if not paths.is_marked_open(self.folder):
            return False
        from fosdesk.ui.window.system.single_instance import show_running_instance

        return show_running_instance(self.folder, file)

    def started_again(self, file: Path | None) -> None:
        """Show the window, because the program was started again, and read the file that was named then."""
        self.window.come_to_front()
        if file is not None:
            self.read_file(file)

    def read_file(self, file: Path) -> None:
        """Read a school file, and show what is in it, as soon as there is a page for it."""
        from fosdesk.ui.start.named_file import NamedFile

        if self._named_file is None:
            self._named_file = NamedFile(self, lambda: self.window, lambda: self.folder)
            self.opened.connect(self._named_file.try_again)
        self._named_file.read(file)

    # -- the store

    def start(self) -> None:
        """Open the store after the first paint; an error is shown with ways to go on."""
        keep_constants()
        if self._system_theme.ask(application(), self.settings.value).colours != self.theme.colours:
            self._change_window(self.start)  # the first picture does not wait until all is known about the computer
        elif self.store is not None:
            self._show_school()
        else:
            from fosdesk.ui.start.store_opening import StoreOpening

            install_translation(self, self.words.language)
            self._opening = StoreOpening(self.window, self.folder / STORE_NAME, chosen=self._moved)
            self._opening.opened.connect(self._store_opened)
            self._opening.failed.connect(self._show_trouble)
            self._opening.begin()

    def _store_opened(self, opened_store: "OpenedStore") -> None:
        store, lock, self._known_school = opened_store
        self._lifecycle.hold(store, lock, self.settings)
        self.window.edits.drafts.update(take_drafts(self.folder))
        self._show_school()

    def _show_school(self) -> None:
        assert self.store is not None
        own = next((s for s in self.store.schools() if s.own), None)
        if own is None:
            from fosdesk.ui.start.first_start_page import FirstStartPage

            page = FirstStartPage(self.words, self.theme, self.store, self.settings, self._today, self._clock)
            page.finished.connect(self.restart)
            page.language_chosen.connect(lambda language: self._change_language(language, page))
            if self._answers is not None:
                page.fill(self._answers)
            self.window.show_alone(page)
            end_startup()
        else:
            known, self._known_school = self._known_school, None
            self.window.open_desk(self._desk_for(own.id, self.window, known, read_only=False))
            schedule = self._lifecycle.backup_schedule
            if schedule is not None and schedule.damaged:
                show_damage_notice(self.window)
        QTimer.singleShot(_LISTENING, self, self._listen)
        self._collect_when_idle()
        self.opened.emit()

    def _collect_when_idle(self) -> None:
        from fosdesk.ui.window.system.idle_collector import IdleCollector

        if self._collector is None:
            self._collector = IdleCollector(self)

    def _change_language(self, language: str, page: "FirstStartPage") -> None:
        self._answers = page.answers()
        try:
            self.settings.change(language=language)
        except FosdeskError:
            self.settings.use_language(language)
        self.restart()
        self._answers = None

    def _show_trouble(self, trouble: FosdeskError) -> None:
        from fosdesk.ui.start.store_recovery import StoreRecovery

        role = self.settings.value.role or "principal"
        self.recovery = recovery = StoreRecovery(self.window, self.folder / STORE_NAME, trouble, self._clock, role)
        recovery.again_requested.connect(self.start)
        recovery.folder_chosen.connect(self._use_folder)
        recovery.recovered.connect(self._open_replacement)
        recovery.show()
        end_startup()
        self._collect_when_idle()
        self.opened.emit()

    def _open_replacement(self, sentence: str) -> None:
        """Open the store that has replaced the damaged one."""
        self.start()
        self.window.show_message(sentence)

    def _use_folder(self, folder: str) -> None:
        """Continue in another folder; stored in the default folder's settings where that can be written."""
        usual, self.folder, self._moved = self._usual, Path(folder), False
        self.settings = SettingsFile(self.folder)
        with suppress(FosdeskError):
            usual.change(elsewhere=folder if folder != str(usual.folder) else "")
        self._change_window(self.start)  # in the language and with the look that are chosen there

    # -- the backups

    def _open_backup_schedule(self) -> "BackupSchedule":
        return self._lifecycle.open_backup_schedule(self.folder / STORE_NAME, self.settings)

    def _connect_backups(self, schedule: "BackupSchedule") -> None:
        schedule.replacement_ready.connect(self._replace_store)
        schedule.recovery_requested.connect(self._recover)
        schedule.moved.connect(self._use_moved_store)
        schedule.trouble_found.connect(self._notices.tell_trouble)
        schedule.damage_found.connect(self._notices.tell_damage)
        schedule.gaps_mended.connect(self._notices.tell_mended_gaps)

    def _listen(self) -> None:
        if self.store is not None:
            if self.window.desk is not None:
                self._open_backup_schedule()
            self._lifecycle.listen(self.folder, self.started_again)

    def _replace_store(self, part: Path) -> None:
        """Replace the store by the file `part`; the earlier store stays beside it."""
        from fosdesk.store.copies.backups import file_timestamp, replace_store_file

        self._close_store(look=False)  # it is replaced
        said = self.words("Your school is as it was then. What you had just before is the topmost backup.")
        try:
            replace_store_file(part, self.folder / STORE_NAME, f"replaced {file_timestamp(self._clock())}")
        except FosdeskError as trouble:
            said = self.words(trouble.sentence, **trouble.arguments)
        self._change_window(self.start)
        self.window.show_message(said)

    def _recover(self) -> None:
        """Close the store whose rows the disk has altered, and offer to salvage it."""
        from fosdesk.store.database import DamagedStore

        if self.window.release():
            self._close_store()
            trouble = DamagedStore("The disk has changed something in the file {file}.", file=STORE_NAME)
            self._change_window(lambda: self._show_trouble(trouble))

    def _use_moved_store(self, folder: Path) -> None:
        self._close_store()
        self._use_folder(str(folder))
        said = self.words("Your school now lies in {folder}. The old folder is as it was.", folder=str(folder))
        self.window.show_message(said)

    def _desk_for(self, school: str, window: MainWindow, known: "School | None", *, read_only: bool) -> "Desk":
        from fosdesk.content import read_framework
        from fosdesk.ui.frame.desk import Desk
        from fosdesk.ui.start.own_workspace import open_workspace

        assert self.store is not None
        workspace = open_workspace(self.store, school, self.settings, self._clock, known, window, read_only=read_only)
        return Desk(
            workspace=workspace,
            framework=read_framework(self.words.language),
            words=self.words,
            theme=self.theme,
            settings=self.settings,
            folder=self.folder,
            today=self._today,
            go=window.go,
            go_to_field=window.go_to_field,
            show_message=window.show_message,
            ask=window.notice.ask,
            open_school=self.open_school,
            window=window,
            edits=window.edits,
            open_backup_schedule=self._open_backup_schedule,
            restart=self.restart,
        )

    def open_school(self, school: str, known: "School | None" = None) -> None:
        """Show a colleague's school, read-only, in a window of its own; `known` is its snapshot if already read."""
        window = self._others.get(school)
        if window is None:
            window = MainWindow(self.words, self.theme)
            window.resize(left_place(self.window)[0].size())
            self._others[school] = window
            window.closing.connect(self._free_closed)
            window.open_desk(self._desk_for(school, window, known, read_only=True), lambda: self.window.desk)
        window.come_to_front()

    def _free_closed(self) -> None:
        for school, window in list(self._others.items()):
            if window.isHidden():  # as one is from the moment it closes
                del self._others[school]
                QTimer.singleShot(_OLD_WINDOW_GOES, window, window.deleteLater)

    def school_window(self, school: str) -> MainWindow | None:
        """The window of a colleague's school; None when it is not open."""
        return self._others.get(school)

    # -- the end

    def save(self) -> None:
        """Save what is typed and can be stored, and keep the rest for the next start; asks nobody."""
        if self.store is not None:
            self.window.edits.save()
            keep_drafts(self.folder, self.window.edits.left_over())

    def _window_closed(self) -> None:
        if self.store is not None:
            keep_drafts(self.folder, self.window.edits.not_shown_yet())
        self.close()

    def close(self) -> None:
        """Close the other windows and the store, and release the folder's lock."""
        for part in (self._opening, self.recovery, self._collector, self._system_theme):
            if part is not None:
                part.end()
        self._collector = None
        for window in (self.window, *self._others.values()):
            if window.desk is not None:
                window.desk.end_work()
        for other in list(self._others.values()):
            other.close()
        self._close_store()

    def _close_store(self, *, look: bool = True) -> None:
        self._lifecycle.stop_listening()
        if self.store is not None and self.window.desk is not None:
            self._open_backup_schedule()  # the last backup is made even where none was begun
            self._lifecycle.end_backups()
        self._lifecycle.close(look=look)


def build(
    folder: Path,
    language: str | None = None,
    *,
    clock: Callable[[], int] = moment,
    today: Callable[[], date] = today,
    more_words: Mapping[str, str] | None = None,
) -> Fosdesk:
    """Everything but the QApplication and its event loop; show `.window` to begin. `more_words`: `Words.extended`."""
    return Fosdesk(folder, language, clock=clock, today=today, more_words=more_words)


def main(folder: Path | None, language: str | None, file: Path | None = None) -> int:
    """Run the program until its window is closed, and show what is in a school file; returns the exit code."""
    from fosdesk.ui.window.system.event_loop import run

    return run(application(), build(folder or paths.user_folder(), language), file)


def screenshots(folder: Path, language: str, theme: str, scale: float) -> list[Path]:
    """Save an image of each page of the example school on a screen of 1366×768; returns the paths."""
    from fosdesk.ui.window.screenshots import take_screenshots

    return take_screenshots(build, STORE_NAME, folder, language, theme, scale)
