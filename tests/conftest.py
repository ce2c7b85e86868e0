"""What all tests share: no screen, none of the user's own folders, catalogues of now, and nothing left open."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication

from tests import closing
from tests.patience import PatientBot

ROOT = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")  # a folder in memory, on Linux: there a test waits for no disk, though it writes for good
ENOUGH = 2**32  # bytes; a container may have next to nothing there
if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH:
    os.environ.setdefault("TMPDIR", str(MEMORY))
    tempfile.tempdir = None  # asked for anew
HOME = Path(tempfile.mkdtemp(prefix="fosdesk-home-"))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
    os.environ[name] = str(HOME)
for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[name] = str(HOME)
# Windows is asked for the folder itself and heeds none of these.
os.environ["FOSDESK_DATA_DIR"] = str(HOME / "fosdesk")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each program that tests start compiles all modules anew
os.environ.setdefault("PYTHONIOENCODING", "utf-8")  # of the programs that tests start; on Windows it is another one
# The programs that tests start find the same fosdesk as the tests do.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))

settings.register_profile(
    "short",
    max_examples=40,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", settings.get_profile("short"), max_examples=600, derandomize=False, print_blob=True)
settings.load_profile("short")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """Take the place of pytest-qt's own, which gives up after five seconds."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def closed_databases() -> Iterator[None]:
    """Fail a test that leaves a database file open."""
    closing.forget_connections()
    yield
    left = closing.close_all()
    assert left == [], "the test left these open"


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues once, before any worker reads them."""
    from fosdesk.ui.tuning import keep_constants

    keep_constants()
    closing.watch_connections()
    if not hasattr(config, "workerinput"):
        sys.path.insert(0, str(ROOT / "packaging"))
        import compiling
        import dev

        compiling.compile_stale(dev.TRANSLATIONS, dev.FRAMEWORK)


def pytest_unconfigure() -> None:
    """Leave nothing behind; what Python made must not lie on the offscreen clipboard, which outlives Python."""
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()
    shutil.rmtree(HOME, ignore_errors=True)
