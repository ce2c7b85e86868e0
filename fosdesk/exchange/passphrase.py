"""Passwords that can be read aloud and remembered: some plain words in a row, drawn by chance."""

import secrets
from pathlib import Path

from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.password_seal import PasswordNeeded
from fosdesk.exchange.school_file import SchoolFile

_LONGEST = 10_000  # bytes of a file that is looked at for a password
WORDS = 6  # of 660: 56 bits, which Argon2id makes dear to search


def propose() -> str:
    """A password to take or leave, another one each time."""
    return " ".join(secrets.SystemRandom().sample(all_words(), WORDS))


def all_words() -> tuple[str, ...]:
    """The words that are drawn from: known to everybody, the same in bokmål and nynorsk, on every keyboard."""
    from fosdesk import paths

    return tuple(paths.resource("passwords", "words.txt").read_text(encoding="utf-8").split())


def load_with(password_file: str | None, place: Path) -> SchoolFile:
    """The school file at a place, with the password that stands in a file of its own: a command is seen by others."""
    password = first_line(Path(password_file)) if password_file is not None else ""
    try:
        return load_school_file(place, password)
    except PasswordNeeded as why:
        if password:
            raise
        raise FosdeskError(
            "{file} has a password; write that in a file of its own, and tell which with --password-file.",
            file=place.name,
        ) from why


def first_line(place: Path) -> str:
    """The password in a file of its own: its first line, whatever the editor put before and behind it."""
    try:
        with place.open("rb") as file:
            line = file.read(_LONGEST).decode("utf-8-sig").partition("\n")[0].strip()
    except (OSError, ValueError) as why:
        raise FosdeskError("The file {file} could not be read; nothing has been changed.", file=place.name) from why
    if not line:
        raise FosdeskError("The first line of {file} is to be the password, and it is empty.", file=place.name)
    return line
