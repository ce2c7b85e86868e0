"""A quick start: Qt without its slow imports afterwards, and no garbage collection before there is something to see."""

import builtins
import gc


def begin() -> None:
    """Bring Qt in, ahead of everything else that needs it."""
    gc.disable()
    plain = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401

    # PySide6 puts its own function in the place of Python's, for `from __feature__ import …`, which nobody uses here.
    builtins.__import__ = plain


def end() -> None:
    """The window shows a school: from now on memory is tidied again, but for what the start brought in."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
