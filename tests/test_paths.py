"""Resources are found in a checkout and in an installation, and the user's folder is local."""

import importlib.util
import shutil
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
