"""Goes on after an exception, which is told and logged, where what comes next must not depend on what has failed."""

import sys
from collections.abc import Callable


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
