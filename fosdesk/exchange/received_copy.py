"""A copy of a file that another program put in a temporary folder, which that program may empty at any time."""

import shutil
from pathlib import Path

from fosdesk import paths
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_reading import reading
from fosdesk.exchange.private_folder import make_folder, remove_folder
from fosdesk.system.locked_files import open_file
from fosdesk.system.temporary_places import is_temporary


def lasting_copy(file: Path, data: Path) -> Path:
    """The path of a copy in the private place of a data folder; of a file that lies elsewhere, its own path.

    FosdeskError when it cannot be copied. The copy goes with whatever else lies there, at the next start or end; only
    for the program that holds the lock of the store there.
    """
    if not is_temporary(file):
        return file
    try:
        folder = make_folder(data)
    except OSError as why:
        raise FosdeskError("The file {file} could not be read; nothing has been changed.", file=file.name) from why
    copy = folder / file.name
    try:
        with reading(file) as one, open_file(copy, "xb", paths.open_private) as other:
            shutil.copyfileobj(one, other)
    except BaseException:
        remove_folder(folder)
        raise
    return copy
