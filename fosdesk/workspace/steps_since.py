"""The steps since a moment, such as the opening of a window in which nothing earlier should be undone."""

from fosdesk.workspace.workspace import Workspace


class StepsSince:
    """Knows how many steps could be undone and redone when it was made; those are not its own."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._undoable, self._redoable = workspace.step_counts()

    def has_one(self, *, redo: bool) -> bool:
        """Whether a step taken since then can be undone, or one undone since then be redone."""
        undoable, redoable = self._workspace.step_counts()
        # What a new step has swept from the stacks, or an undo taken along, is here no longer.
        self._undoable, self._redoable = min(self._undoable, undoable), min(self._redoable, redoable)
        return redoable > self._redoable if redo else undoable > self._undoable
