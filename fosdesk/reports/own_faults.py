"""Keeps trouble with the file that is written apart from faults while a document is made."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class UnwritableFile(OSError):
    """The file cannot be written where it is wanted: the folder is missing, full or closed, or the file is in use."""


@contextmanager
def writing_target() -> Iterator[None]:
    """Raise UnwritableFile for each OSError inside, which is about the place that a person chose."""
    try:
        yield
    except OSError as why:
        raise UnwritableFile(*why.args) from why


def own_faults_apart(make: Callable[P, R]) -> Callable[P, R]:
    """For what makes a document: of all OSErrors, only UnwritableFile goes on as one.

    Any other, such as a font that cannot be read, is a fault of ours: told as trouble with the folder, it would send a
    person to look where nothing is wrong. It becomes a RuntimeError.
    """

    @wraps(make)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return make(*args, **kwargs)
        except UnwritableFile:
            raise
        except OSError as why:
            raise RuntimeError("a document could not be made") from why

    return told
