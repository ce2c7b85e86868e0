"""Which side deleted and which wrote is said the right way round, and a file for others is no copy to merge."""

import shutil
from pathlib import Path

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.exchange.school_file import write_school_file
from fosdesk.privacy.audience import Audience
from fosdesk.ui.schools.schools_page import SchoolsPage
from tests.program import NOON
from tests.reading import words_on
from tests.ui.acts import changed, desk_of, from_colleague, page_of, settle, wait_for_work, wait_until


@pytest.mark.parametrize("deleted_in_file", [True, False])
def test_it_is_said_who_deleted_and_who_wrote(fresh_school: Fosdesk, tmp_path: Path, deleted_in_file: bool) -> None:
    desk = desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet"))
    written = changed(entry, what="Leseløftet 2")
    file = from_colleague(
        desk,
        tmp_path,
        lambda there: there.delete([entry]) if deleted_in_file else there.commit(entry, written),
    )
    if deleted_in_file:
        desk.workspace.commit(entry, written)
    else:
        desk.workspace.delete([entry])
    page = page_of(fresh_school.window, "schools", SchoolsPage)
    page.read_file(file)
    wait_for_work(desk)
    view = page.panel.view
    assert view is not None
    for group in view.groups:
        group.unfold()
    settle()
    said = "\n".join(words_on(view))
    there, here = desk.words("deleted in the file, changed here"), desk.words("deleted here, changed in the file")
    assert (there in said, here in said) == (deleted_in_file, not deleted_in_file)


def test_a_file_for_others_that_lies_nearby_is_offered_to_nobody(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry(what="Leseløftet"))
    journal = reference_journal(
        desk.school, names=desk.workspace.names(), name="Prøve skole", audience=Audience.NETWORK, now=NOON
    )
    (tmp_path / "skole (1).fosdesk").write_bytes(write_school_file(journal, app="t", made=NOON, reference=True))
    copy = from_colleague(desk, tmp_path, lambda there: there.add(GateEntry(what="Fra kopien")))
    shutil.move(copy, tmp_path / "skole (2).fosdesk")
    desk.settings.change(folder=str(tmp_path))
    page = page_of(fresh_school.window, "schools", SchoolsPage)
    page.nearby.search()
    wait_until(lambda: not page.nearby.under_way)
    assert [one.path.name for one in page.nearby.found] == ["skole (2).fosdesk"]
