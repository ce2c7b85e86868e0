"""Search: the work of one letter, until it is painted, in the gatekeeping search and in Ctrl+K, with 10,000 entries."""

import json
import os
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QLineEdit

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ENTRIES = 10_000
FRAME = 16.0  # milliseconds, a sixtieth of a second
TYPED = ("lesing", "mellomtrinnet", "kurs fra", "åpen skole", "qx")
ASKED = (*TYPED, "hva bestemte vi om leksefri på mellomtrinnet?", "neste møte", "lesevener", "hvem svarte FAU")
ROUNDS = 5


def main() -> None:
    """Print the median and the slowest letter of each search; the reach is one frame."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from fosdesk.app import STORE_NAME, build
    from fosdesk.exchange.example.example_school import example_journal
    from fosdesk.store import Store
    from fosdesk.ui.tuning import keep_constants
    from fosdesk.ui.window.go_to_dialog import GoToDialog
    from tests.ui.gate_log import GateLog

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
        page = GateLog(program.window)
        while page.list.is_preparing:
            QTest.qWait(20)
        page.wanted.setFocus()
        in_the_log = _letters(app, page.wanted, TYPED)
        search = program.window.search
        assert search is not None
        building = search.search_desk.records
        building.begin()
        while not building.is_whole:
            QTest.qWait(20)
        dialog = GoToDialog(search.search_desk, program.window)
        dialog.open()
        everywhere = _letters(app, dialog.typed, ASKED)
        dialog.reject()
        program.window.close()
        program.close()
    for where, times in (("the gatekeeping search", in_the_log), ("Ctrl+K", everywhere)):
        for what, ours in (
            (f"typing one letter in {where}, 10,000 entries", statistics.median(times)),
            (f"the slowest letter in a hundred in {where}", statistics.quantiles(times, n=100)[98]),
        ):
            print(json.dumps({"what": what, "unit": "ms", "ours": round(ours, 2), "limit": FRAME, "reach": 1}))


def _letters(app: "QApplication", line: "QLineEdit", typed: tuple[str, ...]) -> list[float]:
    """The milliseconds of each letter, from the key to the last paint; of each the median of some rounds.

    A letter that is slow is so in most rounds; what is slow in one of them alone is the machine.
    """
    from PySide6.QtTest import QTest

    times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for words in typed:
            line.clear()
            app.processEvents()
            for place, letter in enumerate(words):
                begun = time.perf_counter()
                QTest.keyClicks(line, letter)
                app.processEvents()
                times.setdefault(words[: place + 1], []).append((time.perf_counter() - begun) * 1000)
    return [statistics.median(rounds) for rounds in times.values()]


if __name__ == "__main__":
    main()
