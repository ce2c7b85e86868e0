"""The part about what holds in everyday life: its texts, the checks that come back, and who withdraws when."""

from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.fields import Record
from fosdesk.domain.records import Consolidation, GateEntry, Partner, Survey, WithdrawalStep
from fosdesk.domain.records.planning import CONSOLIDATION_ID
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import clear, column, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.lists.record_part import RecordPart
from fosdesk.workspace import new_id

_MOST = 3  # entries at the gate
_CHECKS = ("establishment", "focus")  # of a survey's `about`


class UpkeepPart(RecordPart):
    """A check that nobody has made yet is begun here, with its kind chosen; one that was made is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Consolidation, CONSOLIDATION_ID)
        self.nouns = (Consolidation, Survey, Partner, WithdrawalStep, GateEntry)  # type: ignore[misc]  # of this one part
        self.body.removeWidget(self.form)
        beside = SideBySide(desk.theme.px(900), gap=32)
        beside.add(self.form, 3)
        self.lines: list[LineButton] = []
        holder = QWidget()
        self._lines = column(holder, gap=0)
        beside.add(holder, 2)
        self.body.addWidget(beside)
        self.body.addStretch(1)

    def begin(self) -> None:
        """Set the cursor to the first text."""
        self.open_record(CONSOLIDATION_ID)

    @property
    def about(self) -> str:
        """What the part is for."""
        return self.words("What goes on by itself, also in a busy year and when people come and go.")

    def refresh(self) -> None:
        """Show the stored texts, checks and withdrawals."""
        super().refresh()
        clear(self._lines)
        self.lines = []
        words = self.words
        self._heading(words("Checks that come back"))
        titles = {
            "establishment": words("Is the group well established?"),
            "focus": words("Is it still about an inclusive learning environment?"),
        }
        for about in _CHECKS:
            self._check(titles[about], about)
        self._inspiration()
        partners = [one for one in self.desk.school.of(Partner) if _leaves(self.desk, one)]
        if partners:
            self._heading(words("Those who withdraw"))
        for one in sorted(partners, key=lambda p: p.withdraws or "9999"):
            day = words.short_date(one.withdraws) if known_day(one.withdraws) else ""
            self._line(one.name or words("Partner"), _next_step(self.desk, one), day, one)
        self._heading(words("On paper"))
        for key in ("routines", "hand_over", "closing_review"):
            made = LineButton(self.desk.theme)
            made.set_words(words(DOCUMENTS[key].title))
            made.clicked.connect(lambda _=False, k=key: self.desk.go("documents", k))
            self._add(made)
        self.laid.emit()

    def _heading(self, said: str) -> None:
        heading = text(said, "label")
        heading.setContentsMargins(0, 10 if self.lines else 0, 0, 2)
        self._lines.addWidget(heading)

    def _add(self, made: LineButton) -> None:
        self._lines.addWidget(made)
        self.lines.append(made)

    def _line(self, title: str, below: str, note: str, record: Record) -> None:
        made = LineButton(self.desk.theme, most_lines=2)
        made.set_words(title, below=below, notes=((note, 0),) if note else ())
        made.clicked.connect(lambda: go_to_record(self.desk, record.id))
        self._add(made)

    def _check(self, title: str, about: str) -> None:
        """The latest check of a kind, or the way to a first one."""
        desk, words = self.desk, self.words
        made = [one for one in desk.school.of(Survey) if one.about == about and not one.put_away]
        latest = max(made, key=lambda one: one.day, default=None)
        if latest is not None:
            self._line(title, latest.name, words.short_date(latest.day) if known_day(latest.day) else "", latest)
        elif not desk.read_only:
            line = LineButton(desk.theme, most_lines=2)
            line.set_words(title, below=words("Not asked yet. Begin a survey with proposed questions."))
            line.clicked.connect(lambda: self._begin_check(title, about))
            self._add(line)

    def _inspiration(self) -> None:
        """The latest of what was planned to come from outside, with what the gate answered."""
        words, desk = self.words, self.desk
        planned = [one for one in desk.school.of(GateEntry) if one.planned and one.what.strip() and not one.put_away]
        if not planned:
            return
        self._heading(words("Inspiration from outside"))
        field = choice_of(GateEntry, "decision")
        for one in sorted(planned, key=lambda entry: entry.came, reverse=True)[:_MOST]:
            day = words.short_date(one.came) if known_day(one.came) else ""
            self._line(one.what, option_words(words, field, one.decision or "undecided"), day, one)

    def _begin_check(self, title: str, about: str) -> None:
        """A survey of its kind, named by the semester, as one step of undo; its form opens."""
        desk = self.desk
        semester = self.words.semester(Semester.of_date(desk.day()))
        name = f"{title} {semester}"
        made = Survey(id=new_id(), name=name, about=about, day=desk.day())
        if desk.release(self) and desk.attempt(lambda: desk.workspace.add(made)):
            go_to_record(desk, made.id)


def _leaves(desk: Desk, one: Partner) -> bool:
    """Whether something is written about the withdrawal of a partner."""
    steps = any(step.partner == one.id for step in desk.school.of(WithdrawalStep))
    return not one.put_away and bool(steps or one.withdraws or one.takes_over or one.first_month.strip())


def _next_step(desk: Desk, one: Partner) -> str:
    """The next step that is not done, else who takes over."""
    steps = [s for s in desk.school.of(WithdrawalStep) if s.partner == one.id and not s.done and s.what.strip()]
    steps.sort(key=lambda step: (step.due or "9999", step.pos))
    if steps:
        return desk.words("Next: {step}", step=steps[0].what)
    return desk.words("Takes over: {who}", who=one.takes_over) if one.takes_over else ""
