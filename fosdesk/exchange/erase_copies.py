"""Erasing in all copies of a store: clean copies are made beside the old ones first, so that it can be cancelled."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.journal import Edit
from fosdesk.errors import FosdeskError
from fosdesk.exchange.backup_seal import is_sealed_backup, seal_with, sealing_key_in, unseal_with
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.exchange.password_seal import WrongPassword, is_sealed, seal, unseal
from fosdesk.exchange.private_folder import sweep, temporary_folder
from fosdesk.exchange.zip_container import MANIFEST
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store import Store
from fosdesk.store.atomic_file import keep_times, replace, write_whole
from fosdesk.store.copies.backups import SEALED, all_backups
from fosdesk.store.erasing import PART, cleaned
from fosdesk.store.sqlite_dialect import APPLICATION_ID, MAGIC
from fosdesk.system.locked_files import open_file, remove, wait_for, write_file

_HEADER = 100  # bytes; the header of an SQLite file
_ZIP_NAME = 30  # where the name of the first file stands in a zip container


class CopyErasure(NamedTuple):
    """What to erase in a copy: the erasure of each school by id, and whether a text names the person."""

    by_school: Mapping[str, Erasure]
    names_somebody: Callable[[str], bool]


class StoreCopies:
    """The copies of a store; `prepare` makes clean ones beside them, and `put_in_place` replaces the old ones."""

    def __init__(self, store: Path, folders: Collection[Path], only: Path | None = None) -> None:
        """All backups in the folders, and the damaged, replaced and older copies beside the store.

        With `only`, just the copies in that folder are cleaned, and those beside the store together with the first
        folder; the others are clean already.
        """
        self._data = store.parent
        self._only = None if only is None else {only, *([store.parent] if [only] == [*folders][:1] else [])}
        neighbours = [path for path in sorted(store.parent.glob(f"{store.stem}*.db")) if path != store]
        self.paths = [*neighbours, *(backup.path for backup in all_backups(folders, store.stem))]
        self.not_cleaned: list[Path] = []  # what could not be cleaned
        self._folders = [store.parent, *folders]
        self._name = store.stem
        self._clean_copies: dict[Path, Path] = {}

    @property
    def sealed(self) -> list[Path]:
        """The sealed copies that need a password; of the others, an unsealed copy lies in another folder."""
        return [path for path in self.paths if path.suffix == SEALED and self._twin_of(path) is None]

    def _twin_of(self, sealed: Path) -> Path | None:
        found = (path for path in self.paths if path.suffix != SEALED and path.stem == sealed.stem)
        return next(found, None) if is_sealed_backup(_first_bytes(sealed)) else None

    def _clean_twin_of(self, sealed: Path) -> Path | None:
        twin = self._twin_of(sealed)
        if twin is None or not self._is_selected(twin):
            return twin
        return self._clean_copies.get(twin)

    def _is_selected(self, path: Path) -> bool:
        return self._only is None or path.parent in self._only

    def prepare(self, erasure: CopyErasure, now: int, pace: Pace = NO_HURRY, password: str = "") -> None:
        """Make a clean copy beside each; WrongPassword or Stopped leave everything as it was.

        `now` is in milliseconds since 1970. Copies that cannot be cleaned, or need a password that was not given, end
        in `not_cleaned`.
        """
        try:
            selected = [path for path in self.paths if self._is_selected(path)]
            for place, path in enumerate(sorted(selected, key=lambda path: path.suffix == SEALED)):
                pace(place, len(selected) + 1)
                self._clean(path, erasure, now, pace, password)
        except BaseException:
            self.discard()
            raise

    def _clean(self, path: Path, erasure: CopyErasure, now: int, pace: Pace, password: str) -> None:
        try:
            if path.suffix != SEALED:
                self._clean_copies[path] = cleaned(path, erasure.by_school, now, pace, erasure.names_somebody)
            elif (twin := self._clean_twin_of(path)) is not None:
                self._clean_copies[path] = _sealed_from_twin(path, twin)
            elif password:
                self._clean_copies[path] = _resealed(path, self._data, erasure, now, pace, password)
            else:
                self.not_cleaned.append(path)
        except WrongPassword:
            raise
        except (FosdeskError, OSError):
            self.not_cleaned.append(path)

    def put_in_place(self) -> None:
        """Replace the copies by the clean ones, and delete leftovers of interrupted backups."""
        for path, part in self._clean_copies.items():
            try:
                with suppress(OSError):
                    keep_times(path, part)  # a copy is as old as it was
                replace(part, path)
                # What a crash left half written beside a copy that was set aside holds the same words.
                remove(path.with_name(path.name + "-journal"))
            except OSError:
                self.not_cleaned.append(path)
        self.discard()
        # What an interrupted backup left half there holds the same words.
        for folder in self._folders:
            for ending in (".part", PART):
                delete_all(folder.glob(f"{self._name}*{ending}"))

    def discard(self) -> None:
        """Delete the clean copies that were not put in place."""
        for part in self._clean_copies.values():
            with suppress(OSError):
                remove(part)
        self._clean_copies.clear()


def _first_bytes(path: Path, count: int = 16) -> bytes:
    try:
        with open_file(path) as file:
            return file.read(count)
    except OSError:
        return b""


def _sealed_from_twin(path: Path, twin: Path) -> Path:
    """A sealed copy with the content of its clean unsealed twin; that needs no password."""
    part = path.with_name(path.name + PART)
    save_bytes(part, seal_with(sealing_key_in(wait_for(path.read_bytes)), wait_for(twin.read_bytes)), private=True)
    return part


def _resealed(path: Path, data: Path, erasure: CopyErasure, now: int, pace: Pace, password: str) -> Path:
    sealed_bytes = wait_for(path.read_bytes)
    content = (unseal_with if is_sealed_backup(sealed_bytes) else unseal)(sealed_bytes, password)
    with temporary_folder(data) as folder:
        unsealed = folder / "copy.db"
        write_file(unsealed, content)
        clean = wait_for(cleaned(unsealed, erasure.by_school, now, pace, erasure.names_somebody).read_bytes)
        write_file(unsealed, b"\0" * len(content))
    part = path.with_name(path.name + PART)
    save_bytes(
        part,
        seal_with(sealing_key_in(sealed_bytes), clean) if is_sealed_backup(sealed_bytes) else seal(clean, password),
        private=True,
    )
    return part


def delete_all(paths: Iterable[Path]) -> list[Path]:
    """Delete files; returns those that could not be deleted."""
    remaining = []
    for path in paths:
        try:
            remove(path)
        except OSError:
            remaining.append(path)
    return remaining


class ErasureRequest(NamedTuple):
    """What to erase in a school, and the edits that replace a name in texts that stay."""

    school: str
    erasure: Erasure
    edits: tuple[Edit, ...]
    names_somebody: Callable[[str], bool]


def erase_everywhere(
    store: Store,
    request: ErasureRequest,
    folders: Sequence[Path],
    pace: Pace,
    password: str,
    *,
    role: str,
    app: str,
    now: int,
) -> list[Path]:
    """Erase in a store and all its copies; an exception, such as Stopped, leaves all as it was.

    `now` is in milliseconds since 1970. Returns the copies that could not be cleaned. Where it is killed after the
    store was changed, `erase_unfinished` goes on at the next start.
    """
    # The copy made before holds the person; it is kept until all is done, and then cleaned like the others.
    before = store.backup(folders[0], now, "erase", pace)
    copies = StoreCopies(store.path, folders)
    school, erasure, edits, names_somebody = request
    try:
        copies.prepare(CopyErasure({school: erasure}, names_somebody), now, pace, password)
        store.erase(school, erasure, edits, names_somebody=names_somebody, role=role, app=app, now=now, pace=pace)
    except BaseException:
        copies.discard()
        remove(before)
        raise
    copies.put_in_place()
    # A copy that somebody made meanwhile, in another way, holds what was there then.
    later = StoreCopies(store.path, folders)
    later.paths = [path for path in later.paths if path not in copies.paths]
    later.prepare(CopyErasure({school: erasure}, names_somebody), now, NO_HURRY, password)
    later.put_in_place()
    not_cleaned = [*copies.not_cleaned, *later.not_cleaned]
    for folder in folders:
        covered = {folder, store.path.parent} if folder == folders[0] else {folder}
        if folder.is_dir() and not any(path.parent in covered for path in not_cleaned):
            _write_marker(folder, store.path.stem, now)
    if store.is_unswept():
        store.sweep()  # whoever was reading in it has had all this time
    return [*not_cleaned, *sweep(store.path.parent)]


# -- files that erasing leaves alone


def untouched_files(store: Path, folders: Collection[Path]) -> list[Path]:
    """The files in these folders and in the store's own that may hold a school and that erasing does not change.

    Such as school files, and databases of SQLite's with names of their own. In the store's folder and in the first of
    `folders`, which are fosdesk's own, every database counts.
    """
    known = {store, store.with_name(store.name + "-journal"), *StoreCopies(store, folders).paths}
    ours = {store.parent, *[*folders][:1]}
    found: list[Path] = []
    for folder in dict.fromkeys((store.parent, *folders)):
        with suppress(OSError):
            there = sorted(path for path in folder.iterdir() if path not in known and path.is_file())
            found += [path for path in there if _may_hold_a_school(path, any_database=folder in ours)]
    return found


def _may_hold_a_school(path: Path, *, any_database: bool) -> bool:
    start = _first_bytes(path, _HEADER)
    if path.suffix.lower() == ".fosdesk" or is_sealed(start) or is_sealed_backup(start):
        return True
    if start.startswith(MAGIC):
        return any_database or int.from_bytes(start[68:72], "big") == APPLICATION_ID
    if path.name.endswith(("-journal", "-wal")):
        return any_database and bool(start)
    return start.startswith(b"PK\3\4") and start[_ZIP_NAME:].startswith(MANIFEST.encode())


# -- going on where erasing was interrupted, and in a folder that was out of reach


def erase_unfinished(
    store: Store, folders: Sequence[Path], folder: Path, now: int, pace: Pace = NO_HURRY
) -> list[Path]:
    """Erase in a folder's backups what was erased while it was out of reach, or before the program was killed.

    The copies beside the store go with the first of `folders`. Returns the copies that could not be cleaned; those are
    gone through again each time.
    """
    latest = store.last_erased()
    if not latest or not folder.is_dir() or _erased_until(folder, store.path.stem) >= latest:
        return []
    # Nobody knows any more whose name to look for in those of files that came in, so that none of them stays there.
    not_cleaned = erase_again(store, StoreCopies(store.path, folders, only=folder), lambda text: True, now, pace)
    if not not_cleaned:
        _write_marker(folder, store.path.stem, latest)
    return not_cleaned


def erase_again(
    store: Store, copies: StoreCopies, names_somebody: Callable[[str], bool], now: int, pace: Pace, password: str = ""
) -> list[Path]:
    """Erase in copies everything that was ever erased in the store; returns those that could not be cleaned."""
    erased = {school.id: store.erased(school.id) for school in store.schools()}
    copies.prepare(CopyErasure(erased, names_somebody), now, pace, password)
    copies.put_in_place()
    return copies.not_cleaned


def _marker_path(folder: Path, store: str) -> Path:
    return folder / f"{store}.erased"


def _erased_until(folder: Path, store: str) -> int:
    """Up to when (ms since 1970) everything erased is erased in a folder's backups; 0 when unknown."""
    try:
        return int(wait_for(_marker_path(folder, store).read_bytes))
    except (OSError, ValueError):
        return 0


def _write_marker(folder: Path, store: str, moment: int) -> None:
    with suppress(OSError):  # it is gone through once more then
        write_whole(_marker_path(folder, store), str(moment).encode())
