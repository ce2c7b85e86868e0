"""Files that antivirus or a sync client on Windows holds for a moment are waited for, wherever fosdesk touches them."""

import ast
import errno
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.exchange import private_folder
from fosdesk.exchange.erase_copies import delete_all
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.store import fingerprint
from fosdesk.store.atomic_file import write_whole
from fosdesk.system.locked_files import remove_tree, rename, wait_for
from fosdesk.ui.frame.drafts_file import keep_drafts, take_drafts
from fosdesk.ui.frame.edits import Draft
from fosdesk.ui.frame.settings_file import SettingsFile

ROOT = Path(__file__).resolve().parents[2]
WAITS = ROOT / "fosdesk" / "system" / "locked_files.py"
IN_USE = 32


class InUse(PermissionError):
    """What Windows says while another program holds a file."""

    winerror = IN_USE


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    return waits


def held(monkeypatch: pytest.MonkeyPatch, name: str, times: int = 3) -> list[str]:
    """Let a call of `os` or `open` be refused as Windows would, `times` times for each file of the test."""
    owner: object = os if hasattr(os, name) else Path
    real, refused = getattr(owner, name), list[str]()

    def call(path: object, *more: object, **other: object) -> object:
        place = str(path)
        if "pytest" in place and refused.count(place) < times:
            refused.append(place)
            raise InUse(errno.EACCES, "The process cannot access the file")
        return real(path, *more, **other)

    monkeypatch.setattr(owner, name, call)
    return refused


# -- the mechanism


def test_a_file_that_is_held_is_waited_for_a_second(slept: list[float]) -> None:
    calls: list[int] = []

    def act() -> str:
        calls.append(1)
        if len(calls) < 5:
            raise InUse(errno.EACCES, "in use")
        return "done"

    assert wait_for(act) == "done"
    assert 0.2 < sum(slept) < 1


def test_a_file_that_stays_held_is_given_up_after_a_while(slept: list[float], tmp_path: Path) -> None:
    def act() -> None:
        raise InUse(errno.EACCES, "in use")

    with pytest.raises(PermissionError):
        wait_for(act)
    assert 1 < sum(slept) < 2


def test_what_is_refused_for_another_reason_is_not_tried_again(slept: list[float], tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        rename(tmp_path / "not there", tmp_path / "b")
    assert not slept


def test_a_folder_is_removed_with_all_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slept: list[float]
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(b"c")
    (tmp_path / "a" / "d").write_bytes(b"d")
    refused = held(monkeypatch, "unlink")
    assert remove_tree(tmp_path / "a") == []
    assert len(refused) == 6
    assert not (tmp_path / "a").exists()


# -- what goes through it


def reading_settings(folder: Path) -> bool:
    (folder / "settings.json").write_text('{"language": "nn", "second_backups": "E:/"}', encoding="utf-8")
    return SettingsFile(folder).value.second_backups == "E:/"


def reading_drafts(folder: Path) -> bool:
    draft = Draft({"title": "what was typed"})
    keep_drafts(folder, {"a": draft})
    return take_drafts(folder) == {"a": draft} and not (folder / "drafts.json").exists()


def reading_the_fingerprint(folder: Path) -> bool:
    (folder / "a.db").write_bytes(b"a store")
    fingerprint.note(folder / "a.db")
    return fingerprint.matches(folder / "a.db")


def writing(folder: Path) -> bool:
    write_whole(folder / "a", b"new", verify=True)
    return (folder / "a").stat().st_size == 3


def saving(folder: Path) -> bool:
    save_bytes(folder / "a.fosdesk", b"new")
    return (folder / "a.fosdesk").stat().st_size == 3


def reading_a_school_file(folder: Path) -> bool:
    (folder / "a.fosdesk").write_bytes(b"no school")
    try:
        load_school_file(folder / "a.fosdesk")
    except FosdeskError as why:
        return "could not be read" not in why.sentence
    return False


def removing(folder: Path) -> bool:
    (folder / "a").write_bytes(b"a")
    return delete_all([folder / "a"]) == []


def sweeping(folder: Path) -> bool:
    place = private_folder.make_folder(folder)
    (place / "copy.db").write_bytes(b"a person")
    private_folder.remove_folder(place)
    return not place.exists() and private_folder.sweep(folder) == []


OPENING = (reading_settings, reading_drafts, reading_the_fingerprint, writing, saving, reading_a_school_file)


@pytest.mark.parametrize("act", OPENING)
def test_a_file_that_is_held_while_it_is_opened_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slept: list[float], act: Callable[[Path], bool]
) -> None:
    import builtins
    import io

    real: Callable[..., object] = io.open
    refused: list[str] = []

    def call(file: object, *more: object, **other: object) -> object:
        mode = other.get("mode", more[0] if more else "r")
        mine = isinstance(file, str | Path) and Path(file).is_relative_to(tmp_path)
        through_the_program = not (mode == "w" or (mode == "wb" and Path(str(file)).suffix not in (".part",)))
        if mine and through_the_program and refused.count(str(file)) < 3:
            refused.append(str(file))
            raise InUse(errno.EACCES, "The process cannot access the file")
        return real(file, *more, **other)

    monkeypatch.setattr(io, "open", call)
    monkeypatch.setattr(builtins, "open", call)
    assert act(tmp_path)
    assert refused


@pytest.mark.parametrize("act", [removing, sweeping, reading_drafts])
def test_a_file_that_is_held_while_it_is_removed_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slept: list[float], act: Callable[[Path], bool]
) -> None:
    refused = held(monkeypatch, "unlink")
    assert act(tmp_path)
    assert refused


def test_settings_that_stay_held_are_not_replaced_by_what_nobody_chose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slept: list[float]
) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"language": "nn", "second_backups": "E:/", "padlock": "closed"}', encoding="utf-8")
    with monkeypatch.context() as held_for_long:
        refused = InUse(errno.EACCES, "in use")

        def read(path: Path) -> bytes:
            raise refused

        held_for_long.setattr(Path, "read_bytes", read)
        settings = SettingsFile(tmp_path)
        with pytest.raises(FosdeskError):
            settings.change(theme="dark")
    settings.change(theme="dark")
    again = SettingsFile(tmp_path).value
    assert (again.theme, again.language, again.second_backups, again.padlock) == ("dark", "nn", "E:/", "closed")
    assert settings.value == again


# -- that nothing goes past it

MOVING = {"replace", "rename", "renames", "unlink", "remove", "rmtree", "move", "rmdir"}
OF_FILES = {"os", "shutil", "Path"}


def past_the_waiting(tree: ast.Module) -> Iterator[str]:
    """Calls that rename or remove a file themselves."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MOVING:
            owner = ast.unparse(node.func.value)
            if node.func.attr in ("unlink", "rmtree", "rmdir") or owner in OF_FILES:
                yield f"{node.lineno}: {ast.unparse(node.func)}"


def test_whatever_is_renamed_or_removed_goes_through_it() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in (ROOT / "fosdesk").rglob("*.py")
        if path != WAITS
        for line in past_the_waiting(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == set()


def test_what_goes_past_it_is_found() -> None:
    for line in ("os.replace(a, b)", "path.unlink()", "shutil.rmtree(a)", "os.remove(a)", "Path.rename(a, b)"):
        assert [*past_the_waiting(ast.parse(line))]
    assert not [*past_the_waiting(ast.parse("text.replace('a', 'b')\nwords.remove('a')\ntabs.rename(1)"))]
