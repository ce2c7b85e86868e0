"""Erases off the GUI thread, in the store and all backups, and shows what could not be cleaned."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace
from fosdesk.paths import is_folder
from fosdesk.ui.frame.desk import Desk
from fosdesk.words import Words
from fosdesk.workspace import SchoolUpdate


class Erased(NamedTuple):
    """The backups that could not be cleaned, the school afterwards, and whether the second folder was missing."""

    left: list[Path]
    update: SchoolUpdate
    out_of_reach: bool  # whether the second folder was not connected


def erase(
    desk: Desk,
    act: Callable[[Pace], list[Path]],
    done: Callable[[Erased], None],
    failed: Callable[[FosdeskError], None] | None = None,
) -> None:
    """Run `act`, which erases, in the background; backups are paused meanwhile.

    `done` must adopt the update. Nothing begins while unsaved text cannot be stored.
    """
    if not desk.release():
        return
    workspace, schedule = desk.workspace, desk.backup_schedule

    def all_copies(pace: Pace) -> Erased:
        left = act(pace)
        return Erased(left, workspace.read_update(), schedule.second is not None and not is_folder(schedule.second))

    schedule.pause()
    desk.long_work.begin(desk.words("Erasing"), all_copies, done, failed=failed)


def left_over_words(words: Words, copies: int) -> str:
    """The sentence that so many backups may still hold what was erased."""
    return words.plural(
        "{n} copy could not be read, so what was erased may still be in it.",
        "{n} copies could not be read, so what was erased may still be in them.",
        copies,
    )
