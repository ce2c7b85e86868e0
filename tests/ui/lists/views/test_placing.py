"""A record is put between others of its cell, past records of other cells."""

import pytest

from fosdesk.domain.records.involvement import Need
from fosdesk.ui.lists.views.placing import placed

ORDER = [Need(key, text=key, pos=f"i{key}") for key in "abcdef"]
CELL = [one for one in ORDER if one.id in "bde"]


@pytest.mark.parametrize(
    ("moving", "before", "after"),
    [
        ("e", "b", "aebcdf"),
        ("b", "e", "acdbef"),
        ("b", "", "acdebf"),
        ("a", "d", "bcadef"),
        ("f", "", "abcdef"),
        ("b", "d", "acbdef"),
        ("e", "", "abcdef"),
        ("d", "e", "abcdef"),
        ("b", "c", "abcdef"),
    ],
)
def test_a_record_stands_ahead_of_another_one_or_last(moving: str, before: str, after: str) -> None:
    record = next(one for one in ORDER if one.id == moving)
    changed = {new.id: new for _, new in placed(ORDER, CELL, record, before)}
    now = sorted((changed.get(one.id, one) for one in ORDER), key=lambda one: getattr(one, "pos", ""))
    assert "".join(one.id for one in now) == after


def test_an_empty_cell_and_a_record_that_is_gone_change_nothing() -> None:
    assert placed(ORDER, [], ORDER[0], "") == []
    assert placed(ORDER, CELL, Need("x"), "") == []
