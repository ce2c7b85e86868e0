"""Virtual environments that hold what a lock names, and nothing else; standard library only."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from machine import StopError

_STAMP = "fosdesk-lock"  # in an environment: the sum of the lock that it was made of


def python_in(environment: Path) -> Path:
    """The Python of an environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_of(environment: Path, lock: Path) -> bool:
    """Whether `make` has made an environment of this very lock."""
    stamp = environment / _STAMP
    there = python_in(environment).exists() and stamp.exists()
    return there and stamp.read_text(encoding="utf-8") == _sum(lock)


def make(environment: Path, lock: Path) -> None:
    """Make an environment of a lock, in the place of what is there. StopError when that fails."""
    subprocess.run([sys.executable, "-m", "venv", "--clear", environment], check=True)
    install(lock, python_in(environment))
    (environment / _STAMP).write_text(_sum(lock), encoding="utf-8")


def install(lock: Path, python: Path) -> None:
    """Install what a lock names into the environment of a Python, by its hashes alone. StopError when that fails."""
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    if subprocess.call([*pip, "--no-deps", "--require-hashes", "-r", str(lock)]):
        raise StopError("The locked packages did not install; look at the network connection and run this again.")


def _sum(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()
