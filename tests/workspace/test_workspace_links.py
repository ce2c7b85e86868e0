"""Links through everything that a school goes through: undo, files, merging and backups keep them, erasing does not."""

import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fosdesk.domain.journal import BIRTH
from fosdesk.domain.records import AgendaLine, Decision, FollowUp, GateEntry, Membership, Person
from fosdesk.domain.rules.links import links_to
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.store import Store
from fosdesk.workspace import Workspace
from tests.closing import close_since, things_to_close
from tests.workspace.people import BEGIN, SCHOOL, Someone

TARGETS = ("", "g", "p", "answer:F1-06", "nowhere")
SOURCES = {"l": AgendaLine, "d": Decision, "f": FollowUp}


def begin(workspace: Workspace) -> None:
    workspace.add(Person("p", name="Turid Testad"))
    workspace.add(Membership("m", person="p"))
    workspace.add(GateEntry("g", what="Leksefri"))
    for record_id, kind in SOURCES.items():
        workspace.add(kind(record_id, what="x"))


def point(workspace: Workspace, source: str, target: str) -> None:
    record = workspace.school.find(source)
    chosen_from = {*workspace.school.records, "", "answer:F1-06", "nowhere"}  # as the picker offers it
    if record is not None and target in chosen_from:
        workspace.commit(record, msgspec.structs.replace(record, about=target))


def points_to(school: School) -> dict[str, object]:
    return {i: getattr(school.find(i), "about", None) for i in SOURCES}


def erase(someone: Someone, person: str = "p") -> None:
    workspace = someone.workspace
    held = workspace.held(person, lambda _: "noen")
    workspace.erase(held, set(), [someone.backup_folder])
    workspace.adopt(workspace.read_update())


def everything_said(store: Store) -> str:
    return " ".join(f"{c.record} {c.value}" for c in store.journal(SCHOOL).changes if c.field == "about")


def test_erasing_a_person_leaves_no_link_to_them(principal: Someone) -> None:
    workspace = principal.workspace
    begin(workspace)
    point(workspace, "l", "p")
    point(workspace, "d", "m")
    point(workspace, "d", "g")  # pointed to the person's membership once
    point(workspace, "f", "g")
    assert {link.record for link in links_to(workspace.school, "p")} == {"l", "m"}
    held = workspace.held("p", lambda _: "noen")
    assert [one.record for one in held.references] == ["l"]
    erase(principal)
    assert points_to(workspace.school) == {"l": "", "d": "g", "f": "g"}
    assert not workspace.school.conflicts
    assert "p" not in everything_said(principal.store).split()
    assert "m" not in everything_said(principal.store).split()
    assert [v.blanked for v in workspace.history("l", "about")] == [True]
    with suppress(FosdeskError):  # what was erased cannot be brought back
        while workspace.undo_label() is not None:
            workspace.undo()
            assert not {"p", "m"} & set(points_to(workspace.school).values())


def test_a_link_that_a_colleague_makes_meanwhile_is_gone_as_well(principal: Someone, deputy: Someone) -> None:
    begin(principal.workspace)
    deputy.read(principal)
    point(deputy.workspace, "l", "p")
    point(deputy.workspace, "d", "g")
    erase(principal)
    principal.read(deputy)
    assert points_to(principal.workspace.school) == {"l": "", "d": "g", "f": ""}
    assert links_to(principal.workspace.school, "p") == ()
    assert "p" not in everything_said(principal.store).split()
    deputy.read(principal)  # who did not erase keeps what was written there
    assert points_to(deputy.workspace.school)["l"] == "p"
    assert links_to(deputy.workspace.school, "p")


def test_a_wish_to_erase_still_says_whom_it_is_about(principal: Someone, deputy: Someone) -> None:
    begin(principal.workspace)
    deputy.read(principal)
    principal.workspace.ask_to_erase("p", "2026-11-23")
    erase(principal)
    assert getattr(principal.workspace.school.find("erase_request:p"), "person", "") == "p"
    deputy.read(principal)
    erase(deputy)
    principal.read(deputy)
    assert getattr(principal.workspace.school.find("erase_request:p"), "person", "") == "p"


def test_backups_lose_the_links_to_whoever_was_erased(principal: Someone) -> None:
    begin(principal.workspace)
    point(principal.workspace, "l", "p")
    point(principal.workspace, "d", "g")
    copy = principal.store.backup(principal.backup_folder, BEGIN)
    erase(principal)
    store = Store.open(copy)
    try:
        assert everything_said(store).split().count("g") == 1
        assert "p" not in everything_said(store).split()
    finally:
        store.close(look=False)


def test_a_link_to_what_is_deleted_comes_back_with_it(principal: Someone) -> None:
    workspace = principal.workspace
    begin(workspace)
    point(workspace, "d", "g")
    entry = workspace.school.find("g")
    assert entry is not None
    workspace.delete([entry])
    assert points_to(workspace.school)["d"] == "g", "nothing that was written is lost"
    workspace.undo()
    assert {link.record for link in links_to(workspace.school, "g")} == {"d"}


acts = st.lists(
    st.one_of(
        st.tuples(st.just("point"), st.integers(0, 1), st.sampled_from(sorted(SOURCES)), st.sampled_from(TARGETS)),
        st.tuples(st.just("point"), st.integers(0, 1), st.sampled_from(sorted(SOURCES)), st.sampled_from(TARGETS)),
        st.tuples(st.just("delete"), st.integers(0, 1), st.sampled_from(["g", "d", "l"]), st.just("")),
        st.tuples(st.sampled_from(["undo", "redo", "read"]), st.integers(0, 1), st.just(""), st.just("")),
    ),
    max_size=10,
)


@settings(max_examples=15, deadline=None)
@given(before=acts, after=acts, erases=st.booleans())
@example(before=[], after=[("point", 1, "d", "p"), ("delete", 0, "d", "")], erases=True)
def test_links_walk_with_files_and_undo_and_end_alike(
    before: list[tuple[str, int, str, str]], after: list[tuple[str, int, str, str]], erases: bool
) -> None:
    closing = things_to_close()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        people = (Someone(Path(folder) / "a", "principal"), Someone(Path(folder) / "b", "deputy"))
        begin(people[0].workspace)
        people[1].read(people[0])
        for act in before:
            walk(people, *act)
        if erases:
            erase(people[0])
        for act in after:
            walk(people, *act)
        for one, other in ((0, 1), (1, 0), (0, 1)):
            people[one].read(people[other])
        a, b = (one.workspace.school for one in people)
        for source in SOURCES:
            if a.find(source) is None and b.find(source) is not None:
                # Deleted while the other pointed it to whoever is erased here, where nothing is left to ask about.
                assert erases
                assert (source, BIRTH) in b.conflicts
                assert points_to(b)[source] in ("p", "m")
                continue
            assert (a.find(source) is None) == (b.find(source) is None)
            said = [set(s.conflicts.get((source, "about"), (points_to(s)[source],))) for s in (a, b)]
            if erases:
                assert not said[0] & {"p", "m"}, "a link to whoever was erased here"
                said[1] = {"" if one == "p" else one for one in said[1]}
            assert said[0] == said[1]
        for school in (a, b):  # each link is found from its other end
            for source, target in points_to(school).items():
                assert not target or source in {link.record for link in links_to(school, str(target))}
        close_since(closing)


def walk(people: tuple[Someone, Someone], act: str, at: int, source: str, target: str) -> None:
    workspace = people[at].workspace
    match act:
        case "point":
            point(workspace, source, target)
        case "delete":
            record = workspace.school.find(source)
            if record is not None:
                workspace.delete([record])
        case "undo" | "redo":
            with suppress(FosdeskError):  # what was erased cannot be brought back
                workspace.undo() if act == "undo" else workspace.redo()
        case "read":
            people[at].read(people[1 - at])
