"""The example school: a hand-written story that is played into a journal of some school years."""
