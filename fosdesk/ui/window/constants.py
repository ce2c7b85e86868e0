"""Keeps None, True and False alive: PySide6 6.12 on Python 3.11 forgets to count those that its calls return."""

import sys


def keep_constants() -> None:
    """Give them so many references that no session can use them up; from Python 3.12 on they cannot die anyway."""
    if sys.version_info < (3, 12):
        from ctypes import c_ssize_t

        for constant in (None, True, False, NotImplemented):
            count = c_ssize_t.from_address(id(constant))
            count.value = max(count.value, sys.maxsize >> 2)
