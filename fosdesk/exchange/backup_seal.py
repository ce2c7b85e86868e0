"""Sealed backups: encrypted with a public key without asking for the password; decrypted only with the password."""

import os
import struct
from hashlib import blake2b

from fosdesk.errors import FosdeskError
from fosdesk.exchange.password_seal import derive, normalized_password, password_needed_error, wrong_password_error

# mark | version | ops u32 | memory u32 | salt 16 | public key 32 | sealed box | blake2b-16 of all before it.
# A pair of keys is made from the password. The public one is kept in the settings and in each file, and closes; the
# other one is made anew from the password when somebody opens. The sum tells damage from a wrong password.
_MAGIC = b"FOSBACK"
_VERSION = 1
_HEADER = struct.Struct(">7sBII16s32s")
_CHECKSUM_SIZE = 16
_OPS, _MEMORY = 3, 64 << 20
_ALLOWED_OPS = range(1, 9)
_ALLOWED_MEMORY = range(8 << 20, (128 << 20) + 1)


def sealing_key_for(password: str) -> str:
    """The sealing key of a password, as text to keep in the settings; FosdeskError for an empty password.

    It holds salt, cost and public key, and cannot decrypt anything.
    """
    if not normalized_password(password):
        raise FosdeskError("A password cannot be empty.")
    salt = os.urandom(16)
    _, public = _keys(password, salt, _OPS, _MEMORY)
    return _HEADER.pack(_MAGIC, _VERSION, _OPS, _MEMORY, salt, public).hex()


def sealing_key_in(sealed: bytes) -> str:
    """The sealing key that a sealed backup was made with, to seal other content for the same password."""
    return sealed[: _HEADER.size].hex()


def seal_with(sealing_key: str, content: bytes) -> bytes:
    """The content encrypted with a sealing key.

    FosdeskError when that is malformed, so that nothing is left in clear.
    """
    from nacl.public import PublicKey, SealedBox

    try:
        header = bytes.fromhex(sealing_key)
        magic, version, *_, public = _HEADER.unpack(header)
        if magic != _MAGIC or version != _VERSION:
            raise ValueError("no padlock")
    except (ValueError, struct.error) as error:
        raise FosdeskError("The password for the second folder has to be chosen again, on the page Backups.") from error
    sealed = header + SealedBox(PublicKey(public)).encrypt(content)
    return sealed + _checksum(sealed)


def is_sealed_backup(content: bytes) -> bool:
    """Whether the content is a sealed backup."""
    return content.startswith(_MAGIC)


def unseal_with(sealed: bytes, password: str) -> bytes:
    """The decrypted content; WrongPassword, or another FosdeskError for a damaged backup or a newer format."""
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    if len(sealed) < _HEADER.size + _CHECKSUM_SIZE or sealed[-_CHECKSUM_SIZE:] != _checksum(sealed[:-_CHECKSUM_SIZE]):
        raise _damaged_error()
    magic, version, ops, memory, salt, public = _HEADER.unpack(sealed[: _HEADER.size])
    if magic == _MAGIC and version > _VERSION:
        raise FosdeskError("The file was made by a newer fosdesk; update fosdesk, and read it then.")
    if magic != _MAGIC or version != _VERSION or ops not in _ALLOWED_OPS or memory not in _ALLOWED_MEMORY:
        raise _damaged_error()
    if not normalized_password(password):
        raise password_needed_error()
    private, expected = _keys(password, salt, ops, memory)
    if public != expected:
        raise wrong_password_error()
    try:
        return bytes(SealedBox(PrivateKey(private)).decrypt(sealed[_HEADER.size : -_CHECKSUM_SIZE]))
    except CryptoError as error:
        raise _damaged_error() from error


def _keys(password: str, salt: bytes, ops: int, memory: int) -> tuple[bytes, bytes]:
    from nacl.public import PrivateKey

    secret = derive(32, password, salt, ops, memory)
    return secret, bytes(PrivateKey(secret).public_key)


def _checksum(content: bytes) -> bytes:
    return blake2b(content, digest_size=_CHECKSUM_SIZE).digest()


def _damaged_error() -> FosdeskError:
    return FosdeskError("This backup is damaged and cannot be opened; choose another one. Nothing has been changed.")
