"""Files that go away while a program has them open, which Linux and macOS allow and Windows does not."""

import os
from pathlib import Path


def taken_away(path: Path, to: Path | None = None) -> bool:
    """Move a file that is open, or delete it; False where the system refuses that, and the file lies where it did."""
    try:
        if to is None:
            path.unlink()
        else:
            path.rename(to)
    except PermissionError:
        assert os.name == "nt", "only Windows holds a file that is open"
        return False
    return True
