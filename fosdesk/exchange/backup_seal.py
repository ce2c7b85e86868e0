"""Backups that the computer can close unattended and only a password opens: what closes them opens nothing."""

import os
import struct
from hashlib import blake2b

from fosdesk.errors import FosdeskError
from fosdesk.exchange.password_seal import derived, needed, plain, wrong

# mark | version | ops u32 | memory u32 | salt 16 | public key 32 | sealed box | blake2b-16 of all before it.
# A pair of keys is made from the password. The public one is kept in the settings and in each file, and closes; the
# other one is made anew from the password when somebody opens. The sum tells damage from a wrong password.
_MARK = b"FOSBACK"
_VERSION = 1
_HEADER = struct.Struct(">7sBII16s32s")
_SUM = 16
_OPS, _MEMORY = 3, 64 << 20
_OPS_BOUNDS = range(1, 9)
_MEMORY_BOUNDS = range(8 << 20, (128 << 20) + 1)


def sealing_key_for(password: str) -> str:
    """What closes backups for a password, to be kept in the settings; FosdeskError for a password that is empty."""
    if not plain(password):
        raise FosdeskError("A password cannot be empty.")
    salt = os.urandom(16)
    _, public = _keys(password, salt, _OPS, _MEMORY)
    return _HEADER.pack(_MARK, _VERSION, _OPS, _MEMORY, salt, public).hex()


def sealing_key_of(closed: bytes) -> str:
    """What closed a backup, so that another content can be closed for the same password."""
    return closed[: _HEADER.size].hex()


def seal_with(padlock: str, content: bytes) -> bytes:
    """The content, closed; FosdeskError when the padlock is none, so that nothing is left open by mistake."""
    from nacl.public import PublicKey, SealedBox

    try:
        header = bytes.fromhex(padlock)
        mark, version, *_, public = _HEADER.unpack(header)
        if mark != _MARK or version != _VERSION:
            raise ValueError("no padlock")
    except (ValueError, struct.error) as why:
        raise FosdeskError("The password for the second folder has to be chosen again, on the page Backups.") from why
    closed = header + SealedBox(PublicKey(public)).encrypt(content)
    return closed + _sum(closed)


def is_sealed_backup(content: bytes) -> bool:
    """Whether a backup has a password."""
    return content.startswith(_MARK)


def unseal_with(closed: bytes, password: str) -> bytes:
    """What was closed; WrongPassword, or another FosdeskError for a backup that is damaged or too new."""
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    if len(closed) < _HEADER.size + _SUM or closed[-_SUM:] != _sum(closed[:-_SUM]):
        raise _damaged()
    mark, version, ops, memory, salt, public = _HEADER.unpack(closed[: _HEADER.size])
    if mark == _MARK and version > _VERSION:
        raise FosdeskError("The file was made by a newer fosdesk; update fosdesk, and read it then.")
    if mark != _MARK or version != _VERSION or ops not in _OPS_BOUNDS or memory not in _MEMORY_BOUNDS:
        raise _damaged()
    if not plain(password):
        raise needed()
    private, expected = _keys(password, salt, ops, memory)
    if public != expected:
        raise wrong()
    try:
        return bytes(SealedBox(PrivateKey(private)).decrypt(closed[_HEADER.size : -_SUM]))
    except CryptoError as why:
        raise _damaged() from why


def _keys(password: str, salt: bytes, ops: int, memory: int) -> tuple[bytes, bytes]:
    from nacl.public import PrivateKey

    secret = derived(32, password, salt, ops, memory)
    return secret, bytes(PrivateKey(secret).public_key)


def _sum(content: bytes) -> bytes:
    return blake2b(content, digest_size=_SUM).digest()


def _damaged() -> FosdeskError:
    return FosdeskError("This backup is damaged and cannot be opened; choose another one. Nothing has been changed.")
