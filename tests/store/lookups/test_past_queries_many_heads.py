"""What lies deleted is found in time that grows with what is there, however often one record was deleted."""

from collections.abc import Callable
from functools import partial
from time import process_time

from fosdesk.domain.journal import BIRTH, Change, Journal, Writer
from tests.store.store_copies import SCHOOL, Copy

_TELLING = 0.2  # s


def deleted_often(times: int) -> Journal:
    """A file in which one record is deleted by so many changes that know nothing of each other."""
    start = (
        Change(0, 1, 1, 1, 1, "entry", BIRTH, "gate_entry", ()),
        Change(0, 2, 2, 1, 1, "entry", "what", "a", ()),
    )
    ends = (Change(0, n, n, 1, n, "entry", BIRTH, "!gate_entry", ((0, 1), (0, 2))) for n in range(3, times + 3))
    return Journal(SCHOOL, "", (Writer("a" * 32, "principal", "t", 1),), (*start, *ends))


def test_a_record_that_was_deleted_a_thousand_times_is_in_the_bin_once(copy: Copy) -> None:
    copy.store.merge(deleted_often(1000), own=True, now=1)
    (gone,) = copy.store.deleted(SCHOOL)
    assert gone.records == (("entry", "gate_entry"),)


def time_of(act: Callable[[], object]) -> float:
    """How long (s) an act takes, from as many as a clock can tell that moves by 16 ms, as that of Windows does."""
    began, acts = process_time(), 0
    while (spent := process_time() - began) < _TELLING:
        assert act()
        acts += 1
    return spent / acts


def test_eight_times_as_many_take_no_more_than_forty_times_as_long(copy: Copy, colleague: Copy) -> None:
    """It would be 64 times where each looks at all others."""
    took = {}
    for one, times in ((copy, 1_000), (colleague, 8_000)):
        one.store.merge(deleted_often(times), own=True, now=1)
        took[times] = min(time_of(partial(one.store.deleted, SCHOOL)) for _ in range(3))
    assert took[8_000] <= 40 * took[1_000]
