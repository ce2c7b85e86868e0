"""People who write in the same school, each at a computer with a store and backups of its own."""

from itertools import count
from pathlib import Path

from fosdesk.exchange.school_file import SchoolFile, read_school_file, write_school_file
from fosdesk.store import Store
from fosdesk.store.copies.backups import backups_in
from fosdesk.workspace import Workspace
from tests.closing import close_at_the_end

SCHOOL = "our school"
BEGIN = 1_800_000_000_000


class Someone:
    """A computer with a school in its store; its clock goes a second further each time it is read."""

    def __init__(self, folder: Path, role: str) -> None:
        folder.mkdir()
        ticks = count(BEGIN, 1000)
        self.store = Store.open(folder / "fosdesk.db")
        close_at_the_end(lambda: self.store.close(look=False))
        self.store.add_school(SCHOOL, own=True, now=next(ticks))
        self.workspace = Workspace(self.store, SCHOOL, role=role, app="test", clock=lambda: next(ticks))
        self.backup_folder = folder / "backups"

    def file(self) -> SchoolFile:
        """The school as a file that was just read."""
        journal = self.store.journal(SCHOOL)
        return read_school_file(write_school_file(journal, app="test", made=BEGIN, reference=False))

    def read(self, other: "Someone", name: str = "") -> None:
        """Merge somebody else's file."""
        merged = self.workspace.merge(other.file(), self.backup_folder, name)
        self.workspace.adopt(merged.update)

    def backups(self) -> list[Path]:
        """The copies in the backup folder, the newest first."""
        return [backup.path for backup in backups_in(self.backup_folder, "fosdesk")]
