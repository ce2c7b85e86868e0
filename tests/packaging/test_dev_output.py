"""The developers' command writes UTF-8 where it is piped, also where the system's own is another encoding."""

import os
import subprocess
import sys

import pytest

import dev

LETTERS = "Čáhppes skuvla — «ø» …"


@pytest.mark.parametrize("own", ["cp1252", "ascii"])
def test_what_is_piped_is_utf8(own: str) -> None:
    code = f"import dev; dev.COMMANDS['words'] = lambda _: print({LETTERS!r}) or 0; dev.main(['words'])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(dev.ROOT / "packaging"), "PYTHONIOENCODING": own, "PYTHONUTF8": "0"},
        capture_output=True,
    )
    assert done.stdout.decode("utf-8").strip() == LETTERS, done.stderr.decode()
