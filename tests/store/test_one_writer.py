"""One writes at a time: whoever comes second is told at once, and nobody waits for the first one's long work."""

from threading import Event, Thread

import pytest

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace
from tests.store.store_copies import SCHOOL, Copy, assert_sound

_LONG = 60  # seconds after which the first one goes on by itself, so that a second one who waits fails the test


class Halting(Pace):
    """Stands still inside the transaction until it may go on."""

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.go_on = Event(), Event()

    def __call__(self, done: int = 0, of: int = 0) -> None:
        super().__call__(done, of)
        if not self.inside.is_set():
            self.inside.set()
            self.go_on.wait(_LONG)


def test_a_second_writer_is_refused_and_does_not_wait(copy: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.delete("entry")
    pace, label = Halting(), StepLabel("restore", "gate_entry", "", "entry")
    by = copy.by()
    work = Thread(target=lambda: copy.store.restore(SCHOOL, {"entry": "gate_entry"}, label, **by, pace=pace))
    work.start()
    try:
        assert pace.inside.wait(_LONG)
        for act in (lambda: copy.write("group", "name", "g"), lambda: copy.take_in(copy.file())):
            with pytest.raises(FosdeskError, match="fosdesk is busy with something else right now"):
                act()
        assert work.is_alive(), "the second one waited for the first"
    finally:
        pace.go_on.set()
        work.join()
    assert copy.values("entry", "what") == {"a"}, "the first one's work is whole"
    assert copy.values("group", "name") == set(), "and nothing of the second one's was written"
    assert copy.write("group", "name", "g")
    assert_sound(copy)
