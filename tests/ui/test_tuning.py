"""Each thing that is tuned by hand does what it says, and leaves the plain way where there is nothing to tune."""

import gc
import json
import os
import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from fosdesk.ui import tuning
from fosdesk.ui.controls.plain_widgets import text
from tests.ui.acts import settle

DEFERRING = """
import builtins, json, sys
before = builtins.compile, builtins.__import__, list(sys.meta_path)
from fosdesk.ui.tuning import DEFERRED, import_qt
import_qt()
from PySide6.QtCore import QSize
def waiting():
    return [name for name in DEFERRED if "__getattr__" in vars(sys.modules[name])]
told = {"untouched": (builtins.compile, builtins.__import__, sys.meta_path) == before, "deferred": waiting()}
told["file"] = hasattr(sys.modules[DEFERRED[0]], "__file__")
try:
    QSize("wide")
except TypeError as wrong:
    told["said"] = str(wrong)
told["left"] = waiting()
told["lacks"] = hasattr(sys.modules["shibokensupport.signature.layout"], "nothing of the kind")
print(json.dumps(told))
"""
PLAIN = """
from PySide6.QtCore import QSize
try:
    QSize("wide")
except TypeError as wrong:
    print(wrong)
"""
# Another version of PySide6 may have none of the modules; and may have them imported before.
UNKNOWN = "from fosdesk.ui import tuning; tuning.DEFERRED = (); tuning.import_qt()\n" + PLAIN
LATE = "import PySide6.QtWidgets; from fosdesk.ui import tuning; tuning.import_qt()\n" + PLAIN

SETTLING = """
import gc, json
from fosdesk.ui.tuning import BackgroundWork, end_startup, import_qt, is_collection_due
import_qt()
told = {"collects at the start": gc.isenabled()}
one = BackgroundWork()
before = gc.get_count()[2]
one.collect_garbage()
told["looked"] = gc.get_count()[2] - before
end_startup()
told["during work"] = gc.isenabled(), gc.get_freeze_count() > 1_000
one.end()
told["collects"] = gc.isenabled()
frozen = gc.get_freeze_count()
end_startup()
two = BackgroundWork()
end_startup()
two.end()
gc.disable()  # as reading a store does for a moment
end_startup()
gc.enable()
told["grows"] = gc.get_freeze_count() - frozen
told["due"] = [is_collection_due()]
for _ in range(10):
    gc.collect(1)
told["due"].append(is_collection_due())
gc.collect()
told["due"].append(is_collection_due())
print(json.dumps(told))
"""

CONSTANTS = """
import json, sys
from fosdesk.ui.tuning import MANY_REFERENCES, keep_constants, loses_references
from PySide6.QtCore import QSize
constants = None, True, False, NotImplemented
counts = lambda: [sys.getrefcount(one) for one in constants]
told = {"lost": loses_references(), "at first": counts()}
told["unneeded"] = keep_constants(lambda: False)
told["then"] = counts()
told["kept"] = keep_constants()
told["after"] = counts()
told["again"] = keep_constants()
told["at last"] = counts()
size = QSize()
for _ in range(300_000):
    size.setWidth(1)
told["lives"] = [None, True, False] == [size.setWidth(1), size.isValid() or True, False]
told["many"] = MANY_REFERENCES
print(json.dumps(told))
"""

CLASSES = """
import enum, json
from fosdesk.ui.tuning import import_qt, resolve_classes
import_qt()
from PySide6.QtCore import QPropertyAnimation
from PySide6.QtWidgets import QApplication, QWidget
made = 0
create = enum.EnumType._create_
def counted(*given, **named):
    global made
    made += 1
    return create(*given, **named)
enum.EnumType._create_ = counted
class Watching(QApplication):
    def notify(self, watched, event):
        return super().notify(watched, event)
app = Watching([])
widget = QWidget()
widget.show()
app.processEvents()
RESOLVED
before = made
animation = QPropertyAnimation(widget, b"windowOpacity")
animation.setEndValue(0.5)
animation.start()
app.processEvents()
print(json.dumps({"made beside it": made - before}))
"""


def run(script: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def told_by(script: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run(script).splitlines()[-1])
    return told


# -- the import of PySide6


def test_modules_of_pyside_are_deferred_and_nothing_of_python_is_replaced() -> None:
    told = told_by(DEFERRING)
    assert told["untouched"]
    assert told["deferred"] == list(tuning.DEFERRED)
    assert not told["file"], "Python's own questions load nothing"


def test_a_wrong_call_is_explained_as_without_it() -> None:
    told = told_by(DEFERRING)
    assert told["said"] == run(PLAIN).rstrip("\n")
    assert "QSize" in told["said"]
    assert told["left"] == [name for name in tuning.DEFERRED if ".lib." in name]
    assert not told["lacks"]


@pytest.mark.parametrize("script", [UNKNOWN, LATE], ids=["another PySide6", "imported before"])
def test_where_nothing_can_be_deferred_all_is_as_without_it(script: str) -> None:
    assert run(script) == run(PLAIN)


# -- numbers of Qt's enums


def test_numbers_are_those_of_the_enums(qtbot: object) -> None:
    assert Qt.TextFormat.PlainText.value == tuning.PLAIN_TEXT
    assert Qt.TextInteractionFlag.TextSelectableByMouse.value == tuning.SELECTABLE_BY_MOUSE
    assert Qt.FocusPolicy.NoFocus.value == tuning.NO_FOCUS
    assert Qt.ScrollBarPolicy.ScrollBarAlwaysOff.value == tuning.NO_SCROLL_BAR
    assert (Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value) == tuning.ENTER_KEYS
    label = text("<b>", selectable=True)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.TextSelectableByMouse
    area = QScrollArea()
    assert area.setProperty("focusPolicy", tuning.NO_FOCUS)
    assert area.setProperty("horizontalScrollBarPolicy", tuning.NO_SCROLL_BAR)
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


# -- garbage collection, and work in a thread


def test_the_start_is_frozen_once_and_what_comes_later_never() -> None:
    told = told_by(SETTLING)
    assert told["collects at the start"] is False
    assert told["looked"] == 0, "nobody looks through all that is being imported"
    assert told["during work"] == [False, True]
    assert told["collects"] is True
    assert told["grows"] == 0
    assert told["due"] == [False, True, False]


def test_works_that_overlap_give_python_its_settings_back() -> None:
    def settings() -> tuple[bool, float]:
        return gc.isenabled(), round(sys.getswitchinterval(), 6)

    before = settings()
    one = tuning.BackgroundWork()
    assert settings() == (False, 0.0005)
    other = tuning.BackgroundWork()
    one.end()
    assert settings() == (False, 0.0005)
    other.end()
    assert settings() == before


# -- references to None, True and False


def test_constants_are_touched_only_where_calls_forget_to_count_them() -> None:
    told = told_by(CONSTANTS)
    assert not told["unneeded"]
    for first, then in zip(told["at first"], told["then"], strict=True):
        assert abs(first - then) < 10_000, "nothing was needed, so nothing was given"
    assert told["kept"] == (told["lost"] and sys.version_info < (3, 12))
    assert told["again"] == told["kept"]
    assert told["lives"]
    for after, last in zip(told["after"], told["at last"], strict=True):
        assert abs(after - last) < 10_000, "given once"
    if told["kept"]:
        assert min(told["after"]) >= told["many"]


def test_the_number_of_references_is_far_from_every_power_of_two_in_either_half() -> None:
    lower, upper = tuning.MANY_REFERENCES & 0xFFFF_FFFF, tuning.MANY_REFERENCES >> 32
    assert 2**29 < lower < 2**31 - 2**29, "neither freed nor everlasting for who reads 32 bits alone"
    for half in filter(None, (lower, upper)):
        assert min(abs(half - 2**power) for power in range(33)) > half // 8
    assert sys.maxsize // 2 > tuning.MANY_REFERENCES


# -- turns


class Waiting(QObject):
    """Writes down when an event that was posted to it is handled."""

    def __init__(self, log: list[str]) -> None:
        super().__init__()
        self.log = log

    def event(self, event: QEvent) -> bool:
        self.log.append("event")
        return True


@pytest.mark.usefixtures("qapp")
def test_what_waits_is_handled_between_two_turns_whoever_asked_and_whatever_else_is_due() -> None:
    log: list[str] = []
    waiting, owners = Waiting(log), (QObject(), QObject())
    beat = QTimer()
    beat.start(0)  # due in each round

    def turn(owner: QObject, left: int) -> None:
        log.append("turn")
        QApplication.postEvent(waiting, QEvent(QEvent.Type.User))
        if left:
            tuning.in_next_turn(owner, lambda: turn(owner, left - 1))

    for owner in owners:
        tuning.in_next_turn(owner, lambda owner=owner: turn(owner, 4))  # type: ignore[misc]
    settle()
    assert log == ["turn", "event"] * 10


def test_turns_come_in_order_and_none_for_whoever_is_gone_or_because_another_raised(qtbot: QtBot) -> None:
    log: list[str] = []
    owner, gone = QObject(), QObject()

    def fault() -> None:
        log.append("fault")
        raise ValueError

    with qtbot.captureExceptions() as raised:
        tuning.in_next_turn(owner, fault)
        tuning.in_next_turn(gone, lambda: log.append("gone"))
        for word in ("first", "second"):
            tuning.in_next_turn(owner, lambda word=word: log.append(word))  # type: ignore[misc]
        delete(gone)
        settle()
    assert log == ["fault", "first", "second"]
    assert [kind for kind, _, _ in raised] == [ValueError]


@pytest.mark.parametrize(("resolved", "many"), [("", True), ("resolve_classes()", False)])
def test_classes_are_prepared_before_work_begins_beside_the_screen(resolved: str, many: bool) -> None:
    made = told_by(CLASSES.replace("RESOLVED", resolved))["made beside it"]
    assert (made > 50) == many
