"""A data folder that may not be entered is told as that, wherever it was named, and never as a fault of fosdesk."""

import os
import subprocess
import sys
from pathlib import Path

from fosdesk import paths
from fosdesk.app import Fosdesk
from fosdesk.ui.start.trouble_page import TroublePage
from tests.program import Start
from tests.ui.acts import said_on

# The system refuses even to look at such a name, as it refuses a closed folder to whoever is not its owner.
REFUSED = "x" * 300


def test_looking_at_what_is_refused_raises_nothing(tmp_path: Path) -> None:
    place = tmp_path / REFUSED
    assert not paths.is_folder(place)
    assert not paths.is_marked_open(place)
    assert paths.may_enter(tmp_path)
    assert paths.may_enter(tmp_path / "not yet there")
    assert paths.is_folder(tmp_path)
    (tmp_path / paths.OPEN_MARK).touch()
    assert paths.is_marked_open(tmp_path)


def test_the_window_says_so_and_offers_another_folder(started: Start, tmp_path: Path) -> None:
    program = started(tmp_path / REFUSED)
    assert isinstance(program, Fosdesk)
    assert not program.is_shown_already()
    page = program.window.findChild(TroublePage)
    assert page is not None
    said = said_on(page)
    assert "kan ikke brukes. Velg en annen." in said
    assert "Velg en annen mappe" in said


def test_on_the_command_line_it_is_one_sentence(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "fosdesk", "--data-dir", str(tmp_path / REFUSED)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if os.name != "nt":  # Windows takes such a name for one that is not there
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=60)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
        assert "kan ikke brukes" in done.stderr
    assert not (tmp_path / REFUSED[:200]).exists()
