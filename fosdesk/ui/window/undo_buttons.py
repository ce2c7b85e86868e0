"""The undo and redo buttons in the status line."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fosdesk.ui.controls.plain_widgets import button, row

if TYPE_CHECKING:
    from fosdesk.ui.frame.desk import Desk

_LONGEST = 54  # characters of a step that are shown


class UndoButtons(QWidget):
    """Labelled with the step they act on; hidden where there is none."""

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
        """Show the steps that can be undone and redone."""
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
        """Save unsaved text, then undo the latest step (possibly that text), or redo.

        A large step is undone in the background. Nothing is done while unsaved text cannot be stored.
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
