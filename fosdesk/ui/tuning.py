"""Tuning of Python and PySide6 that normal code would not do: what each piece gains, and its fallback."""

# Everything else uses both as they come. Figures are milliseconds of CPU time, with the example school, on Debian 12
# with two AMD EPYC cores, Python 3.11 and PySide6 6.12.0; a bare PySide6 window is painted after 112.

import builtins
import gc
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any, SupportsIndex

if TYPE_CHECKING:
    from importlib.abc import Loader

    from _typeshed.importlib import MetaPathFinderProtocol
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QLayout

# -- the import of PySide6

# PySide6 compiles these from text at every start. They describe Qt's functions for messages about wrong calls; the last
# two write stubs for type checkers.
DEFERRED = tuple(
    f"shibokensupport.signature.{name}"
    for name in ("parser", "layout", "errorhandler", "lib.enum_sig", "lib.pyi_generator")
)


# Neither of the two has a base of importlib.abc, which brings in importlib.resources before the first paint (2 ms).
class DeferredLoader:
    """Loads a module when one of its attributes is first read, through the module's own `__getattr__` (PEP 562)."""

    def __init__(self, spec: ModuleSpec, loader: "Loader") -> None:
        """`spec` and `loader` are those with which the module would have been loaded at once."""
        self._spec, self._loader = spec, loader

    def create_module(self, spec: ModuleSpec) -> None:
        """None: Python makes the module itself."""

    def exec_module(self, module: ModuleType) -> None:
        """Give the module a `__getattr__` that loads it."""

        def load(name: str) -> Any:
            if name.startswith("__"):  # Python itself asks for these while it imports
                raise AttributeError(name)
            module.__dict__.pop("__getattr__", None)
            # PySide6 gives the module a second name after the import, by which its loader does not know it.
            named, module.__spec__ = module.__spec__, self._spec
            try:
                self._loader.exec_module(module)
            finally:
                module.__spec__ = named
            return getattr(module, name)

        module.__dict__["__getattr__"] = load


class DeferringFinder:
    """Finds DEFERRED where the other finders do, and has them loaded later; leaves all else to the others."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec of a module in DEFERRED with a loader that defers; None for all others."""
        if fullname not in DEFERRED:
            return None
        for finder in sys.meta_path[1:]:
            spec = finder.find_spec(fullname, path, target)
            if spec is not None:
                can_wait = hasattr(spec.loader, "exec_module")
                return ModuleSpec(fullname, DeferredLoader(spec, spec.loader)) if can_wait else spec  # type: ignore[arg-type]
        return None


class FinderList(list["MetaPathFinderProtocol"]):
    """Finders of which the first stays the first: PySide6 inserts its own before all others while it is imported."""

    def insert(self, place: SupportsIndex, finder: "MetaPathFinderProtocol") -> None:
        """Insert a finder at `place`, but never before the first one."""
        super().insert(max(place.__index__(), 1), finder)


def import_qt() -> None:
    """Import PySide6 before anything else does, without collecting garbage until `end_startup` is called.

    Deferring takes the first paint from 148 ms to 126. Where PySide6 no longer has these modules, or loads them
    otherwise, nothing is deferred. PySide6 also puts a function of its own in the place of Python's import, for
    `from __feature__ import …`, which nothing here uses; giving Python its own back takes the first paint to 119 ms and
    the filled overview from 280 to 251 ms and from 84 to 79 MB. Where it is left alone, nothing changes. Not collecting
    garbage while modules are imported buys another 10 ms of the filled overview.
    """
    gc.disable()
    python_import = builtins.__import__
    finders, deferring = sys.meta_path, DeferringFinder()
    sys.meta_path = FinderList([deferring, *finders])
    try:
        import PySide6.QtWidgets  # noqa: F401
    finally:
        finders[:] = [finder for finder in sys.meta_path if finder is not deferring]
        sys.meta_path = finders
        builtins.__import__ = python_import


def resolve_classes() -> None:
    """Let PySide6 prepare all its classes now, which it else does when first handed an object of a private class of Qt.

    That takes 20 ms, and beside a thread that computes three times as long: an animation is enough to begin it. The
    second time costs nothing, nor does the first where PySide6 prepares them otherwise.
    """
    from PySide6.QtWidgets import QLineEdit

    QLineEdit().children()  # among them one of a private class


# -- numbers of Qt's enums

# Reading the first enum of Qt's namespace takes 10 ms, so what is painted first sets properties by number. A test holds
# each against the enum.
PLAIN_TEXT = 0  # Qt.TextFormat.PlainText
SELECTABLE_BY_MOUSE = 1  # Qt.TextInteractionFlag.TextSelectableByMouse
NO_FOCUS = 0  # Qt.FocusPolicy.NoFocus
NO_SCROLL_BAR = 1  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff
ENTER_KEYS = (0x01000004, 0x01000005)  # Qt.Key.Key_Return, Qt.Key.Key_Enter

# -- turns of the event loop

# ms. A timer of 0 ms that a turn starts is called in the same round as soon as another timer is due as well: of lists
# laid five rows at a time, ten and more were laid at once, which a person waited for.
_NEXT_ROUND = 1
_turns: "deque[tuple[QObject, Callable[[], object]]]" = deque()  # of the whole process, as the event loop is


def in_next_turn(owner: "QObject", act: Callable[[], object]) -> None:
    """Call `act` once from the event loop, unless `owner` is deleted first; in the order in which it was asked for.

    In each round of the loop one act is called at most, whoever asked, so that painting and input come in between.
    """
    _turns.append((owner, act))
    if len(_turns) == 1:
        _wait_for_round()


def _wait_for_round() -> None:
    from PySide6.QtCore import QCoreApplication, QTimer

    app = QCoreApplication.instance()
    assert app is not None
    QTimer.singleShot(_NEXT_ROUND, app, _take_turn)


def _take_turn() -> None:
    from shiboken6 import isValid

    owner, act = _turns.popleft()
    if _turns:
        _wait_for_round()
    if isValid(owner):
        act()


# -- layouts


@contextmanager
def laid_once(layout: "QLayout") -> Iterator[None]:
    """Lay widgets that come to a shown parent, or are shown in it, when all have come.

    Qt lays everything anew for each: 400 buttons in a shown line took 7,400 ms, and take 370 so. What is added must be
    shown by whoever adds it; otherwise Qt shows it later, one by one.
    """
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()
        layout.activate()


# -- garbage collection

_NEVER = 1_000_000  # collections of the middle generation, before Python itself looks through the oldest
_DUE = 10  # the same by Python's own default, and here for whoever asks `is_collection_due`


def end_startup() -> None:
    """End the start: collect garbage from now on, but not among what the start has imported.

    That is frozen once for a process: a full collection then takes 21 ms instead of 90. Full collections are left to
    `IdleCollector`, for nobody should wait for one while typing. Does nothing unless `import_qt` was called.
    """
    works = BackgroundWork.under_way
    collects = any(work.before[0] for work in works) if works else gc.isenabled()
    if collects or gc.get_freeze_count():
        return
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], _NEVER)
    for work in works:
        work.before = True, work.before[1]
    if not works:
        gc.enable()


def is_collection_due() -> bool:
    """Whether so much has been allocated that Python by its own default would look through everything.

    Never during the start or `BackgroundWork`.
    """
    return gc.isenabled() and gc.get_count()[2] >= _DUE


# -- work in a thread beside the screen's

_TURNS = 0.0005  # s


class BackgroundWork:
    """Python's settings while threads work beside the GUI thread; call `collect_garbage` now and then, and `end`.

    A thread gives Python's lock up after 0.5 ms instead of 5, because the screen asks for it several times for each
    event: the overview is painted beside a thread that computes in 42 ms of the clock instead of 55. Garbage is
    collected on the screen's thread alone, and only among what is new since the last look, so that neither a widget is
    freed by another thread nor anybody waits until all that the work brought has been gone through. Nothing is frozen.
    """

    under_way: "set[BackgroundWork]" = set()  # of the whole process, as the settings are

    def __init__(self) -> None:
        """Begin; overlapping works share the settings until the last one ends."""
        now = gc.isenabled(), sys.getswitchinterval()
        self.before: tuple[bool, float] = next((work.before for work in self.under_way), now)
        gc.disable()
        sys.setswitchinterval(_TURNS)
        self.under_way.add(self)

    def collect_garbage(self) -> None:
        """Collect new garbage; not during the start, which `end_startup` ends."""
        collects, _ = self.before
        if collects:
            gc.collect(1)

    def end(self) -> None:
        """Restore Python's settings."""
        self.collect_garbage()
        self.under_way.discard(self)
        if not self.under_way:
            collects, interval = self.before
            sys.setswitchinterval(interval)
            if collects:
                gc.enable()


# -- references to None, True and False

_CALLS = 100
# Far from each power of two in either half, for code compiled for later versions of Python reads the lower 32 bits
# alone: 0 there means that the object is to be freed, and the upper half of the numbers that it never is.
MANY_REFERENCES = 0x0555_5555_5555_5555 if sys.maxsize > 2**32 else 0x2555_5555


def loses_references() -> bool:
    """Whether calls to Qt forget to count the None that they return."""
    from PySide6.QtCore import QSize

    size = QSize()
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        size.setWidth(1)
    return before - sys.getrefcount(None) > _CALLS // 2


def keep_constants(is_needed: Callable[[], bool] = loses_references) -> bool:
    """Give None, True and False references enough for any session; whether that was needed and done.

    PySide6 6.12.0 for Linux forgets to count those that its calls return, and on Python 3.11 the interpreter ends with
    «deallocating None» after some 27,000 calls, a few minutes' work. From Python 3.12 on they cannot be freed, and
    other builds count right: there nothing is touched. Asking costs 0.1 ms, after the first picture.
    """
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12) or not is_needed():
        return False
    from ctypes import c_ssize_t

    for constant in (None, True, False, NotImplemented):
        count = c_ssize_t.from_address(id(constant))
        if abs(count.value - sys.getrefcount(constant)) > _CALLS:
            return False  # the count lies elsewhere in this build of Python
        if count.value < MANY_REFERENCES // 2:
            count.value += MANY_REFERENCES
    return True
