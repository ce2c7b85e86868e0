"""Windows that Qt makes and destroys by itself, such as a dialog for files, take the cursor and go without a crash."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import createdByPython

from fosdesk.app import Fosdesk
from fosdesk.ui.focus.watcher import watch_focus
from fosdesk.ui.schools.schools_page import SchoolsPage
from tests.ui.acts import bring_to_front, page_in, settle


def test_a_dialog_for_files_that_is_closed_gives_the_cursor_back(with_example: Fosdesk) -> None:
    # A wrapper of what Qt itself has made stays «valid» after its end, so nothing of such a window may be kept.
    window = with_example.window
    window.go("schools", "")
    settle()
    bring_to_front(window)
    page = page_in(window, "schools", SchoolsPage)
    page.read.setFocus()
    closed: list[QFileDialog] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            closed.append(dialog)
            dialog.reject()

    clock = QTimer()
    clock.setInterval(30)
    clock.timeout.connect(close)
    clock.start()
    watcher = watch_focus(with_example.theme)
    for turn in range(5):
        page.read.click()
        assert len(closed) == turn + 1
        assert [one for one in watcher._chain if not createdByPython(one)] == []
        settle()
        bring_to_front(window)
        assert QApplication.focusWidget() is page.read
    clock.stop()
