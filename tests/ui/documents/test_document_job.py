"""A folder that is closed, and a disk that is full: a document that cannot be written is told."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

TROUBLE = """
import errno, os, sys
if os.name != "nt":
    import resource
from datetime import date
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from fosdesk.app import build
from fosdesk.ui.start.first_start_page import FirstStartPage
home, folder = Path(sys.argv[1]), Path(sys.argv[2])
def wait(until):
    for _ in range(3000):
        if until():
            return
        QTest.qWait(10)
    raise SystemExit("waited in vain")
app = QApplication([])
program = build(home, "nb", today=lambda: date(2026, 11, 23))
program.window.show()
wait(lambda: program.window.findChild(FirstStartPage) is not None)
page = program.window.findChild(FirstStartPage)
page.name.setText("Nes skole")
page.start_school()
wait(lambda: program.window.desk is not None)
program.window.go("documents", "")
panel = program.window.page("documents").choose("gate_log")
for first in ("first.pdf", "first.docx"):  # what is imported on the way may lie where only its owner can read
    panel.make_at(home / first)
    wait(lambda: not program.window.desk.long_work.under_way)
def refuse(number):
    def refused(*_):
        raise OSError(number, os.strerror(number))
    os.fsync = refused
if hasattr(os, "getuid") and os.getuid() == 0:
    for place, folders, files in os.walk(home):
        for name in (".", *folders, *files):
            os.chown(os.path.join(place, name), 65534, 65534)
    os.setgid(65534); os.setuid(65534)
for target in (folder / "logg.pdf", folder / "logg.docx", home / "logg.pdf"):
    if os.name == "nt":  # neither folders nor disks are closed to a program in these ways there
        refuse(errno.ENOSPC if target.parent == home else errno.EACCES)
    elif target.parent == home:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    panel.make_at(target)
    wait(lambda: not program.window.desk.long_work.under_way)
    print(panel._said.text(), panel.again.isVisible(), target.exists(), sep="|", flush=True)
os._exit(0)
"""


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that everybody may look into, unlike those that pytest makes."""
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place)


def test_a_folder_that_is_closed_and_a_disk_that_is_full_are_told(open_place: Path) -> None:
    """In a process of its own without the powers that would let it write anyway."""
    home, folder = open_place / "home", open_place / "folder"
    home.mkdir()
    folder.mkdir()
    folder.chmod(0o555)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_DATA_HOME": str(home)}
    command = [sys.executable, "-c", TROUBLE, str(home), str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=240, check=False)
    told = [line.split("|") for line in done.stdout.splitlines()]
    assert len(told) == 3, done.stderr[-2000:]
    for said, another, there in told:
        assert re.search(r"\.(pdf|docx) kunne ikke lagres\. Den kan være åpen i et annet program", said)
        assert (another, there) == ("True", "False")
    assert list(folder.iterdir()) == []
