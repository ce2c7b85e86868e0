"""Files that only a password opens: Argon2id and XChaCha20-Poly1305, in one piece, told apart by their first bytes."""

import os
import struct
import unicodedata
from hashlib import blake2b

from fosdesk.errors import FosdeskError

# mark | version u8 | ops u32 | memory u32 | salt 16 | nonce 24 | check 8 | ciphertext | blake2b-16 of all before it.
# The whole header is authenticated with the text. The check is made beside the key and tells a wrong password; the sum
# at the end needs no password and tells damage. Neither says anything about what is inside.
_MARK = b"FOSDESK"
_VERSION = 1
_HEADER = struct.Struct(">7sBII16s24s8s")
_SUM = 16
_TAG = 16
OVERHEAD = _HEADER.size + _TAG + _SUM
_OPS, _MEMORY = 3, 64 << 20
# What a file may ask of whoever reads it: a header is believed only within these.
_OPS_BOUNDS = range(1, 9)
_MEMORY_BOUNDS = range(8 << 20, (128 << 20) + 1)


class PasswordNeeded(FosdeskError):
    """The file has a password, and none was given."""


class WrongPassword(PasswordNeeded):
    """The file is whole, and this is not its password."""


def is_sealed(content: bytes) -> bool:
    """Whether a file has a password; the first eight bytes are enough to tell."""
    return content.startswith(_MARK) and len(content) > len(_MARK) and content[len(_MARK)] < 32


def seal(content: bytes, password: str) -> bytes:
    """The content, closed with a password; FosdeskError for one that is empty. Never the same bytes twice."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

    if not plain(password):
        raise FosdeskError("A password cannot be empty.")
    salt, nonce = os.urandom(16), os.urandom(24)
    key, check = _keys(password, salt, _OPS, _MEMORY)
    header = _HEADER.pack(_MARK, _VERSION, _OPS, _MEMORY, salt, nonce, check)
    closed = header + encrypt(content, header, nonce, key)
    return closed + _sum(closed)


def unseal(closed: bytes, password: str) -> bytes:
    """What was sealed; WrongPassword, or another FosdeskError for a file that is damaged or too new."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
    from nacl.exceptions import CryptoError

    if len(closed) < OVERHEAD or closed[-_SUM:] != _sum(memoryview(closed)[:-_SUM]):
        raise _damaged()
    header = closed[: _HEADER.size]
    mark, version, ops, memory, salt, nonce, check = _HEADER.unpack(header)
    if mark != _MARK:
        raise _damaged()
    if version > _VERSION:
        raise FosdeskError("The file was made by a newer fosdesk; update fosdesk, and read it then.")
    if version != _VERSION or ops not in _OPS_BOUNDS or memory not in _MEMORY_BOUNDS:
        raise _damaged()
    if not plain(password):
        raise needed()
    key, expected = _keys(password, salt, ops, memory)
    if check != expected:
        raise wrong()
    try:
        return decrypt(closed[_HEADER.size : -_SUM], header, nonce, key)
    except CryptoError as why:
        raise _damaged() from why


def needed() -> PasswordNeeded:
    """What is said of a sealed file when no password was given."""
    return PasswordNeeded("The file has a password, which is needed to read it.")


def wrong() -> WrongPassword:
    """What is said of a password that is not the one."""
    return WrongPassword(
        "This is not the password of the file. Look for a slip of the pen, and try again; nothing has been changed."
    )


def _damaged() -> FosdeskError:
    return FosdeskError("The file with a password is damaged; ask for a new copy. Nothing has been changed.")


def _keys(password: str, salt: bytes, ops: int, memory: int) -> tuple[bytes, bytes]:
    """The key, and what tells that it is the right one."""
    made = derived(64, password, salt, ops, memory)
    return made[:32], blake2b(made[32:], digest_size=8).digest()


def derived(length: int, password: str, salt: bytes, ops: int, memory: int) -> bytes:
    """Argon2id's answer to a password: `length` bytes, at the cost of `ops` rounds over `memory` bytes."""
    from nacl.pwhash import argon2id

    spelled = plain(password).encode("utf-8", "surrogatepass")
    return bytes(argon2id.kdf(length, spelled, salt, opslimit=ops, memlimit=memory))


def plain(password: str) -> str:
    """The same password however a keyboard composes its letters, and wherever a space or a line break came into it."""
    return unicodedata.normalize("NFC", "".join(password.split()))


def _sum(content: "bytes | memoryview") -> bytes:
    return blake2b(content, digest_size=_SUM).digest()
