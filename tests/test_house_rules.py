"""What the code looks like: short files, honest names, no clock and no file of its own outside their rooms."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = sorted(path for top in ("fosdesk", "packaging", "tests") for path in (ROOT / top).rglob("*.py"))
BANNED = "model|manager|helper|util|common|misc|core|base|data|info"
BANNED_NAME = re.compile(rf"(?:^|_)(?:{BANNED})s?$|^(?:base|common|misc|util|helper)s?_")
SUFFIXES = {"page": "Page", "dialog": "Dialog", "table": "Table"}
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "currentDate", "currentDateTime"}
# What else has a label: a widget of its own class, a step of undo, a kind of text in a layout; a reader says it itself.
NOT_DEFINITIONS = {"self", "done[-1]", "undone[-1]", "making.kinds", "arrivals", "reader", "chapter.reader"}
CLOCK_OWNERS = {"datetime", "date", "time", "QDate", "QDateTime", "QTime"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def in_house(path: Path) -> bool:
    return name_of(path).startswith("fosdesk/")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), name_of(path))


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def is_camel(name: str) -> bool:
    return re.match(r"[a-z]+[a-z0-9]*[A-Z]", name) is not None


def banned_names(tree: ast.Module, module: str) -> Iterator[str]:
    names = [module]
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            names.append(node.name)
            # `data` is also Qt's own question to a table, which puts an index first.
            names += [one.name for one in functions(node) if not asks_a_table(one)]
    names += [one.name for one in functions(tree)]
    return (name for name in names if not is_camel(name) and not name.startswith("test_") and is_banned(name))


def is_banned(name: str) -> bool:
    return BANNED_NAME.search(snake(name.strip("_"))) is not None


def functions(node: ast.Module | ast.ClassDef) -> list[ast.FunctionDef]:
    return [one for one in node.body if isinstance(one, ast.FunctionDef)]


def asks_a_table(function: ast.FunctionDef) -> bool:
    arguments = [*function.args.posonlyargs, *function.args.args]
    return function.name == "data" and len(arguments) > 1 and arguments[1].arg == "index"


def clocks(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            owner = node.value
            if (owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")) in CLOCK_OWNERS:
                yield ast.unparse(node)
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            yield ast.unparse(node)


def misplaced_camel(tree: ast.Module, qt_names: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef):
            continue
        names = [one.name for one in functions(node)]
        yield from (f"{name} is not a name of Qt's" for name in names if is_camel(name) and name not in qt_names)
        yield from (f"{b} stands after {a}" for a, b in pairwise(names) if is_camel(a) and b not in qt_names)


def words_past_their_place(tree: ast.Module) -> Iterator[str]:
    """English words read off a definition; what asks for them there knows no context."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node.attr not in ("label", "hint", "one", "many", "label_of"):
            continue
        if ast.unparse(node.value) not in NOT_DEFINITIONS:
            yield ast.unparse(node)


def asserts_something(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.Assert) or (isinstance(node, ast.Attribute) and node.attr in ("raises", "waitUntil"))
        for node in ast.walk(tree)
    )


@pytest.fixture(scope="module")
def qt_names() -> set[str]:
    from PySide6 import QtCore, QtGui, QtWidgets

    # By name: PySide6 makes its classes when they are asked for.
    values = [getattr(room, name) for room in (QtCore, QtGui, QtWidgets) for name in dir(room)]
    classes = [value for value in values if isinstance(value, type)]
    return {name for one in classes for name in dir(one)}


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in OURS}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_names_say_what_a_thing_is() -> None:
    found = {name_of(path): sorted(banned_names(tree_of(path), path.stem)) for path in OURS}
    assert {name: names for name, names in found.items() if names} == {}


def test_banned_names_are_noticed() -> None:
    code = "class FormHelper:\n  def load_data(self): ...\n  def data(self, index): ...\n"
    code += "def base_form(): ...\ndef info(): ..."
    assert sorted(banned_names(ast.parse(code), "utils")) == ["FormHelper", "base_form", "info", "load_data", "utils"]
    assert list(banned_names(ast.parse("class Database: ...\ndef core_component(): ..."), "database")) == []


def test_every_module_says_what_it_holds_in_one_line() -> None:
    silent = {}
    for path in OURS:
        text = ast.get_docstring(tree_of(path)) or ""
        if not text or (in_house(path) and len(text.splitlines()) > 1):
            silent[name_of(path)] = text
    assert silent == {}


def test_suffixes_tell_what_a_module_shows() -> None:
    wrong = []
    for path in (ROOT / "fosdesk" / "ui").rglob("*.py"):
        suffix = SUFFIXES.get(path.stem.rpartition("_")[2], "")
        shown = [node for node in tree_of(path).body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
        if shown and not any(node.name.endswith(suffix) for node in shown):
            wrong.append(name_of(path))
    assert wrong == []


def test_only_paths_knows_where_files_lie() -> None:
    knowing = [name_of(path) for path in OURS if in_house(path) and "__file__" in path.read_text(encoding="utf-8")]
    assert knowing == ["fosdesk/paths.py"]


def test_only_app_and_screen_read_the_clock() -> None:
    found = {name_of(path): list(clocks(tree_of(path))) for path in OURS if in_house(path)}
    outside = {n: c for n, c in found.items() if c and not n.startswith(("fosdesk/ui/", "fosdesk/app"))}
    assert outside == {}


def test_clocks_are_noticed() -> None:
    code = "import time, datetime\ndatetime.datetime.now()\ntime.time()\ndate.today()\nschool.time\nplan.now()"
    assert list(clocks(ast.parse(code))) == ["datetime.datetime.now", "time.time", "date.today"]


def test_one_module_says_the_words_of_a_definition() -> None:
    exempt = ("fosdesk/domain/fields.py", "fosdesk/display/noun_words.py", "fosdesk/domain/rules/search_index.py")
    found = {name_of(path): list(words_past_their_place(tree_of(path))) for path in OURS if in_house(path)}
    assert {name: said for name, said in found.items() if said and name not in exempt} == {}


def test_words_past_their_place_are_noticed() -> None:
    code = "words(field.label)\n[words(o.label) for o in x]\nf(kind.label_of(k))\n"
    code += "NOUNS[k].one + n.many + f.hint\nself.label\nreader.label(note, name)"
    found = ["NOUNS[k].one", "f.hint", "field.label", "kind.label_of", "n.many", "o.label"]
    assert sorted(words_past_their_place(ast.parse(code))) == found


def test_camel_case_is_for_the_overrides_of_qt_which_stand_last(qt_names: set[str]) -> None:
    # The reports override ReportLab, which has names of the same kind.
    rooms = [path for path in OURS if in_house(path) and not name_of(path).startswith("fosdesk/reports/")]
    found = {name_of(path): list(misplaced_camel(tree_of(path), qt_names)) for path in rooms}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_camel_case_of_our_own_is_noticed(qt_names: set[str]) -> None:
    code = "class A:\n  def paintEvent(self, event): ...\n  def show_all(self): ...\n  def makeAll(self): ..."
    found = list(misplaced_camel(ast.parse(code), qt_names))
    assert found == ["makeAll is not a name of Qt's", "show_all stands after paintEvent"]


def test_every_test_file_asserts_something() -> None:
    idle = [name_of(path) for path in OURS if path.name.startswith("test_") and not asserts_something(tree_of(path))]
    assert idle == []


def test_every_room_is_a_package_so_that_the_contracts_see_it() -> None:
    rooms = {path.parent for path in OURS if in_house(path)}
    assert [name_of(room) for room in sorted(rooms) if not (room / "__init__.py").exists()] == []


def test_resources_hold_no_code() -> None:
    assert list((ROOT / "resources").rglob("*.py")) == []


def test_no_room_is_a_crowd() -> None:
    rooms = {path.parent for path in OURS if in_house(path)}
    assert {name_of(room): n for room in rooms if (n := len(list(room.glob("[!_]*.py")))) > 25} == {}


def test_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would shadow the library of that name"
