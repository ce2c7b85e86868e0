"""No files of the program import each other in a circle, not even for types alone or inside a function."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


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
    """The groups of modules each of which reaches itself through the others: strongly connected components."""
    found: list[set[str]] = []
    number: dict[str, int] = {}  # in the order in which they are come to
    earliest: dict[str, int] = {}  # the first one on the way that is reached from here
    way: list[str] = []

    def visit(module: str) -> None:
        number[module] = earliest[module] = len(number)
        way.append(module)
        for other in sorted(edges[module]):
            if other not in number:
                visit(other)
            if other in way:
                earliest[module] = min(earliest[module], earliest[other])
        if earliest[module] == number[module]:
            group = set(way[way.index(module) :])
            del way[way.index(module) :]
            if len(group) > 1 or module in edges[module]:
                found.append(group)

    for module in sorted(edges):
        if module not in number:
            visit(module)
    return found


def test_no_circle() -> None:
    files = {module_of(path): path.read_text(encoding="utf-8") for path in (ROOT / "fosdesk").rglob("*.py")}
    edges = {module: set(imported(code, files)) - {module} for module, code in files.items()}
    assert len(files) > 250
    assert sum(map(len, edges.values())) > 1000, "so many imports are seen"
    assert circles(edges) == []


def test_circles_are_noticed() -> None:
    code = (
        "if TYPE_CHECKING:\n    from a.b import C\ndef act():\n    import a.d\n    from a import e\n    from x import y"
    )
    assert sorted(imported(code, ["a", "a.b", "a.d", "a.e"])) == ["a.b", "a.d", "a.e"]
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}) == [{"a", "b", "c"}]
    assert circles({"a": {"b"}, "b": set()}) == []
    assert circles({"a": {"b", "c"}, "b": {"a"}, "c": {"d"}, "d": {"c"}}) == [{"c", "d"}, {"a", "b"}]
    assert circles({"a": {"a"}}) == [{"a"}]
