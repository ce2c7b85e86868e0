"""The quick start leaves Qt's descriptions of itself packed, and gives them to whoever asks."""

import json
import os
import subprocess
import sys

SCRIPT = """
import builtins, json, sys
before = builtins.__import__, builtins.compile
from fosdesk.ui.window import quick_start
quick_start.begin()
from PySide6.QtCore import QSize
told = {"as before": (builtins.__import__, builtins.compile) == before, "packed": sorted(quick_start._packed)}
try:
    QSize("wide")
except TypeError as wrong:
    told["said"] = str(wrong)
told["left"] = sorted(quick_start._packed)
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


def run(script: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def test_a_wrong_call_is_explained_as_without_it() -> None:
    told = json.loads(run(SCRIPT))
    assert told["as before"]
    assert "shibokensupport.signature.parser" in told["packed"]
    assert "shibokensupport.signature.lib.pyi_generator" in told["packed"]
    assert told["said"] == run(PLAIN).rstrip("\n")
    assert "QSize" in told["said"]
    assert "shibokensupport.signature.parser" not in told["left"]
    assert not told["lacks"]
