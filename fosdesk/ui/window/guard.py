"""Runs code whose exception must not stop what follows; the exception is logged and shown."""

import sys
from collections.abc import Callable


def attempt(act: Callable[[], object]) -> bool:
    """Run `act`; False when it raised, which is reported."""
    try:
        act()
    except Exception as fault:
        tell(fault)
        return False
    return True


def tell(fault: Exception) -> None:
    """Report a caught exception through `sys.excepthook`."""
    sys.excepthook(type(fault), fault, fault.__traceback__)
