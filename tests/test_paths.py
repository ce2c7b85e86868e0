"""Resources are found in a checkout and in an installation, and the user's folder is local."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from fosdesk import paths


def test_resources_lie_beside_the_package_in_a_checkout() -> None:
    assert paths.resource("framework", "structure.toml").is_file()


def test_resources_lie_inside_the_package_when_installed(tmp_path: Path) -> None:
    package = tmp_path / "fosdesk"
    (package / "resources" / "fonts").mkdir(parents=True)
    shutil.copy(paths.__file__, package / "paths.py")
    spec = importlib.util.spec_from_file_location("installed_paths", package / "paths.py")
    assert spec
    assert spec.loader
    installed = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(installed)
    assert installed.resource("fonts") == package / "resources" / "fonts"


def test_the_tests_keep_out_of_the_users_own_folder() -> None:
    assert "fosdesk-home-" in str(paths.user_folder())
    assert paths.user_folder().name == "fosdesk"


def test_a_variable_moves_the_data_folder_and_may_hold_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOSDESK_DATA_DIR", str(tmp_path / "all"))
    assert paths.user_folder() == tmp_path / "all"
    monkeypatch.setenv("FOSDESK_WHO", "kari")
    written = "%FOSDESK_WHO%" if os.name == "nt" else "$FOSDESK_WHO"
    monkeypatch.setenv("FOSDESK_DATA_DIR", str(tmp_path / written / "fosdesk"))
    assert paths.user_folder() == tmp_path / "kari" / "fosdesk"
    monkeypatch.setenv("FOSDESK_DATA_DIR", "~/fosdesk")
    assert paths.user_folder() == Path.home() / "fosdesk"


def test_without_it_the_folder_is_the_one_that_the_page_for_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOSDESK_DATA_DIR", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if sys.platform == "win32":  # it tells the account's own, whatever the variables of the test name
        assert paths.user_folder().parts[-3:] == ("AppData", "Local", "fosdesk")
    else:
        named = {"linux": ".local/share/fosdesk", "darwin": "Library/Application Support/fosdesk"}
        assert paths.user_folder() == Path.home() / named[sys.platform]


@pytest.mark.parametrize(
    ("folder", "who"),
    [
        (PureWindowsPath(r"C:\Users\kari\OneDrive\fosdesk"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\kari\OneDrive - Fjord kommune\Dokumenter\fosdesk"), "OneDrive"),
        (PureWindowsPath(r"D:\Skolen\fosdesk"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\kari\Dropbox (Fjordvik skole)\fosdesk"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\kari\iCloudDrive\fosdesk"), "iCloud"),
        (PureWindowsPath(r"G:\Min disk\fosdesk"), "Google Drive"),
        (PureWindowsPath(r"C:\Users\kari\AppData\Local\fosdesk"), ""),
        (PureWindowsPath(r"C:\Users\kari\Documents\onedrivere enn andre"), ""),
        (PurePosixPath("/Users/kari/Library/Mobile Documents/com~apple~CloudDocs/fosdesk"), "iCloud"),
        (PurePosixPath("/Users/kari/Library/CloudStorage/OneDrive-Fjordkommune/fosdesk"), "OneDrive"),
        (PurePosixPath("/Users/kari/Library/CloudStorage/GoogleDrive-kari@fjord.no/My Drive/fosdesk"), "Google Drive"),
        (PurePosixPath("/Users/kari/Library/CloudStorage/Dropbox/fosdesk"), "Dropbox"),
        (PurePosixPath("/Users/kari/Library/Application Support/fosdesk"), ""),
        (PurePosixPath("/home/kari/Dropbox/skole"), "Dropbox"),
        (PurePosixPath("/home/kari/onedrive/skole"), "OneDrive"),
        (PurePosixPath("/home/kari/.local/share/fosdesk"), ""),
    ],
)
def test_a_folder_that_is_sent_to_the_internet_is_known(folder: PurePath, who: str) -> None:
    environment = {"OneDrive": "", "OneDriveCommercial": r"D:\Skolen"}
    assert paths.synced_by(folder, environment) == who
