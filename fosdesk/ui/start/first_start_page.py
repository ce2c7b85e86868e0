"""The first start: six short texts, and three questions, a file or the example to begin with."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from fosdesk import __version__
from fosdesk.content import read_framework
from fosdesk.display.record_words import LANGUAGE_NAMES
from fosdesk.domain.fields import Record
from fosdesk.domain.records import PhaseState, SchoolProfile
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.roles import LAPTOP_ROLES
from fosdesk.domain.values.semester import Semester
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.plain_widgets import button, column, framed, line, row, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.forms.parsing import clean
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.style.theme import Theme
from fosdesk.ui.window.day_watch import DayWatch
from fosdesk.words import Words
from fosdesk.workspace import Workspace, new_id

if TYPE_CHECKING:
    from fosdesk.exchange.password_seal import PasswordNeeded
    from fosdesk.pace import Pace
    from fosdesk.store import Store


_SEMESTERS_BACK, _SEMESTERS_AHEAD = 10, 4


class Answers(NamedTuple):
    """What was answered so far."""

    name: str
    phase: str
    start: str
    pace: str
    role: str
    start_chosen: bool  # and not only proposed


class FirstStartPage(SheetArea):
    """No answer is required."""

    finished = Signal()
    language_chosen = Signal(str)

    def __init__(
        self,
        words: Words,
        theme: Theme,
        store: "Store",
        settings: SettingsFile,
        today: Callable[[], date],
        clock: Callable[[], int],
    ) -> None:
        super().__init__()
        self.words, self.theme = words, theme
        self._store, self._settings = store, settings
        self._today, self._clock = today, clock
        self._start_chosen = ""  # the semester, once somebody has chosen one
        self._day_watch = DayWatch(today, self)
        self._day_watch.passed.connect(self._offer_semesters)
        self._framework = read_framework(words.language)
        middle = row(lay_sheet(self, "sheet"), gap=0, margins=(32, 24, 32, 32))
        middle.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(theme.px(980))
        middle.addWidget(inner, 100)
        middle.addStretch(1)
        body = column(inner, gap=16)
        head = row(gap=12)
        head.addWidget(text(words("Welcome to fosdesk"), "title"), 1)
        self.languages = ChipChoice(list(LANGUAGE_NAMES.items()), words.language, name=words("Language"), always=True)
        self.languages.chosen.connect(self.language_chosen)
        chips = [self.languages.chip(language) for language in LANGUAGE_NAMES]
        self.languages.setFixedWidth(sum(chip.sizeHint().width() for chip in chips) + 6 * (len(chips) - 1))
        head.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignVCenter)
        body.addLayout(head)
        columns = row(gap=40)
        left, right = column(gap=8), column(gap=10)
        columns.addLayout(left, 5)
        columns.addLayout(right, 4)
        body.addLayout(columns)
        body.addStretch(1)
        self._questions(left)
        self._texts(right)
        follow_layout(self)
        QTimer.singleShot(0, self.name, self._begin_with_name)

    def _begin_with_name(self) -> None:
        from fosdesk.ui.focus.watcher import give_cursor  # only here: the first picture waits for none of it

        give_cursor(self.name)

    def _questions(self, layout: QVBoxLayout) -> None:
        words = self.words
        layout.addWidget(text(words("Three questions, and you can start. Everything can be changed later."), "lead"))
        self._ask(layout, words("1. What is your school called?"))
        self.name = LineEdit()
        self.name.setAccessibleName(words("Name of the school"))
        self.name.setMaxLength(200)
        self.name.returnPressed.connect(self.start_school)
        layout.addWidget(self.name)
        self._ask(layout, words("2. Where are you now?"))
        options = [("", words("We do not know yet"))]
        options += [(p.id, p.title if p.id == "F0" else f"{p.id[1:]} {p.title}") for p in self._framework.phases]
        self.phase = ChipChoice(options, "", name=words("2. Where are you now?"), always=True)
        layout.addWidget(self.phase)
        self._ask(layout, words("3. When do you start, and at what pace?"))
        self.start = DropDown()
        self.start.setAccessibleName(words("Start semester"))
        self.start.activated.connect(lambda _: self._choose_start(str(self.start.currentData())))
        self._offer_semesters()
        paces = [(p.id, p.title) for p in self._framework.paces]
        self.pace = ChipChoice(paces, self._framework.suggested_pace.id, name=words("Pace"), always=True)
        when = row(gap=12)
        when.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        when.addWidget(self.pace, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(when)
        self._pace_about: QLabel = text(self._framework.suggested_pace.about, "quiet")
        self.pace.chosen.connect(self._show_pace)
        layout.addWidget(self._pace_about)
        layout.addSpacing(12)
        self.role = DropDown()
        self.role.setAccessibleName(words("Who uses this computer?"))
        for key, english in LAPTOP_ROLES.items():
            self.role.addItem(words(english), key)
        whose = row(gap=12)
        whose.addWidget(WrappingLabel(words("Who uses this computer?"), "label"))
        whose.addWidget(self.role)
        whose.addStretch(1)
        layout.addLayout(whose)
        self.begin = button(words("Start"), "main")
        self.begin.clicked.connect(self.start_school)
        acts = row(gap=8)
        acts.addWidget(self.begin)
        acts.addStretch(1)
        layout.addSpacing(12)
        layout.addLayout(acts)
        layout.addSpacing(4)
        layout.addWidget(line())
        other = row(gap=8)
        self.example = button(words("Look at an example school"), "text")
        self.example.clicked.connect(self.open_example)
        self.read = button(words("Read a school file"), "text")
        self.read.clicked.connect(self._choose_file)
        other.addWidget(self.example)
        other.addWidget(self.read)
        self.owner = button(words("For the school owner"), "text", tip=words("Open a folder of school files"))
        self.owner.clicked.connect(self.open_folder)
        other.addWidget(self.owner)
        other.addStretch(1)
        layout.addLayout(other)
        self.said = text("", "said")
        self.said.hide()
        layout.addWidget(self.said)
        layout.addStretch(1)

    def _choose_start(self, semester: str) -> None:
        self._start_chosen = semester

    def _offer_semesters(self) -> None:
        """Offer the semesters around today; this one is proposed until somebody has chosen another."""
        here = Semester.of_date(self._today().isoformat())
        semesters = {here.plus(step) for step in range(-_SEMESTERS_BACK, _SEMESTERS_AHEAD + 1)}
        chosen = Semester.known(self._start_chosen) or here
        self.start.clear()
        for semester in sorted({*semesters, chosen}):
            self.start.addItem(self.words.semester(semester), str(semester))
        self.start.setCurrentIndex(self.start.findData(str(chosen)))

    def _ask(self, layout: QVBoxLayout, question: str) -> None:
        layout.addSpacing(12)
        layout.addWidget(text(question, "heading"))

    def _texts(self, layout: QVBoxLayout) -> None:
        panel = framed("notice")
        inside = column(panel, gap=12, margins=(20, 16, 20, 16))
        inside.addWidget(text(self.words("Good to know"), "heading"))
        for sentence in self._framework.first_run:
            inside.addWidget(text(sentence))
        note = self.words("You find these again under “{place}”.", place=self.words("Settings and help"))
        inside.addWidget(text(note, "quiet"))
        layout.addWidget(panel)
        layout.addStretch(1)

    def _show_pace(self, pace_id: str) -> None:
        pace = self._framework.pace(pace_id)
        self._pace_about.setText(pace.about if pace else "")

    def answers(self) -> Answers:
        """The answers so far."""
        return Answers(
            self.name.text(),
            self.phase.value,
            str(self.start.currentData()),
            self.pace.value,
            str(self.role.currentData()),
            bool(self._start_chosen),
        )

    def fill(self, answers: Answers) -> None:
        """Show answers given before the language was changed."""
        self.name.setText(answers.name)
        self.phase.set_value(answers.phase)
        self.pace.set_value(answers.pace)
        self._show_pace(answers.pace)
        self._start_chosen = answers.start if answers.start_chosen else ""
        self._offer_semesters()
        self.role.setCurrentIndex(max(self.role.findData(answers.role), 0))

    def start_school(self) -> None:
        """Create the school from the answers, and emit `finished`."""
        given = self.answers()
        school = new_id() + new_id()
        profile = SchoolProfile(PROFILE_ID, name=clean(given.name, one_line=True), start=given.start, pace=given.pace)
        first: list[tuple[Record | None, Record]] = [(None, profile)]
        if given.phase:
            first.append((None, PhaseState(f"phase:{given.phase}", opened=self._today().isoformat())))

        def start() -> None:
            self._store.add_school(school, own=True, now=self._clock())
            workspace = Workspace(self._store, school, role=given.role, app=__version__, clock=self._clock)
            workspace.commit_all(first, "the answers from the first start")

        if self._attempt(start):
            self._finish()

    def open_example(self) -> None:
        """Open the example school."""
        from fosdesk.exchange.example.example_school import example_journal

        def take() -> None:
            journal = example_journal(language="nn" if self.words.language == "nn" else "nb")
            if any(s.id == journal.school for s in self._store.schools()):
                self._store.set_aside(journal.school, back=True)  # with all that was tried out in it
            else:
                self._store.merge(journal, own=True, now=self._clock())

        if self._attempt(take):
            self._finish()

    def read_file(self, path: Path, password: str = "") -> None:
        """Take a school file as this laptop's own school; an error is shown as a sentence."""
        from fosdesk.exchange.file_loading import load_school_file
        from fosdesk.exchange.password_seal import PasswordNeeded
        from fosdesk.ui.frame.long_work import LongWork

        now = self._clock()

        def take(pace: "Pace") -> None:
            file = load_school_file(path, password, pace, data=self._store.path.parent)
            if file.reference:
                raise FosdeskError(
                    "This file was made for others to read, without people and history. "
                    "Ask for a file for your own school, or start with the three questions."
                )
            pace()
            self._store.merge(file.journal, own=True, now=now, pace=pace)

        def refused(trouble: FosdeskError) -> None:
            if isinstance(trouble, PasswordNeeded):
                self._ask_password(path, trouble, password)
            else:
                self._show_message(self.words(trouble.sentence, **trouble.arguments))

        self.said.hide()
        work = LongWork(self.window(), self.words, self._show_message)
        work.begin(self.words("Reading the file"), take, lambda _: self._finish(), failed=refused)

    def _ask_password(self, path: Path, trouble: "PasswordNeeded", tried: str) -> None:
        from fosdesk.ui.controls.password_dialog import ask_password

        ask_password(
            self.words,
            self.theme,
            self,
            path.name,
            trouble,
            lambda password: self.read_file(path, password),
            tried=tried,
        )

    def _choose_file(self) -> None:
        title = self.words("Read a school file")
        chosen, _ = QFileDialog.getOpenFileName(self, title, self._settings.start_folder, "fosdesk (*.fosdesk *.db)")
        if chosen:
            self.read_file(Path(chosen))

    def open_folder(self) -> None:
        """Open a folder of school files in a window of its own; no school is needed for that."""
        from fosdesk.ui.schools.owner.owner_window import open_folder_of_schools

        open_folder_of_schools(self, self.words, self.theme, self._settings, self._clock, self._today)

    def _attempt(self, act: Callable[[], None]) -> bool:
        """Run an act with a wait cursor; an error is shown as a sentence."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            act()
        except FosdeskError as trouble:
            self._show_message(self.words(trouble.sentence, **trouble.arguments))
            return False
        finally:
            QGuiApplication.restoreOverrideCursor()
        return True

    def _show_message(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()
        QTimer.singleShot(0, self.said, lambda: self.ensureWidgetVisible(self.said))

    def _finish(self) -> None:
        role = str(self.role.currentData())
        with suppress(FosdeskError):  # asked again another time; the school is there
            self._settings.change(role=role, welcomed=True, open_first="overview")
        self.finished.emit()

    def event(self, event: QEvent) -> bool:
        """Offer the semesters of today to whoever comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate:
            self._day_watch.look()
        return super().event(event)
