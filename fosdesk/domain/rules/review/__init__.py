"""Looks back over the whole plan: what it lacks, what has stood unchanged, and what was chosen."""

from collections.abc import Callable, Sequence

# The days on which a field of a record was changed; with an empty field, on which anything of the record was.
Changed = Callable[[str, str], Sequence[str]]
