"""Opens a file that a person chose, whatever it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from fosdesk.errors import FosdeskError
from fosdesk.system.locked_files import open_file


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """The open file. FosdeskError when it cannot be read, or is no plain file, whose end may never come."""
    try:
        if path.exists() and not path.is_file():
            raise OSError("a pipe or a device might never come to its end")
        with open_file(path) as file:
            yield file
    except (OSError, ValueError) as why:
        raise FosdeskError("The file {file} could not be read; nothing has been changed.", file=path.name) from why
