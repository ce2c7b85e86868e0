"""The standard list and its board: opening 10,000 records against a bare QTableView, and the work of a letter."""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
RECORDS, PASTED = 10_000, 1_000
FRAME = 16.0  # milliseconds, a sixtieth of a second
TYPED = ("rapport", "fellestid 4", "8. des", "rektor ring", "qx")
ROUNDS = 4
ROLES = ("Rektor", "Inspektør", "Arbeidsgruppa", "Trinnleder", "SFO-leder", "Sosiallærer")
TASKS = ("Ring PPT om oppfølging", "Bestill rom til fellestid", "Skriv til FAU", "Les rapporten før neste møte")


def main() -> None:
    """Print the ratio of opening, and the slowest letter in a hundred."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTableView

    from fosdesk.app import STORE_NAME, build
    from fosdesk.domain.fields import NOUNS
    from fosdesk.domain.records import FollowUp
    from fosdesk.exchange.example.example_school import example_journal
    from fosdesk.store import Store
    from fosdesk.ui.lists.noun_list import NounList
    from fosdesk.ui.lists.noun_part import NounPart
    from fosdesk.ui.lists.views.viewed_list import BOARD, ViewedList
    from fosdesk.ui.meetings.meetings_page import MeetingsPage
    from fosdesk.ui.tuning import keep_constants
    from tests.bench.bare_table import BareRows
    from tests.bench.bench_screen import MOST, Hand

    def dialog_of(shown: NounList) -> Any:
        assert shown.pasting.dialog is not None
        return shown.pasting.dialog

    app = QApplication([])
    keep_constants()

    def spent(act: Callable[[], Any]) -> float:
        begun = time.perf_counter()
        made = act()
        app.processEvents()
        took = (time.perf_counter() - begun) * 1000
        made.close()
        made.deleteLater()
        app.processEvents()
        return took

    with tempfile.TemporaryDirectory() as place:
        store = Store.open(Path(place) / STORE_NAME)
        store.merge(example_journal(language="nb"), own=True, now=1)
        store.close()
        program = build(Path(place), "nb", today=lambda: date(2026, 11, 23))
        program.window.show()
        while program.window.desk is None:
            QTest.qWait(20)
        desk = program.window.desk
        made = [
            FollowUp(
                f"f{n}",
                what=f"{TASKS[n % 4]} {n}",
                responsible=ROLES[n % 6],
                due=f"2026-{1 + n % 12:02}-{1 + n * 7 % 28:02}",
                done="2026-11-02" if n % 3 == 0 else "",
            )
            for n in range(RECORDS)
        ]
        desk.workspace.commit_all([(None, one) for one in made], "create")
        QTest.qWait(300)

        def bare() -> QTableView:
            view = QTableView()
            model = BareRows([(one.what, one.responsible, one.due, one.done) for one in desk.school.of(FollowUp)])
            model.setParent(view)
            view.setModel(model)
            view.resize(1_000, 600)
            view.show()
            return view

        def ours() -> NounList:
            shown = NounList(desk, NOUNS["follow_up"])
            shown.resize(1_000, 600)
            shown.refresh()
            shown.show()
            return shown

        def board() -> NounList:
            shown = ViewedList(desk, NOUNS["follow_up"])
            shown.show_view(BOARD)
            shown.resize(1_000, 600)
            shown.refresh()
            shown.show()
            return shown

        boards = [(spent(bare), spent(board)) for _ in range(9)][2:]
        board_ratio = statistics.median(board_ms / bare_ms for bare_ms, board_ms in boards)
        pairs = [(spent(bare), spent(ours)) for _ in range(9)][2:]
        ratio = statistics.median(ours_ms / bare_ms for bare_ms, ours_ms in pairs)
        program.window.go("meetings", "")
        page = program.window.page("meetings")
        assert isinstance(page, MeetingsPage)
        page.tabs.show_tab("follow_ups")
        part = page.part("follow_ups")
        assert isinstance(part, NounPart)
        shown = part.list
        while shown.is_preparing:
            QTest.qWait(20)
        shown.wanted.setFocus()
        times = []
        for _ in range(ROUNDS):
            for words in TYPED:
                shown.wanted.clear()
                app.processEvents()
                for letter in words:
                    begun = time.perf_counter()
                    QTest.keyClicks(shown.wanted, letter)
                    app.processEvents()
                    times.append((time.perf_counter() - begun) * 1000)
        pasted = "".join(f"{TASKS[n % 4]} til {n}\t{ROLES[n % 6]}\t{1 + n % 28}.12.2026\n" for n in range(PASTED))
        QApplication.clipboard().setText(pasted)
        before = len(desk.school.of(FollowUp))  # the example has some of its own
        hand, spans = Hand(program), []
        hand.does("warm up", lambda: QTest.qWait(2_000))
        shown.wanted.clear()
        hand.longest = 0.0
        for act in (shown.paste.click, lambda: dialog_of(shown).make.click()):
            spans.append(hand.does_at_once("paste 1,000 rows", act))
        assert len(desk.school.of(FollowUp)) == before + PASTED
        program.window.close()
        program.close()
    bare_ms, ours_ms = (statistics.median(one) for one in zip(*pairs, strict=True))
    print(f"a list of {RECORDS:,} opens in {ours_ms:.1f} ms, a bare QTableView in {bare_ms:.1f} ms")
    slowest = statistics.quantiles(times, n=100)[98]
    for what, figure, limit, reach in (
        ("opening a list of 10,000 records against a bare QTableView", ratio * bare_ms, bare_ms, 3),
        ("opening a board of 10,000 records against a bare QTableView", board_ratio * bare_ms, bare_ms, 3),
        ("typing one letter in the filter of a list, 10,000 records", statistics.median(times), FRAME, 1),
        ("the slowest letter in a hundred in the filter of a list, 10,000 records", slowest, FRAME, 1),
        ("looking at 1,000 pasted rows and making them", sum(spans), 1_000.0, 1),
        ("the screen's longest wait while 1,000 pasted rows are looked at and made", hand.longest, MOST, 1),
    ):
        line = {"what": what, "unit": "ms", "ours": round(figure, 2), "limit": round(limit, 2), "reach": reach}
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
