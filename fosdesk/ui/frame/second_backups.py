"""SecondBackups: the copies of the backups in a second folder (a stick, a share), which may be gone or never answer."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace, Stopped
from fosdesk.store import Store
from fosdesk.store.copies.backups import Backup, backups_in, mirror
from fosdesk.system.locked_files import remove
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.frame.worker import DetachedWork, NoAnswer

_SILENCE = 30.0  # s without a word from the folder, after which nobody waits for it any more
_SILENCE_OF_A_LOOK = 5.0
_SILENCE_AT_END = 2.0  # the same while the program ends
_MOST_NAMED = 3  # backups that are named in one sentence


class SecondBackups:
    """Works in a thread of its own and is waited for only while it is heard of; what went wrong is in `trouble`."""

    def __init__(self, store: Store, folder: Path, name: str, settings: SettingsFile, clock: Callable[[], int]) -> None:
        """`folder` is the one on this computer, `name` the store's; `clock` gives milliseconds since 1970."""
        self._store, self._here, self._name, self._settings, self._clock = store, folder, name, settings, clock
        self._work = DetachedWork("second backup")
        self.trouble: FosdeskError | None = None
        self.uncleaned: list[Path] = []  # copies there and here that may still hold what was erased
        self.failed = False  # whether the program itself did, when it was tried last
        left = self._noted()
        self._copied = {backup.path.stem for backup in self._backups()} - left  # as far as is known
        self._copied_to = self.folder
        if left and self.folder is not None:
            self.trouble = self._not_copied_trouble(left)

    @property
    def folder(self) -> Path | None:
        """The second folder; None when none is chosen."""
        chosen = self._settings.value.second_backups
        return Path(chosen) if chosen else None

    @property
    def answers(self) -> bool:
        """Whether a folder is chosen in which nobody was given up waiting."""
        return self.folder is not None and not self._work.hangs

    def mirror(self, pace: Pace = NO_HURRY, *, thin: bool = True, silence: float | None = None) -> None:
        """Copy missing backups there, from any thread; trouble there is kept and stops nothing.

        A folder that is not heard of for `silence` seconds is given up. Backups that are due to go are deleted there,
        too, with `thin`. Any other fault than trouble is raised.
        """
        folder = self.folder
        if folder is not None:
            self._attempt(partial(self._mirror, folder, thin), folder, pace, _SILENCE if silence is None else silence)

    def try_folder(self, pace: Pace) -> None:
        """Find out whether the folder answers, before somebody else works in it; from any thread."""
        folder = self.folder
        if folder is not None and not self._work.hangs:
            with suppress(NoAnswer):
                self._work.run(lambda _: _look_into(folder), pace, _SILENCE_OF_A_LOOK)

    def rewrite(self, pace: Pace = NO_HURRY, *, thin: bool = True) -> None:
        """Write the backups there anew after a change of password, where they exist here too."""
        folder = self.folder
        if folder is None:
            return

        def act(own: Pace) -> None:
            here = {backup.path.stem for backup in self._backups()}
            for there in backups_in(folder, self._name):
                own()
                if there.path.stem in here:
                    with suppress(OSError):
                        remove(there.path)
            self._mirror(folder, thin, own)

        self._attempt(act, folder, pace, _SILENCE)

    def stop(self) -> None:
        """Ask the work to stop; waits for as long as the program may take to end."""
        self._work.stop(_SILENCE_AT_END)

    def end(self, *, thin: bool) -> None:
        """Copy what is missing while the folder answers, and note for the next start what was not copied."""
        if self.folder is None:
            return
        try:
            if not self._work.hangs:
                self.mirror(thin=thin, silence=_SILENCE_AT_END)
        finally:
            self.note_copied()

    def note_copied(self) -> None:
        """Keep in the settings which backups are not copied yet; on the screen's thread alone."""
        known = self._copied if self._copied_to == self.folder else set()
        left = {backup.path.stem for backup in self._backups()} - known if self.folder is not None else set()
        if left != self._noted():
            with suppress(FosdeskError):
                self._settings.change(not_copied="\n".join(sorted(left)))

    def _noted(self) -> set[str]:
        return set(self._settings.value.not_copied.splitlines())

    def _backups(self) -> list[Backup]:
        return backups_in(self._here, self._name)

    def _attempt(self, act: Callable[[Pace], None], folder: Path, pace: Pace, silence: float) -> None:
        self.failed = False
        try:
            self._work.run(act, pace, silence)
        except NoAnswer:
            self.trouble = FosdeskError(
                "The second folder for backups, {folder}, does not answer. The backups on this computer are made as "
                "before.",
                folder=str(folder),
            )

    def _mirror(self, folder: Path, thin: bool, pace: Pace) -> None:
        here = {backup.path.stem for backup in self._backups()}
        padlock = self._settings.value.padlock
        seal = None
        if padlock:
            from fosdesk.exchange.backup_seal import seal_with

            seal = partial(seal_with, padlock)
        try:
            if not any(path.parent == folder for path in self.uncleaned):
                from fosdesk.exchange.erase_copies import erase_unfinished

                left = erase_unfinished(self._store, [self._here, folder], folder, self._clock(), pace)
                self.uncleaned = [*self.uncleaned, *left]
            mirror(self._here, folder, self._name, self._clock(), seal, pace, thin=thin)
            pace()  # whoever is asked to stop may have been given up, and another folder chosen
            self.trouble = None
            self._copied, self._copied_to = here, folder
        except FosdeskError as trouble:
            self.trouble = trouble
        except Stopped:
            raise
        except Exception:
            self.failed = True
            self.trouble = FosdeskError(
                "The backups were not copied to the second folder, because something went wrong in the program."
            )
            raise

    def _not_copied_trouble(self, left: set[str]) -> FosdeskError:
        moments = [f"{one.made:%d.%m.%Y %H.%M}" for one in self._backups() if one.path.stem in left]
        more = " …" if len(moments) > _MOST_NAMED else ""
        return FosdeskError(
            "When fosdesk was closed, this was not copied to the second folder, {folder}: backup from {when}. "
            "fosdesk tries again now.",
            folder=str(self.folder),
            when=", ".join(moments[:_MOST_NAMED]) + more,
        )


def _look_into(folder: Path) -> None:
    with suppress(OSError):
        folder.stat()
