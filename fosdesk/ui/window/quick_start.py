"""A quick start: Qt without its slow imports afterwards, and no garbage collection before there is something to see."""

import builtins
import gc
from typing import Any

# PySide6 carries these as text and compiles them at every start. They describe Qt's functions to those who ask, as a
# message about a wrong call does; they are unpacked then. The last two write stubs for type checkers: nobody asks.
_ON_DEMAND = {
    f"shibokensupport/signature/{name}.py"
    for name in ("parser", "layout", "errorhandler", "lib/enum_sig", "lib/pyi_generator")
}
_STUB = """
def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    from fosdesk.ui.window.quick_start import unpack
    return unpack(globals(), name)
"""
_packed: dict[str, Any] = {}


def begin() -> None:
    """Bring Qt in, ahead of everything else that needs it."""
    gc.disable()
    plain_import, plain_compile = builtins.__import__, builtins.compile

    def compile_or_pack(source: Any, place: Any, *rest: Any, **more: Any) -> Any:
        if place in _ON_DEMAND:
            name = place.removesuffix(".py").replace("/", ".")
            _packed[name] = source, place
            source = _STUB
        return plain_compile(source, place, *rest, **more)

    builtins.compile = compile_or_pack  # type: ignore[assignment]
    try:
        import PySide6.QtWidgets  # noqa: F401
    finally:
        builtins.compile = plain_compile
    # PySide6 puts its own function in the place of Python's, for `from __feature__ import …`, which nobody uses here.
    builtins.__import__ = plain_import


def unpack(module: dict[str, Any], name: str) -> Any:
    """Fill a module of PySide6's that is needed after all, and give what was asked of it."""
    source, place = _packed.pop(module["__name__"], ("", ""))
    if place:
        del module["__getattr__"]
        exec(compile(source, place, "exec"), module)
    try:
        return module[name]
    except KeyError:
        raise AttributeError(name) from None


def end() -> None:
    """The window shows a school: from now on memory is tidied again, but for what the start brought in."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
