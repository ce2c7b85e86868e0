"""What the command line says: plain text on stdout and stderr, also where these are closed, full or not there."""

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from traceback import format_exc
from typing import TextIO, cast

from fosdesk.errors import FosdeskError
from fosdesk.system.windows import show_box


class OutputClosed(Exception):
    """Whoever read the output has ended, as `head` does; nobody waits for the rest."""


class Unseen(io.TextIOBase):
    """Stands in for the stdout and stderr that a windowed program on Windows lacks; `sentences` is for a box.

    What other libraries print goes nowhere.
    """

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def write(self, text: str) -> int:
        """Take a text, and show it to nobody."""
        return len(text)


@contextmanager
def prepared_output(show: Callable[[str], None] = show_box) -> Iterator[None]:
    """Make stdout and stderr fit for any text; where there are none, `show` what was said in the end."""
    unseen, before = Unseen(), (sys.stdout, sys.stderr)
    for stream in before:
        if stream is not None and hasattr(stream, "reconfigure"):
            # A terminal that lacks a letter must not stop us; what is piped is UTF-8, whatever the system's own is.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    sys.stdout, sys.stderr = (cast(TextIO, unseen) if stream is None else stream for stream in before)
    try:
        yield
    except Exception:
        unseen.sentences.append(format_exc())
        raise
    finally:
        sys.stdout, sys.stderr = before
        if unseen.sentences:
            show("\n".join(unseen.sentences))


def single_line(text: str) -> str:
    """User text for a terminal, without control characters or bidi controls."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def say(*texts: str, sep: str = " ") -> None:
    """Print to stdout at once; OutputClosed when its reader has ended, FosdeskError when it cannot take more."""
    if isinstance(sys.stdout, Unseen):
        sys.stdout.sentences.append(sep.join(texts))
        return
    try:
        print(*texts, sep=sep, flush=True)
    except OSError as why:
        _give_up(sys.stdout)
        if isinstance(why, BrokenPipeError) or why.errno == errno.EINVAL:  # the latter on Windows
            raise OutputClosed from why
        raise FosdeskError("The answer could not be written out; the disk may be full.") from why


def complain(sentence: str) -> None:
    """Print to stderr, or show in a box at the end; where nobody can be told, the exit code tells."""
    if isinstance(sys.stderr, Unseen):
        sys.stderr.sentences.append(sentence)
        return
    try:
        print(sentence, file=sys.stderr, flush=True)
    except OSError:
        _give_up(sys.stderr)


def _give_up(stream: TextIO) -> None:
    """Let what is left in a stream go nowhere: it must not be tried again when the program ends, with an exit code."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
