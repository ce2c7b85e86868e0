"""Runs code in a process that dies the moment it opens a socket that reaches beyond this computer, in Python or in C.

    python -m tests.no_network COMMAND…     the command line of fosdesk, guarded
    python -m tests.no_network -c CODE      other code, guarded

On Linux the kernel itself ends the process (a seccomp filter), whatever library asks. Elsewhere Python's audit hook
does, which sees what Python code asks for.
"""

import ctypes
import os
import signal
import socket
import struct
import sys
from platform import machine

BROKEN = 97  # the exit code where the audit hook ended the process
KILLED = {BROKEN, -getattr(signal, "SIGSYS", -BROKEN)}  # the exit codes of a process that was ended
_CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # audit code, and number of the call `socket`
_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER_MODE = 38, 22, 2  # of prctl
_LOAD, _IS_EQUAL, _RETURN = 0x20, 0x15, 0x06  # instructions of the filter
_ALLOW, _KILL = 0x7FFF0000, 0x80000000


def guard() -> None:
    """From here on, sockets of this computer alone (AF_UNIX) can be opened; any other ends the process."""
    sys.addaudithook(_watch)
    if sys.platform == "linux":
        _filter_calls()


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    local = getattr(socket, "AF_UNIX", None)
    if event in ("socket.getaddrinfo", "socket.gethostbyname") or (
        event == "socket.__new__" and arguments[1] not in (local, -1)
    ):
        print(f"{event} {arguments}", file=sys.stderr, flush=True)
        os._exit(BROKEN)


def _filter_calls() -> None:
    """Tell the kernel to end this process where it asks for a socket that is not local."""
    code, number = _CALLS[machine()]
    steps = (
        (_LOAD, 0, 0, 4),  # the architecture
        (_IS_EQUAL, 1, 0, code),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0),  # the number of the call
        (_IS_EQUAL, 0, 2, number),
        (_LOAD, 0, 0, 16),  # its first argument, the family
        (_IS_EQUAL, 0, 1, int(socket.AF_UNIX)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL),
    )
    # What is no call of `socket` jumps over two steps, to «allow».
    program = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    described = ctypes.create_string_buffer(struct.pack("@HxxxxxxP", len(steps), ctypes.addressof(program)))
    system = ctypes.CDLL(None, use_errno=True)
    for act in (
        (_NO_NEW_PRIVILEGES, 1, 0, 0, 0),
        (_SET_FILTER, _FILTER_MODE, ctypes.byref(described), 0, 0),
    ):
        if system.prctl(*act):
            raise OSError(ctypes.get_errno(), "the kernel takes no filter of calls")


if __name__ == "__main__":
    guard()
    if sys.argv[1] == "-c":
        exec(sys.argv[2])
    else:
        from fosdesk.__main__ import main

        sys.exit(main(sys.argv[1:]))
