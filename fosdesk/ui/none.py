"""Keeps None alive: PySide6 6.12 on Python 3.11 forgets to count the None that each of its calls returns."""

import sys


def keep_none() -> None:
    """Give None so many references that no session can use them up; from Python 3.12 on None cannot die anyway."""
    if sys.version_info < (3, 12):
        from ctypes import c_ssize_t

        count = c_ssize_t.from_address(id(None))
        count.value = max(count.value, sys.maxsize >> 2)
