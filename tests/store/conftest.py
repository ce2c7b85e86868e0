"""Two copies of a school, to begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.store_copies import Copy


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    copy = Copy(tmp_path / "a.db")
    yield copy
    copy.close()


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Copy]:
    copy = Copy(tmp_path / "b.db", role="teacher")
    yield copy
    copy.close()
