"""The open school: its picture, the one way to change it, undo, and word of what changed."""

from fosdesk.workspace.school_queries import Picture
from fosdesk.workspace.workspace import Merged, Workspace, new_id

__all__ = ["Merged", "Picture", "Workspace", "new_id"]
