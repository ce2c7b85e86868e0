"""A phase page in the real window, as a person meets it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Answer
from fosdesk.ui.phase.checklist_row import ChecklistRow
from fosdesk.ui.phase.phase_page import PhasePage
from tests.ui import acts
from tests.ui.acts import desk_of


def page_of(program: Fosdesk, phase: str) -> PhasePage:
    """A phase, shown in a window that has the keyboard."""
    return acts.page_of(program.window, f"phase:{phase}", PhasePage)


def type_here(typed: str, *keys: Qt.Key) -> None:
    """Type where the cursor is."""
    focus = QApplication.focusWidget()
    assert focus is not None, "the cursor is nowhere"
    QTest.keyClicks(focus, typed)
    for key in keys:
        QTest.keyClick(focus, key)


def row_of(page: PhasePage, record: str) -> ChecklistRow:
    """One item's row."""
    for one in page.lists:
        found = one.rows.get(record)
        if found is not None:
            return found
    raise LookupError(record)


def choose(row: ChecklistRow, status: str) -> None:
    """Choose a status as a person does: with the list's own signal."""
    row.status.setCurrentIndex(row.status.findData(status))
    row.status.activated.emit(row.status.currentIndex())


def shown_order(page: PhasePage, place: int = 0) -> list[str]:
    """The items of a list from top to bottom, as they are seen."""
    rows = [row for row in page.lists[place].rows.values() if row.isVisible()]
    return [row.line.record_id for row in sorted(rows, key=lambda row: row.mapTo(page, row.rect().topLeft()).y())]


def answer(program: Fosdesk, item: str) -> Answer:
    """What the school says about an item now."""
    return desk_of(program).school.get(Answer, f"answer:{item}")
