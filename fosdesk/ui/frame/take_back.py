"""Takes back or brings in again what a file brought, and restores deleted records; reports in one sentence."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fosdesk.paths import BACKUP_FOLDER
from fosdesk.ui.frame.desk import Desk

if TYPE_CHECKING:
    from fosdesk.store import TakenBack
    from fosdesk.workspace import SchoolUpdate

_AT_ONCE = 20  # deleted things that are brought back while somebody waits


def backups_of(desk: Desk) -> Path:
    """The folder of the backups made before large changes."""
    return desk.folder / BACKUP_FOLDER


def take_back(desk: Desk, arrival: int, report: Callable[[str], None]) -> None:
    """Take back what a file brought; `report` is called with the sentence that reports the result."""
    words = desk.words
    if not desk.release():
        return

    def done(what: "tuple[TakenBack, SchoolUpdate]") -> None:
        taken, update = what
        desk.workspace.adopt(update)
        if taken.exactly:
            report(words("Taken back. Everything is as it was before the file was read."))
        elif not taken.records:
            report(words("All that the file brought has been written in since, so everything is left as it is."))
        else:
            report(f"{words('What the file brought is taken back.')}{_kept_words(desk, taken.kept)}")

    desk.long_work.begin(
        words("Taking the file back"),
        lambda pace: desk.workspace.take_back(arrival, backups_of(desk), pace),
        done,
        failed=lambda trouble: report(words(trouble.sentence, **trouble.arguments)),
    )


def bring_again(desk: Desk, arrival: int, report: Callable[[str], None]) -> None:
    """Bring in again what was taken back."""
    words = desk.words
    if not desk.release():
        return

    def done(what: "tuple[TakenBack, SchoolUpdate]") -> None:
        taken, update = what
        desk.workspace.adopt(update)
        report(f"{words('What the file brought is here again.')}{_kept_words(desk, taken.kept)}")

    desk.long_work.begin(
        words("Bringing it in again"),
        lambda pace: desk.workspace.bring_again(arrival, pace),
        done,
        failed=lambda trouble: report(words(trouble.sentence, **trouble.arguments)),
    )


def bring_back(desk: Desk, records: Sequence[str], report: Callable[[], None]) -> None:
    """Restore deleted records: up to 20 at once, more in the background."""
    workspace, words = desk.workspace, desk.words
    if not desk.release():
        return
    if len(records) <= _AT_ONCE:
        if desk.attempt(lambda: workspace.restore(records)):
            report()
        return

    def done(update: "SchoolUpdate") -> None:
        workspace.adopt(update)
        report()

    desk.long_work.begin(words("Bringing it back"), lambda pace: workspace.apply_restore(records, pace), done)


def _kept_words(desk: Desk, number: int) -> str:
    if not number:
        return ""
    kept = desk.words.plural(
        "What somebody wrote since in {n} thing is kept.", "What somebody wrote since in {n} things is kept.", number
    )
    return f" {kept}"
