"""Keeps exceptions inside the functions that Qt calls: one that leaves them through Qt can end the process."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

P = ParamSpec("P")


def guarded(handler: Callable[P, None]) -> Callable[P, None]:
    """A handler of Qt's, such as `resizeEvent`, that gives every exception to `sys.excepthook` and returns.

    PySide passes an exception on to the Python code that called Qt, and crashes when an error of a C function,
    such as `int("x")`, comes out of a handler that Qt called while Python was calling Qt.
    """

    @wraps(handler)
    def handle(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            handler(*args, **kwargs)
        except Exception as fault:
            tell(fault)

    return handle


def attempt(act: Callable[[], object]) -> bool:
    """Do something whose failure must not stop what comes after it; False, and told, when it raised."""
    try:
        act()
    except Exception as fault:
        tell(fault)
        return False
    return True


def tell(fault: Exception) -> None:
    """Let the hook for exceptions log and show one that was caught."""
    sys.excepthook(type(fault), fault, fault.__traceback__)
