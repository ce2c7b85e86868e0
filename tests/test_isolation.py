"""The tests keep out of the person's own folders, on this system and on Windows, and so do the programs they start."""

import os
import subprocess
import sys
from pathlib import Path

import appdirs
import pytest

from fosdesk import paths

HOME = Path(os.environ["HOME"])
OWN = r"C:\Users\kari\AppData\Local"  # where the shell of Windows says that programs keep what is theirs


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let appdirs work as it does on Windows: it asks the shell for the folder, and never the environment."""

    def asked(folder: str) -> str:
        assert folder == "CSIDL_LOCAL_APPDATA"
        return OWN

    monkeypatch.setattr(appdirs, "system", "win32")
    monkeypatch.setattr(appdirs, "_get_win_folder", asked, raising=False)


def test_the_home_of_the_tests_is_made_for_them() -> None:
    assert HOME.name.startswith("fosdesk-home-")
    for name in ("USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        assert Path(os.environ[name]) == HOME, name


def test_the_users_folder_lies_in_that_home() -> None:
    assert paths.user_folder() == HOME / "fosdesk"


@pytest.mark.usefixtures("on_windows")
def test_the_users_folder_lies_in_that_home_on_windows_too() -> None:
    assert appdirs.user_data_dir("fosdesk", False).startswith(OWN), "the variables of the environment are not asked"
    assert paths.user_folder() == HOME / "fosdesk"


def test_a_program_that_a_test_starts_keeps_out_of_it_as_well() -> None:
    code = "import sys; from fosdesk import paths; sys.stdout.buffer.write(str(paths.user_folder()).encode())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert Path(done.stdout.decode()) == HOME / "fosdesk"


def test_the_user_finds_the_school_where_appdirs_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("FOSDESK_DATA_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert str(paths.user_folder()) == appdirs.user_data_dir("fosdesk", False)
    assert sys.platform != "linux" or paths.user_folder() == tmp_path / "fosdesk"


@pytest.mark.usefixtures("on_windows")
def test_the_user_finds_it_where_windows_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOSDESK_DATA_DIR")
    assert str(paths.user_folder()) == os.path.join(appdirs.os.path.normpath(OWN), "fosdesk")
