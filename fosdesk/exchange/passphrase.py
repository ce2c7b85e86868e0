"""Passphrases of random words, and passwords read from files."""

import secrets
from pathlib import Path

from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.password_seal import PasswordNeeded
from fosdesk.exchange.school_file import SchoolFile
from fosdesk.system.locked_files import open_file

_MAX_BYTES = 10_000  # bytes of a file that is looked at for a password
WORDS = 6  # of 660: 56 bits, which Argon2id makes dear to search


def generate_passphrase() -> str:
    """A new random passphrase: `WORDS` words with spaces between."""
    return " ".join(secrets.SystemRandom().sample(word_list(), WORDS))


def word_list() -> tuple[str, ...]:
    """The words that passphrases are made of: common, the same in bokmål and nynorsk, on every keyboard."""
    from fosdesk import paths

    return tuple(paths.resource("passwords", "words.txt").read_text(encoding="utf-8").split())


def load_with_password_file(password_file: str | None, path: Path) -> SchoolFile:
    """Load a school file, with the password in a file of its own: a command line is seen by others.

    FosdeskError as in `load_school_file`.
    """
    password = read_password_file(Path(password_file)) if password_file is not None else ""
    try:
        return load_school_file(path, password)
    except PasswordNeeded as error:
        if password:
            raise
        raise FosdeskError(
            "{file} has a password; write that in a file of its own, and tell which with --password-file.",
            file=path.name,
        ) from error


def read_password_file(path: Path) -> str:
    """The first line of a file, without a byte order mark or spaces around; FosdeskError when it is empty."""
    try:
        with open_file(path) as file:
            line = file.read(_MAX_BYTES).decode("utf-8-sig").partition("\n")[0].strip()
    except (OSError, ValueError) as error:
        raise FosdeskError("The file {file} could not be read; nothing has been changed.", file=path.name) from error
    if not line:
        raise FosdeskError("The first line of {file} is to be the password, and it is empty.", file=path.name)
    return line
