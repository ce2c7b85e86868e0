"""When, on what kind of machine and with which versions something was measured; standard library only."""

import ctypes
import os
import platform
import re
import subprocess
import sys
from datetime import date
from importlib import metadata
from pathlib import Path

from bill_of_parts import program_version

ROOT = Path(__file__).resolve().parent.parent
PARTS = {"PySide6 and Qt": "PySide6_Essentials", "SQLAlchemy": "SQLAlchemy", "ReportLab": "reportlab"}


def described() -> str:
    """One line: the day; processor, cores, memory and system; versions."""
    machine = f"{processor()}, {os.cpu_count()} cores, {memory()} GB, {system()}"
    return f"{date.today()}: {machine}; {', '.join(versions())}"


def processor() -> str:
    """The name of the processor, as well as the system knows it."""
    if platform.system() == "Linux":
        told = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
        return told.group(1).strip() if told else platform.machine()
    if platform.system() == "Darwin":
        asked = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(asked, capture_output=True, encoding="utf-8").stdout.strip() or platform.machine()
    return platform.processor() or platform.machine()


def memory() -> int:
    """The memory of the machine in GB (2^30 bytes), rounded."""
    if sys.platform == "win32":

        class Status(ctypes.Structure):
            _fields_ = [("length", ctypes.c_ulong), ("load", ctypes.c_ulong), ("total", ctypes.c_ulonglong)] + [
                (name, ctypes.c_ulonglong) for name in ("free", "page", "page_free", "virtual", "virtual_free", "more")
            ]

        status = Status(length=ctypes.sizeof(Status))
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return round(status.total / (1 << 30))
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30))


def system() -> str:
    """The operating system and its version."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.mac_ver()[0] or platform.version()}"


def versions() -> list[str]:
    """Python, the parts that weigh, and the program."""
    found = [f"Python {platform.python_version()}"]
    for name, package in PARTS.items():
        try:
            found.append(f"{name} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            found.append(f"without {name}")
    return [*found, f"fosdesk {program_version(ROOT)}"]
