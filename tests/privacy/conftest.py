"""The running program, for what must hold in it as well."""

from tests.program import started

__all__ = ["started"]
