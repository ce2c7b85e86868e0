"""Password-encrypted files: Argon2id and XChaCha20-Poly1305, in one piece, with a header of their own."""

import os
import struct
import unicodedata
from hashlib import blake2b

from fosdesk.errors import FosdeskError

# mark | version u8 | ops u32 | memory u32 | salt 16 | nonce 24 | check 8 | ciphertext | blake2b-16 of all before it.
# The whole header is authenticated with the text. The check is made beside the key and tells a wrong password; the sum
# at the end needs no password and tells damage. Neither says anything about what is inside.
_MAGIC = b"FOSDESK"
_VERSION = 1
_HEADER = struct.Struct(">7sBII16s24s8s")
_CHECKSUM_SIZE = 16
_TAG_SIZE = 16
OVERHEAD = _HEADER.size + _TAG_SIZE + _CHECKSUM_SIZE
_OPS, _MEMORY = 3, 64 << 20
# What a file may ask of whoever reads it: a header is believed only within these.
_ALLOWED_OPS = range(1, 9)
_ALLOWED_MEMORY = range(8 << 20, (128 << 20) + 1)


class PasswordNeeded(FosdeskError):
    """The file is encrypted, and no password was given."""


class WrongPassword(PasswordNeeded):
    """The file is intact, and this is not its password."""


def is_sealed(content: bytes) -> bool:
    """Whether a file is encrypted with a password; its first eight bytes are enough to tell."""
    return content.startswith(_MAGIC) and len(content) > len(_MAGIC) and content[len(_MAGIC)] < 32


def seal(content: bytes, password: str) -> bytes:
    """The content encrypted with a password, with a new salt each time; FosdeskError for an empty password."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

    if not normalized_password(password):
        raise FosdeskError("A password cannot be empty.")
    salt, nonce = os.urandom(16), os.urandom(24)
    key, key_check = _keys(password, salt, _OPS, _MEMORY)
    header = _HEADER.pack(_MAGIC, _VERSION, _OPS, _MEMORY, salt, nonce, key_check)
    sealed = header + encrypt(content, header, nonce, key)
    return sealed + _checksum(sealed)


def unseal(sealed: bytes, password: str) -> bytes:
    """The decrypted content; WrongPassword, or another FosdeskError for a damaged file or a newer format."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
    from nacl.exceptions import CryptoError

    if len(sealed) < OVERHEAD or sealed[-_CHECKSUM_SIZE:] != _checksum(memoryview(sealed)[:-_CHECKSUM_SIZE]):
        raise _damaged_error()
    header = sealed[: _HEADER.size]
    magic, version, ops, memory, salt, nonce, key_check = _HEADER.unpack(header)
    if magic != _MAGIC:
        raise _damaged_error()
    if version > _VERSION:
        raise FosdeskError("The file was made by a newer fosdesk; update fosdesk, and read it then.")
    if version != _VERSION or ops not in _ALLOWED_OPS or memory not in _ALLOWED_MEMORY:
        raise _damaged_error()
    if not normalized_password(password):
        raise password_needed_error()
    key, expected = _keys(password, salt, ops, memory)
    if key_check != expected:
        raise wrong_password_error()
    try:
        return decrypt(sealed[_HEADER.size : -_CHECKSUM_SIZE], header, nonce, key)
    except CryptoError as error:
        raise _damaged_error() from error


def password_needed_error() -> PasswordNeeded:
    """The error for a sealed file without a password."""
    return PasswordNeeded("The file has a password, which is needed to read it.")


def wrong_password_error() -> WrongPassword:
    """The error for a password that does not fit."""
    return WrongPassword(
        "This is not the password of the file. Look for a slip of the pen, and try again; nothing has been changed."
    )


def _damaged_error() -> FosdeskError:
    return FosdeskError("The file with a password is damaged; ask for a new copy. Nothing has been changed.")


def _keys(password: str, salt: bytes, ops: int, memory: int) -> tuple[bytes, bytes]:
    """The encryption key, and the check value that tells a wrong password from damage."""
    key_material = derive(64, password, salt, ops, memory)
    return key_material[:32], blake2b(key_material[32:], digest_size=8).digest()


def derive(length: int, password: str, salt: bytes, ops: int, memory: int) -> bytes:
    """`length` bytes derived from a password with Argon2id; `ops` is the number of passes, `memory` is in bytes."""
    from nacl.pwhash import argon2id

    encoded = normalized_password(password).encode("utf-8", "surrogatepass")
    return bytes(argon2id.kdf(length, encoded, salt, opslimit=ops, memlimit=memory))


def normalized_password(password: str) -> str:
    """The password in NFC and without whitespace, so that keyboards and line breaks make no difference."""
    return unicodedata.normalize("NFC", "".join(password.split()))


def _checksum(content: "bytes | memoryview") -> bytes:
    return blake2b(content, digest_size=_CHECKSUM_SIZE).digest()
