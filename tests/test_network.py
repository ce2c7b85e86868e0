"""The program uses no network, as README tells whoever looks after the computers."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REACHING = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "xmlrpc", "socketserver"}
SECOND_START = "fosdesk/ui/window/system/single_instance.py"  # a local socket, of the same user
SIGNALS = "fosdesk/ui/window/system/termination_signals.py"  # a pair of sockets within the program
SCREEN = "fosdesk/ui/window/start_check.py"  # whether the screen that DISPLAY names is there, before Qt asks it


def imported(code: str) -> set[tuple[str, str]]:
    """What a module imports, as module and name."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {(one.name, "") for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {(node.module or "", one.name) for one in node.names}
    return found


def reaching(code: str) -> set[str]:
    """What a module imports to reach other computers, or other programs, with."""
    return {
        f"{module} {name}".strip()
        for module, name in imported(code)
        if module.split(".")[0] in REACHING or module in REACHING or f"{module}.{name}" in REACHING
        or module.endswith("QtNetwork") or name == "QtNetwork"
    }  # fmt: skip


def test_nothing_but_a_second_start_is_listened_for_and_nothing_is_called() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): names
        for path in (ROOT / "fosdesk").rglob("*.py")
        if (names := reaching(path.read_text(encoding="utf-8")))
    }
    assert found == {
        SECOND_START: {"PySide6.QtNetwork QLocalServer", "PySide6.QtNetwork QLocalSocket"},
        SIGNALS: {"socket"},
        SCREEN: {"socket"},
    }


def test_what_reaches_out_is_noticed() -> None:
    assert reaching("import urllib.request") == {"urllib.request"}
    assert reaching("from urllib import request, parse") == {"urllib request"}
    assert reaching("import http.client") == {"http.client"}
    assert reaching("from PySide6.QtNetwork import QNetworkAccessManager") == {
        "PySide6.QtNetwork QNetworkAccessManager"
    }
    assert reaching("from urllib.parse import quote") == set()
