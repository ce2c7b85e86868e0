"""Every noun's page with 10,000 records of it, against a bare QTableView with the same rows, and a letter in its list.

Each page is opened in the real window, in a school that has the example's records besides. What is compared is coming
back to it when all may have changed: everything on it is read and laid anew, and painted. Names after the file, such
as `bench_nouns.py meeting person`, measure these nouns alone.
"""

import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import tests.bench.real_start  # noqa: F401  before anything else brings PySide6

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from fosdesk.app import STORE_NAME, Fosdesk, build
from fosdesk.domain.fields import NOUNS, Noun, Record
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.store import Store
from fosdesk.ui.frame.places import page_of, part_of
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.tuning import keep_constants
from tests.bench.bare_table import BareRows
from tests.bench.growth import worst_step
from tests.bench.many_records import records_of

RECORDS = 10_000
SIZES = (10, 100, 1_000, RECORDS)
ROUNDS, FEW_ROUNDS, LETTER_ROUNDS = 7, 3, 3
FRAME = 16.0  # milliseconds, a sixtieth of a second
REACH = 3.0  # as many times a bare table; that of the standard list
TYPED = ("rapport", "fellestid 4", "kari", "qx")
DAY = date(2026, 11, 23)
# A school has one of these, or one for each item, phase, semester, piece of advice or entry: their ids are fixed.
FIXED = {
    *("answer", "phase", "phase_frame", "transition_note", "reflection", "work_group", "time_plan", "retention"),
    *("school_profile", "experience_pack", "consolidation", "balance", "advice_reply", "advice_limit", "gap_reply"),
    *("critical_voice", "translation_note"),
}


class Figures(NamedTuple):
    """What was measured for one noun: ms, and the slowest letter where its page has a filter."""

    noun: str
    first: float  # the page is made
    again: float
    bare: float
    ratio: float
    letter: float | None
    growth: tuple[float, float]  # the worst step of coming back, of 10 to 10,000 records, and n log n


def bare_table(noun: Noun, records: list[Record]) -> QTableView:
    """A table of what the records hold, shown."""
    names = [name for name, field in noun.fields.items() if not field.hidden][:4]
    rows = [tuple([*(str(getattr(one, name)) for name in names), "", "", "", ""][:4]) for one in records]
    view = QTableView()
    model = BareRows(rows)
    model.setParent(view)
    view.setModel(model)
    view.resize(1_000, 600)
    view.show()
    return view


def spent(act: Callable[[], object]) -> float:
    """The milliseconds of work of the screen's thread until all is painted; what others do meanwhile is no part."""
    begun = time.thread_time()
    act()
    QApplication.processEvents()
    return (time.thread_time() - begun) * 1000


def opened(folder: Path) -> Fosdesk:
    """The program with the school in a folder, when its overview has come to rest."""
    program = build(folder, "nb", today=lambda: DAY)
    program.window.resize(1366, 728)
    program.window.show()
    while program.window.desk is None:
        QTest.qWait(10)
    QTest.qWait(400)
    return program


def measured(program: Fosdesk, noun: Noun) -> Figures:
    """Open the page of a noun that has more and more records."""
    window, desk = program.window, program.window.desk
    assert desk is not None
    made = records_of(noun, RECORDS)
    own = [one for one in made if type(one) is noun.record][-RECORDS:]
    others = [(None, one) for one in made[:-RECORDS]]  # what they point to
    first, times, pairs = 0.0, dict[int, float](), list[tuple[float, float]]()
    for before, size in zip((0, *SIZES), SIZES, strict=False):
        desk.workspace.commit_all([*others, *((None, one) for one in own[before:size])], "create")
        others = []
        QTest.qWait(100)
        page = page_of(desk.school, own[0].id)
        has_list = bool(part_of(noun)) and not noun.parent
        target = noun.key if has_list else own[0].id if noun.parent else ""
        elsewhere = "settings" if page != "settings" else "overview"
        window.go(elsewhere, "")
        QTest.qWait(50)
        taken = spent(lambda: window.go(page, target))  # noqa: B023
        first = first or taken
        QTest.qWait(150)
        pairs = [
            beside(program, noun, own[:size], page, elsewhere) for _ in range(ROUNDS if size == RECORDS else FEW_ROUNDS)
        ]
        times[size] = statistics.median(ours for ours, _ in pairs)
    again, bare = (statistics.median(one) for one in zip(*pairs, strict=True))
    ratio = statistics.median(ours / bare for ours, bare in pairs)
    letter = slowest_letter(program) if has_list else None
    return Figures(noun.key, first, again, bare, ratio, letter, worst_step(times))


def beside(program: Fosdesk, noun: Noun, own: list[Record], page: str, elsewhere: str) -> tuple[float, float]:
    """The ms of coming back to a page where all may have changed, and those of a bare table."""
    window, views = program.window, list[QTableView]()
    window.go(elsewhere, "")
    QTest.qWait(20)
    assert window._host is not None
    window._host.mark_stale(None)
    QApplication.processEvents()
    bare = spent(lambda: views.append(bare_table(noun, own)))
    views[0].close()
    views[0].deleteLater()
    QApplication.processEvents()
    return spent(lambda: window.go(page, "")), bare


def slowest_letter(program: Fosdesk) -> float | None:
    """Of the letters typed in the filter of the list that is shown; None where it has none."""
    lists = [one for one in program.window.findChildren(NounList) if one.isVisible() and one.wanted.isVisible()]
    if not lists:
        return None
    shown = lists[0]
    patience = time.perf_counter() + 60
    while shown.is_preparing and time.perf_counter() < patience:
        QTest.qWait(10)
    shown.wanted.setFocus()
    times: dict[str, list[float]] = {}
    for _ in range(LETTER_ROUNDS):
        for words in TYPED:
            shown.wanted.clear()
            QApplication.processEvents()
            for at, letter in enumerate(words):
                taken = spent(lambda: QTest.keyClicks(shown.wanted, letter))  # noqa: B023
                times.setdefault(words[: at + 1], []).append(taken)
    return max(statistics.median(rounds) for rounds in times.values())


def main(names: list[str]) -> None:
    """Every noun, the slowest ones named."""
    QApplication([])
    keep_constants()
    nouns = [noun for key, noun in NOUNS.items() if (key in names if names else key not in FIXED)]
    found: list[Figures] = []
    with tempfile.TemporaryDirectory() as place:
        base = Path(place, "base")
        base.mkdir()
        store = Store.open(base / STORE_NAME)
        store.merge(example_journal(language="nb"), own=True, now=1)
        store.close()
        for noun in nouns:
            folder = Path(place, noun.key)
            shutil.copytree(base, folder)
            program = opened(folder)
            found.append(measured(program, noun))
            program.window.close()
            program.close()
            program.window.deleteLater()
            QApplication.processEvents()
            shutil.rmtree(folder)
            if names or "-v" in sys.argv:
                print(said(found[-1]), flush=True)
    for one in sorted(found, key=lambda one: -one.ratio)[:6]:
        print(said(one))
    tell("coming back to the slowest page of a noun, 10,000 records, against a bare QTableView", found, REACH)
    grown = max(found, key=lambda one: one.growth[0] / one.growth[1])
    print(f"  the worst growth is that of {grown.noun}")
    what = "growth of coming back to any noun's page, 10 to 10,000 records: the worst step, against n log n"
    grew, allowed = grown.growth
    print(json.dumps({"what": what, "unit": "×", "ours": round(grew, 2), "limit": round(allowed, 2), "reach": 1}))
    letters = [one.letter for one in found if one.letter is not None]
    if letters:
        what = "the slowest letter in the filter of any noun's list, 10,000 records, against one frame"
        figure = {"what": what, "unit": "ms", "ours": round(max(letters), 1), "limit": FRAME, "reach": 1}
        print(json.dumps(figure))


def said(one: Figures) -> str:
    """One line about one noun."""
    letter = "" if one.letter is None else f", slowest letter {one.letter:.1f} ms"
    times = f"{one.again:.0f} ms again ({one.first:.0f} when it is made), a bare table {one.bare:.0f} ms"
    return f"  {one.noun}: {one.ratio:.2f}×: {times}{letter}"


def tell(what: str, found: list[Figures], reach: float) -> None:
    """One line for the table: the noun whose page is slowest against its bare table."""
    worst = max(found, key=lambda one: one.ratio)
    figure = {"ours": round(worst.ratio * worst.bare, 1), "limit": round(worst.bare, 1), "reach": reach}
    print(json.dumps({"what": what, "unit": "ms", **figure}))


if __name__ == "__main__":
    main([one for one in sys.argv[1:] if not one.startswith("-")])
