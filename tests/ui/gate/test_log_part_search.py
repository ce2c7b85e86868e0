"""The gatekeeping log as a list: what its search finds, and what is decided for several entries at once."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, GateReason
from tests.ui.acts import changed, desk_of
from tests.ui.gate_log import GateLog, gate_log

LOG = (
    GateEntry("a", what="Leseløftet", source="Bokklubb", came="2026-01-01", decision="kept_out", kind="advice"),
    GateEntry("b", what="Øvelse gjør mester", reply="Takk for rådet", came="2026-03-01"),
    GateEntry("c", what="Čállin ja lohkan", brought_by="Rektor", came="2026-02-01", points_to="direction"),
)


def found(page: GateLog, words: str) -> str:
    page.wanted.setText(words)
    return "".join(entry.id for entry in page.entries)


def test_search_finds_every_word_in_any_field_and_in_the_reasons(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit_all([(None, one) for one in (*LOG, GateReason("r", text="Ikke nå", parent="c", pos="i"))])
    page = gate_log(fresh_school.window)
    wanted = {
        "": "bca",
        "LESE": "a",
        "  lese   bok ": "a",
        "øvelse": "b",
        "ovelse": "",
        "callin": "c",
        "čállin": "c",
        "rådet": "b",
        "ikke nå": "c",
        "klubb øvelse": "",
        "bokklubbtakk": "",
    }
    assert {words: found(page, words) for words in wanted} == wanted
    page.list.choose("decision", "undecided")
    assert found(page, "") == "bc", "what nobody has touched is undecided"
    assert found(page, "mester") == "b"
    page.list.choose("decision", "")
    desk.workspace.commit(LOG[0], changed(LOG[0], what="Regneløftet"))
    desk.workspace.add(GateReason(text="Høring", parent="b", pos="i"))
    assert [found(page, words) for words in ("leseløftet", "regne", "høring")] == ["", "a", "b"]


def test_several_that_are_decided_in_the_list_are_signed_in_one_step(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit_all([(None, one) for one in LOG])
    page = gate_log(fresh_school.window)
    page.list.acts.set_choice(["a", "b", "c"], "decision", "kept_out")
    stored = [desk.school.get(GateEntry, one.id) for one in LOG]
    assert [(one.decision, one.signed_by) for one in stored] == [
        ("kept_out", ""),  # it was decided already, and keeps the signature that it had
        ("kept_out", "principal"),
        ("kept_out", "principal"),
    ]
    fresh_school.window.undo()
    assert [desk.school.get(GateEntry, one.id) for one in LOG] == list(LOG)
    page.list.acts.set_choice(["b", "c"], "kind", "research")
    assert [desk.school.get(GateEntry, one).decision for one in ("b", "c")] == ["", ""], "which decides nothing"
