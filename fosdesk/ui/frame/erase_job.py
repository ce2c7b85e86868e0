"""Erasing beside the window: in the school and all its copies, and what is told of it then."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace
from fosdesk.ui.frame.desk import Desk
from fosdesk.words import Words
from fosdesk.workspace import SchoolUpdate


class Erased(NamedTuple):
    """The copies that could not be cleaned, and the school after it."""

    left: list[Path]
    update: SchoolUpdate
    out_of_reach: bool  # whether the second folder was not connected


def erase(
    desk: Desk,
    act: Callable[[Pace], list[Path]],
    done: Callable[[Erased], None],
    failed: Callable[[FosdeskError], None] | None = None,
) -> None:
    """Let `act` erase off the screen's thread; meanwhile no backup is made that would hold what goes.

    `done` shows the picture. Nothing begins while something typed in the window cannot be saved.
    """
    if not desk.release():
        return
    workspace, schedule = desk.workspace, desk.backup_schedule

    def everywhere(pace: Pace) -> Erased:
        left = act(pace)
        return Erased(left, workspace.read_update(), schedule.second is not None and not schedule.second.is_dir())

    schedule.pause()
    desk.long_work.begin(desk.words("Erasing"), everywhere, done, failed=failed)


def left_over_words(words: Words, copies: int) -> str:
    """That so many copies may still hold what was erased."""
    return words.plural(
        "{n} copy could not be read, so what was erased may still be in it.",
        "{n} copies could not be read, so what was erased may still be in them.",
        copies,
    )
