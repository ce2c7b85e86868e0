"""The page Backups: the last good backup, the list of all, and restoring one."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from fosdesk import paths
from fosdesk.errors import FosdeskError
from fosdesk.store.copies.backups import Backup
from fosdesk.ui.controls.plain_widgets import button, clear, column, framed, line, row, text
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.safety.backup_panel import BackupPanel
from fosdesk.ui.safety.second_folder import SecondFolder
from fosdesk.words import Words

_FIRST = 8  # backups that are listed at once
_WHY = {
    "asked": "Made by you",
    "start": "When fosdesk started",
    "close": "When fosdesk was closed",
    "time": "While you were working",
    "import": "Before a file came in",
    "restore": "Before you brought something back",
    "erase": "Before something was erased",
    "move": "Before the school was moved",
}


class BackupsPage(Page):
    """A backup is compared before anything changes, and replacing the store makes a backup first."""

    key: ClassVar[str] = "backups"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        self._open: BackupPanel | None = None
        self._all = False
        lead = words("fosdesk saves copies of your school by itself. Here you can go back to an earlier day.")
        super().__init__(desk, words("Backups"), lead)

    def build(self) -> None:
        """Create the status, notices, list and the folders."""
        words, schedule = self.words, self.desk.backup_schedule
        if self.desk.read_only:
            self.lead.setText(words("Your backups are in the window with your own school."))
            return
        self.make = button(words("Make a backup now"), "main")
        self.make.clicked.connect(self._make)
        self.main_act(self.make)
        self.last = text("", "strong")
        self.since = text("", "quiet")
        both = column(gap=2)
        both.addWidget(self.last)
        both.addWidget(self.since)
        self.body.addLayout(both)
        self._said = text("", "said")
        self._said.hide()
        self.body.addWidget(self._said)
        self._notices: QVBoxLayout = column(gap=8)
        self.body.addLayout(self._notices)
        self.body.addWidget(text(words("Go back to an earlier day"), "heading"))
        self._list: QVBoxLayout = column(gap=4)
        self.body.addLayout(self._list)
        self._place_of_file = column(gap=8)
        self.other = button(words("Choose a backup from another place …"), "text")
        self.other.clicked.connect(self._choose_file)
        foot = row(gap=8)
        foot.addWidget(self.other)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addLayout(self._place_of_file)
        self.body.addWidget(line())
        self.body.addWidget(text(words("On this computer"), "heading"))
        self.body.addWidget(text(str(schedule.folder), selectable=True))
        rule = words(
            "A copy is saved when fosdesk starts and is closed, every half hour, and before anything large happens, "
            "whenever something has changed. The ten latest are kept, and one from each of 14 days, 8 weeks and "
            "3 months."
        )
        self.body.addWidget(text(rule, "quiet"))
        self.look = button(words("Open the folder"), "text")
        self.look.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(schedule.folder))))
        foot = row(gap=8)
        foot.addWidget(self.look)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addWidget(line())
        self.body.addWidget(text(words("A second folder"), "heading"))
        self.second = SecondFolder(self.desk)
        self.body.addWidget(self.second)
        schedule.changed.connect(self._background_changed)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the current backups; an open backup stays open."""
        if self.desk.read_only:
            return
        self._show_last_backup()
        self._show_error()
        if self._open is None:
            self._show_list()
        follow_layout(self)

    def _background_changed(self) -> None:
        """Refresh after background work of the schedule."""
        if self.isVisible():
            self.refresh(None)
            self.second.refresh()
        else:
            self._stale = (self._stale or frozenset()) | {"backups"}

    # -- the last one, and trouble

    def _show_last_backup(self) -> None:
        words, schedule = self.words, self.desk.backup_schedule
        newest = next(iter(schedule.backups()), None)
        if newest is None:
            self.last.setText(words("There is no backup yet."))
            self.since.setText(words("The first one is made by itself in a moment."))
            return
        self.last.setText(words("Last good backup: {moment}", moment=self._moment(newest)))
        saved = schedule.is_saved()
        self.since.setText(
            words("Everything you have written is in it.")
            if saved
            else words("What you have written since is saved within half an hour, or when you close fosdesk.")
        )

    def _show_error(self) -> None:
        words, schedule = self.words, self.desk.backup_schedule
        clear(self._notices)
        if schedule.damaged:
            said = words.plural(
                "The disk has changed {n} thing in the file, so that it does not say what was written.",
                "The disk has changed {n} things in the file, so that they do not say what was written.",
                schedule.damaged,
            )
            mend = words("fosdesk can put the file together again from a good backup and what can be read.")
            self._notice(f"{said} {mend}", words("Put it together"), schedule.recovery_requested.emit)
        if schedule.trouble is not None:
            self._notice(words(schedule.trouble.sentence, **schedule.trouble.arguments))
        synced = paths.synced_by(self.desk.folder, os.environ)
        if synced:
            said = words(
                "The school lies in a folder that {service} sends to the internet. It can damage the file while you "
                "write. It is safer on this computer alone, with a second folder for the backups.",
                service=synced,
            )
            self._notice(said, words("Move it here") if schedule.better_folder() else "", self._move)

    def _move(self) -> None:
        desk, folder = self.desk, self.desk.backup_schedule.better_folder()
        if folder is not None and desk.release():
            title = self.words("Moving the school")
            desk.long_work.begin(
                title,
                lambda pace: desk.backup_schedule.move_to(folder, pace),
                desk.backup_schedule.moved.emit,
                failed=self._not_made,
            )

    def _notice(self, sentence: str, act: str = "", pressed: object = None) -> None:
        notice = framed("advice")
        inside = row(notice, gap=16, margins=(16, 10, 12, 10))
        inside.addWidget(text(sentence), 1)
        if act:
            made = button(act)
            made.clicked.connect(pressed)
            inside.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        self._notices.addWidget(notice)

    # -- the list

    def _show_list(self) -> None:
        clear(self._list)
        clear(self._place_of_file)
        self._open = None
        there = self.desk.backup_schedule.backups()
        shown = there if self._all else there[:_FIRST]
        for place, backup in enumerate(shown):
            if place:
                self._list.addWidget(line())
            self._list.addWidget(self._line_of(backup))
        if len(shown) < len(there):
            more = button(self.words("Show all {n} backups", n=len(there)), "text")
            more.clicked.connect(self._show_all)
            foot = row()
            foot.addWidget(more)
            foot.addStretch(1)
            self._list.addLayout(foot)
        if not there:
            self._list.addWidget(text(self.words("Backups come here as they are made."), "quiet"))

    def _show_all(self) -> None:
        self._all = True
        self._show_list()
        follow_layout(self)

    def _line_of(self, backup: Backup) -> QWidget:
        words, moment = self.words, self._moment(backup)
        whole = QWidget()
        below = column(whole, gap=8, margins=(0, 6, 0, 6))
        one = row(gap=8)
        names = column(gap=0)
        names.addWidget(text(moment[0].upper() + moment[1:]))
        why = words(_WHY[backup.why]) if backup.why in _WHY else ""
        names.addWidget(text(" · ".join(filter(None, [why, _size(words, backup.path)])), "quiet"))
        one.addLayout(names, 1)
        look = button(words("Look inside"), name=words("Look inside the backup from {moment}", moment=moment))
        look.clicked.connect(lambda: self.look_inside(backup.path, moment, below))
        one.addWidget(look, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addLayout(one)
        return whole

    def _moment(self, backup: Backup) -> str:
        return moment_words(self.words, backup.made, self.desk.today())

    def _choose_file(self) -> None:
        title = self.words("Choose a backup")
        start = str(self.desk.backup_schedule.second or self.desk.backup_schedule.folder)
        chosen, _ = QFileDialog.getOpenFileName(self, title, start, "fosdesk (*.db *.sealed)")
        if chosen:
            self.look_inside(Path(chosen), "", self._place_of_file)

    def look_inside(self, path: Path, moment: str, place: QVBoxLayout) -> None:
        """Open the panel of one backup in place, and close the open one."""
        if not self.desk.release():
            return
        if self._open is not None:
            self._close_panel()
        panel = BackupPanel(self.desk, path, moment)
        panel.closed.connect(self._close_panel)
        panel.done.connect(self._came)
        panel.shown.connect(lambda: self._show_panel(panel))
        self._open = panel
        self._said.hide()
        place.addWidget(panel)
        panel.begin()

    def _show_panel(self, panel: BackupPanel) -> None:
        """Scroll so that the whole panel is visible, once it has its size."""
        QTimer.singleShot(0, panel, lambda: self.scroller.ensureWidgetVisible(panel, 0, 24))

    def _close_panel(self) -> None:
        if self._open is not None:
            self._open.release_memory()
            self._open.hide()
            self._open.setParent(None)
            self._open.deleteLater()
            self._open = None

    def _came(self, sentence: str) -> None:
        self._close_panel()
        self._show_message(sentence)
        self.refresh(None)

    # -- making one

    def _make(self) -> None:
        desk = self.desk
        if desk.release():
            title = self.words("Making a backup")
            desk.long_work.begin(
                title, lambda pace: desk.backup_schedule.save("asked", pace), self._made, failed=self._not_made
            )

    def _made(self, _: Path) -> None:
        self._show_message(self.words("The backup is made, and it has been read again to be sure."))
        self.refresh(None)
        self.second.refresh()

    def _not_made(self, trouble: FosdeskError) -> None:
        self._show_message(self.words(trouble.sentence, **trouble.arguments))

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
        self.scroller.verticalScrollBar().setValue(0)


def moment_words(words: Words, made: datetime, today: date) -> str:
    """A time in words: «i dag kl. 14.05»."""
    time = f"{made:%H:%M}" if words.language == "en" else f"{made:%H.%M}"
    if made.date() == today:
        return words("today at {time}", time=time)
    if made.date() == today - timedelta(days=1):
        return words("yesterday at {time}", time=time)
    return words("{day} at {time}", day=words.date(made.date().isoformat()), time=time)


def _size(words: Words, path: Path) -> str:
    try:
        size = path.stat().st_size
    except OSError:
        return ""
    if size < 1_000_000:
        return f"{words.number(max(size // 1000, 1))} kB"
    millions = f"{size / 1_000_000:.1f} MB"
    return millions if words.language == "en" else millions.replace(".", ",")
