"""Before anything that a file brought is taken back, the store is copied; without the copy nothing is taken back."""

import pytest

from fosdesk.domain.records import GateEntry
from fosdesk.errors import FosdeskError
from fosdesk.store import Store
from tests.closing import close_at_the_end
from tests.workspace.people import SCHOOL, Someone


@pytest.mark.parametrize("worked_on", [False, True], ids=["exactly", "by a step"])
def test_a_backup_holds_what_is_taken_back(principal: Someone, deputy: Someone, worked_on: bool) -> None:
    deputy.workspace.add(GateEntry("theirs", what="Fra kollegaen"))
    principal.read(deputy, "kollega.fosdesk")
    if worked_on:
        principal.workspace.add(GateEntry("ours", what="Skrevet etterpå"))
    journal, before = principal.store.journal(SCHOOL), principal.backups()
    (arrival,) = principal.workspace.arrivals()
    taken, update = principal.workspace.take_back(arrival.id, principal.backup_folder)
    principal.workspace.adopt(update)
    assert taken.exactly != worked_on
    assert principal.workspace.school.find("theirs") is None
    made = [backup for backup in principal.backups() if backup not in before]
    assert len(made) == 1
    copy = Store.open(made[0])
    close_at_the_end(lambda: copy.close(look=False))
    assert copy.journal(SCHOOL) == journal


def test_nothing_is_taken_back_when_no_backup_can_be_made(principal: Someone, deputy: Someone) -> None:
    deputy.workspace.add(GateEntry("theirs", what="Fra kollegaen"))
    principal.read(deputy, "kollega.fosdesk")
    journal = principal.store.journal(SCHOOL)
    (arrival,) = principal.workspace.arrivals()
    no_folder = principal.backup_folder.with_name("a file")
    no_folder.touch()
    with pytest.raises(FosdeskError, match="cannot be used"):
        principal.workspace.take_back(arrival.id, no_folder)
    assert principal.store.journal(SCHOOL) == journal
    assert [one.taken_back for one in principal.workspace.arrivals()] == [False]
