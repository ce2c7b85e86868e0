"""Møtemodus: a meeting on the whole screen, one line of its agenda at a time, in letters that a room can read."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.meeting_words import meeting_name, meeting_time
from fosdesk.domain.records import AgendaLine, Decision, FollowUp, GateEntry, Meeting
from fosdesk.domain.rules.agenda import ends_at, lines_of_meeting
from fosdesk.domain.values.moments import local_moment
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import ElidedLabel, button, column, line, row, set_style_property, text
from fosdesk.ui.forms.editors import LongEditor, as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.meetings.line_results import LineResults

_WIDTH, _HEIGHT, _LARGEST = 1366, 728, 2.0  # px at which letters have their size, and how much larger they may get
_CLOCK = 5_000  # ms between two looks at the clock
_SIZES = {"title": 44, "long_title": 32, "longest_title": 24, "letter": 22, "note": 20, "small": 16}  # px
_MOST_TEXT = 130  # per cent of the chosen text size that are heeded: letters are large here already
_FEWEST = 3  # lines of the minutes that are always in view
_LONG, _LONGEST = 48, 110  # letters from which a title is written smaller
_CONTROL, _NO = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
_SHEET = """
QWidget {{ font-size: {note}px; }}
QLabel[look="projected"] {{ font-size: {title}px; font-weight: 600; }}
QLabel[look="projected_long"] {{ font-size: {long_title}px; font-weight: 600; }}
QLabel[look="projected_longest"] {{ font-size: {longest_title}px; font-weight: 600; }}
QLabel[look="quiet"], QLabel[look="label"], QLabel[look="note"], QLabel[look="said"] {{ font-size: {note}px; }}
QLabel[look="result"] {{ font-size: {note}px; font-weight: 600; color: {accent}; }}
QLabel[look="said_there"], QPlainTextEdit, QLineEdit {{ font-size: {letter}px; }}
QPlainTextEdit {{ padding: 12px 14px; }}
QPlainTextEdit:focus {{ padding: 11px 13px; }}
QPushButton[look="text"] {{ font-size: {small}px; color: {quiet}; font-weight: 400; }}
#foot QLabel {{ font-size: {small}px; }}
"""


class MeetingMode(QWidget):
    """Shows only what everybody may read: no field about people, nothing private. What is typed is stored at once."""

    left = Signal()

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk.window, Qt.WindowType.Window)
        self.desk, self.meeting_id = desk, meeting_id
        self.line_id = ""
        self._scale = 0.0
        words = desk.words
        self.setObjectName("page")
        self.setWindowTitle(f"{meeting_name(words, self.meeting)} – fosdesk")
        self.setAccessibleName(words("Meeting mode"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.acts: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
            (Qt.Key.Key_B, _CONTROL): lambda: self.results.begin(Decision),
            (Qt.Key.Key_O, _CONTROL): lambda: self.results.begin(FollowUp),
            (Qt.Key.Key_G, _CONTROL): lambda: self.results.begin(GateEntry),
            (Qt.Key.Key_PageDown, _NO): lambda: self.go(1),
            (Qt.Key.Key_PageUp, _NO): lambda: self.go(-1),
            (Qt.Key.Key_PageDown, _CONTROL): self.put_off,
            (Qt.Key.Key_Escape, _NO): self.leave,
            (Qt.Key.Key_Z, _CONTROL): lambda: self._step(redo=False),
            (Qt.Key.Key_Y, _CONTROL): lambda: self._step(redo=True),
        }
        self._build()
        desk.workspace.changed.connect(self._follow)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        self._dress(1.0)
        lines = self.lines
        if lines:
            self._show(lines[0].id)

    def _build(self) -> None:
        words = self.desk.words
        body = column(self, gap=12, margins=(64, 24, 64, 16))
        head = row(gap=28)
        self.which = ElidedLabel("", "quiet")
        head.addWidget(self.which, 1)
        self.place = text("", "quiet", wrap=False)
        head.addWidget(self.place)
        self.time = text("", "strong", wrap=False)
        head.addWidget(self.time)
        body.addLayout(head)
        self.title = text("", "projected")
        body.addWidget(self.title)
        self.lead = text("", "quiet")
        body.addWidget(self.lead)
        work = row(gap=48)
        self._minutes_place = column()
        work.addLayout(self._minutes_place, 13)
        self.results = LineResults(self.desk)
        self.results.left.connect(self.write_on)
        self.results.begun.connect(self._watch)
        work.addWidget(self.results, 7)
        body.addLayout(work, 1)
        self.following = ElidedLabel("", "quiet")
        body.addWidget(self.following)
        body.addWidget(line())
        foot = QWidget()
        foot.setObjectName("foot")
        inside = row(foot, gap=12)
        keys = FlowBox(gap=10)
        self.keys: list[QPushButton] = []
        for key, said, act in (
            ("Ctrl+B", words("decision"), (Qt.Key.Key_B, _CONTROL)),
            ("Ctrl+O", words("follow-up"), (Qt.Key.Key_O, _CONTROL)),
            ("Ctrl+G", words("to gatekeeping"), (Qt.Key.Key_G, _CONTROL)),
            ("Page Down", words("next line"), (Qt.Key.Key_PageDown, _NO)),
            ("Ctrl+Page Down", words("put off"), (Qt.Key.Key_PageDown, _CONTROL)),
            ("Esc", words("leave"), (Qt.Key.Key_Escape, _NO)),
        ):
            made = button(f"{key}  {said}", "text", name=f"{said}, {key}")
            made.clicked.connect(lambda _=False, pressed=act: self.acts[pressed]())
            self.keys.append(made)
            keys.add(made)
        inside.addWidget(keys, 1)
        self.told = text(words("Private notes and names are not shown"), "quiet", wrap=False)
        inside.addWidget(self.told)
        body.addWidget(foot)
        self.minutes: FieldEditor | None = None

    # -- what is shown

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is stored."""
        return self.desk.school.get(Meeting, self.meeting_id)

    @property
    def lines(self) -> Sequence[AgendaLine]:
        """Its agenda."""
        return lines_of_meeting(self.desk.school, self.meeting_id)

    @property
    def _index(self) -> int:
        return next((place for place, one in enumerate(self.lines) if one.id == self.line_id), -1)

    def _show(self, line_id: str) -> None:
        """Show a line, with the cursor in its minutes; what was typed for another one is stored by then."""
        self.line_id = line_id
        if self.minutes is not None:
            self._minutes_place.removeWidget(self.minutes)
            self.minutes.hide()
            self.minutes.setParent(None)
            self.minutes.deleteLater()
        self.minutes = FieldEditor(self.desk, AgendaLine, line_id, "said", label="", hint="")
        self._minutes_place.addWidget(self.minutes, 1)
        self._watch([as_widget(self.minutes.editor)])
        if isinstance(self.minutes.editor, LongEditor):
            self.minutes.editor.fill(_FEWEST)
        self._say()
        self.write_on()

    def _say(self) -> None:
        words, meeting, lines, place = self.desk.words, self.meeting, self.lines, self._index
        if place < 0:
            return
        shown = lines[place]
        told = (meeting_name(words, meeting), meeting_time(words, meeting, self.desk.day()))
        self.which.set_words(" · ".join(told))
        ends = ends_at(meeting, lines, place)
        counted = {"n": place + 1, "most": len(lines)}
        self.place.setText(
            words("Item {n} of {most}, until {time}", time=words.clock(ends), **counted)
            if ends
            else words("Item {n} of {most}", **counted)
        )
        self._entitle(shown.what or words("Item {n} of {most}", **counted))
        purposes = {
            "inform": words("For information."),
            "discuss": words("For discussion."),
            "decide": words("To be decided."),
            "learn": words("For learning together."),
        }
        number = words("Item {number}.", number=shown.number) if shown.number else ""
        put_off = words("Put off to the next meeting.") if shown.put_off else ""
        self.lead.setText(" ".join(part for part in (number, purposes.get(shown.purpose, ""), put_off) if part))
        self.lead.setVisible(bool(self.lead.text()))
        after = lines[place + 1].what if place + 1 < len(lines) else ""
        self.following.set_words(words("Afterwards: {what}", what=words.quoted(after)) if after else "")
        self.results.show_line(meeting, shown)
        self._show_time()

    def _entitle(self, title: str) -> None:
        look = "projected" if len(title) < _LONG else "projected_long" if len(title) < _LONGEST else "projected_longest"
        self.title.setText(title)
        set_style_property(self.title, "look", look)

    def _show_time(self) -> None:
        moment = local_moment(self.desk.workspace.now())
        self.time.setText(self.desk.words.clock(f"{moment:%H:%M}"))

    def _follow(self, _changed: frozenset[str]) -> None:
        """Something was stored, here or elsewhere."""
        lines = self.lines
        if not lines:
            self.close()
        elif self._index < 0:  # the line was taken away
            if self.minutes is not None:
                self.desk.edits.drop(self.minutes)
            self._show(lines[0].id)
        else:
            if self.minutes is not None:
                self.minutes.reload()
            self._say()

    # -- what is done

    def write_on(self) -> None:
        """Set the focus to the minutes, behind what is written."""
        if self.minutes is not None:
            self.minutes.write_on()

    def go(self, step: int) -> None:
        """Show the next line (1) or the one before (-1); stays where something typed cannot be stored."""
        target = self._index + step
        if self._release() and 0 <= target < len(self.lines):
            self._show(self.lines[target].id)

    def put_off(self) -> None:
        """Put the line off to the next meeting, or no longer, and go on."""
        if self._release():
            shown = self.desk.school.get(AgendaLine, self.line_id)
            after = msgspec.structs.replace(shown, put_off=not shown.put_off)
            if self.desk.attempt(lambda: self.desk.workspace.commit(shown, after)) and after.put_off:
                self.go(1)

    def leave(self) -> None:
        """Close the fields of what is being written; where there are none, end it."""
        if self.results.form.record_id:
            if self.results.finish():
                self.write_on()
        else:
            self.close()

    def _release(self) -> bool:
        return self.results.finish() and self.desk.release(self)

    def _step(self, *, redo: bool) -> None:
        """Undo or redo a step as in the main window; one that takes long is left to that window."""
        workspace, words = self.desk.workspace, self.desk.words
        label = workspace.redo_label() if redo else workspace.undo_label()
        if label is None or not self._release() or workspace.is_wide(redo=redo):
            return
        if self.desk.attempt(workspace.redo if redo else workspace.undo):
            self.told.setText(words("Done again") if redo else words("Undone"))
            self.write_on()

    # -- letters

    def _dress(self, scale: float) -> None:
        """Give everything the size for a window that is `scale` times as large as the smallest screen."""
        if abs(scale - self._scale) < 0.02:
            return
        self._scale, theme = scale, self.desk.theme
        factor = scale * min(theme.text_size, _MOST_TEXT) / 100
        sizes = {name: round(size * factor) for name, size in _SIZES.items()}
        colours = {name: theme.colour(name).name() for name in ("accent", "quiet")}
        self.setStyleSheet(_SHEET.format(**sizes, **colours))

    # -- keys and Qt

    def _watch(self, editors: Sequence[QWidget]) -> None:
        for editor in editors:
            editor.installEventFilter(self)

    def _act_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return next((act for (key, needs), act in self.acts.items() if event.key() == key and held == needs), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the window come before those of a text; what is typed and not stored, the text itself undoes."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            act = self._act_for(event)
            own = event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y) and getattr(watched, "dirty", False)
            if act is not None and not own:
                if event.type() == QEvent.Type.KeyPress:
                    act()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys where a button has the cursor."""
        act = self._act_for(event)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger letters on a larger screen."""
        super().resizeEvent(event)
        smallest = 1 / self.devicePixelRatioF()  # where Windows enlarges all, letters are as large as on any screen
        self._dress(max(smallest, min(self.width() / _WIDTH, self.height() / _HEIGHT, _LARGEST)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store everything; stays where something cannot be stored."""
        if not self._release():
            event.ignore()
            return
        self._clock.stop()
        self.desk.workspace.changed.disconnect(self._follow)
        super().closeEvent(event)
        self.left.emit()
        self.deleteLater()
