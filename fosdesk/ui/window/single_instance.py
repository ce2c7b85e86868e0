"""One window for each data folder: a second start asks the running program to show its window."""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from fosdesk import paths

_SHOWN = b"shown"
_TRIES = 20
_CONNECTED = QLocalSocket.LocalSocketState.ConnectedState
_SOON = 2_000  # ms that a running program may take to answer


def _name(folder: Path) -> str:
    return f"fosdesk-{sha256(str(folder.resolve()).encode()).hexdigest()[:24]}"


class Listener(QObject):
    """Listens on a local socket for second starts; only for the holder of the store's lock."""

    def __init__(self, folder: Path, asked: Callable[[], None]) -> None:
        super().__init__()
        self._asked, self._mark = asked, folder / paths.OPEN_MARK
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(folder)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # a crash left it behind
            self._server.listen(name)
        with suppress(OSError):
            paths.touch_private(self._mark)

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.write(_SHOWN)
            socket.flush()
            socket.disconnectFromServer()
            self._asked()

    def end(self) -> None:
        """Stop listening."""
        self._server.close()
        with suppress(OSError):
            self._mark.unlink(missing_ok=True)


def show_running_instance(folder: Path) -> bool:
    """Ask a running program with this folder to show its window; whether it did."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(_SOON):
        return False
    said = b""
    for _ in range(_TRIES):
        said += bytes(socket.readAll().data())
        if said.startswith(_SHOWN):
            return True
        if not socket.waitForReadyRead(_SOON // _TRIES) and socket.state() != _CONNECTED:
            said += bytes(socket.readAll().data())
            break
    return said.startswith(_SHOWN)
