"""The page of a phase: aim, questions, signs and the checklist."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from fosdesk.display.phase_names import phase_title
from fosdesk.domain.records import PhaseFrame, PhaseState, TransitionNote
from fosdesk.domain.rules.checklist import ChecklistLine, open_lines
from fosdesk.domain.rules.progress import phase_status, phase_to_start
from fosdesk.domain.values.dates import known_day
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import button, column, framed, row, set_style_property, text
from fosdesk.ui.controls.search_line import IconLine
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.open_panel import OpenPanel, RecordPanel
from fosdesk.ui.frame.page import Page
from fosdesk.ui.phase.checklist_row import ChecklistRow
from fosdesk.ui.phase.checklist_view import Checklist
from fosdesk.ui.phase.naming_panel import NamingPanel
from fosdesk.ui.phase.pace_panel import PacePanel
from fosdesk.ui.phase.phase_talk import QuestionsPanel, SignsPanel, TransitionNotes
from fosdesk.ui.phase.principal_filter import PrincipalDuties, principal_names
from fosdesk.ui.phase.tools_line import ToolsLine

_TRACKS_TURN_AT = 960
_LEAST_TO_FIND = 140  # px at 100 %; else what the field is for cannot be read
_NO_END = "F4"  # it has a rhythm of looks back instead
_BEFORE_LATE = ("F1", "F2", "F3")


class PhasePage(Page):
    """Several phases may be open at once, and no item is required."""

    key: ClassVar[str] = "phase"

    def __init__(self, desk: Desk, phase_id: str) -> None:
        phase = desk.framework.phase(phase_id)
        assert phase is not None
        self.phase = phase
        self.opened = OpenPanel(desk.edits, self._open_item, self._close_item, self._forget_item)
        self._frame: RecordForm | None = None
        self._pace: PacePanel | None = None
        self.optional: QWidget | None = None  # the notice of a part that a school may leave out
        super().__init__(desk, phase_title(desk.framework, desk.school, phase_id), phase.aim)

    # -- building

    def build(self) -> None:
        """Create title, questions, signs, checklist and notes."""
        words, desk = self.words, self.desk
        self._build_head()
        self.tools = ToolsLine(desk, self.phase)
        self.tools.laid.connect(self._order_focus)
        self.body.addWidget(self.tools)
        if self.phase.id == "F0":
            self.optional = framed("notice")
            said = words("Nothing later depends on this part.")
            column(self.optional, margins=(14, 8, 14, 8)).addWidget(text(said))
            self.body.addWidget(self.optional)
        self._build_tools()
        self.follow_ups = PrincipalDuties(desk)
        self.follow_ups.hide()
        self.follow_ups.laid.connect(self._order_focus)
        self.body.addWidget(self.follow_ups)
        titles = [(t.id, t.title) for t in self.phase.tracks] or [("", "")]
        self.tracks = SideBySide(desk.theme.px(_TRACKS_TURN_AT), gap=32, narrow_gap=20)
        self.lists: list[Checklist] = []
        for place, (track, title) in enumerate(titles):
            made = Checklist(desk, self.phase.id, track, title, takes_rest=place == 0)
            made.toggle_requested.connect(self._toggle)
            made.laid.connect(self._order_focus)
            self.lists.append(made)
            self.tracks.add(made)
        self.body.addWidget(self.tracks)
        self.body.addSpacing(8)
        self.notes = TransitionNotes(desk, self.phase.id)
        self.body.addWidget(self.notes)
        for keys, act in (("Alt+Up", "up"), ("Alt+Down", "down")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda a=act: self._move_focused(a))

    def _build_head(self) -> None:
        words = self.words
        self.transition = button("")
        self.transition.clicked.connect(self._ask_transition)
        if not self.desk.read_only:
            self.main_act(self.transition)
        self.rename = button(words("Rename the phase"), "text")
        if self.desk.read_only:
            self.rename.hide()
        self.rename.clicked.connect(self._rename)
        self._naming: NamingPanel | None = None

    def _build_tools(self) -> None:
        words, desk, phase = self.words, self.desk, self.phase
        tools = SideBySide(desk.theme.px(900), narrow_gap=8)
        talk = FlowBox(gap=4)
        self.questions = Disclosure(
            desk.theme, words("Questions to talk about"), lambda: QuestionsPanel(desk, phase), desk.release
        )
        self.signs = Disclosure(desk.theme, words("Time, and signs that you may move on"), self._signs_and_pace)
        self.frame = Disclosure(desk.theme, words("The frame of the phase"), self._frame_form, desk.release)
        self.signs.unfolded.connect(self._show_pace)
        for one in (self.questions, self.frame, self.signs):
            one.unfolded.connect(self._order_focus)
            talk.add(one)
        talk.add(self.rename)
        tools.add(talk, 39)
        finding = QWidget()
        line = row(finding, gap=8)
        self.wanted = IconLine("search")
        self.wanted.setPlaceholderText(words("Find in the list"))
        self.wanted.setAccessibleName(words("Find in the list"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.setMinimumWidth(desk.theme.px(_LEAST_TO_FIND))
        self.wanted.textChanged.connect(self._find)
        line.addWidget(self.wanted, 1)
        self._found = text("", "quiet", wrap=False)
        line.addWidget(self._found)
        self.open_first = button(words("Open ones first"), "chip")
        self.open_first.setCheckable(True)
        self.open_first.clicked.connect(self._order_by)
        line.addWidget(self.open_first)
        self.principals = button(
            words("Principal's"),
            "chip",
            tip=words("What the framework lays on the principal, and the follow-ups of that role"),
        )
        self.principals.setCheckable(True)
        self.principals.clicked.connect(self._show_principals)
        line.addWidget(self.principals)
        tools.add(finding, 21)
        self.body.addWidget(tools)
        self._naming_place = column(gap=0)
        for place in (self.questions.place, self.frame.place, self.signs.place, self._naming_place):
            self.body.addLayout(place)

    def _signs_and_pace(self) -> QWidget:
        holder = QWidget()
        body = column(holder, gap=8)
        self._pace = PacePanel(self.desk, self.phase.id)
        body.addWidget(self._pace)
        body.addWidget(SignsPanel(self.desk, self.phase))
        return holder

    def _show_pace(self, wanted: bool) -> None:
        if wanted and self._pace is not None:
            self._pace.refresh()

    @property
    def _frame_id(self) -> str:
        return f"phase_frame:{self.phase.id}"

    def _frame_form(self) -> QWidget:
        panel = framed("panel")
        self._frame = RecordForm(self.desk, PhaseFrame, self._frame_id)
        column(panel, margins=(20, 14, 20, 16)).addWidget(self._frame)
        return panel

    # -- showing

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the phase as it stands."""
        if changed is None or f"phase:{self.phase.id}" in changed or any(i.startswith("school") for i in changed):
            self._show_head()
        for one in self.lists:
            one.refresh(changed)
        self.opened.follow(is_there=any(self.opened.record_id in one.rows for one in self.lists))
        if isinstance(self.questions.inside, QuestionsPanel):
            self.questions.inside.reload()
        if self._frame is not None:
            self._frame.reload()
        self.tools.refresh()
        self._show_pace(self.signs.is_open)
        if self.principals.isChecked():
            self.follow_ups.refresh()
        self.notes.refresh()

    def _show_head(self) -> None:
        words, school = self.words, self.desk.school
        state = school.get(PhaseState, f"phase:{self.phase.id}")
        self.title.setText(phase_title(self.desk.framework, school, self.phase.id))
        status = phase_status(school, self.phase.id)
        if status == "open":
            said, act = words("Under way since {date}", date=words.date(state.opened)), words("Close the phase")
            if self.phase.id == _NO_END:
                act = words("Look back")
        elif status == "closed":
            said, act = words("Closed {date}", date=words.date(state.closed)), words("Open the phase again")
        else:
            said, act = words("Not opened yet. You can write here all the same."), words("Open the phase")
        if state.own_title:
            said += " · " + words("called “{name}” in the framework", name=self.phase.title)
            said += ", " + words("“{name}” in the milestone plan", name=self._plan_name())
        self.lead.setText(f"{self.phase.aim}\n{said}")
        self.transition.setText(act)
        if self.optional is not None:
            self.optional.setVisible(status == "not_open")
        suggested = phase_to_start(self.desk.framework, school) == self.phase.id
        set_style_property(self.transition, "look", "main" if suggested else "")
        if self._naming is not None:
            self._naming.reload()

    def show_record(self, record_id: str) -> None:
        """Scroll to an item, reflection or note, and open it."""
        if record_id.startswith("reflection:"):
            self._unfold_questions(record_id)
            return
        if record_id == self._frame_id:
            self.frame.unfold()
            if self.frame.inside is not None:
                self._bring_into_view(self.frame.inside)
            return
        if isinstance(self.desk.school.find(record_id), TransitionNote):
            self.notes.opened.open(record_id)
            self._bring_into_view(self.notes)
            return
        found = self._row(record_id)
        if found is not None:
            if found.isHidden():
                self.wanted.clear()
                self.principals.setChecked(False)
                self._show_principals(False)
                found = self._row(record_id) or found
            if not found.is_open:
                self._toggle(record_id)
            found.heading.setFocus()
            self._bring_into_view(found)

    def search(self) -> bool:
        """Set the focus to the checklist's filter."""
        self.wanted.setFocus()
        self.wanted.selectAll()
        return True

    def _unfold_questions(self, record_id: str) -> None:
        self.questions.unfold()
        if isinstance(self.questions.inside, QuestionsPanel):
            editor = self.questions.inside.editors.get(record_id)
            if editor is not None:
                editor.take_cursor()
                self._bring_into_view(editor)

    def _row(self, record_id: str) -> ChecklistRow | None:
        return next((found for one in self.lists if (found := one.row_of(record_id)) is not None), None)

    def _bring_into_view(self, widget: QWidget) -> None:
        # Heights that follow from widths are known only after the layouts have been through, twice for nested ones.
        def scroll(again: bool) -> None:
            sheet = self.scroller.widget()
            assert sheet is not None
            self.body.activate()
            top = widget.mapTo(sheet, widget.rect().topLeft()).y()
            bar, room = self.scroller.verticalScrollBar(), self.scroller.viewport().height()
            if top < bar.value() or top + widget.height() > bar.value() + room:
                bar.setValue(max(top - 24, 0) if widget.height() + 48 > room else top + widget.height() + 24 - room)
            if again:
                QTimer.singleShot(0, widget, lambda: scroll(False))

        QTimer.singleShot(0, widget, lambda: scroll(True))

    # -- acts

    def _toggle(self, record_id: str) -> None:
        """Open an item and close the open one, unless its text cannot be stored."""
        wanted = self._row(record_id)
        if self.opened.record_id == record_id:
            self.opened.close()
        elif self.opened.open(record_id) and wanted is not None:
            self._bring_into_view(wanted)
        self._order_focus()

    def _open_item(self, record_id: str) -> RecordPanel | None:
        found = self._row(record_id)
        return found.open() if found is not None else None

    def _close_item(self, panel: RecordPanel) -> None:
        for one in self.lists:
            for found in one.rows.values():
                if found.details is panel:
                    found.close_details()

    def _forget_item(self, record_id: str) -> None:
        if self.desk.new_records.drop(record_id):
            for one in self.lists:
                one.refresh(frozenset())

    def _move_focused(self, act: str) -> None:
        focus = QApplication.focusWidget()
        for one in self.lists:
            for record_id, found in one.rows.items():
                if focus is not None and found.isAncestorOf(focus):
                    one.act(act, record_id)
                    return

    def _find(self, typed: str) -> None:
        found = sum(one.look_for(typed) for one in self.lists)
        words = self.words
        self._found.setText(words.plural("{n} item", "{n} items", found) if typed.strip() else "")

    def _order_by(self, open_first: bool) -> None:
        for one in self.lists:
            one.order_by(open_first=open_first)

    def _show_principals(self, wanted: bool) -> None:
        names = principal_names(self.desk) if wanted else ()
        for one in self.lists:
            one.show_role(names)
        if wanted:
            self.follow_ups.refresh()
        self.follow_ups.setVisible(wanted)

    def _order_focus(self) -> None:
        sheet = self.scroller.widget()
        if sheet is not None:
            follow_layout(sheet)

    def _rename(self) -> None:
        if self._naming is None:
            plan = self._plan_name()
            hint = self.words(
                "Empty gives back the name from the framework: “{name}”; in the milestone plan: “{plan}”.",
                name=self.phase.title,
                plan=plan,
            )
            self._naming = NamingPanel(self.desk, self.phase.id, hint)
            self._naming_place.addWidget(self._naming)
            self._naming.show()
            self._order_focus()
        elif self._naming.isHidden():
            self._naming.show()
        elif self.desk.release(self._naming):
            self._naming.hide()
        if not self._naming.isHidden():
            self._naming.take_cursor()

    def _plan_name(self) -> str:
        """What the phase is called in the milestone plan, with its number there."""
        plan, number = self.phase.plan_name, self.phase.plan_number
        return self.words("phase {number}, {title}", number=number, title=plan) if number else plan

    def _dated(self, line: ChecklistLine) -> str:
        """What an open item is, and the day that is set for it."""
        words, due = self.words, line.answer.due
        return f"{line.text} ({words('by {date}', date=words.date(due))})" if known_day(due) else line.text

    def _ask_transition(self) -> None:
        from fosdesk.ui.phase.transition_dialog import TransitionDialog

        desk, phase = self.desk, self.phase.id
        status = phase_status(desk.school, phase)
        goes_on = "retrospective" if phase == _NO_END else "closes"
        occasion = {"open": goes_on, "closed": "reopens"}.get(status, "opens")
        waiting = open_lines(desk.framework, desk.school, phase) if occasion == "closes" else ()
        late = phase == _NO_END and all(phase_status(desk.school, one) == "not_open" for one in _BEFORE_LATE)
        dialog = TransitionDialog(
            desk,
            phase,
            occasion,
            self.window(),
            open_items=tuple(map(self._dated, (line for line in waiting if line.key))),
            late_start=late and occasion == "opens",
        )
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
