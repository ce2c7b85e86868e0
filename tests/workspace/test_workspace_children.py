"""What belongs to a record goes with it and comes back with it, and is never without a place where it is seen."""

import msgspec
import pytest

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.fields import Record
from fosdesk.domain.journal import BIRTH, GONE
from fosdesk.domain.records import AgendaLine, GateEntry, GateReason, Meeting, TranslationNote
from fosdesk.domain.rules.children import owner_of
from fosdesk.domain.rules.lost_parents import school_of_journal
from fosdesk.errors import FosdeskError
from tests.workspace.people import SCHOOL, Someone

MEETING = Meeting("m", what="Arbeidsgruppen", day="2026-12-08")
LINES = [AgendaLine(f"a{n}", meeting="m", what=f"sak {n}", pos=str(n)) for n in (1, 2, 3)]


def made(someone: Someone) -> None:
    someone.workspace.commit_all([(None, MEETING), *((None, line) for line in LINES)], "create")


def ids(someone: Someone) -> set[str]:
    return {one.id for one in someone.workspace.school.records.values() if isinstance(one, Meeting | AgendaLine)}


def seen_everywhere(someone: Someone) -> None:
    """The law: whatever is there belongs to something that is there; and however the school is read, it is the same."""
    school = someone.workspace.school
    for record in school.records.values():
        owner, noun = owner_of(record)
        assert not noun or school.find(owner) is not None, record
    anew, told = someone.store.snapshot(SCHOOL), school_of_journal(someone.store.journal(SCHOOL))
    for other in (anew, told):
        assert dict(other.records) == dict(school.records)
        assert other.conflicts == school.conflicts
        assert other.brought_back == school.brought_back


def test_a_meeting_goes_with_its_agenda_and_comes_back_with_exactly_that(principal: Someone) -> None:
    made(principal)
    principal.workspace.delete([LINES[0]])
    principal.workspace.delete([MEETING])
    assert ids(principal) == set()
    principal.workspace.undo()
    assert ids(principal) == {"m", "a2", "a3"}
    principal.workspace.redo()
    latest = principal.workspace.deleted()[0]
    assert [record for record, _ in latest.records] == ["m", "a2", "a3"]
    principal.workspace.restore([record for record, _ in latest.records])
    assert ids(principal) == {"m", "a2", "a3"}, "what was deleted before stays deleted"
    assert principal.workspace.school.of(AgendaLine) == tuple(LINES[1:])


def test_a_line_from_the_bin_brings_its_meeting_and_what_went_with_that(principal: Someone) -> None:
    made(principal)
    principal.workspace.delete([LINES[0]])
    principal.workspace.delete([LINES[1]])
    principal.workspace.delete([MEETING])
    principal.workspace.restore(["a1"])
    assert ids(principal) == {"m", "a1", "a3"}
    principal.workspace.undo()
    assert ids(principal) == set()


def test_a_meeting_without_a_word_comes_back_with_its_line(principal: Someone) -> None:
    principal.workspace.commit_all([(None, Meeting("m")), (None, LINES[0])], "create")
    principal.workspace.delete([Meeting("m")])
    principal.workspace.restore(["a1"])
    assert ids(principal) == {"m", "a1"}


def apart(principal: Someone, deputy: Someone, written: Record) -> None:
    """One writes in something of a meeting that the other deletes meanwhile; both read each other's file."""
    made(principal)
    deputy.read(principal)
    before = deputy.workspace.school.find(written.id)
    assert before is not None
    deputy.workspace.commit(before, written)
    principal.workspace.delete([MEETING])
    assert ids(principal) == set()
    principal.read(deputy)
    deputy.read(principal)


@pytest.mark.parametrize("keeps", [True, False])
def test_a_line_that_a_colleague_wrote_in_brings_its_meeting_back_for_looking_at(
    principal: Someone, deputy: Someone, keeps: bool
) -> None:
    written = msgspec.structs.replace(LINES[1], said="Vi ble enige.")
    apart(principal, deputy, written)
    for one in (principal, deputy):
        school = one.workspace.school
        assert school.find("m") == MEETING
        assert school.find("a2") == written, "with all that it said"
        assert ids(one) == {"m", "a2"}
        assert school.conflicts == {
            ("m", BIRTH): (f"{GONE}meeting", "meeting"),
            ("a2", BIRTH): (f"{GONE}agenda_line", "agenda_line"),
        }
        seen_everywhere(one)
    if keeps:
        principal.workspace.settle("m", BIRTH, "meeting")
        assert ids(principal) == {"m", "a1", "a2", "a3"}, "with what was deleted along with it"
        assert principal.workspace.school.find("a2") == written
        assert not principal.workspace.school.brought_back
    else:
        principal.workspace.delete([MEETING])
        assert ids(principal) == set()
    assert not principal.workspace.school.conflicts
    seen_everywhere(principal)
    deputy.read(principal)
    assert ids(deputy) == ids(principal)
    seen_everywhere(deputy)
    principal.workspace.undo()
    assert ids(principal) == {"m", "a2"}
    seen_everywhere(principal)


def test_keeping_the_line_keeps_the_meeting_too(principal: Someone, deputy: Someone) -> None:
    apart(principal, deputy, msgspec.structs.replace(LINES[1], said="Vi ble enige."))
    principal.workspace.settle("a2", BIRTH, "agenda_line")
    assert ids(principal) == {"m", "a1", "a2", "a3"}
    assert not principal.workspace.school.conflicts


def test_deleting_the_line_lets_the_meeting_go(principal: Someone, deputy: Someone) -> None:
    apart(principal, deputy, msgspec.structs.replace(LINES[1], said="Vi ble enige."))
    principal.workspace.delete([LINES[1]])
    assert ids(principal) == set()
    assert not principal.workspace.school.conflicts
    seen_everywhere(principal)


def test_a_meeting_that_a_colleague_wrote_in_is_kept_with_its_whole_agenda(principal: Someone, deputy: Someone) -> None:
    written = msgspec.structs.replace(MEETING, notes="Husk kaffe.")
    apart(principal, deputy, written)
    assert principal.workspace.school.find("m") == written
    assert ids(principal) == {"m"}
    principal.workspace.settle("m", BIRTH, "meeting")
    assert principal.workspace.school.find("m") == written
    assert principal.workspace.school.of(AgendaLine) == tuple(LINES)


def test_a_line_that_a_colleague_adds_to_a_deleted_meeting_is_seen_in_it(principal: Someone, deputy: Someone) -> None:
    made(principal)
    deputy.read(principal)
    principal.workspace.delete([MEETING])
    deputy.workspace.add(AgendaLine("new", meeting="m", what="Ny sak", pos="9"))
    for one, other in ((principal, deputy), (deputy, principal)):
        one.read(other)
        assert ids(one) == {"m", "new"}
        assert one.workspace.school.conflicts == {("m", BIRTH): (f"{GONE}meeting", "meeting")}
        seen_everywhere(one)


def test_what_is_written_in_a_meeting_that_is_only_looked_at_is_kept(principal: Someone, deputy: Someone) -> None:
    apart(principal, deputy, msgspec.structs.replace(LINES[1], said="Vi ble enige."))
    changed = msgspec.structs.replace(MEETING, what="Ressursgruppen")
    principal.workspace.commit(MEETING, changed)
    assert principal.workspace.school.find("m") == changed
    seen_everywhere(principal)
    principal.workspace.undo()
    seen = principal.workspace.school.find("m")
    assert isinstance(seen, Meeting)
    assert seen.day == MEETING.day
    seen_everywhere(principal)


def test_what_is_deleted_once_more_and_taken_back_is_kept_with_all_that_it_said(
    principal: Someone, deputy: Someone
) -> None:
    written = msgspec.structs.replace(MEETING, notes="Husk kaffe.")
    apart(principal, deputy, written)
    principal.workspace.delete([written])
    principal.workspace.undo()
    principal.workspace.settle("m", BIRTH, "meeting")
    assert principal.workspace.school.find("m") == written
    assert principal.workspace.school.of(AgendaLine) == tuple(LINES)


def test_a_line_of_a_meeting_that_was_never_here_is_seen_and_can_be_kept(principal: Someone) -> None:
    principal.workspace.add(AgendaLine("a", meeting="elsewhere", what="Sak"))
    assert principal.workspace.school.find("elsewhere") == Meeting("elsewhere")
    seen_everywhere(principal)
    principal.workspace.settle("elsewhere", BIRTH, "meeting")
    assert not principal.workspace.school.conflicts
    assert not principal.workspace.school.brought_back
    seen_everywhere(principal)
    principal.workspace.delete([Meeting("elsewhere")])
    assert ids(principal) == set()


def test_a_line_of_a_meeting_that_was_erased_is_seen_without_what_was_erased(principal: Someone) -> None:
    made(principal)
    by = {"role": "principal", "app": "test", "now": 1_800_000_000_000}
    principal.store.erase(SCHOOL, Erasure(frozenset({"m"})), **by)  # type: ignore[arg-type]
    principal.workspace.reload()
    assert principal.workspace.school.find("m") == Meeting("m")
    with pytest.raises(FosdeskError):
        principal.workspace.settle("m", BIRTH, "meeting")
    principal.workspace.delete([Meeting("m")])
    assert ids(principal) == set()


def test_reasons_and_translation_belong_to_their_entry_too(principal: Someone, deputy: Someone) -> None:
    entry = GateEntry("g", what="Leseløftet")
    reason, note = GateReason("r", text="Passer oss", parent="g", pos="i"), TranslationNote("translation:g", kept="Ro")
    principal.workspace.commit_all([(None, entry), (None, reason), (None, note)], "create")
    deputy.read(principal)
    deputy.workspace.commit(note, msgspec.structs.replace(note, added="Mer ro"))
    principal.workspace.delete([entry])
    assert not principal.workspace.school.records.keys() & {"g", "r", "translation:g"}
    principal.read(deputy)
    assert principal.workspace.school.find("g") == entry
    seen_everywhere(principal)
    principal.workspace.settle("translation:g", BIRTH, "translation_note")
    assert principal.workspace.school.records.keys() >= {"g", "r", "translation:g"}
    assert not principal.workspace.school.conflicts
