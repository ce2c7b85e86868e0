"""NamedTuple: the same as typing's for whoever uses it, but declared in a twentieth of the time.

Python compiles a constructor for each named tuple that a module declares. Here that is done when the first one is made,
which most are not until the overview is filled; Python's own takes 0.2 ms for each of the hundred until then. For what
is declared in modules that a start does not import, typing's own does as well.
"""

import sys
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING or sys.version_info >= (3, 14):  # from where on a class body gives its fields otherwise
    from typing import NamedTuple as NamedTuple
else:
    try:
        from _collections import _tuplegetter as _field
    except ImportError:

        def _field(place: int, doc: str) -> property:
            return property(itemgetter(place), doc=doc)

    class _Named(tuple):
        """What all named tuples can do."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}

        def __new__(cls, *args: Any, **kwargs: Any) -> Self:
            made_here = next(one for one in cls.__mro__ if "_fields" in vars(one))
            names = ", ".join(made_here._fields)
            constructor = eval(f"lambda _cls, {names}: _new(_cls, ({names},))", {"_new": tuple.__new__})
            constructor.__defaults__ = tuple(made_here._field_defaults.values())
            constructor.__name__, constructor.__qualname__ = "__new__", f"{made_here.__qualname__}.__new__"
            made_here.__new__ = staticmethod(constructor)
            return constructor(cls, *args, **kwargs)

        @classmethod
        def _make(cls, iterable: Any) -> Self:
            made = tuple.__new__(cls, iterable)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed: Any) -> Self:
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        __replace__ = _replace

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            said = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({said})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Declaration(type):
        """Turns a class body into a named tuple, which is a plain class again."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            """`body` holds fields as annotations, defaults as values, and methods."""
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"A field without a default follows one with a default in {name}")
            getters = {field: _field(place, field) for place, field in enumerate(fields)}
            body.setdefault("__slots__", ())
            return type(
                name,
                (_Named, *bases[1:]),
                {**body, **getters, "_fields": fields, "_field_defaults": defaults, "__match_args__": fields},
            )

    class _Base:
        """Stands for what is named as the base in a class statement."""

        def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type, ...]:
            return (_declared,)

    _declared = type.__new__(_Declaration, "NamedTuple", (), {})
    NamedTuple = _Base()
