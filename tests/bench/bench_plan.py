"""The plan at its fullest: moving 500 milestones, a time line of 1,000 things and a wheel of 300 within a frame."""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fosdesk.app import STORE_NAME, build
from fosdesk.content import read_framework
from fosdesk.domain.fields import Record
from fosdesk.domain.records import Evaluation, Initiative, Meeting, Milestone, Routine
from fosdesk.domain.rules.plan.rebasing import changed_records, rebased
from fosdesk.domain.values.semester import Semester
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.store import Store
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.plan.plan_page import PlanPage
from fosdesk.ui.plan.timeline_part import TimelinePart
from fosdesk.ui.plan.wheel_part import WheelPart
from fosdesk.workspace import Workspace
from fosdesk.workspace.school_queries import SchoolUpdate

MILESTONES, ON_THE_LINE, ON_THE_WHEEL = 500, 1_000, 300
FRAME = 1000 / 60  # ms
MOVING, MOST = 100, 50  # ms
NOW = 1_795_431_600_000  # ms, in November 2026
ROUNDS = 9


def median_of(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median of an act's time in ms."""
    took = []
    for _ in range(rounds):
        begun = time.perf_counter()
        act()
        took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


def tell(what: str, ours: float, limit: float) -> None:
    """One line for the table."""
    print(json.dumps({"what": what, "unit": "ms", "ours": ours, "limit": limit, "reach": 1}), flush=True)


def bench_moving(desk: Desk) -> None:
    """Look at what would move, and move it: there and back, each a step of its own."""
    framework, workspace = read_framework("nb"), desk.workspace
    pace, rows = framework.suggested_pace, framework.milestones
    start = Semester.parse("2026H")
    made: list[Record] = []
    for n in range(MILESTONES):
        row = rows[n % len(rows)]
        semester = str(row.semester(start, pace))
        made.append(Milestone(f"m{n}", what=row.title, semester=semester, planned=semester, row=row.id))
    workspace.commit_all([(None, one) for one in made], "create")

    def move(to: Semester) -> None:
        found = rebased(framework, workspace.school, to, pace)
        assert len(found.moves) == MILESTONES
        updates.append(workspace.apply_all(changed_records(workspace.school, found, to, pace, with_lacking=False)))

    updates: list[SchoolUpdate] = []
    looks = median_of(lambda: rebased(framework, workspace.school, Semester.parse("2027H"), pace))
    print(f"  a look at what {MILESTONES} milestones would do: {looks:.1f} ms", flush=True)
    targets = [Semester.parse("2026H"), Semester.parse("2027V")] * ROUNDS
    took = []
    while targets:
        took.append(median_of(lambda: move(targets.pop()), rounds=1))
        workspace.adopt(updates.pop())  # the page that happens to be shown refreshes
    tell(f"moving {MILESTONES} milestones", statistics.median(took), MOVING)
    workspace.delete(made)


def on_the_line() -> list[Record]:
    """A thousand things over some years."""
    found: list[Record] = []
    for n in range(ON_THE_LINE):
        day = f"{2024 + n % 5}-{n % 12 + 1:02}-{n * 7 % 28 + 1:02}"
        kind = n % 10
        if kind < 5:
            found.append(Meeting(f"a{n}", what=f"Møte {n}", day=day, who="staff" if n % 3 else ""))
        elif kind < 8:
            found.append(Milestone(f"a{n}", what=f"Milepæl {n} med noen ord til", day=day))
        elif kind < 9:
            found.append(Initiative(f"a{n}", name=f"Satsing {n}", started=day))
        else:
            found.append(Evaluation(f"a{n}", what=f"Evaluering {n}", day=day))
    return found


def on_the_wheel() -> list[Record]:
    """Three hundred things in one school year."""
    found: list[Record] = []
    for n in range(ON_THE_WHEEL):
        months = ",".join(str((n + k) % 12 + 1) for k in range(n % 4 + 1))
        ring = ("routine", "deadline", "talk", "review")[n % 4]
        found.append(Routine(f"b{n}", name=f"Rutine {n} med noen ord", months=months, ring=ring))
    return found


def painted(widget: QWidget, sheet: QPixmap) -> Callable[[], None]:
    """What paints a widget as it stands."""
    return lambda: widget.render(sheet)


def page_with(workspace: Workspace, page: PlanPage, some: list[Record], part: str) -> QWidget:
    """A part of the page, shown for a school with these records."""
    workspace.commit_all([(None, one) for one in some], "create")
    page.turn_to_part(part)
    QTest.qWait(200)
    return page.part(part)


def main() -> None:
    """The figures, one after the other, in a window as people have it."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="fosdesk-") as place:
        store = Store.open(Path(place) / STORE_NAME)
        store.merge(example_journal(entries=0), own=True, now=NOW)
        store.close()
        SettingsFile(Path(place)).change(language="nb", theme="light", welcomed=True, role="principal")
        program = build(Path(place))
        window = program.window
        window.resize(1366, 728)
        window.show()
        while window.desk is None:
            QTest.qWait(20)
        desk = window.desk
        desk.workspace.delete(desk.school.of(Milestone))
        bench_moving(desk)
        window.go("plan", "")
        page = window.page("plan")
        assert isinstance(page, PlanPage)
        part = page_with(desk.workspace, page, on_the_line(), "timeline")
        assert isinstance(part, TimelinePart)
        view = part.line.view
        sheet = QPixmap(view.viewport().size())
        tell(f"laying a time line of {ON_THE_LINE} things anew", median_of(view._lay), MOST)
        tell(f"drawing a time line of {ON_THE_LINE} things", median_of(painted(view.viewport(), sheet)), FRAME)
        view.show_years(1)
        bar = view.horizontalScrollBar()

        def scroll() -> None:
            bar.setValue((bar.value() + 60) % max(bar.maximum(), 1))
            view.viewport().render(sheet)

        tell(f"scrolling a time line of {ON_THE_LINE} things by some days", median_of(scroll, 40), FRAME)
        part_of_wheel = page_with(desk.workspace, page, on_the_wheel(), "wheel")
        assert isinstance(part_of_wheel, WheelPart)
        wheel = part_of_wheel.wheel.view
        sheet = QPixmap(wheel.viewport().size())

        def draw() -> None:
            wheel._sheet = None
            wheel.viewport().render(sheet)

        tell(f"laying a wheel of {ON_THE_WHEEL} things anew", median_of(wheel._lay), MOST)
        tell(f"drawing a wheel of {ON_THE_WHEEL} things", median_of(draw), FRAME)

        def scroll_wheel() -> None:
            down = wheel.verticalScrollBar()
            down.setValue((down.value() + 20) % max(down.maximum(), 1))
            wheel.viewport().render(sheet)

        tell(f"scrolling a wheel of {ON_THE_WHEEL} things", median_of(scroll_wheel, 40), FRAME)
        window.close()
        program.close()
    app.processEvents()


if __name__ == "__main__":
    main()
