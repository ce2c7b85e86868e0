"""Whose names are known: everybody who was ever written down and is not erased, and nobody half written."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from fosdesk.domain.changes.written_value import WrittenValue
from fosdesk.domain.fields import NOUNS, Choice
from fosdesk.domain.journal import heads
from fosdesk.domain.records import CriticalVoice, Decision, Partner, Person, Restriction, SchoolProfile
from fosdesk.domain.school import School, school_from_heads
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.known_names import complete_values, names_in, names_written
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import filter_school
from fosdesk.store import Store
from fosdesk.workspace import Workspace
from tests.privacy.planted import planted
from tests.privacy.ways_out import WAYS, Export
from tests.ui.acts import changed

NOON = 1_795_000_000_000


def opened(path: Path) -> Workspace:
    """A school in a store of its own, with a clock that goes on."""
    store = Store.open(path)
    store.add_school("school-1", own=True, now=NOON)
    ticks = count(NOON, 1000)
    return Workspace(store, "school-1", role="principal", app="t", clock=lambda: next(ticks))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = opened(tmp_path / "a.db")
    yield made
    made.store.close()


def lived(workspace: Workspace, folder: Path) -> dict[str, str]:
    """A year in which people came, left, changed their names and were written about; what each was called."""
    removed = workspace.add(Person("aa" * 6, name="Ragnhild Bortreist"))
    renamed = workspace.add(Person("bb" * 6, name="Torbjørg Tidlegare"))
    partner = workspace.add(Partner("cc" * 6, name="PPT", contact="Gunvald Fagerlid"))
    disputed = workspace.add(Person("dd" * 6, name="Oddveig Fyrst"))
    shielded = workspace.add(Person("ee" * 6, name="Steinvor Skjerma"))
    erased = workspace.add(Person("ff" * 6, name="Vigleik Viska"))
    workspace.delete([removed])
    workspace.commit(renamed, changed(renamed, name="Torbjørg Nyheim"))
    workspace.commit(partner, changed(partner, contact="PPT-kontoret"))
    workspace.delete([partner])
    colleague = opened_copy(workspace, folder)
    workspace.commit(disputed, changed(disputed, name="Oddveig Andre"))
    colleague.commit(disputed, changed(disputed, name="Oddveig Tredheim"))
    workspace.store.merge(colleague.store.journal(colleague.school.id), own=True, now=NOON)
    colleague.store.close()
    workspace.reload()
    workspace.shield(shielded.id, "", "2026-11-23")
    held = workspace.held(erased.id, lambda role: "[x]")
    workspace.erase(held, (), [folder / "backups"])
    workspace.reload()
    return {
        "removed": "Ragnhild Bortreist",
        "renamed": "Tidlegare",
        "contact": "Gunvald Fagerlid",
        "in conflict": "Tredheim",
        "in conflict, shown": "Oddveig Andre",
        "shielded": "Steinvor Skjerma",
        "erased": "Vigleik Viska",
    }


def opened_copy(workspace: Workspace, folder: Path) -> Workspace:
    store = Store.open(folder / "b.db")
    store.merge(workspace.store.journal(workspace.school.id), own=True, now=NOON)
    return Workspace(store, workspace.school.id, role="deputy", app="t", clock=lambda: NOON + 5)


def test_everybody_who_was_ever_written_down_is_known_and_whoever_is_erased_is_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    called = lived(workspace, tmp_path)
    journal = workspace.store.journal(workspace.school.id)
    for names in (workspace.names(), names_in(journal, school_from_heads(journal.school, heads(journal)))):
        for why, name in called.items():
            assert names.found_in(f"Det var {name} som sa det") is (why != "erased"), why


def test_nobody_who_was_ever_written_down_is_told_outside_the_school(workspace: Workspace, tmp_path: Path) -> None:
    called = lived(workspace, tmp_path)
    names = workspace.names()
    for why, name in called.items():
        if why == "erased":
            continue
        school = planted(f"Etter ønske fra {name.split()[-1]} ble det slik.")
        school = School(school.id, {i: r for i, r in school.records.items() if i != "person-0"}, {})
        for audience in (Audience.OWNER, Audience.NETWORK):
            for kept in (
                filter_school(school, audience, names=names).school,
                in_file(school, audience, names),
            ):
                said = " ".join(str(r) for r in kept.records.values())
                assert "Etter ønske" not in said, (why, audience)


def in_file(school: School, audience: Audience, names: NameDetector) -> School:
    journal = reference_journal(school, names=names, name="", audience=audience, now=NOON)
    return school_from_heads(journal.school, heads(journal))


def test_whoever_was_removed_stands_in_no_document(workspace: Workspace, tmp_path: Path) -> None:
    lived(workspace, tmp_path)
    school = planted("Etter ønske fra Bortreist ble det slik.")
    known = School(school.id, {i: r for i, r in school.records.items() if i != "person-0"}, {})
    for audience in (Audience.OWNER, Audience.NETWORK):
        told = WAYS["PDF"].exported(Export(known, audience, workspace.names(), (), tmp_path))
        assert all(isinstance(NOUNS[noun].fields[name], Choice) or noun == "school_profile" for noun, name in told), (
            audience
        )


def test_a_name_that_was_typed_slowly_withholds_nothing_else(workspace: Workspace) -> None:
    person = workspace.add(Person("person", name="Kar"))
    for name in ("Kari", "Kari N", "Kari Nordm", "Kari Nordmann"):
        person = workspace.commit(person, changed(person, name=name))
    names = workspace.names()
    for text in ("Karakter", "Kar og bøtte", "Nordm", "karakterene"):
        assert not names.found_in(text), text
    assert names.found_in("Kari sa det")
    assert names.found_in("Nordmann sa det")


def test_what_another_sitting_wrote_was_a_name_of_its_own() -> None:
    def said(writer: str, number: int, value: str, *, live: bool = False) -> WrittenValue:
        return WrittenValue((writer, number), "p", "person", "name", value, 0, "", live)

    assert list(complete_values([said("a", 1, "Ka"), said("a", 2, "Kari"), said("b", 1, "Karin", live=True)])) == [
        "Karin",
        "Kari",
        "Karin",
    ]
    assert set(complete_values([said("a", 1, "Ka", live=True), said("a", 2, "Kari", live=True)])) == {"Ka", "Kari"}
    assert list(complete_values([said("a", 1, "Ola"), said("a", 2, ""), said("a", 3, "Kari", live=True)])) == [
        "Ola",
        "Kari",
        "Kari",
    ]
    assert names_written([said("a", 1, "Ola")], School("s", {}, {})).found_in("Ola")


def test_names_are_read_once_until_somebody_is_written_down(workspace: Workspace) -> None:
    workspace.add(Person("person", name="Kari"))
    first = workspace.names()
    decision = workspace.add(Decision("decision", what="Oppstart"))
    workspace.commit(decision, changed(decision, why="Kari kom"))
    assert workspace.names() is first
    workspace.add(Person("other", name="Ola"))
    second = workspace.names()
    assert second is not first
    assert second.found_in("Ola")
    assert second.found_in("Kari")
    workspace.undo()
    assert workspace.names().found_in("Ola"), "what was undone was written all the same"
    workspace.reload()
    assert workspace.names().found_in("Ola")


def test_only_fields_for_names_hold_names(workspace: Workspace) -> None:
    workspace.add(Person("p", name="Kari", role_note="Norsk Musikk"))
    workspace.add(CriticalVoice("c", person="p", note="Modige Motstand"))
    workspace.add(SchoolProfile("school", name="Li skole"))
    workspace.add(Restriction("r", person="x", reason="Etter Klage"))
    names = workspace.names()
    for text in ("norsk rettskriving", "Norsk", "Musikk", "Modige Motstand", "Klage", "Li skole"):
        assert not names.found_in(text), text
