"""Two people with a computer each."""

from pathlib import Path

import pytest

from tests.workspace.people import Someone


@pytest.fixture
def principal(tmp_path: Path) -> Someone:
    """The one at whose computer the tests look."""
    return Someone(tmp_path / "principal", "principal")


@pytest.fixture
def deputy(tmp_path: Path) -> Someone:
    """A colleague with another computer."""
    return Someone(tmp_path / "deputy", "deputy")
