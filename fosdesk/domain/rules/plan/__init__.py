"""The years ahead: the milestone plan and its start, what stands on the time line, and the wheel of a school year."""
