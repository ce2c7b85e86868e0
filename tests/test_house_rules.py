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
NOT_DEFINITIONS = {"self", "done[-1]", "undone[-1]", "layout.kinds", "arrivals", "reader", "chapter.reader"}
CONVERSIONS = {"fromtimestamp", "utcfromtimestamp", "timestamp", "localtime", "gmtime", "mktime", "ctime"}
CONVERSIONS |= {"fromMSecsSinceEpoch", "fromSecsSinceEpoch", "toMSecsSinceEpoch", "toSecsSinceEpoch"}
SHIRKING = ("skip", "skipif", "xfail", "importorskip", "sleep")
STARTS = ("run", "Popen", "check_output")
ASSERTING = ("check_", "assert_", "test_")
WAIT_AND_FAIL = ("raises", "waitUntil", "waitSignal", "waitSignals")  # they fail when it does not come
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


def conversions(tree: ast.Module) -> Iterator[str]:
    """What turns a number into a date or a date into a number, wherever it is named."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CONVERSIONS:
            yield ast.unparse(node)
        if isinstance(node, ast.ImportFrom) and {one.name for one in node.names} & CONVERSIONS:
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


def all_functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def asserts_itself(function: ast.FunctionDef) -> bool:
    """Whether something is asked of what the program did; that a name is not None is said for the types alone."""
    return any(
        (isinstance(node, ast.Assert) and not is_for_the_types(node.test))
        or (isinstance(node, ast.Attribute) and node.attr in WAIT_AND_FAIL)
        for node in ast.walk(function)
    )


def is_for_the_types(test: ast.expr) -> bool:
    match test:
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name() | ast.Attribute(), *_]):
            return True
        case ast.Compare(left=ast.Name() | ast.Attribute(), ops=[ast.IsNot()], comparators=[ast.Constant(value=None)]):
            return True
    return False


def idle_tests(tree: ast.Module, shared: set[str]) -> Iterator[str]:
    """The tests that assert nothing, neither themselves nor through a function that does and is named so."""
    for function in all_functions(tree):
        calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
        called = {name.id for name in calls if isinstance(name, ast.Name)}
        if function.name.startswith("test_") and not asserts_itself(function) and not called & shared:
            yield function.name


def asserting_functions() -> set[str]:
    """The functions of the tests that are named for what they assert, and do; tests that other tests call as well."""
    trees = [tree_of(path) for path in OURS if name_of(path).startswith("tests/")]
    named = [one for tree in trees for one in all_functions(tree) if one.name.startswith(ASSERTING)]
    return {one.name for one in named if asserts_itself(one)}


def shirking(tree: ast.Module) -> Iterator[str]:
    """Where a test is left out on some machine, or hopes that something has happened after a while."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            named = ast.unparse(node)
            if node.attr in SHIRKING or named == "qtbot.wait":
                yield named


def unnamed_encodings(tree: ast.Module) -> Iterator[str]:
    """Calls that read or write text as the machine happens to: in UTF-8 here, and in another encoding on Windows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not any(keyword.arg == "encoding" for keyword in node.keywords):
            places = {"read_text": 1, "write_text": 2}.get(name_called(node.func), 0)
            if len(node.args) < places or starts_as_text(node) or opens_as_text(node):
                yield ast.unparse(node)


def name_called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def starts_as_text(call: ast.Call) -> bool:
    return name_called(call.func) in STARTS and any(keyword.arg == "text" for keyword in call.keywords)


def opens_as_text(call: ast.Call) -> bool:
    is_binary = any(isinstance(one, ast.Constant) and "b" in str(one.value) for one in call.args[1:])
    return isinstance(call.func, ast.Name) and call.func.id == "open" and not is_binary


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
    exempt = ("fosdesk/domain/fields.py", "fosdesk/display/noun_words.py", "fosdesk/domain/rules/search_speech.py")
    found = {name_of(path): list(words_past_their_place(tree_of(path))) for path in OURS if in_house(path)}
    assert {name: said for name, said in found.items() if said and name not in exempt} == {}


def test_words_past_their_place_are_noticed() -> None:
    code = "words(field.label)\n[words(o.label) for o in x]\nf(kind.label_of(k))\n"
    code += "NOUNS[k].one + n.many + f.hint\nself.label\nreader.label(note, name)"
    found = ["NOUNS[k].one", "f.hint", "field.label", "kind.label_of", "n.many", "o.label"]
    assert sorted(words_past_their_place(ast.parse(code))) == found


def test_only_one_module_turns_stored_times_into_dates() -> None:
    # A time from another laptop may be any number, and most ways to convert it fail outside of some years.
    found = {name_of(path): sorted(conversions(tree_of(path))) for path in OURS if in_house(path)}
    assert {name for name, calls in found.items() if calls} == {"fosdesk/domain/values/moments.py"}


def test_conversions_of_times_are_noticed() -> None:
    code = "datetime.fromtimestamp(1)\ndate.fromtimestamp(1)\nQDateTime.fromSecsSinceEpoch(1)\nday.timestamp()"
    code += "\ntime.gmtime(1)\nfrom time import localtime\ndatetime.utcfromtimestamp"
    assert len(set(conversions(ast.parse(code)))) == 7


def test_camel_case_is_for_the_overrides_of_qt_which_stand_last(qt_names: set[str]) -> None:
    # The reports override ReportLab, which has names of the same kind.
    rooms = [path for path in OURS if in_house(path) and not name_of(path).startswith("fosdesk/reports/")]
    found = {name_of(path): list(misplaced_camel(tree_of(path), qt_names)) for path in rooms}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_camel_case_of_our_own_is_noticed(qt_names: set[str]) -> None:
    code = "class A:\n  def paintEvent(self, event): ...\n  def show_all(self): ...\n  def makeAll(self): ..."
    found = list(misplaced_camel(ast.parse(code), qt_names))
    assert found == ["makeAll is not a name of Qt's", "show_all stands after paintEvent"]


def test_every_test_function_asserts() -> None:
    shared = asserting_functions()
    tests = [path for path in OURS if path.name.startswith("test_")]
    idle = {name_of(path): list(idle_tests(tree_of(path), shared)) for path in tests}
    assert {name: names for name, names in idle.items() if names} == {}


def test_a_test_that_asserts_nothing_is_noticed() -> None:
    code = """
def test_idle(): run()
def test_for_the_types(): assert isinstance(page, Page); assert found is not None; assert self.window is not None
def test_through_another(): check_all(1)
def test_through_one_that_asserts_nothing(): check_nothing()
def test_itself(): assert found == 1
def test_that_something_is_refused():
    with pytest.raises(ValueError): run()
"""
    found = list(idle_tests(ast.parse(code), {"check_all"}))
    assert found == ["test_idle", "test_for_the_types", "test_through_one_that_asserts_nothing"]


def test_no_test_is_skipped_or_waits_for_a_time() -> None:
    tests = [path for path in OURS if name_of(path).startswith("tests/") and path.parent.name != "bench"]
    found = {name_of(path): list(shirking(tree_of(path))) for path in tests}
    assert {name: calls for name, calls in found.items() if calls} == {}


def test_skipping_and_sleeping_are_noticed() -> None:
    code = "@pytest.mark.skipif(x)\ndef test_a():\n  qtbot.wait(5)\n  time.sleep(1)\n  work.wait(1)\n  pytest.skip()"
    assert sorted(shirking(ast.parse(code))) == ["pytest.mark.skipif", "pytest.skip", "qtbot.wait", "time.sleep"]


def test_every_text_file_is_read_and_written_in_a_named_encoding() -> None:
    found = {name_of(path): list(unnamed_encodings(tree_of(path))) for path in OURS}
    assert {name: calls for name, calls in found.items() if calls} == {}


def test_an_encoding_that_depends_on_the_machine_is_noticed() -> None:
    wrong = ["a.read_text()", "b.write_text(x)", "run(c, text=True)", "open(d)"]
    right = ["a.read_text('utf-8')", "b.write_text(x, encoding='ascii')", "run(c, encoding='utf-8')", "open(d, 'rb')"]
    assert list(unnamed_encodings(ast.parse("\n".join([*wrong, *right])))) == wrong


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


def test_threads_are_started_by_the_worker_alone() -> None:
    ours = [path for path in OURS if in_house(path) and "threading" in path.read_text(encoding="utf-8")]
    starting = [name_of(path) for path in ours if any(is_thread(node) for node in ast.walk(tree_of(path)))]
    assert starting == ["fosdesk/ui/frame/worker.py"], "its faults always reach a person"


def is_thread(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Thread"
