"""The open school: its current snapshot, the only way to change it, undo, and the signal `changed`."""

from fosdesk.workspace.school_queries import SchoolUpdate
from fosdesk.workspace.steps_since import StepsSince
from fosdesk.workspace.workspace import MergeResult, Workspace, new_id

__all__ = ["MergeResult", "SchoolUpdate", "StepsSince", "Workspace", "new_id"]
