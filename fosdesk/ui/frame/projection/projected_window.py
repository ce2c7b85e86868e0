"""A window for a whole room: letters that grow with the screen, and keys that come before those of any field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, row, set_style_property, text
from fosdesk.ui.frame.desk import Desk

_WIDTH, _HEIGHT, _LARGEST = 1366, 728, 2.0  # px at which letters have their size, and how much larger they may get
_SIZES = {"title": 44, "long_title": 32, "longest_title": 24, "lead": 28, "letter": 22, "note": 20, "small": 16}  # px
_MOST_TEXT = 130  # per cent of the chosen text size that are heeded: letters are large here already
_LONG, _LONGEST = 48, 110  # letters from which a title is written smaller
CONTROL, NO = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
_SHEET = """
QWidget {{ font-size: {note}px; }}
QLabel[look="projected"] {{ font-size: {title}px; font-weight: 600; }}
QLabel[look="projected_long"] {{ font-size: {long_title}px; font-weight: 600; }}
QLabel[look="projected_longest"] {{ font-size: {longest_title}px; font-weight: 600; }}
QLabel[look="projected_lead"] {{ font-size: {lead}px; }}
QLabel[look="projected_heading"] {{ font-size: {letter}px; font-weight: 600; color: {accent}; }}
QLabel[look="projected_text"] {{ font-size: {letter}px; }}
QLabel[look="projected_small"] {{ font-size: {note}px; color: {quiet}; }}
#slide[large="true"] QLabel[look="projected_text"] {{ font-size: {lead}px; }}
#slide[large="true"] QLabel[look="projected_heading"] {{ font-size: {lead}px; }}
#slide[large="true"] QLabel[look="projected_small"] {{ font-size: {letter}px; }}
QLabel[look="quiet"], QLabel[look="label"], QLabel[look="note"], QLabel[look="said"] {{ font-size: {note}px; }}
QLabel[look="result"] {{ font-size: {note}px; font-weight: 600; color: {accent}; }}
QLabel[look="said_there"], QPlainTextEdit, QLineEdit {{ font-size: {letter}px; }}
QPlainTextEdit {{ padding: 12px 14px; }}
QPlainTextEdit:focus {{ padding: 11px 13px; }}
QPushButton[look="text"] {{ font-size: {small}px; color: {quiet}; font-weight: 400; }}
#foot QLabel {{ font-size: {small}px; }}
"""
Chord = tuple[int, Qt.KeyboardModifier]


class ProjectedWindow(QWidget):
    """`acts` says what each key does, wherever the cursor is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window, Qt.WindowType.Window)
        self.desk = desk
        self.acts: dict[Chord, Callable[[], object]] = {}
        self._scale = 0.0
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def lay_foot(self, keys: Sequence[tuple[str, str, Chord]]) -> QWidget:
        """The line at the foot: each key with what it does, and that nothing private is shown."""
        words = self.desk.words
        foot = QWidget()
        foot.setObjectName("foot")
        inside = row(foot, gap=12)
        shown = FlowBox(gap=0)
        self.keys: list[QPushButton] = []
        for key, said, chord in keys:
            made = button(f"{key}  {said}", "text", name=f"{said}, {key}")
            made.clicked.connect(lambda _=False, pressed=chord: self.acts[pressed]())
            self.keys.append(made)
            shown.add(made)
        inside.addWidget(shown, 1)
        self.told = text(words("Private notes and names are not shown"), "quiet", wrap=False)
        inside.addWidget(self.told)
        return foot

    def entitle(self, label: QLabel, title: str) -> None:
        """Show a title, in smaller letters the longer it is."""
        look = "projected" if len(title) < _LONG else "projected_long" if len(title) < _LONGEST else "projected_longest"
        label.setText(title)
        set_style_property(label, "look", look)

    def dress(self, scale: float) -> None:
        """Give everything the size for a window that is `scale` times as large as the smallest screen."""
        if abs(scale - self._scale) < 0.02:
            return
        self._scale, theme = scale, self.desk.theme
        factor = scale * min(theme.text_size, _MOST_TEXT) / 100
        sizes = {name: round(size * factor) for name, size in _SIZES.items()}
        colours = {name: theme.colour(name).name() for name in ("accent", "quiet")}
        self.setStyleSheet(_SHEET.format(**sizes, **colours))

    # -- keys and Qt

    def watch(self, editors: Sequence[QWidget]) -> None:
        """Take the keys of the window from these fields, too."""
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
        self.dress(max(smallest, min(self.width() / _WIDTH, self.height() / _HEIGHT, _LARGEST)))
