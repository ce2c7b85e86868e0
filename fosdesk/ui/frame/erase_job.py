"""Erases off the GUI thread, in the store and all backups, and shows what could not be cleaned."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace
from fosdesk.paths import is_folder
from fosdesk.ui.frame.desk import Desk
from fosdesk.words import Words
from fosdesk.workspace import SchoolUpdate


class Erased(NamedTuple):
    """What erasing left: copies that could not be cleaned and files it does not change; and the school afterwards."""

    left: list[Path]
    untouched: list[Path]  # other files in the same folders that may hold what was erased
    unswept: bool  # whether another program kept the store from being vacuumed
    update: SchoolUpdate
    out_of_reach: bool  # whether the second folder was not connected


def erase(
    desk: Desk,
    act: Callable[[Sequence[Path], Pace], list[Path]],
    done: Callable[[Erased], None],
    failed: Callable[[FosdeskError], None] | None = None,
) -> None:
    """Run `act`, which erases in the store and in some folders, in the background; backups are paused meanwhile.

    A second folder that does not answer is left out; its backups are gone through when it is back.
    `done` must adopt the update. Nothing begins while unsaved text cannot be stored.
    """
    if not desk.release():
        return
    workspace, schedule = desk.workspace, desk.backup_schedule

    def all_copies(pace: Pace) -> Erased:
        from fosdesk.exchange.erase_copies import untouched_files

        schedule.try_second(pace)
        folders, store, second = schedule.folders, workspace.store, schedule.second
        left = act(folders, pace)
        return Erased(
            left,
            [path for path in untouched_files(store.path, folders) if path not in left],
            store.is_unswept(),
            workspace.read_update(),
            second is not None and not (schedule.second_answers and is_folder(second)),
        )

    schedule.pause()
    desk.long_work.begin(desk.words("Erasing"), all_copies, done, failed=failed)


def left_over_words(words: Words, copies: int) -> str:
    """The sentence that so many backups may still hold what was erased."""
    return words.plural(
        "{n} copy could not be read, so what was erased may still be in it.",
        "{n} copies could not be read, so what was erased may still be in them.",
        copies,
    )
