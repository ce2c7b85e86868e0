"""Real other processes for the tests: a second fosdesk, one that is killed, one without the right to write."""

import os
import signal
import subprocess
import sys
from pathlib import Path

# At once, wherever it is, and without a last word, as a power cut ends a program.
DIE = "import os, signal; os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
DEATHS = (-getattr(signal, "SIGKILL", 0), signal.SIGTERM)  # how the system tells of it; the second on Windows
# What it imports may lie where nobody else may look, so it imports first. On Windows nobody here is above the rules.
DROP_POWERS = (
    "import os, fosdesk.store\nif hasattr(os, 'getuid') and os.getuid() == 0: os.setgid(65534); os.setuid(65534)\n"
)


def start(code: str, *arguments: str | Path, powerless: bool = False) -> "subprocess.Popen[str]":
    """A Python that runs some code; `powerless` when it must not have an administrator's rights."""
    drop = DROP_POWERS if powerless else ""
    return subprocess.Popen(
        [sys.executable, "-c", drop + code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
    )


def told(code: str, *arguments: str | Path, powerless: bool = False) -> str:
    """What some code prints in a process of its own."""
    process = start(code, *arguments, powerless=powerless)
    out, trouble = process.communicate(timeout=60)
    assert process.returncode == 0, trouble
    return out
