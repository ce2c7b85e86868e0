"""The one command for developers: it says in a sentence what it cannot do, and does nothing twice."""

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import compiling
import dev
import machine
import parts
from machine import StopError

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    left = {name: value for name, value in os.environ.items() if name not in SCREENS}
    return subprocess.run(
        [sys.executable, dev.ROOT / "packaging" / "dev.py", *arguments],
        env=left | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


if sys.platform == "linux":  # the others always have a screen, and bring the libraries along

    @pytest.mark.parametrize("arguments", [[], ["--language", "nn"], ["--data-dir=there"]])
    def test_without_a_screen_one_sentence_names_the_tour(arguments: list[str]) -> None:
        done = call("run", *arguments)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert "python3 packaging/dev.py tour" in done.stderr

    def test_a_library_that_is_not_there_is_noticed() -> None:
        assert machine.can_be_opened("libc.so.6")
        assert not machine.can_be_opened("libfosdesk-never.so.1")


@pytest.mark.parametrize("arguments", [["info", "a.fosdesk"], ["--data-dir", "there", "check", "a"], ["--help"]])
def test_commands_need_no_screen(arguments: list[str]) -> None:
    assert not dev.opens_a_window(arguments)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help_shows_every_command(arguments: list[str]) -> None:
    done = call(*arguments)
    assert done.returncode == 0
    assert all(f"dev.py {name}" in done.stdout for name in dev.COMMANDS)


@pytest.mark.parametrize("arguments", [[], ["fly"]])
def test_an_unknown_command_is_refused_with_the_list(arguments: list[str]) -> None:
    done = call(*arguments)
    assert done.returncode == 2
    assert "dev.py test" in done.stderr
    assert done.stdout == ""


def test_a_tour_of_two_folders_is_refused() -> None:
    done = call("tour", "one", "two")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What `dev` would run in an environment that has its Python and nothing else; none of it is run."""
    found: list[list[str]] = []

    def run(command: Sequence[str | Path], **_: object) -> subprocess.CompletedProcess[str]:
        found.append([str(part) for part in command])
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(subprocess, "call", lambda command, **more: run(command, **more).returncode)
    for name, path in (("PYTHON", "python"), ("STAMP", "stamp"), ("LOCK", "the.lock"), ("TRANSLATIONS", "words")):
        monkeypatch.setattr(dev, name, tmp_path / path)
    monkeypatch.setattr(dev, "RUN_LOCK", tmp_path / "run.lock")
    (tmp_path / "framework").mkdir()
    monkeypatch.setattr(dev, "FRAMEWORK", tmp_path / "framework")
    (tmp_path / "python").touch()
    (tmp_path / "the.lock").write_text("msgspec==0.22.0 pytest==9.2.0", encoding="utf-8")
    (tmp_path / "run.lock").write_text("msgspec==0.22.0", encoding="utf-8")
    return found


def installations(commands: list[list[str]], lock: str = "run.lock") -> int:
    """How often the packages of a lock were fetched; the commands are forgotten."""
    found = [command for command in commands if "install" in command and Path(command[-1]).name == lock]
    commands.clear()
    return len(found)


def test_nothing_is_set_up_twice(commands: list[list[str]]) -> None:
    dev.set_up()
    assert installations(commands) == 1
    for _ in range(2):
        dev.set_up()
        assert commands == [], "not a single program is started, so it costs next to nothing"


def test_what_changed_is_set_up_anew(commands: list[list[str]], tmp_path: Path) -> None:
    dev.set_up()
    assert installations(commands) == 1
    dev.RUN_LOCK.write_text("msgspec==0.23.0", encoding="utf-8")
    dev.set_up()
    assert installations(commands) == 1, "another lock"
    dev.STAMP.write_text(dev.STAMP.read_text(encoding="utf-8") + " moved", encoding="utf-8")
    dev.set_up()
    assert installations(commands) == 1, "an environment that was made for another place"
    dev.TRANSLATIONS.mkdir()
    (dev.TRANSLATIONS / "nb.po").touch()
    dev.set_up()
    assert (dev.TRANSLATIONS / "nb" / "LC_MESSAGES" / "fosdesk.mo").is_file()
    assert commands == []


def test_running_fetches_what_running_needs_and_the_tests_add_their_tools(commands: list[list[str]]) -> None:
    dev.set_up()
    assert installations(commands) == 1
    dev.set_up(dev.LOCK)
    assert installations(commands, "the.lock") == 1
    for lock in (dev.RUN_LOCK, dev.LOCK, None):
        dev.set_up(lock)
        assert commands == [], "what the tests need has all that running needs"


def test_an_environment_that_an_earlier_version_made_serves_as_it_is(commands: list[list[str]]) -> None:
    earlier = f"{hashlib.sha256(dev.LOCK.read_bytes()).hexdigest()} {dev.ROOT}"
    dev.STAMP.write_text(earlier, encoding="utf-8")
    for lock in (dev.RUN_LOCK, dev.LOCK):
        dev.set_up(lock)
    assert commands == []
    assert dev.STAMP.read_text(encoding="utf-8") == earlier


def test_what_broke_off_is_not_taken_for_what_stood_before(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up()
    before = dev.RUN_LOCK.read_text(encoding="utf-8")
    dev.RUN_LOCK.write_text("msgspec==0.23.0", encoding="utf-8")
    with monkeypatch.context() as offline:
        offline.setattr(subprocess, "call", lambda command, **_: 1)
        with pytest.raises(StopError):
            dev.set_up()
    dev.RUN_LOCK.write_text(before, encoding="utf-8")
    commands.clear()
    dev.set_up()
    assert installations(commands) == 1, "some packages of the other lock may be there"


def test_what_could_not_be_installed_is_tried_again(commands: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as offline:
        offline.setattr(subprocess, "call", lambda command, **_: 1)
        with pytest.raises(StopError, match="look at the network connection"):
            dev.set_up()
    dev.set_up()
    assert installations(commands) == 1


def test_the_program_is_found_from_any_folder(tmp_path: Path) -> None:
    code = "import fosdesk, os; print(os.getcwd())"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=dev.environment(), capture_output=True, encoding="utf-8"
    )
    assert done.stdout.strip() == str(tmp_path)
    assert done.stderr == ""


def test_the_documents_are_read_from_the_help() -> None:
    text = "usage: fosdesk report [-h] [--audience {school,owner}] {gate-log,whole} FILE PDF\n\npositional arguments:\n"
    assert dev.documents(text) == ["gate-log", "whole"]
    assert dev.documents("usage: fosdesk report [-h] {whole,\n     gate_log} FILE PDF") == ["whole", "gate_log"]


def test_missing_libraries_become_the_packages_that_bring_them() -> None:
    there = set(machine.LIBRARIES) - {"libEGL.so.1", "libxcb-cursor.so.0"}
    assert machine.missing(machine.LIBRARIES, there.__contains__) == ["libegl1", "libxcb-cursor0"]
    assert machine.missing(machine.LIBRARIES, lambda library: True) == []


@pytest.mark.parametrize("version", [(3, 9), (3, 10)])
def test_an_old_python_is_refused_in_one_sentence(version: tuple[int, int]) -> None:
    with pytest.raises(StopError, match=r"^fosdesk needs Python 3\.11 or newer, and this is 3\.\d+: [^\n]+$"):
        machine.check_python(version)


def test_this_machine_will_do(capsys: pytest.CaptureFixture[str]) -> None:
    machine.check_python()
    machine.check_system()
    assert capsys.readouterr() == ("", ""), "nothing is asked for"


def test_the_tool_can_be_read_by_an_old_python() -> None:
    for name in ("dev.py", "machine.py", "compiling.py", "system_packages.py"):
        assert ast.parse((dev.ROOT / "packaging" / name).read_text(encoding="utf-8"), feature_version=(3, 9)).body


def locked(path: Path) -> dict[str, str]:
    """The entries of a lock, by name: version, marker and hashes, without what they are there for."""
    entries = re.split(r"\n(?=[a-z])", path.read_text(encoding="utf-8"))
    lines = ["\n".join(line for line in one.splitlines() if not line.lstrip().startswith("#")) for one in entries]
    return {one.partition("==")[0]: one.strip() for one in lines if "==" in one}


def test_the_locks_hold_what_the_project_asks_for_with_hashes() -> None:
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        dev.RUN_LOCK: project["project"]["dependencies"],
        dev.LOCK: [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]],
    }
    for lock, wishes in asked.items():
        entries = locked(lock)
        for wish in map(Requirement, wishes):
            entry = entries[canonicalize_name(wish.name)]
            version = re.match(r"[^=]+==(\S+)", entry)
            assert version
            assert version[1] in wish.specifier, wish
        assert all("--hash=sha256:" in entry for entry in entries.values())


def test_what_runs_is_what_is_tested() -> None:
    run, tests = locked(dev.RUN_LOCK), locked(dev.LOCK)
    assert len(run) > 30
    assert {name: entry for name, entry in run.items() if tests.get(name) != entry} == {}
    assert not {"babel", "pytest", "mypy", "ruff", "hypothesis"} & set(run)


def test_all_that_a_part_needs_in_turn_is_locked() -> None:
    assert {str(canonicalize_name(one.name)) for one in parts.needed()} == set(locked(dev.RUN_LOCK))


def test_the_tests_say_what_they_lack_where_it_cannot_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "is_there", lambda tool: tool != "javac")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(StopError, match="default-jdk-headless"):
        machine.provide(for_tests=True)
    for platform, said in (("darwin", "brew install openjdk"), ("win32", "choco install -y openjdk")):
        monkeypatch.setattr(sys, "platform", platform)
        with pytest.raises(StopError, match=f"type this, then run it again: {said}$"):
            machine.provide(for_tests=True)


def test_what_documents_are_compared_with_leaves_the_locked_packages_as_they_are() -> None:
    def pins(lock: Path) -> dict[str, str]:
        lines = lock.read_text(encoding="utf-8").splitlines()
        return dict(line.split(" ")[0].split("==") for line in lines if "==" in line.split(" ")[0])

    ours, theirs = pins(dev.LOCK), pins(dev.RIVALS)
    assert {"typst", "weasyprint", "pillow", "fonttools"} <= set(theirs)
    assert {name: version for name, version in theirs.items() if ours.get(name, version) != version} == {}


def test_a_bench_of_documents_says_what_is_missing_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "can_be_opened", lambda library: False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    dev._provide_rivals()
    if sys.platform == "linux":
        assert "libharfbuzz-subset0" in capsys.readouterr().out


def test_packages_are_installed_by_their_hashes_alone(commands: list[list[str]]) -> None:
    dev.set_up()
    (install,) = [command for command in commands if "install" in command]
    assert install[-4:] == ["--no-deps", "--require-hashes", "-r", str(dev.RUN_LOCK)]


STEPS = ("ruff check", "ruff format", "mypy", "pytest")


@pytest.mark.parametrize("broken", [(), *((step,) for step in STEPS), ("ruff format", "pytest")])
def test_a_step_that_broke_is_named_and_the_test_does_not_pass(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], broken: tuple[str, ...]
) -> None:
    ran: list[str] = []

    def call(command: Sequence[str | Path], **_: object) -> int:
        step = " ".join(str(part) for part in command[2:])
        ran.append(next(one for one in STEPS if step.startswith(one)))
        return 1 if ran[-1] in broken else 0

    monkeypatch.setattr(dev, "set_up", lambda *_, **__: None)
    monkeypatch.setattr(subprocess, "call", call)
    assert dev.main(["test"]) == (1 if broken else 0)
    assert ran == list(STEPS), "one that broke keeps no other from being run"
    told = f"Not passed: {', '.join(name for name in broken)}." if broken else "All passed."
    assert capsys.readouterr().out.splitlines()[-1] == told


def test_nothing_is_begun_with_catalogues_that_could_not_be_compiled(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dev.set_up(dev.LOCK)
    dev.TRANSLATIONS.mkdir()
    (dev.TRANSLATIONS / "nb.po").write_text('<<<<<<< HEAD\nmsgid ""\n', encoding="utf-8")
    monkeypatch.setattr(machine, "provide", lambda **_: None)
    assert dev.main(["test"]) == 2
    assert "nb.po: line 1 does not belong" in capsys.readouterr().err


def test_the_framework_is_compiled_anew_when_a_text_of_it_was_edited(tmp_path: Path) -> None:
    (tmp_path / "nb").mkdir()
    (tmp_path / "structure.toml").touch()
    text = tmp_path / "nb" / "f1.toml"
    text.touch()
    assert compiling.is_framework_stale(tmp_path)
    (tmp_path / "nb.json").touch()
    assert not compiling.is_framework_stale(tmp_path)
    later = (tmp_path / "nb.json").stat().st_mtime + 1
    os.utime(text, (later, later))
    assert compiling.is_framework_stale(tmp_path)


@pytest.mark.parametrize("command", ["words", "bench"])
def test_a_command_ends_as_what_it_calls_ends(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(dev, "set_up", lambda *_, **__: None)
    monkeypatch.setattr(dev, "_provide_rivals", lambda: None)
    for status in (0, 1):
        monkeypatch.setattr(subprocess, "call", lambda *_, status=status, **__: status)
        assert dev.main([command]) == status


def test_a_tour_stops_where_the_program_failed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "set_up", lambda *_, **__: None)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1, "", ""))
    assert dev.main(["tour", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "fosdesk example ended with 1, so the tour stops here.\n"
