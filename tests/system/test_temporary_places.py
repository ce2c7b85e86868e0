"""Where mail programs and archivers put a file for a moment is known; a folder that somebody chose is left alone."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from fosdesk.system.temporary_places import is_temporary

LOCAL = r"C:\Users\kari\AppData\Local"


@pytest.mark.parametrize(
    "file",
    [
        PureWindowsPath(LOCAL + r"\Microsoft\Windows\INetCache\Content.Outlook\A1B2C3D4\Fjordvik.fosdesk"),
        PureWindowsPath(LOCAL + r"\Temp\Temp1_skolefiler.zip\Fjordvik.fosdesk"),
        PureWindowsPath(LOCAL + r"\Temp\7zO4C1A\Fjordvik.fosdesk"),
        PureWindowsPath(LOCAL + r"\temp\Rar$DIa1234.56\Fjordvik.fosdesk"),
        PureWindowsPath(LOCAL + r"\Packages\Microsoft.Outlook_8we\LocalCache\Local\Olk\Attachments\a.fosdesk"),
        PureWindowsPath(r"C:\Windows\Temp\a.fosdesk"),
        PureWindowsPath(r"\\server\hjem\kari\AppData\Local\Temp\a.fosdesk"),
        PurePosixPath("/Users/kari/Library/Containers/com.apple.mail/Data/Library/Mail Downloads/9A/a.fosdesk"),
        PurePosixPath("/tmp/mozilla_kari0/a.fosdesk"),
        PurePosixPath("/home/kari/.cache/.fr-x1Y2/a.fosdesk"),
    ],
)
def test_a_folder_that_is_emptied_is_known(file: PurePath) -> None:
    assert is_temporary(file)


@pytest.mark.parametrize(
    "file",
    [
        PureWindowsPath(r"C:\Users\kari\Documents\Fjordvik.fosdesk"),
        PureWindowsPath(r"C:\Users\kari\Documents\Temp1_a.fosdesk"),
        PureWindowsPath(r"C:\Users\kari\Downloads\Fjordvik.fosdesk"),
        PureWindowsPath(LOCAL + r"\fosdesk\documents in the making\12-ab\Fjordvik.fosdesk"),
        PureWindowsPath(r"\\server\felles\Skolen\Temperatur\a.fosdesk"),
        PurePosixPath("/home/kari/a.fosdesk"),
    ],
)
def test_a_folder_that_somebody_chose_is_not_taken_for_one(file: PurePath) -> None:
    assert not is_temporary(file)
