"""What the command line says: plain text on stdout and stderr, also where these are closed or full."""

import errno
import os
import sys
from contextlib import suppress

from fosdesk.errors import FosdeskError


class OutputClosed(Exception):
    """Whoever read the output has ended, as `head` does; nobody waits for the rest."""


def single_line(text: str) -> str:
    """User text for a terminal, without control characters or bidi controls."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def say(*texts: str, sep: str = " ") -> None:
    """Print to stdout at once; OutputClosed when its reader has ended, FosdeskError when it cannot take more."""
    try:
        print(*texts, sep=sep, flush=True)
    except OSError as why:
        with suppress(OSError, ValueError):  # what is left of it must not be tried again when the program ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(why, BrokenPipeError) or why.errno == errno.EINVAL:  # the latter on Windows
            raise OutputClosed from why
        raise FosdeskError("The answer could not be written out; the disk may be full.") from why


def complain(sentence: str) -> None:
    """Print to stderr; where nobody can be told, the exit code tells."""
    with suppress(OSError):
        print(sentence, file=sys.stderr, flush=True)
