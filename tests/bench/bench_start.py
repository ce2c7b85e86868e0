"""Start and memory: first painted window, and the overview filled, against a bare PySide6 window."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 11

RESIDENT = """
def resident():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS"))
"""
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time_ns(), resident(), flush=True)
        QApplication.quit()
app = QApplication(sys.argv)
window = Window()
window.resize(1366, 728)
window.show()
app.exec()
"""
OURS = """
import sys, time
from fosdesk.ui.tuning import import_qt
import_qt()
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fosdesk.app import application, build
app = application()
program = build(Path(sys.argv[1]), "nb", today=lambda: date(2026, 11, 23))
def painted():
    print(time.time_ns(), resident(), flush=True)
    if sys.argv[2] == "paint":
        QApplication.quit()
def filled():
    program.window.repaint()
    print(time.time_ns(), resident(), flush=True)
    QApplication.quit()
program.window.painted.disconnect()
program.window.painted.connect(painted)  # ahead of what opens the school
program.window.painted.connect(program.start)
program.opened.connect(filled)
program.window.show()
app.exec()
"""


def run(script: str, compiled: str, *arguments: str) -> list[tuple[float, float]]:
    """Milliseconds since the process was asked for, and resident megabytes, at each mark."""
    import time

    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    # Python keeps what it compiled, for both, whatever this shell says; but not in the checkout.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = compiled
    begun = time.time_ns()
    done = subprocess.run(
        [sys.executable, "-c", RESIDENT + script, *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    marks = [line.split() for line in done.stdout.splitlines() if line[:1].isdigit()]
    return [((int(at) - begun) / 1e6, int(kilobytes) / 1024) for at, kilobytes in marks]


def main() -> None:
    """Print one line for each figure."""
    from fosdesk.app import STORE_NAME
    from fosdesk.exchange.example.example_school import example_journal
    from fosdesk.store import Store

    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryDirectory() as compiled:
        store = Store.open(Path(place) / STORE_NAME)
        store.merge(example_journal(language="nb"), own=True, now=1)
        store.close()
        bare, ours = [], []
        for _ in range(RUNS + 1):
            bare.append(run(BARE, compiled)[0])
            ours.append(run(OURS, compiled, place, "fill"))
        bare, ours = bare[1:], ours[1:]  # the first run warms the disk
    limit = statistics.median(ms for ms, _ in bare)
    memory = statistics.median(mb for _, mb in bare)
    for what, unit, mine, against, reach in (
        ("start to first painted window", "ms", statistics.median(o[0][0] for o in ours), limit, 1.1),
        ("start to the overview filled, example school", "ms", statistics.median(o[1][0] for o in ours), limit, 2.0),
        ("resident memory with the overview filled", "MB", statistics.median(o[1][1] for o in ours), memory, 1.5),
    ):
        figure = {"what": what, "unit": unit, "ours": round(mine, 1), "limit": round(against, 1), "reach": reach}
        print(json.dumps(figure))


if __name__ == "__main__":
    main()
