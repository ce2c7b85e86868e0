"""Tests mirror rooms: a test file lies where the code that it tries lies, and no room is without one."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
BESIDE = ("e2e", "bench", "data", "packaging")  # folders of tests that no folder of fosdesk stands for
# What is tried through many modules of a room and belongs to none of them; everything else is named for its module.
CROSS_CUTTING = {
    "display/figures": ("far_days", "figures"),
    "domain": ("leaving",),
    "domain/records": ("nouns",),
    "exchange": ("hostile", "hostile_size", "mutations", "released_files"),
    "exchange/example": ("example_words",),
    "privacy": ("documents_privacy", "ways_out"),
    "domain/rules": ("edges",),
    "reports/documents": (
        "documents_edges",
        "documents_example",
        "documents",
        "documents_brief",
        "documents_facts",
        "documents_languages",
        "documents_shielded",
        "documents_voices",
    ),
    "reports/pdf": ("outside_gates", "round_trip", "structure_gate"),
    "store": (
        "exhaustive",
        "faults",
        "kills",
        "laws",
        "machine",
        "one_writer",
        "planted_bugs",
        "reading_beside",
        "released_stores",
        "room",
        "undo",
    ),
    "ui": ("accessibility", "languages", "large", "memory", "passwords", "taken_back_twice", "unseen"),
    "ui/start": ("start_up",),
    "ui/window": ("drafts", "one_owner", "unsaved", "unsaved_beside", "unsaved_in_lists"),
    "workspace": ("deleted_records", "shielded_past", "taking_back"),
}


def rooms(modules: Iterable[PurePosixPath]) -> dict[str, set[str]]:
    """The folders of fosdesk, each with the names of its modules."""
    found: dict[str, set[str]] = {}
    for module in modules:
        found.setdefault(module.parent.as_posix(), set()).add(module.stem)
    return found


def faults(
    tests: Iterable[PurePosixPath],
    modules: Iterable[PurePosixPath],
    cross_cutting: Mapping[str, Iterable[str]] = CROSS_CUTTING,
) -> Iterator[str]:
    """What does not mirror: paths of tests below tests/, and of modules below fosdesk/."""
    known, tried = rooms(modules), set()
    unused = {(room, name) for room, names in cross_cutting.items() for name in names}
    for test in tests:
        room, name = test.parent.as_posix(), test.stem.removeprefix("test_")
        if room == "." or test.parts[0] in BESIDE:
            continue
        tried.add(room)
        if room not in known:
            yield f"{test}: fosdesk has no folder {room}"
        elif (room, name) in unused:
            unused.discard((room, name))
        elif not any(name == one or name.startswith(f"{one}_") for one in known[room]):
            yield f"{test}: fosdesk/{room} has no module that it is named for"
    yield from (f"fosdesk/{room} has no test in tests/{room}" for room in known if room != "." and room not in tried)
    yield from (f"{room}/test_{name}.py is listed and not there" for room, name in unused)


def below(top: str, pattern: str) -> list[PurePosixPath]:
    return sorted(PurePosixPath(path.relative_to(ROOT / top).as_posix()) for path in (ROOT / top).rglob(pattern))


def test_tests_mirror_rooms() -> None:
    modules = [path for path in below("fosdesk", "*.py") if path.name != "__init__.py"]
    tests = below("tests", "test_*.py")
    assert len(modules) > 200
    assert len(tests) > 100
    assert sorted(faults(tests, modules)) == []


def test_what_does_not_mirror_is_noticed() -> None:
    modules = [PurePosixPath(name) for name in ("app.py", "store/lock.py", "store/steps.py", "ui/lists/row_list.py")]
    tests = [
        PurePosixPath(name)
        for name in ("test_app.py", "e2e/test_story.py", "store/test_lock_twice.py", "store/test_laws.py")
    ]
    assert list(faults(tests, modules, {"store": ("laws",)})) == ["fosdesk/ui/lists has no test in tests/ui/lists"]
    tests += [PurePosixPath(name) for name in ("ui/lists/test_locks.py", "ui/widgets/test_row_list.py")]
    assert list(faults(tests, modules, {"store": ("laws", "kills")})) == [
        "ui/lists/test_locks.py: fosdesk/ui/lists has no module that it is named for",
        "ui/widgets/test_row_list.py: fosdesk has no folder ui/widgets",
        "store/test_kills.py is listed and not there",
    ]
