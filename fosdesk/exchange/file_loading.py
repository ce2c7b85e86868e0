"""Reading any file in which a school may come: a school file, sealed or not, or a colleague's working file."""

from pathlib import Path

from fosdesk.errors import FosdeskError
from fosdesk.exchange.password_seal import OVERHEAD
from fosdesk.exchange.school_file import SchoolFile, read_school_file
from fosdesk.exchange.working_copy import MAGIC, read_working_copy
from fosdesk.exchange.zip_container import MOST_BYTES
from fosdesk.pace import NO_HURRY, Pace


def load_school_file(path: Path, password: str = "", pace: Pace = NO_HURRY) -> SchoolFile:
    """What the school file, or the working file, at a place holds; FosdeskError when it cannot be read, too."""
    try:
        with path.open("rb") as file:
            packed = file.read(len(MAGIC))
            is_working_file = packed == MAGIC
            if not is_working_file:
                packed += file.read(MOST_BYTES + OVERHEAD + 1)
    except (OSError, ValueError) as why:
        raise FosdeskError("The file {file} could not be read; nothing has been changed.", file=path.name) from why
    if is_working_file:
        return read_working_copy(path)
    return read_school_file(packed, password, pace)
