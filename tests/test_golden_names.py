"""Nothing is gone of what must never be renamed: keys, ids, acts, settings, files, marks, headers and commands."""

import json
from pathlib import Path

import pytest

from fosdesk.__main__ import COMMANDS
from fosdesk.display.command_options import Asked
from tests import golden_names
from tests.golden_names import GOLDEN, life, missing, names, parts, run
from tests.program import Start, started
from tests.released import copied_folder

__all__ = ["started"]
LISTED = json.loads(GOLDEN.read_text(encoding="utf-8"))
FROM_WINDOW = ("pages", "files")


@pytest.fixture(scope="module")
def now() -> golden_names.Names:
    return names()


@pytest.mark.parametrize("kind", [kind for kind in LISTED if kind not in FROM_WINDOW])
def test_nothing_golden_is_gone(now: golden_names.Names, kind: str) -> None:
    assert list(missing(LISTED[kind], now.get(kind), kind)) == []


def test_no_page_and_no_part_is_gone(started: Start, tmp_path: Path) -> None:
    assert list(missing(LISTED["pages"], parts(started(copied_folder(tmp_path))))) == []


def test_files_and_marks_in_the_folders_are_called_as_ever(started: Start, tmp_path: Path) -> None:
    program = started(copied_folder(tmp_path))
    made = sorted(set(life(program, tmp_path / "second")))
    assert list(missing(LISTED["files"], made)) == []


@pytest.mark.parametrize(("fault", "code"), [(ZeroDivisionError, 1), (KeyboardInterrupt, 130)])
def test_faults_of_ours_and_interruptions_end_as_ever(
    monkeypatch: pytest.MonkeyPatch, fault: type[BaseException], code: int
) -> None:
    def fail(_asked: Asked) -> int:
        raise fault

    monkeypatch.setitem(COMMANDS, "check", COMMANDS["check"]._replace(run=fail))
    assert run("check", "x")[0] == code


def test_what_is_gone_or_changed_is_noticed() -> None:
    golden = {"nouns": {"a": {"stored as": "str", "options": ["x", "y"]}, "b": {}}, "exit": {"help": 0}}
    now = {"nouns": {"a": {"stored as": "int", "options": ["y", "z"]}, "c": {}}, "exit": {"help": 0}, "more": 1}
    assert list(missing(golden, now)) == [
        "/nouns/a/stored as was 'str' and is 'int'",
        "/nouns/a/options/x is gone",
        "/nouns/b is gone",
    ]
    assert list(missing(golden, None)) == ["/nouns is gone", "/exit is gone"]


def test_the_golden_list_is_not_empty_anywhere() -> None:
    assert [kind for kind, listed in LISTED.items() if not listed] == []
    assert len(LISTED["nouns"]) >= 28
    assert {"padlock", "second_backups", "elsewhere"} <= LISTED["settings"]["names"].keys()
