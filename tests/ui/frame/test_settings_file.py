"""What a laptop remembers: what is damaged or unknown in the file counts as not chosen, and nothing else is lost."""

import ast
import json
import re
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.ui.frame.settings_file import Settings, SettingsFile

CHOSEN = {"language": "nn", "theme": "dark", "text_size": 150, "padlock": "key", "folder": "C:\\Skole & <b>"}


def read(folder: Path, written: bytes) -> Settings:
    (folder / "settings.json").write_bytes(written)
    return SettingsFile(folder).value


def test_what_is_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "not there yet"
    assert SettingsFile(folder).value == Settings()
    SettingsFile(folder).change(**CHOSEN)
    SettingsFile(folder).change(welcomed=True)
    assert SettingsFile(folder).value == Settings(**CHOSEN, welcomed=True)  # type: ignore[arg-type]
    assert [path.name for path in folder.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("damaged", [b"", b"{", b"null", b"[1]", b"\xff\xfe\x00", b"[" * 100_000, b'{"language": "nn"'])
def test_a_damaged_file_counts_as_nothing_chosen(tmp_path: Path, damaged: bytes) -> None:
    assert read(tmp_path, damaged) == Settings()


@pytest.mark.parametrize(
    "wrong", [{"text_size": "150"}, {"text_size": True}, {"theme": None}, {"welcomed": 1}, {"new": 5}]
)
def test_what_is_of_no_use_leaves_the_rest(tmp_path: Path, wrong: dict[str, object]) -> None:
    assert read(tmp_path, json.dumps({"language": "nn", "padlock": "key", **wrong}).encode()) == Settings(
        language="nn", padlock="key"
    )


@pytest.mark.parametrize("unusable", [{"language": "fi"}, {"text_size": 5}, {"text_size": 10_000}])
def test_a_screen_that_nobody_could_read_is_not_shown(tmp_path: Path, unusable: dict[str, object]) -> None:
    assert read(tmp_path, json.dumps(unusable).encode()) == Settings()


def test_a_language_for_this_time_is_not_remembered(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path)
    settings.use_language("en")
    assert settings.value.language == "en"
    assert SettingsFile(tmp_path).value.language == "nb"


def test_a_folder_that_cannot_be_written_is_told_and_the_choice_counts_for_now(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    settings = SettingsFile(tmp_path / "file")
    with pytest.raises(FosdeskError) as told:
        settings.change(theme="dark")
    assert told.value.arguments == {"folder": str(tmp_path / "file")}
    assert settings.value.theme == "dark"


# -- where dialogs for files start


def test_dialogs_for_files_start_in_the_documents_until_a_folder_was_used(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path)
    documents = Path(settings.start_folder)
    assert documents.is_dir()
    assert documents != Path.cwd()
    settings.change(folder=str(tmp_path))
    assert settings.start_folder == str(tmp_path)


def test_dialogs_for_files_start_in_no_folder_that_is_gone_or_emptied(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path)
    usual = settings.start_folder
    emptied = tmp_path / "AppData" / "Local" / "Temp" / "Temp1_a.zip"
    emptied.mkdir(parents=True)
    for folder in (emptied, tmp_path / "a stick that was taken out"):
        settings.change(folder=str(folder))
        assert settings.start_folder == usual


USED = re.compile(r"(choices|value)\.folder\b")  # is empty at first, and may be gone
DIALOGS = {"getSaveFileName", "getOpenFileName", "getOpenFileNames", "getExistingDirectory"}


def test_no_dialog_for_files_starts_where_the_program_happens_to_be() -> None:
    """Of Windows that is the folder of the program, or System32: each dialog is given a folder to start in."""
    house = Path(__file__).resolve().parents[3] / "fosdesk"
    asking = []
    for path in house.rglob("*.py"):
        written = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(written)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in DIALOGS:
                asking.append(path.name)
                assert len(node.args) >= 3, path
                assert not USED.search(written) or path.name == "copies_nearby.py", path
    assert len(asking) > 10
