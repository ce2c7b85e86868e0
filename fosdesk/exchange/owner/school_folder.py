"""A folder of school files, read one after the other without changing anything: each school once, and what is not."""

import os
from collections.abc import Iterator
from pathlib import Path

from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.owner.opened_schools import (
    OpenedFolder,
    OpenedSchool,
    Unread,
    alphabetical,
    newest_of_each,
)
from fosdesk.domain.rules.progress import open_phases
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.owner_ids import is_owner
from fosdesk.domain.values.pack_ids import is_pack
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_reading import reading
from fosdesk.exchange.owner.school_excerpt import read_excerpt
from fosdesk.exchange.password_seal import is_sealed
from fosdesk.exchange.school_file import REFERENCE, open_school_file
from fosdesk.exchange.zip_container import MAX_BYTES
from fosdesk.pace import NO_HURRY, Pace, Stopped
from fosdesk.privacy.owner_view import school_for_owner

ENDING = ".fosdesk"
MAX_FILES = 3_000
_DEEP = 4  # folders below the one that is opened
_MEGABYTE = 1 << 20


class _FileOfMany(Pace):
    """The pace of one file: it can be stopped in the middle, and tells nothing of how far it has come."""

    def __init__(self, whole: Pace) -> None:
        super().__init__()
        self._whole = whole

    def __call__(self, done: int = 0, of: int = 0) -> None:
        """Raise Stopped when all of it was cancelled."""
        if self._whole.asked_to_stop:
            raise Stopped


def read_folder(folder: Path, framework: Framework, pace: Pace = NO_HURRY) -> OpenedFolder:
    """The schools whose files lie in a folder or below it. FosdeskError when the folder itself cannot be read.

    A file that cannot be read, is closed with a password or is no school's is told of in `unread` and stops nothing.
    Of several files of one school the one written last counts. Nothing is written anywhere.
    """
    paths = school_files(folder, pace)
    read: list[OpenedSchool] = []
    unread: list[Unread] = []
    for path in pace.over(paths[:MAX_FILES]):
        shown = path.relative_to(folder).as_posix()
        try:
            opened = _opened(path, shown, framework, _FileOfMany(pace))
            if opened is not None:
                read.append(opened)
        except FosdeskError as trouble:
            unread.append(Unread(shown, trouble))
    too_many = FosdeskError("There are more files in the folder than are read at a time.")
    unread += [Unread(path.relative_to(folder).as_posix(), too_many) for path in paths[MAX_FILES:]]
    schools, older = newest_of_each(read)
    newer = {one.school.id: one.file for one in schools}
    for one in older:
        why = FosdeskError("An older copy; {file} is shown in its place.", file=newer[one.school.id])
        unread.append(Unread(one.file, why))
    return OpenedFolder(alphabetical(schools), tuple(sorted(unread, key=lambda one: sort_key(one.file))))


def school_files(folder: Path, pace: Pace = NO_HURRY) -> list[Path]:
    """The school files in a folder and below it, in a fixed order; FosdeskError when the folder cannot be read.

    What begins with a dot is none: systems and sync programs keep their own things there. Links to folders are not
    followed.
    """
    try:
        with os.scandir(folder):
            pass
    except (OSError, ValueError) as why:
        raise FosdeskError(
            "The folder {folder} could not be read; it may have been moved, or is closed to you.", folder=str(folder)
        ) from why
    return list(_files_below(folder, pace))


def _files_below(folder: Path, pace: Pace) -> Iterator[Path]:
    root = len(folder.parts)
    for place, folders, files in os.walk(folder):
        pace()
        here = Path(place)
        deep = len(here.parts) - root < _DEEP
        folders[:] = sorted(one for one in folders if deep and not one.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDING) and not name.startswith("."):
                yield here / name


def _opened(path: Path, shown: str, framework: Framework, pace: Pace) -> OpenedSchool | None:
    """One school, as its owner may see it; None for what the owner wrote. FosdeskError for what is not shown."""
    packed = _content(path, pace)
    if is_sealed(packed):
        raise FosdeskError("It is closed with a password; ask the school for a file for others without one.")
    opened = open_school_file(packed)
    if is_owner(opened.manifest.school):
        return None
    if is_pack(opened.manifest.school):
        raise FosdeskError("It is an experience pack, and no school file.")
    pace()
    excerpt = read_excerpt(opened, pace)
    whole = excerpt.school
    folder = Path(shown).parts[0] if "/" in shown else ""
    return OpenedSchool(
        school_for_owner(whole, excerpt.names),
        open_phases(framework, whole),
        shown,
        folder,
        opened.manifest.made,
        opened.manifest.kind != REFERENCE,
    )


def _content(path: Path, pace: Pace) -> bytes:
    """The bytes of a file, a megabyte at a time; what is larger than any school file is cut, and refused later."""
    with reading(path) as file:
        packed = bytearray()
        while len(packed) <= MAX_BYTES:
            pace()
            some = file.read(_MEGABYTE)
            if not some:
                break
            packed += some
        return bytes(packed)
