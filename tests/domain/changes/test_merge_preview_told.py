"""What history and the preview of a file tell: nothing of what was erased, and everybody who wrote."""

from fosdesk.domain.changes.change_history import history_of
from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.merge_preview import IncomingKind, preview
from fosdesk.domain.journal import BIRTH, Change, Journal, Writer, heads
from fosdesk.domain.school import school_from_heads

WRITERS = (Writer("a" * 32, "principal", "1", 0), Writer("b" * 32, "deputy", "1", 0))


def journal(*changes: Change, blanked: frozenset[tuple[int, int]] = frozenset()) -> Journal:
    return Journal("school", "Nes skole", WRITERS, changes, blanked)


def test_history_is_silent_on_a_text_that_was_erased() -> None:
    """It would say that the text was emptied on that day, which nobody did."""
    born = Change(0, 1, 1, 1, 1, "g", BIRTH, "gate_entry", ())
    written = Change(0, 2, 2, 2, 2, "g", "reason", "Fordi", ())
    erased = Change(1, 1, 3, 3, 1, "g", "reason", None, ((0, 2),))
    told = history_of(journal(born, written, erased, blanked=frozenset({(1, 1)})), str)
    assert [(one.field, one.before, one.value) for one in told] == [("reason", None, "Fordi")]


def test_a_preview_names_everybody_who_wrote_in_a_record() -> None:
    born = Change(0, 1, 1, 1, 1, "g", BIRTH, "gate_entry", ())
    one = Change(0, 2, 2, 2, 2, "g", "what", "Boken", ())
    other = Change(1, 1, 3, 3, 1, "g", "reason", "Fordi", ())
    before = journal(born)
    school = school_from_heads("school", heads(before))
    (incoming,) = preview(school, heads(before), journal(born, one, other), [one, other]).incoming
    assert (incoming.kind, incoming.roles) == (IncomingKind.CHANGED, ("principal", "deputy"))


def test_a_journal_without_what_was_erased_says_where_that_was() -> None:
    """Else a copy that has the value would contradict it, and could not be merged."""
    born = Change(0, 1, 1, 1, 1, "g", BIRTH, "gate_entry", ())
    written = Change(0, 2, 2, 2, 2, "g", "reason", "Fordi", ())
    for erasure in (Erasure(frozenset({"g"})), Erasure(changes=frozenset({("a" * 32, 2)}))):
        left = erasure.strip(journal(born, written))
        assert left.blanked == {(0, 2)}
        assert [change.value for change in left.changes] == ["gate_entry", None]
