"""With the network cut off nothing is missed: no page, document, window or second start asks for an internet socket."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fosdesk.app import STORE_NAME
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.paths import OPEN_MARK
from fosdesk.store import Store
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.settings_file import SettingsFile
from tests.no_network import KILLED
from tests.program import NOON

ROOT = Path(__file__).resolve().parents[2]
# The system's printing is asked for printers where somebody prints, and so in the self-test: here, it is not there.
WITHOUT_PRINTERS = {"CUPS_SERVER": str(ROOT / "no such socket")}
_PATIENCE = 60  # s


def guarded(*arguments: str | Path) -> "subprocess.Popen[str]":
    """A process that dies when it opens an internet socket."""
    environment = {**os.environ, **WITHOUT_PRINTERS, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.no_network", *map(str, arguments)]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", cwd=ROOT
    )


def ended(*arguments: str | Path) -> tuple[int, str]:
    """The exit code of a guarded process, and all that it said."""
    process = guarded(*arguments)
    said, complained = process.communicate(timeout=_PATIENCE * 5)
    return process.returncode, said + complained


TCP = "from PySide6.QtNetwork import QTcpSocket; s = QTcpSocket(); s.connectToHost('127.0.0.1', 9); print(s.state())"
REACHING = {
    "Python": "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "a name": "import socket; socket.getaddrinfo('localhost', 9)",
    "a port": "import socket; socket.socket(socket.AF_INET6).listen()",
    "the web": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
}
if sys.platform == "linux":  # only there is C seen as well
    REACHING["Qt"] = f"from PySide6.QtCore import QCoreApplication; a = QCoreApplication([]); {TCP}"


@pytest.mark.parametrize("how", list(REACHING))
def test_a_program_that_reaches_out_would_be_noticed(how: str) -> None:
    code, said = ended("-c", REACHING[how])
    assert code in KILLED, said


def test_what_stays_on_this_computer_is_no_internet_socket() -> None:
    if sys.platform == "win32":  # where a pair of sockets goes over the network's own loop
        assert ended("-c", "print('here')") == (0, "here\n")
    else:
        assert ended("-c", "import socket; socket.socketpair(); print('here')") == (0, "here\n")


def test_every_page_of_the_window_opens(tmp_path: Path) -> None:
    code, said = ended("screenshots", tmp_path / "pages")
    assert code == 0, said
    assert len(list((tmp_path / "pages").glob("*.png"))) == len(PAGES)


def test_documents_school_files_and_the_page_for_it_are_made(tmp_path: Path) -> None:
    school = tmp_path / "a.fosdesk"
    commands = (
        ("example", school, "--years", "1", "--entries", "5"),
        ("merge", school, school, tmp_path / "b.fosdesk"),
        ("report", "status", school, tmp_path / "status.pdf"),
        ("report", "hand_over", school, tmp_path / "hand_over.docx"),
        ("report", "reading_list", school, tmp_path / "reading_list.pdf"),
        ("calendar", school, tmp_path / "a.ics"),
        ("for-it", tmp_path / "it.pdf"),
    )
    written = [[str(argument) for argument in command] for command in commands]
    code, said = ended("-c", f"from fosdesk.__main__ import main; print([main(one) for one in {written!r}])")
    assert code == 0, said
    assert str([0] * len(commands)) in said
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"a.fosdesk", "b.fosdesk", "status.pdf", "hand_over.docx", "reading_list.pdf", "a.ics", "it.pdf"}


@pytest.mark.long
def test_every_part_of_the_program_works_and_every_document_is_made() -> None:
    code, said = ended("self-test", "--language", "en")
    assert code == 0, said
    assert "Everything is here and works." in said


if sys.platform != "win32":  # where a program is asked to end in another way

    def test_the_program_starts_hears_a_second_start_and_ends(tmp_path: Path, qtbot: QtBot) -> None:
        store = Store.open(tmp_path / STORE_NAME)
        store.merge(example_journal(entries=5), own=True, now=NOON)
        store.close()
        SettingsFile(tmp_path).change(welcomed=True, role="principal")
        first = guarded("--data-dir", tmp_path)
        qtbot.waitUntil(lambda: (tmp_path / OPEN_MARK).exists() or first.poll() is not None)
        assert (tmp_path / OPEN_MARK).exists()
        code, said = ended("--data-dir", tmp_path)
        assert code == 0, said
        assert first.poll() is None
        first.send_signal(signal.SIGTERM)
        said, complained = first.communicate(timeout=_PATIENCE)
        assert first.returncode == 0, said + complained
