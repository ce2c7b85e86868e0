"""The store is composed: its files form no circle, one of them knows SQLite, one holds every statement that writes."""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from sqlalchemy import BigInteger

import fosdesk.store
from fosdesk.store import Store, schema

ROOM = Path(fosdesk.store.__file__).parent
FILES = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in ROOM.glob("*.py")}
OF_SQLITE = re.compile(r"\b(PRAGMA|VACUUM|sqlite_master|BEGIN|COMMIT|ROLLBACK|OR IGNORE|ON CONFLICT|json_each)\b")
WRITES = re.compile(r"\b(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER) [A-Za-z]+ ")


def imported(tree: ast.AST) -> Iterator[str]:
    """The files of the room that a file imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            yield from (n.removeprefix("fosdesk.store.") for n in names if n.removeprefix("fosdesk.store.") in FILES)


def texts(tree: ast.AST) -> Iterator[str]:
    """What stands in quotes and is no docstring."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_no_circle_between_files() -> None:
    graph = {name: set(imported(tree)) for name, tree in FILES.items() if name != "__init__"}
    assert len([one for some in graph.values() for one in some]) > 40
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as circle:
        pytest.fail(f"a circle: {circle.args[1]}")


def test_no_part_is_built_by_inheriting_from_another() -> None:
    of_the_room = {
        node.name for tree in FILES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    } - {"StepDraft", "OtherKind", "DamagedStore"}  # a kind of draft and kinds of trouble, not parts
    for tree in FILES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                assert of_the_room.isdisjoint(base.id for base in node.bases if isinstance(base, ast.Name)), node.name
    assert Store.__bases__ == (object,)


@pytest.mark.parametrize(("pattern", "home"), [(OF_SQLITE, "sqlite_dialect"), (WRITES, "schema")])
def test_what_only_sqlite_has_and_what_writes_stand_in_one_place_each(pattern: re.Pattern[str], home: str) -> None:
    found = {name for name, tree in FILES.items() if any(pattern.search(text) for text in texts(tree))}
    assert found <= {home}, f"{pattern.pattern} outside {home}"


def test_moments_orders_and_sums_are_64_bits_wide() -> None:
    wide = {
        f"{table}.{column.name}"
        for table, made in schema._tables.tables.items()
        for column in made.columns
        if isinstance(column.type, BigInteger)
    }
    assert wide >= {"change.at", "change.lamport", "change.checksum", "writer.opened", "school.added", "arrival.at"}
    assert wide >= {"erased.at", "redacted.at", "kept.at", "counter.value"}
