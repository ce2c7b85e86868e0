"""Wraps our overrides of Qt's virtual functions: PySide6 6.12 crashes when an exception leaves one."""

from collections.abc import Callable, Iterator
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

from fosdesk.ui.window.guard import tell

# What PySide does with an exception that leaves an override (tried with 6.12.0 on Python 3.11): one that a C function
# raised, such as int("x") or {}["x"], ends the process at once; any other comes out of whatever has called Qt, and
# ends the process when the next override is called.
_PLAIN_NAMES = {"event", "data", "paint", "count"}  # of functions of Qt's that we override; all others are camelCase
_ANSWERS = {"rowCount": 0, "columnCount": 0, "count": 0}  # where Qt has no answer of its own


def protect_overrides() -> None:
    """Wrap the overrides of all our Qt subclasses, also of those defined later; once is enough.

    The exception goes to `sys.excepthook`. An event handler then returns; any other override returns what Qt's own
    would.
    """
    if "__init_subclass__" in vars(QObject):
        return

    def protect_new(cls: type[QObject], /, **options: Any) -> None:
        super(QObject, cls).__init_subclass__(**options)
        _protect(cls)

    QObject.__init_subclass__ = classmethod(protect_new)  # type: ignore[assignment,method-assign]
    for cls in _all_below(QObject):
        if cls.__module__.startswith("fosdesk."):
            _protect(cls)


def _all_below(cls: type[QObject]) -> Iterator[type[QObject]]:
    for below in cls.__subclasses__():
        yield below
        yield from _all_below(below)


def _protect(cls: type[QObject]) -> None:
    of_qt = [base for base in cls.__mro__[1:] if base.__module__.startswith("PySide6.")]
    for name, function in list(vars(cls).items()):
        own = next((vars(base)[name] for base in of_qt if name in vars(base)), None)
        is_override = name in _PLAIN_NAMES or (name != name.lower() and name[0] != "_")
        if own is not None and is_override and isinstance(function, FunctionType):
            setattr(cls, name, _protected(function, own))


def _protected(function: Callable[..., Any], own: Callable[..., Any]) -> Callable[..., Any]:
    name = function.__name__

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except Exception as fault:
            tell(fault)
        if name.endswith("Event"):
            return None
        try:
            return own(*args, **kwargs)
        except NotImplementedError:
            return _ANSWERS.get(name)

    return call
