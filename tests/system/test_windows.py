"""Windows' own calls: short names made long, a socket for each desktop, a name for the task bar, a box for errors."""

import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from fosdesk.system import windows
from fosdesk.system.windows import with_long_names

LONG = {
    r"C:\Users\OAHPAH~1": r"C:\Users\Oahpaheaddji Čuđđe",
    r"C:\Users\OAHPAH~1\AppData\Local": r"C:\Users\Oahpaheaddji Čuđđe\AppData\Local",
    r"\\FELLES~1\skole": r"\\felles-server\skole",
}


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (r"C:\Users\OAHPAH~1\AppData\Local", r"C:\Users\Oahpaheaddji Čuđđe\AppData\Local"),
        (r"C:\Users\OAHPAH~1\AppData\Local\fosdesk", r"C:\Users\Oahpaheaddji Čuđđe\AppData\Local\fosdesk"),
        (r"C:\Users\OAHPAH~1\new\fosdesk", r"C:\Users\Oahpaheaddji Čuđđe\new\fosdesk"),
        (r"C:\Users\Áile\AppData\Local\fosdesk", r"C:\Users\Áile\AppData\Local\fosdesk"),
        (r"D:\a~1\fosdesk", r"D:\a~1\fosdesk"),
        (r"\\server\skole\~1", r"\\server\skole\~1"),
    ],
)
def test_a_short_name_of_an_account_with_other_letters_is_made_long(short: str, long: str) -> None:
    assert str(with_long_names(PureWindowsPath(short), lambda path: LONG.get(path, ""))) == long


def test_a_path_that_is_long_is_not_asked_about() -> None:
    def ask(path: str) -> str:
        raise AssertionError(path)

    path = PureWindowsPath(r"\\server\felles\Čuđđe\fosdesk")
    assert with_long_names(path, ask) is path


def test_the_folder_of_an_account_with_other_letters_can_be_used(tmp_path: Path) -> None:
    """The store, a backup and the settings in a folder such as Windows makes for a Sámi name."""
    folder = tmp_path / "Oahpaheaddji Čuđđe Ŋŧž" / "AppData" / "Local" / "fosdesk"
    folder.mkdir(parents=True)
    code = (
        "import sys; from pathlib import Path; from fosdesk import paths; from fosdesk.store import Store;"
        "from fosdesk.ui.frame.settings_file import SettingsFile;"
        "folder = paths.user_folder(); store = Store.open(folder / 'fosdesk.db');"
        "backup = store.backup(folder / 'backups', 1); store.close();"
        "SettingsFile(folder).change(folder=str(folder));"
        "print(backup.is_file(), SettingsFile(folder).value.folder == str(folder), folder.name)"
    )
    import os

    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "FOSDESK_DATA_DIR": str(folder), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (ran.stdout.strip(), ran.stderr) == ("True True fosdesk", "")


def test_each_desktop_has_a_name_that_stays(tmp_path: Path) -> None:
    assert windows.session() == windows.session() != ""


def test_the_calls_can_be_made_on_every_system() -> None:
    windows.name_application()
    windows.let_others_come_to_front()
    assert windows.long_path(Path("a")) == Path("a")


def test_one_module_alone_calls_windows() -> None:
    """Whatever asks for a library of Windows' stands in it, behind a guard that other systems never pass."""
    root = Path(windows.__file__).resolve().parents[1]
    calling = {path.name for path in root.rglob("*.py") if "windll" in path.read_text(encoding="utf-8")}
    assert calling == {"windows.py"}
    lines = Path(windows.__file__).read_text(encoding="utf-8").splitlines()
    for place, line in enumerate(lines):
        if "windll" in line:
            start = max(at for at in range(place) if lines[at].startswith("def "))
            assert 'if sys.platform == "win32":' in "\n".join(lines[start:place])
