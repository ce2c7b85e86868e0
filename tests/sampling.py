"""Wide matrices of tests: a sample of each in every run, the whole of it in `packaging/dev.py test --all`."""

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def sampled(values: Iterable[Any], every: int = 3) -> list[Any]:
    """The values as parameters; all but the first and every so manieth after it belong to the long tests."""
    return [value if number % every == 0 else _long(value) for number, value in enumerate(values)]


def often(values: Iterable[Any], chosen: Collection[Any]) -> list[Any]:
    """The values as parameters; all but the chosen ones belong to the long tests."""
    return [value if value in chosen else _long(value) for value in values]


def _long(value: Any) -> Any:
    return pytest.param(*(value if type(value) is tuple else (value,)), marks=pytest.mark.long)
