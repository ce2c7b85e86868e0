"""What the command line says: plain text on stdout and stderr, also where these are closed or full."""

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

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
        _give_up(sys.stdout)
        if isinstance(why, BrokenPipeError) or why.errno == errno.EINVAL:  # the latter on Windows
            raise OutputClosed from why
        raise FosdeskError("The answer could not be written out; the disk may be full.") from why


def complain(sentence: str) -> None:
    """Print to stderr; where nobody can be told, the exit code tells."""
    try:
        print(sentence, file=sys.stderr, flush=True)
    except OSError:
        _give_up(sys.stderr)


def _give_up(stream: TextIO) -> None:
    """Let what is left in a stream go nowhere: it must not be tried again when the program ends, with an exit code."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
