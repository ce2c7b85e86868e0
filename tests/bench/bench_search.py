"""Search: the work of one letter typed in the gatekeeping search with 10,000 entries, until it is painted."""

import json
import os
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ENTRIES = 10_000
FRAME = 16.0  # milliseconds, a sixtieth of a second
TYPED = ("lesing", "mellomtrinnet", "kurs fra", "åpen skole", "qx")
ROUNDS = 3


def main() -> None:
    """Print the median and the slowest letter; the reach is one frame."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from fosdesk.app import STORE_NAME, build
    from fosdesk.exchange.example.example_school import example_journal
    from fosdesk.store import Store
    from fosdesk.ui.gate.gate_page import GatekeepingPage
    from fosdesk.ui.tuning import keep_constants

    app = QApplication([])
    keep_constants()
    with tempfile.TemporaryDirectory() as place:
        store = Store.open(Path(place) / STORE_NAME)
        store.merge(example_journal(language="nb", entries=ENTRIES), own=True, now=1)
        store.close()
        program = build(Path(place), "nb", today=lambda: date(2026, 11, 23))
        program.window.show()
        while program.window.desk is None:
            QTest.qWait(20)
        program.window.go("gatekeeping", "")
        QTest.qWait(300)
        page = program.window.page("gatekeeping")
        assert isinstance(page, GatekeepingPage)
        page.wanted.setFocus()
        times = []
        for _ in range(ROUNDS):
            for words in TYPED:
                page.wanted.clear()
                app.processEvents()
                for letter in words:
                    begun = time.perf_counter()
                    QTest.keyClicks(page.wanted, letter)
                    app.processEvents()
                    times.append((time.perf_counter() - begun) * 1000)
        program.window.close()
        program.close()
    for what, ours in (
        ("typing one letter in the gatekeeping search, 10,000 entries", statistics.median(times)),
        ("the slowest letter in a hundred", statistics.quantiles(times, n=100)[98]),
    ):
        print(json.dumps({"what": what, "unit": "ms", "ours": round(ours, 2), "limit": FRAME, "reach": 1}))


if __name__ == "__main__":
    main()
