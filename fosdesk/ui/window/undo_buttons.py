"""The undo and redo buttons in the status line."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.ui.controls.plain_widgets import button, elided, plain_tip, row
from fosdesk.ui.style.steps import ICON
from fosdesk.ui.style.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from fosdesk.domain.changes.step_label import StepLabel
    from fosdesk.domain.school import School
    from fosdesk.ui.frame.desk import Desk
    from fosdesk.workspace.school_queries import SchoolUpdate

_WIDTHS = ((1200, 324), (1040, 224))  # the width of a window from which a button has a width, px at 100 %
_NARROWEST = 132
_EDGES = 30 + ICON  # of a button, around its text: padding, icon and what is between


class UndoButtons(QWidget):
    """Labelled with the step they act on; each keeps its place and width, so that a second click hits it again."""

    def __init__(self, theme: Theme, current_page: "Callable[[], str]") -> None:
        """`current_page` tells the key of the page that is shown."""
        super().__init__()
        self._desk: Desk | None = None
        self._theme, self._current_page = theme, current_page
        layout = row(self, gap=8)
        self.undo, self.redo = button("", "text"), button("", "text")
        self.undo.clicked.connect(lambda: self.step(redo=False))
        self.redo.clicked.connect(lambda: self.step(redo=True))
        for one in (self.redo, self.undo):
            policy = one.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            one.setSizePolicy(policy)
            one.setProperty("step", True)
            one.hide()
            layout.addWidget(one)
        self._whole: dict[QPushButton, str] = {}
        self.fit(0)

    def fit(self, window_width: int) -> None:
        """Give both buttons the width for a window of `window_width` px."""
        width = next((width for least, width in _WIDTHS if window_width >= self._theme.px(least)), _NARROWEST)
        for one in (self.undo, self.redo):
            one.setFixedWidth(self._theme.px(width))
            self._show_words(one)

    def show_steps(self, desk: "Desk") -> None:
        """Show the steps that can be undone and redone."""
        self._desk = desk
        for one, label in ((self.undo, desk.workspace.undo_label()), (self.redo, desk.workspace.redo_label())):
            one.setVisible(label is not None)
            if label is not None:
                if one.icon().isNull():  # nothing is shown before the first paint
                    self._theme.mark(one, "undo-2" if one is self.undo else "redo-2")
                self._whole[one] = self._words("Undo: {step}" if one is self.undo else "Redo: {step}", label)
                self._show_words(one)

    def step(self, *, redo: bool) -> None:
        """Save unsaved text, then undo the latest step (possibly that text), or redo, and tell what and where.

        A large step is undone in the background. Nothing is done while unsaved text cannot be stored.
        """
        desk = self._desk
        if desk is None or desk.read_only or not desk.release():
            return
        workspace = desk.workspace
        label = workspace.redo_label() if redo else workspace.undo_label()
        if label is None:
            return
        title = self._words("Redo: {step}" if redo else "Undo: {step}", label)
        done = self._words("Done again: {step}" if redo else "Undone: {step}", label)
        before = desk.school

        def tell() -> None:
            place = _place_of(desk, label, before)
            if before.find(label.record) is None:
                self._show_again(desk, label.record)
            desk.show_message(f"{done} · {place}" if place else done)

        def adopt(update: "SchoolUpdate") -> None:
            workspace.adopt(update)
            tell()

        if workspace.is_wide(redo=redo):
            desk.long_work.begin(title, lambda pace: workspace.apply_undo(redo=redo, pace=pace), adopt)
        elif desk.attempt(workspace.redo if redo else workspace.undo):
            tell()

    def _show_again(self, desk: "Desk", record_id: str) -> None:
        """Stand at what came back, where the page that is shown is its page."""
        from fosdesk.ui.frame.places import page_of, record_to_open

        school = desk.school
        if school.find(record_id) is not None and page_of(school, record_id) == self._current_page():
            desk.go(self._current_page(), record_to_open(school, record_id))

    def _words(self, lead: str, label: "StepLabel") -> str:
        from fosdesk.display.record_words import step_words

        assert self._desk is not None
        words = self._desk.words
        return words(lead, step=step_words(words, self._desk.framework, self._desk.school, label))

    def _show_words(self, one: QPushButton) -> None:
        whole = self._whole.get(one, "")
        shown = elided(one, whole, one.maximumWidth() - _EDGES)
        one.setText(shown.replace("&", "&&"))
        one.setAccessibleName(whole)
        one.setToolTip(plain_tip(whole) if shown != whole else "")


def _place_of(desk: "Desk", label: "StepLabel", before: "School") -> str:
    """The page on which a step was done; empty where it belongs to none. `before` still has what was taken away."""
    from fosdesk.domain.fields import NOUNS
    from fosdesk.ui.frame.page_registry import page_names
    from fosdesk.ui.frame.places import home_of, page_of, page_words

    school = before if before.find(label.record) is not None else desk.school
    if school.find(label.record) is not None or ":" in label.record:
        return page_words(desk, page_of(school, label.record))
    noun = NOUNS.get(label.noun)
    return page_names(desk.words).get(home_of(noun), "") if noun is not None else ""
