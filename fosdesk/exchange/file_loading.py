"""Loading any file that holds a school: a school file, sealed or not, or a colleague's working file."""

from pathlib import Path

from fosdesk.exchange.file_reading import reading
from fosdesk.exchange.password_seal import OVERHEAD
from fosdesk.exchange.school_file import SchoolFile, read_school_file
from fosdesk.exchange.working_copy import read_working_copy
from fosdesk.exchange.zip_container import MAX_BYTES
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.sqlite_dialect import MAGIC


def load_school_file(path: Path, password: str = "", pace: Pace = NO_HURRY, *, data: Path | None = None) -> SchoolFile:
    """The content of a school file or working file; FosdeskError when it cannot be read or is none.

    `data` is the data folder in whose private place a working file is copied, as in `schools_in`.
    """
    with reading(path) as file:
        packed = file.read(len(MAGIC))
        is_working_file = packed == MAGIC
        if not is_working_file:
            packed += file.read(MAX_BYTES + OVERHEAD + 1)
    if is_working_file:
        return read_working_copy(path, pace, data=data)
    return read_school_file(packed, password, pace)
