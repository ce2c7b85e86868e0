"""Automatic backups: 3 s after the start, every half hour and at closing, when something has changed."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from fosdesk import paths
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace, Stopped
from fosdesk.store import Store
from fosdesk.store.copies.backups import (
    Backup,
    all_backups,
    backups_in,
    copy_database,
    mirror,
    newest_first,
    prune,
    state_in,
)
from fosdesk.store.database import DamagedStore
from fosdesk.store.erasing import erase_in_backup
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.frame.worker import Worker

FOLDER = "backups"  # beside the store
_SOON = 3_000  # ms after the school is shown, when its first page has long been painted
_OFTEN = 30 * 60_000
_PATIENCE = 15  # seconds that a slow second folder may take at the end


class BackupSchedule(QObject):
    """One for an open store; works in a background thread and never blocks the screen."""

    changed = Signal()  # there is another backup, or trouble with one
    trouble_found = Signal(object)  # trouble that is new, to be told at the foot of the window
    recovery_requested = Signal()  # put a store whose rows the disk has changed together again
    moved = Signal(object)  # the school now lies in another folder, too
    replacement_ready = Signal(object)  # a file that is to become the store
    damage_found = Signal(int)  # so many changes are not as they were written

    def __init__(self, store: Store, path: Path, settings: SettingsFile, clock: Callable[[], int]) -> None:
        """`path` is the store's file; `clock` gives milliseconds since 1970."""
        super().__init__()
        self._store, self._path, self._settings, self._clock = store, path, settings, clock
        self._worker: Worker[None] = Worker(self, "backup", self._background_ended, daemon=True)
        self._pace = Pace()
        self._saved: tuple[int, ...] | None = None  # the state of the store in the newest backup
        self.trouble: FosdeskError | None = None  # with the backups on this computer
        self.second_trouble: FosdeskError | None = None
        self.uncleaned: list[Path] = []  # backups there that may still hold what was erased here
        self.damaged = 0
        self._told: tuple[FosdeskError | None, FosdeskError | None] = (None, None)
        self._told_damage = self._told_uncleaned = self._over = False
        self._timer = QTimer(self)
        self._timer.setInterval(_OFTEN)
        self._timer.timeout.connect(lambda: self._in_background(lambda pace: self._save_if_changed("time", pace)))

    # -- where they lie

    @property
    def folder(self) -> Path:
        """The folder for backups on this computer."""
        return self._path.parent / FOLDER

    @property
    def second(self) -> Path | None:
        """The second folder for backups; None when none is chosen."""
        chosen = self._settings.value.second_backups
        return Path(chosen) if chosen else None

    @property
    def folders(self) -> list[Path]:
        """Both folders, or the one."""
        return [self.folder, *([self.second] if self.second else [])]

    def backups(self) -> list[Backup]:
        """The backups on this computer, newest first."""
        return newest_first(backups_in(self.folder, self._path.stem), self._clock())

    def all_backups(self) -> list[Backup]:
        """The backups in both folders."""
        return list(all_backups(self.folders, self._path.stem))

    # -- making them

    def begin(self) -> None:
        """Start the timers."""
        QTimer.singleShot(_SOON, self, self.check_rows)
        self._timer.start()

    def check_rows(self) -> None:
        """Check every row in the background and make a backup if there is none; emits `damage_found`."""
        self._in_background(self._check_rows)

    def save(self, why: str, pace: Pace = NO_HURRY) -> Path:
        """Make a backup here and in the second folder; returns its path. May be called in any thread."""
        mark = self._store.state()
        made = self._store.backup(self.folder, self._clock(), why, pace)
        self._saved, self.trouble = mark, None
        if not self.damaged:  # older ones may hold what this one has lost
            prune(self.folder, self._path.stem, self._clock(), made)
        self.mirror_to_second(pace)
        return made

    def mirror_to_second(self, pace: Pace = NO_HURRY) -> None:
        """Copy missing backups to the second folder; an error there is reported and stops nothing."""
        second = self.second
        with suppress(FosdeskError):  # a store that cannot be read is told elsewhere, and the next start goes on
            self._erase_unfinished(pace)
        if second is None:
            return
        padlock = self._settings.value.padlock
        seal = None
        if padlock:
            from fosdesk.exchange.backup_seal import seal_with

            seal = partial(seal_with, padlock)
        try:
            mirror(self.folder, second, self._path.stem, self._clock(), seal, pace, thin=not self.damaged)
            self.second_trouble = None
        except FosdeskError as trouble:
            self.second_trouble = trouble

    def _erase_unfinished(self, pace: Pace) -> None:
        """Go on with erasing where it was interrupted, and in a second folder that was out of reach then."""
        if not self.uncleaned:
            from fosdesk.exchange.erase_copies import erase_unfinished

            self.uncleaned = erase_unfinished(self._store, self.folders, self._clock(), pace)

    def rewrite_second(self, pace: Pace = NO_HURRY) -> None:
        """Write the second folder's backups anew after a change of password, where they exist here too."""
        second = self.second
        if second is not None:
            here = {backup.path.stem for backup in self.backups()}
            for there in backups_in(second, self._path.stem):
                if there.path.stem in here:
                    with suppress(OSError):
                        there.path.unlink()
        self.mirror_to_second(pace)

    def is_saved(self) -> bool:
        """Whether the newest backup holds the current state of the store."""
        if self._saved is None:
            newest = next(iter(self.backups()), None)
            self._saved = state_in(newest.path) if newest is not None else None
        return self._saved is not None and self._saved == self._store.state()

    def _save_if_changed(self, why: str, pace: Pace) -> None:
        if self._store.schools() and not self.is_saved():
            self.save(why, pace)
        else:
            self.mirror_to_second(pace)

    def _check_rows(self, pace: Pace) -> None:
        try:
            self.damaged = self._store.bad_rows(pace)
        except DamagedStore:
            self.damaged = 1
        if not self.damaged:
            self._save_if_changed("start", pace)

    # -- in the background

    def _in_background(self, act: Callable[[Pace], None]) -> None:
        if self._worker.under_way or self._over:
            return
        self._pace = pace = Pace()
        self._worker.start(lambda: act(pace))

    def _background_ended(self) -> None:
        try:
            self._worker.result()
        except Stopped:
            pass
        except FosdeskError as trouble:
            self.trouble = trouble
        finally:  # any other fault goes on to the one hook for every exception
            self._emit_news()

    def _emit_news(self) -> None:
        told, self._told = self._told, (self.trouble, self.second_trouble)
        for before, now in zip(told, self._told, strict=True):
            if now is not None and (before is None or before.sentence != now.sentence):
                self.trouble_found.emit(now)
        if self.damaged and not self._told_damage:
            self._told_damage = True
            self.damage_found.emit(self.damaged)
        if self.uncleaned and not self._told_uncleaned:
            self._told_uncleaned = True
            self.trouble_found.emit(FosdeskError("Some copies may still hold what was erased. See the page Privacy."))
        self.changed.emit()

    def pause(self) -> None:
        """Cancel background work and wait until it has ended."""
        self._pace.stop()
        self._worker.wait()

    def end(self) -> None:
        """Stop, and make a last backup when something changed; errors are ignored, as nobody could see them."""
        self._over = True
        self._timer.stop()
        self.pause()
        try:
            if self._store.schools() and not self.is_saved():
                mark = self._store.state()
                made = self._store.backup(self.folder, self._clock(), "close")
                self._saved = mark
                if not self.damaged:
                    prune(self.folder, self._path.stem, self._clock(), made)
        except FosdeskError as trouble:  # the next start tries again, and tells
            self.trouble = trouble
        if self.second is not None:
            last: Worker[None] = Worker(self, "second backup", lambda: None, daemon=True)
            last.start(self.mirror_to_second)
            last.wait(_PATIENCE)

    # -- going back

    def prepare_replacement(self, backup: Path, pace: Pace) -> Path:
        """Back up the store, and make a verified copy of `backup` to replace it; returns the copy's path."""
        from fosdesk.exchange.working_copy import schools_in

        schools_in(backup, pace, data=self._path.parent)
        self.save("restore", pace)
        part = self._path.with_name(f"{self._path.stem}.restored{self._path.suffix}")
        self._copy(backup, part, pace)
        erased = {school.id: self._store.erased(school.id) for school in self._store.schools()}
        wanted = {school: erasure for school, erasure in erased.items() if any(erasure)}
        if wanted:  # what was erased since does not come back
            erase_in_backup(part, wanted, self._clock(), pace)
        return part

    @staticmethod
    def _copy(backup: Path, target: Path, pace: Pace) -> None:
        with closing(sqlite3.connect(backup, isolation_level=None)) as source:
            source.execute("PRAGMA query_only = ON")
            copy_database(source, target, pace)

    # -- moving

    def better_folder(self) -> Path | None:
        """A free data folder outside any sync service, when the store lies in a synced one; None otherwise."""
        if not paths.synced_by(self._path.parent, os.environ):
            return None
        usual = paths.user_folder()
        places = [usual, *(usual.with_name(f"{usual.name}-{n}") for n in range(2, 10))]
        free = (place for place in places if not (place / self._path.name).exists())
        return next((place for place in free if not paths.synced_by(place, os.environ)), None)

    def move_to(self, folder: Path, pace: Pace) -> Path:
        """Copy store, backups and settings to another folder and verify the copy; returns its folder."""
        made = self.save("move", pace)
        try:
            paths.make_private_folder(folder)
            self._copy(made, folder / self._path.name, pace)
            mirror(self.folder, folder / FOLDER, self._path.stem, self._clock(), None, pace)
            settings = self._path.with_name("settings.json")
            if settings.is_file():
                shutil.copy2(settings, folder / settings.name)
                paths.make_private(folder / settings.name)
        except OSError as why:
            raise FosdeskError("The folder {folder} cannot be used. Choose another one.", folder=str(folder)) from why
        return folder
