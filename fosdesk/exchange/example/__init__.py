"""The example school: its written story, grown to a journal of some school years."""
