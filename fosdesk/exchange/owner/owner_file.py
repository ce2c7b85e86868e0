"""The file beside a folder of school files in which their owner writes; whoever else writes in it loses nothing."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from fosdesk.domain.journal import Journal, Writer
from fosdesk.domain.rules.owner.owner_text import NAME, TextPlace, blank_journal, value_at, with_text
from fosdesk.domain.school import School, school_from_journal
from fosdesk.domain.values.file_copies import copies_among
from fosdesk.domain.values.owner_ids import is_owner
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_reading import reading
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.exchange.owner.school_folder import ENDING
from fosdesk.exchange.password_seal import is_sealed
from fosdesk.exchange.school_file import merge_journals, open_school_file, read_opened_file, write_school_file
from fosdesk.exchange.zip_container import MAX_BYTES
from fosdesk.paths import make_private_folder
from fosdesk.system.locked_files import remove

MARK = " (skoleeier)"  # what the file is called behind the name of the folder, in every language
_WAITS = 2.0  # seconds for another program that writes at this moment
_MOST_COPIES = 12


def owner_path(folder: Path) -> Path:
    """Where an owner writes: beside the folder, so that the folder stays as it is; within it where nothing is beside.

    A drive or the root of a share has nothing beside it.
    """
    folder = Path(folder).absolute()
    if folder.name and folder.parent != folder:
        return folder.parent / f"{folder.name}{MARK}{ENDING}"
    return folder / f"skolefiler{MARK}{ENDING}"


class OwnerFile:
    """What an owner wrote, as a journal: every version of every text, put together from all copies that lie there.

    Each save reads what others have written since and writes the union. `waiting` is the folder on this computer that
    keeps what could not be written because the place is closed or gone; it is taken along the next time. Without one,
    what lies beside the folder is only read.
    """

    def __init__(self, folder: Path, waiting: Path | None, *, app: str, role: str, clock: Callable[[], int]) -> None:
        self.path = owner_path(folder)
        kept_as = f"{sha256(str(self.path).encode('utf-8', 'surrogateescape')).hexdigest()[:16]}{ENDING}"
        self._waiting = waiting / kept_as if waiting is not None else None
        self._app, self._clock = app, clock
        self._writer = Writer(secrets.token_hex(16), role, app, clock())
        self.journal = blank_journal()
        self.school = School(self.journal.school, {}, {})
        self.trouble: FosdeskError | None = None  # why what is written lies on this computer alone
        self._is_saved = True

    def read(self) -> None:
        """Take in what lies there, and note whether anything of ours is not in it.

        FosdeskError for a file there that cannot be read; nothing is written over it.
        """
        there: set[tuple[str, int]] = set()
        trouble: FosdeskError | None = None
        places = [self.path, *self._copies(), *([self._waiting] if self._waiting is not None else [])]
        for path in filter(_is_there, places):
            try:
                found = _journal_at(path)
                self._take_in(found)
            except FosdeskError as why:
                trouble = trouble or why
                continue
            if path == self.path:
                there = _changes(found)
        self._is_saved = _changes(self.journal) <= there
        if trouble is not None:
            raise trouble

    def write(self, place: TextPlace, value: str, *, settles: bool = False) -> None:
        """Write a text at a place, and save it. FosdeskError where it could be kept nowhere; it stays here then.

        Where only the place beside the folder cannot be written, `trouble` says so.
        """
        if value == value_at(self.school, place) and not settles:
            return
        self.journal = with_text(self.journal, place, value, self._writer, self._clock(), settles=settles)
        self.school = school_from_journal(self.journal)
        self._is_saved = False
        self.save()

    def save(self) -> None:
        """Write what is not saved yet, with what others have written; harmless where all is."""
        if self._is_saved:
            return
        try:
            with _held(self.path):
                if _is_there(self.path):
                    self._take_in(_journal_at(self.path))
                save_bytes(self.path, self._bytes())
        except FosdeskError as trouble:
            self.trouble = trouble
            self._keep_here(trouble)
            return
        self._is_saved, self.trouble = True, None
        if self._waiting is not None:
            with suppress(OSError):
                remove(self._waiting)

    def _keep_here(self, trouble: FosdeskError) -> None:
        """Keep what could not be written on this computer."""
        if self._waiting is None:
            raise trouble
        try:
            make_private_folder(self._waiting.parent)
        except OSError as why:
            raise trouble from why
        save_bytes(self._waiting, self._bytes(), private=True)

    def _bytes(self) -> bytes:
        name = value_at(self.school, NAME)
        journal = msgspec.structs.replace(self.journal, name=name)
        return write_school_file(journal, app=self._app, made=self._clock(), reference=False)

    def _take_in(self, other: Journal) -> None:
        self.journal = merge_journals(self.journal, other)
        self.school = school_from_journal(self.journal)

    def _copies(self) -> list[Path]:
        """What sync programs left beside it where two wrote at the same time."""
        try:
            there = {path.stem: path for path in self.path.parent.glob(f"*{ENDING}") if MARK in path.stem}
        except OSError:
            return []
        own = self.path.stem
        stems = [one for one in copies_among(there, own) if one.casefold().startswith(own.casefold())]
        return [there[stem] for stem in stems[:_MOST_COPIES]]


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # closed to us: writing tells


def _changes(journal: Journal) -> set[tuple[str, int]]:
    return {(journal.writers[change.writer].uid, change.number) for change in journal.changes}


def _journal_at(path: Path) -> Journal:
    with reading(path) as file:
        packed = file.read(MAX_BYTES + 1)
    if not is_sealed(packed):
        opened = open_school_file(packed)
        if is_owner(opened.manifest.school):
            return read_opened_file(opened).journal
    raise FosdeskError("{file} lies where what you write is kept, and is something else; move it.", file=path.name)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Nobody else with this program writes there meanwhile, where the place knows locks; else all are merged anyway."""
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=_WAITS)
    with suppress(OSError, Timeout, NotImplementedError):
        lock.acquire()
    try:
        yield
    finally:
        if lock.is_locked:
            lock.release()
            with suppress(OSError):
                remove(path.with_name(f".{path.name}.lock"))
