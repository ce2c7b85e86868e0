"""Files that antivirus or a sync client on Windows holds for a moment are waited for, wherever fosdesk touches them."""

import ast
import errno
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fosdesk import paths
from fosdesk.errors import FosdeskError
from fosdesk.exchange import private_folder
from fosdesk.exchange.erase_copies import delete_all
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.exchange.passphrase import read_password_file
from fosdesk.exchange.received_copy import lasting_copy
from fosdesk.exchange.working_copy import schools_in
from fosdesk.store import Store, fingerprint
from fosdesk.store.atomic_file import write_whole
from fosdesk.store.copies.backups import mirror, restore_backup
from fosdesk.store.erasing import cleaned
from fosdesk.system import locked_files
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


def a_store_with_a_backup(folder: Path) -> Path:
    store = Store.open(folder / "a.db")
    made = store.backup(folder / "backups", 1)
    store.close()
    return made


def copying_to_a_second_folder(folder: Path) -> bool:
    made = a_store_with_a_backup(folder)
    return mirror(folder / "backups", folder / "second", "a", 2, None) == 1 and (folder / "second" / made.name).exists()


def bringing_a_backup_back(folder: Path) -> bool:
    made = a_store_with_a_backup(folder)
    restore_backup(made, folder / "a.db", 3)
    return (folder / "a.db").read_bytes() == made.read_bytes()


def erasing_in_a_backup(folder: Path) -> bool:
    return cleaned(a_store_with_a_backup(folder), {}, 3).is_file()


def reading_another_store(folder: Path) -> bool:
    return schools_in(a_store_with_a_backup(folder), data=folder) == []


def marking_a_folder(folder: Path) -> bool:
    paths.mark_open(folder)
    return not paths.is_open_elsewhere(folder)


def reading_a_password(folder: Path) -> bool:
    (folder / "password.txt").write_text("a password", encoding="utf-8")
    return read_password_file(folder / "password.txt") == "a password"


def copying_from_a_temporary_folder(folder: Path) -> bool:
    place = folder / "Content.Outlook"
    place.mkdir()
    (place / "a.fosdesk").write_bytes(b"a school")
    return lasting_copy(place / "a.fosdesk", folder).read_bytes() == b"a school"


OPENING = (
    reading_settings,
    reading_drafts,
    reading_the_fingerprint,
    writing,
    saving,
    reading_a_school_file,
    copying_to_a_second_folder,
    bringing_a_backup_back,
    erasing_in_a_backup,
    reading_another_store,
    marking_a_folder,
    reading_a_password,
    copying_from_a_temporary_folder,
)


@pytest.mark.parametrize("act", OPENING)
def test_a_file_that_is_held_while_it_is_opened_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slept: list[float], act: Callable[[Path], bool]
) -> None:
    """There, Python's `open` names the number of C's library alone, as it does for a file that one may not read."""
    import builtins
    import io

    real: Callable[..., object] = io.open
    refused: list[str] = []

    def is_asked_by_the_program() -> bool:
        frame = sys._getframe(2)
        while frame.f_back is not None and Path(frame.f_code.co_filename).name == "pathlib.py":
            frame = frame.f_back
        return Path(frame.f_code.co_filename).name != Path(__file__).name

    def call(file: object, *more: object, **other: object) -> object:
        mine = isinstance(file, str | Path) and Path(file).is_relative_to(tmp_path)
        if mine and is_asked_by_the_program() and refused.count(str(file)) < 3:
            refused.append(str(file))
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(file, *more, **other)

    monkeypatch.setattr(locked_files, "ON_WINDOWS", True)
    monkeypatch.setattr(io, "open", call)
    monkeypatch.setattr(builtins, "open", call)
    assert act(tmp_path)
    assert refused


def test_elsewhere_a_file_that_one_may_not_read_is_not_tried_again(
    slept: list[float], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*arguments: object, **more: object) -> object:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(locked_files, "ON_WINDOWS", False)
    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(PermissionError):
        locked_files.open_file(tmp_path / "a")
    assert not slept


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


OPENING_CALLS = {"read_bytes", "read_text", "write_bytes", "write_text", "copyfile", "copy2", "copy", "copytree"}
SHIPPED = re.compile(r"(paths\.)?resource\(.*|files\(.*")  # what lies in the program's own folder


def opened_without_waiting(tree: ast.Module) -> Iterator[str]:
    """Calls that open a file themselves, but for what is waited for and for what is shipped."""
    waited = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "wait_for"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or node in waited:
            continue
        called, first = node.func, ast.unparse(node.args[0]) if node.args else ""
        if isinstance(called, ast.Name):
            opens = called.id == "open"
        else:
            owner = ast.unparse(called.value) if isinstance(called, ast.Attribute) else ""
            name = called.attr if isinstance(called, ast.Attribute) else ""
            reads = name in OPENING_CALLS and (owner == "shutil" or name != "copy")
            opens = (reads or (name == "open" and re.fullmatch(r"'[rwxab+]+'", first) is not None)) and not (
                SHIPPED.fullmatch(owner) or (name == "write_text" and len(node.args) > 1)
            )
        if opens:
            yield f"{node.lineno}: {ast.unparse(called)}"


# What opens files that no other program holds: shipped ones, and those of a test of the program in a folder of its own.
OF_NO_OTHERS = {
    "fosdesk/commands/self_test.py",
    "fosdesk/commands/self_test_documents.py",
    "fosdesk/commands/self_test_parts.py",
    "fosdesk/ui/window/system/qt_check.py",
    "fosdesk/words.py",
}


def found_in_the_program(find: Callable[[ast.Module], Iterator[str]]) -> set[str]:
    return {
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in (ROOT / "fosdesk").rglob("*.py")
        if path != WAITS
        for line in find(ast.parse(path.read_text(encoding="utf-8")))
    }


def test_whatever_is_renamed_or_removed_goes_through_it() -> None:
    assert found_in_the_program(past_the_waiting) == set()


def test_whatever_is_opened_goes_through_it() -> None:
    assert {
        one for one in found_in_the_program(opened_without_waiting) if one.split(":")[0] not in OF_NO_OTHERS
    } == set()


def test_what_goes_past_it_is_found() -> None:
    for line in ("os.replace(a, b)", "path.unlink()", "shutil.rmtree(a)", "os.remove(a)", "Path.rename(a, b)"):
        assert [*past_the_waiting(ast.parse(line))]
    assert not [*past_the_waiting(ast.parse("text.replace('a', 'b')\nwords.remove('a')\ntabs.rename(1)"))]
    for line in ("open(a)", "a.open('rb')", "a.read_bytes()", "a.write_text('b')", "shutil.copyfile(a, b)"):
        assert [*opened_without_waiting(ast.parse(line))]
    for line in ("open_file(a)", "dialog.open()", "wait_for(lambda: open(a))", "paths.resource('a').read_bytes()"):
        assert not [*opened_without_waiting(ast.parse(line))]
