"""Two people with a computer each, for rules about what both of them do."""

from tests.workspace.conftest import deputy, principal

__all__ = ["deputy", "principal"]
