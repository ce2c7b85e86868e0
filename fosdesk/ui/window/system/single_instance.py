"""One window for each data folder: a second start asks the running program to show its window, and to read a file."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from fosdesk import paths
from fosdesk.system.locked_files import remove
from fosdesk.system.windows import let_others_come_to_front, session

_SHOWN, _TAKEN = b"shown", b"taken"  # answers: the window is shown; what was asked for is understood
_LONGEST = 100_000  # bytes of what is asked for
_TOKEN = "XDG_ACTIVATION_TOKEN"  # with which Wayland lets a program come to the front
_TRIES = 20
_CONNECTED = QLocalSocket.LocalSocketState.ConnectedState
_SOON = 2_000  # ms that a running program may take to answer


def server_name(folder: Path, desktop: str) -> str:
    """The local socket of a folder's program on one desktop: on Windows, all who are signed in share these names."""
    return "fosdesk-" + sha256(f"{folder.resolve()}\0{desktop}".encode()).hexdigest()[:24]


class SecondStart(NamedTuple):
    """What a second start asks for: a school file to read (or empty), and the right to come to the front."""

    file: str = ""
    token: str = ""


class Listener(QObject):
    """Listens on a local socket for second starts; only for the holder of the store's lock."""

    def __init__(self, folder: Path, asked: Callable[[Path | None], None]) -> None:
        """`asked` is called for each second start, with the file it names or None."""
        super().__init__()
        self._asked, self._mark = asked, folder / paths.OPEN_MARK
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = server_name(folder, session())
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # a crash left it behind
            self._server.listen(name)
        with suppress(OSError):
            paths.mark_open(folder)

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            # An older program only waits for this, and a newer one writes what it wants in one line.
            socket.write(_SHOWN)
            socket.flush()
            socket.readyRead.connect(partial(self._hear, socket))
            socket.disconnected.connect(socket.deleteLater)
            self._hear(socket)
            self._asked(None)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            start = msgspec.json.decode(bytes(socket.readLine().data()), type=SecondStart)
        except msgspec.MsgspecError:
            return
        socket.write(_TAKEN)
        socket.flush()
        if start.token:
            os.environ[_TOKEN] = start.token
        self._asked(Path(start.file) if start.file else None)

    def end(self) -> None:
        """Stop listening."""
        self._server.close()
        with suppress(OSError):
            remove(self._mark)


def show_running_instance(folder: Path, file: Path | None = None) -> bool:
    """Ask a running program with this folder to show its window, and to read a file; whether it did."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder, session()))
    if not socket.waitForConnected(_SOON):
        return False
    let_others_come_to_front()
    start = SecondStart(str(file.absolute()) if file is not None else "", os.environ.get(_TOKEN, ""))
    socket.write(msgspec.json.encode(start) + b"\n")
    socket.flush()
    answer = _SHOWN + _TAKEN if file is not None else _SHOWN
    said = b""
    for _ in range(_TRIES):
        said += bytes(socket.readAll().data())
        if said.startswith(answer):
            break
        if not socket.waitForReadyRead(_SOON // _TRIES) and socket.state() != _CONNECTED:
            said += bytes(socket.readAll().data())
            break
    return said.startswith(answer)
