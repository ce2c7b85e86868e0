"""Runs the self-test as a bundle would: what is left out of one cannot be imported. Arguments: the parts to try."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from bundle import left_out


class Blocked:
    """A finder that knows only what is not there."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> NoReturn | None:
        """ModuleNotFoundError for a module that is left out; None leaves it to the other finders."""
        if any(name == one or name.startswith(f"{one}.") for one in left_out.MODULES):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


def main(documents: list[str]) -> int:
    """Try all parts, or some documents and no pages of the window; returns how many parts do not work."""
    for name in [one for one in sys.modules if one.partition(".")[0] in left_out.MODULES]:
        del sys.modules[name]  # what Python itself had loaded before
    sys.meta_path.insert(0, Blocked())
    from fosdesk.commands.self_test import all_parts, run_parts
    from fosdesk.commands.trial import Trial
    from fosdesk.reports.document_catalogue import DOCUMENTS
    from fosdesk.words import read_words

    parts = [part for part in all_parts() if not documents or "window" not in part.title]
    with TemporaryDirectory(prefix="fosdesk-", ignore_cleanup_errors=True) as place:
        return len(run_parts(parts, Trial(Path(place), read_words("en"), documents or tuple(DOCUMENTS))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
