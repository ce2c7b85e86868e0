"""Erasing in all copies of a store at once: each is made anew beside itself first, so that one can still stop."""

import shutil
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.journal import Edit
from fosdesk.errors import FosdeskError
from fosdesk.exchange.backup_seal import is_sealed_backup, seal_with, sealing_key_of, unseal_with
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.exchange.password_seal import WrongPassword, seal, unseal
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store import Store
from fosdesk.store.atomic_file import replace, write_whole
from fosdesk.store.copies.backups import SEALED, all_backups
from fosdesk.store.erasing import PART, cleaned


class What(NamedTuple):
    """What to erase in a copy: by schools, and a question whether a text names the person."""

    by_school: Mapping[str, Erasure]
    names_somebody: Callable[[str], bool]


class Copies:
    """The copies of a store; `ready` makes them anew beside themselves, and `settle` puts those in their places."""

    def __init__(self, store: Path, folders: Collection[Path], only: Path | None = None) -> None:
        """All backups in the folders, and what lies beside the store itself: damaged, replaced and older ones.

        With `only`, those in one of the folders are cleaned, and the others are clean already.
        """
        self._only = only
        beside = [path for path in sorted(store.parent.glob(f"{store.stem}*.db")) if path != store]
        self.paths = [*beside, *(backup.path for backup in all_backups(folders, store.stem))]
        self.left: list[Path] = []  # what could not be cleaned
        self._folders = [store.parent, *folders]
        self._name = store.stem
        self._parts: dict[Path, Path] = {}

    @property
    def sealed(self) -> list[Path]:
        """Those that need a password: of the others, the same copy lies open in another folder."""
        return [path for path in self.paths if path.suffix == SEALED and self._twin_of(path) is None]

    def _twin_of(self, sealed: Path) -> Path | None:
        found = (path for path in self.paths if path.suffix != SEALED and path.stem == sealed.stem)
        return next(found, None) if is_sealed_backup(_start_of(sealed)) else None

    def _clean_twin_of(self, sealed: Path) -> Path | None:
        twin = self._twin_of(sealed)
        if twin is None or not self._is_wanted(twin):
            return twin
        return self._parts.get(twin)

    def _is_wanted(self, path: Path) -> bool:
        return self._only is None or path.parent == self._only

    def ready(self, what: What, now: int, pace: Pace = NO_HURRY, password: str = "") -> None:
        """Clean all copies, each beside itself; WrongPassword, or Stopped, and nothing has changed.

        Sealed copies without a password are left to be deleted.
        """
        try:
            wanted = [path for path in self.paths if self._is_wanted(path)]
            for place, path in enumerate(sorted(wanted, key=lambda path: path.suffix == SEALED)):
                pace(place, len(wanted) + 1)
                self._clean(path, what, now, pace, password)
        except BaseException:
            self.drop()
            raise

    def _clean(self, path: Path, what: What, now: int, pace: Pace, password: str) -> None:
        try:
            if path.suffix != SEALED:
                self._parts[path] = cleaned(path, what.by_school, now, pace, what.names_somebody)
            elif (twin := self._clean_twin_of(path)) is not None:
                self._parts[path] = _closed_anew(path, twin)
            elif password:
                self._parts[path] = _resealed(path, what, now, pace, password)
            else:
                self.left.append(path)
        except WrongPassword:
            raise
        except (FosdeskError, OSError):
            self.left.append(path)

    def settle(self) -> None:
        """Put the clean copies in the places of the others."""
        for path, part in self._parts.items():
            try:
                with suppress(OSError):
                    shutil.copystat(path, part)  # a copy is as old as it was
                replace(part, path)
                # What a crash left half written beside a copy that was set aside holds the same words.
                path.with_name(path.name + "-journal").unlink(missing_ok=True)
            except OSError:
                self.left.append(path)
        self.drop()
        # What an interrupted backup left half there holds the same words.
        for folder in self._folders:
            for ending in (".part", PART):
                delete_all(folder.glob(f"{self._name}*{ending}"))

    def drop(self) -> None:
        """Let go of what was made and is not used."""
        for part in self._parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
        self._parts.clear()


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(16)
    except OSError:
        return b""


def _closed_anew(path: Path, twin: Path) -> Path:
    """A sealed copy made from the clean one that lies open: closing needs no password."""
    part = path.with_name(path.name + PART)
    save_bytes(part, seal_with(sealing_key_of(path.read_bytes()), twin.read_bytes()))
    return part


def _resealed(path: Path, what: What, now: int, pace: Pace, password: str) -> Path:
    closed = path.read_bytes()
    content = (unseal_with if is_sealed_backup(closed) else unseal)(closed, password)
    with TemporaryDirectory(prefix="fosdesk-", ignore_cleanup_errors=True) as folder:
        opened = Path(folder) / "copy.db"
        opened.write_bytes(content)
        clean = cleaned(opened, what.by_school, now, pace, what.names_somebody).read_bytes()
        opened.write_bytes(b"\0" * len(content))
    part = path.with_name(path.name + PART)
    save_bytes(part, seal_with(sealing_key_of(closed), clean) if is_sealed_backup(closed) else seal(clean, password))
    return part


def delete_all(paths: Iterable[Path]) -> list[Path]:
    """Delete copies that hold what was erased; those that could not be."""
    kept = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            kept.append(path)
    return kept


class Wanted(NamedTuple):
    """What to erase in a school, and what to write in place of texts that stay without a name."""

    school: str
    erasure: Erasure
    edits: tuple[Edit, ...]
    names_somebody: Callable[[str], bool]


def erase_everywhere(
    store: Store,
    wanted: Wanted,
    folders: Sequence[Path],
    pace: Pace,
    password: str,
    *,
    role: str,
    app: str,
    now: int,
) -> list[Path]:
    """Erase in a store and all its copies, or nowhere when it is stopped; the copies that could not be cleaned."""
    # The copy made before holds the person; it is kept until all is done, and then cleaned like the others.
    before = store.backup(folders[0], now, "erase", pace)
    copies = Copies(store.path, folders)
    school, erasure, edits, names_somebody = wanted
    try:
        copies.ready(What({school: erasure}, names_somebody), now, pace, password)
        store.erase(school, erasure, edits, names_somebody=names_somebody, role=role, app=app, now=now, pace=pace)
    except BaseException:
        copies.drop()
        before.unlink(missing_ok=True)
        raise
    copies.settle()
    # A copy that somebody made meanwhile, in another way, holds what was there then.
    later = Copies(store.path, folders)
    later.paths = [path for path in later.paths if path not in copies.paths]
    later.ready(What({school: erasure}, names_somebody), now, NO_HURRY, password)
    later.settle()
    left = [*copies.left, *later.left]
    for folder in folders:
        if folder.is_dir() and not any(path.parent == folder for path in left):
            _note(folder, store.path.stem, now)
    return left


# -- a folder that was out of reach


def catch_up(store: Store, folders: Sequence[Path], folder: Path, now: int, pace: Pace = NO_HURRY) -> list[Path]:
    """Erase in the backups of a folder what was erased while it was not connected; those that could not be cleaned."""
    latest = store.last_erased()
    if not latest or not folder.is_dir() or _noted(folder, store.path.stem) >= latest:
        return []
    # Nobody knows any more whose name to look for in those of files that came in, so that none of them stays there.
    left = clean_again(store, Copies(store.path, folders, only=folder), lambda text: True, now, pace)
    if not left:
        _note(folder, store.path.stem, latest)
    return left


def clean_again(
    store: Store, copies: Copies, names_somebody: Callable[[str], bool], now: int, pace: Pace, password: str = ""
) -> list[Path]:
    """Erase in copies all that was erased in the store; those that could not be cleaned."""
    erased = {school.id: store.erased(school.id) for school in store.schools()}
    copies.ready(What(erased, names_somebody), now, pace, password)
    copies.settle()
    return copies.left


def _mark(folder: Path, store: str) -> Path:
    return folder / f"{store}.erased"


def _noted(folder: Path, store: str) -> int:
    """Up to which moment (ms) all that was erased is erased in the backups of a folder."""
    try:
        return int(_mark(folder, store).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0


def _note(folder: Path, store: str, moment: int) -> None:
    with suppress(OSError):  # it is gone through once more then
        write_whole(_mark(folder, store), str(moment).encode())
