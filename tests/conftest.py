"""What all tests share: no screen, none of the user's own folders, and catalogues as they are written now."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(tempfile.mkdtemp(prefix="fosdesk-home-"))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HOME"] = os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = str(HOME)
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


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues once, before any worker reads them."""
    from fosdesk.ui.window.constants import keep_constants

    keep_constants()
    if not hasattr(config, "workerinput"):
        sys.path.insert(0, str(ROOT / "packaging"))
        import dev
        from catalogues import compile_all

        if dev.stale_catalogues(dev.TRANSLATIONS):
            compile_all(dev.TRANSLATIONS)


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(HOME, ignore_errors=True)
