"""The paths of shipped resources and of the user's data folder, and files and folders for their owner alone."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePath

from fosdesk.system.locked_files import open_file, wait_for, write_file
from fosdesk.system.windows import long_path, session

BACKUP_FOLDER = "backups"  # beside the store
WORK_FOLDER = "documents in the making"  # beside it, for files that must not stay
OPEN_MARK = "fosdesk.open"  # lies in a data folder while a window hears a second start; after a crash, in vain
_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a shipped non-Python file: inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources").joinpath(*parts)


def user_folder() -> Path:
    """The default data folder: local to this machine, not roaming, not in Documents.

    The environment variable FOSDESK_DATA_DIR names another one, and may hold other variables such as %USERNAME%, so
    that one policy gives each person their own. On Windows, appdirs asks the system and ignores other environment
    variables, and gives short (8.3) names for an account with letters such as Č.
    """
    if chosen := os.environ.get("FOSDESK_DATA_DIR"):
        return long_path(Path(os.path.expanduser(os.path.expandvars(chosen))))
    import appdirs

    return long_path(Path(appdirs.user_data_dir("fosdesk", False)))


def may_enter(folder: Path) -> bool:
    """Whether files in a folder may be looked for; also true for a folder that is not there."""
    try:
        (folder / OPEN_MARK).exists()
    except OSError:
        return False
    return True


def is_folder(path: str | PurePath) -> bool:
    """Whether there is a folder that can be looked at; False where one may not look, where Path.is_dir may raise."""
    return os.path.isdir(path)


def is_marked_open(folder: Path) -> bool:
    """Whether a window marked the folder as one in which it hears a second start."""
    return os.path.exists(folder / OPEN_MARK)


def is_open_elsewhere(folder: Path) -> bool:
    """Whether the window that marked the folder is on another desktop: of somebody else who is signed in here."""
    try:
        there = wait_for((folder / OPEN_MARK).read_bytes).decode(errors="replace")
    except FileNotFoundError:
        return False
    except OSError:
        return True  # it is not for us to read
    return there not in ("", session())


def mark_open(folder: Path) -> None:
    """Mark a folder as one in which a window on this desktop hears a second start. Raises OSError."""
    mark = folder / OPEN_MARK
    touch_private(mark)
    write_file(mark, session().encode())


# -- for the owner alone, on Linux and macOS; on Windows the rights come from the folder of the person's account

_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600
_OURS = re.compile(rf"fosdesk[. ].*|settings\.json(\.part)?|errors\.log|{BACKUP_FOLDER}|{WORK_FOLDER}")


def make_private_folder(folder: Path) -> None:
    """Create a folder that only its owner can enter; one that exists stays as it is. Raises OSError."""
    folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)


def open_private(path: str, flags: int) -> int:
    """An `opener` for `open`: a file that is new can be read by its owner alone, from its first byte on."""
    return os.open(path, flags, _PRIVATE_FILE)


def make_private(path: Path) -> None:
    """Take away others' rights to a file; where they cannot be taken away, as on a stick, nothing happens."""
    if os.name != "nt":
        with suppress(OSError):
            mode = path.stat().st_mode
            if mode & 0o077:
                path.chmod(mode & 0o700)


def touch_private(path: Path) -> None:
    """Create an empty file for its owner alone where there is none yet. Raises OSError."""
    with open_file(path, "ab", open_private):
        pass


def close_data_folder(folder: Path) -> None:
    """Take away others' rights to what an earlier version left open to them in a data folder, and to the folder.

    A folder that holds files of other kinds, too, is somebody's own and stays open; then what is ours in it is closed.
    """
    with suppress(OSError):
        if os.name == "nt" or not folder.stat().st_mode & 0o077:
            return
        there = list(folder.iterdir())
        ours = [path for path in there if _OURS.fullmatch(path.name)]
        for path in (*ours, *_in_folder(folder / BACKUP_FOLDER)):
            make_private(path)
        if len(ours) == len(there):
            make_private(folder)


def _in_folder(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in folder.iterdir() if path.is_file())


# -- synced folders

# What folders that a program sends to the internet are called, by whoever sends them.
_SYNCED = (
    ("OneDrive", re.compile(r"onedrive(\b|[ ._-].*)")),
    ("Dropbox", re.compile(r"dropbox(\b|[ ._(-].*)")),
    ("iCloud", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs")),
    ("Google Drive", re.compile(r"google ?drive([ ._(-].*)?|my drive|min disk|mi unidad")),
)
_SYNCED_BY_VARIABLE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def synced_by(folder: PurePath, environment: Mapping[str, str]) -> str:
    """The sync service (such as OneDrive) that a folder belongs to; empty when none is recognised."""
    for part in folder.parts:
        for name, pattern in _SYNCED:
            if pattern.fullmatch(part.casefold()):
                return name
    kind = type(folder)
    for variable in _SYNCED_BY_VARIABLE:
        root = environment.get(variable, "").strip()
        if root and folder.is_relative_to(kind(root)):
            return "OneDrive"
    return ""


def within_code(*parts: str) -> Path:
    """The path of a file inside the package itself, such as the store's migrations."""
    return _PACKAGE.joinpath(*parts)
