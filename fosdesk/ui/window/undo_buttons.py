"""The two buttons at the foot of the window that take back the latest step and do it again."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fosdesk.ui.controls.plain_widgets import button, row

if TYPE_CHECKING:
    from fosdesk.ui.frame.desk import Desk

_LONGEST = 54  # characters of a step that are shown


class UndoButtons(QWidget):
    """Say which step they are about; hidden where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        layout = row(self, gap=8)
        self.undo, self.redo = button("", "text"), button("", "text")
        self.undo.clicked.connect(lambda: self.step(redo=False))
        self.redo.clicked.connect(lambda: self.step(redo=True))
        for one in (self.undo, self.redo):
            one.hide()
            layout.addWidget(one)

    def show_steps(self, desk: "Desk") -> None:
        """Show what can be taken back and done again in the open school."""
        from fosdesk.display.record_words import step_words

        self._desk, words = desk, desk.words
        for widget, label, lead in (
            (self.undo, desk.workspace.undo_label(), "Undo: {step}"),
            (self.redo, desk.workspace.redo_label(), "Redo: {step}"),
        ):
            widget.setVisible(label is not None)
            if label is not None:
                said = words(lead, step=step_words(words, desk.framework, desk.school, label))
                shown = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
                widget.setText(shown.replace("&", "&&"))
                widget.setAccessibleName(said)

    def step(self, *, redo: bool) -> None:
        """Save what is typed and take back the latest step, which it then is; or do again what was undone last.

        A large step is taken off the screen's thread. Nothing is done while something typed cannot be saved.
        """
        desk = self._desk
        if desk is None or desk.read_only or not desk.release():
            return
        workspace = desk.workspace
        if not workspace.is_wide(redo=redo):
            desk.attempt(workspace.redo if redo else workspace.undo)
        else:
            title = (self.redo if redo else self.undo).accessibleName()
            desk.long_work.begin(title, lambda pace: workspace.apply_undo(redo=redo, pace=pace), workspace.adopt)
