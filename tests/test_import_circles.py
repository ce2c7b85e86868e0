"""No files of a room import each other in a circle, not even for types alone or inside a function."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ui",)  # those that are free of circles


def module_of(path: Path) -> str:
    """The name under which a file is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(code: str, modules: Iterable[str]) -> Iterator[str]:
    """Which of some modules a file imports, wherever in it that stands."""
    known = set(modules)
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                if inner in known or node.module in known:
                    yield inner if inner in known else node.module


def circles(edges: Mapping[str, set[str]]) -> list[set[str]]:
    """The groups of modules each of which reaches itself through the others."""

    def reached(start: str) -> set[str]:
        found: set[str] = set()
        waiting = [start]
        while waiting:
            for one in edges[waiting.pop()] - found:
                found.add(one)
                waiting.append(one)
        return found

    beyond = {module: reached(module) for module in edges}
    inside = {frozenset({a, *(b for b in beyond[a] if a in beyond[b])}) for a in edges if a in beyond[a]}
    return [set(group) for group in inside]


@pytest.mark.parametrize("room", ROOMS)
def test_no_circle(room: str) -> None:
    files = {module_of(path): path.read_text(encoding="utf-8") for path in (ROOT / "fosdesk" / room).rglob("*.py")}
    edges = {module: set(imported(code, files)) - {module} for module, code in files.items()}
    assert len(files) > 20
    assert circles(edges) == []


def test_circles_are_noticed() -> None:
    code = (
        "if TYPE_CHECKING:\n    from a.b import C\ndef act():\n    import a.d\n    from a import e\n    from x import y"
    )
    assert sorted(imported(code, ["a", "a.b", "a.d", "a.e"])) == ["a.b", "a.d", "a.e"]
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}) == [{"a", "b", "c"}]
    assert circles({"a": {"b"}, "b": set()}) == []
