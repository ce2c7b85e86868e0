"""Backups with a password: closed by what opens nothing, and opened by the password alone."""

import random

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.exchange.backup_seal import is_sealed_backup, seal_with, sealing_key_for, unseal_with
from fosdesk.exchange.password_seal import PasswordNeeded, WrongPassword, is_sealed

PADLOCK = sealing_key_for("blåbær og fjell")
CLOSED = seal_with(PADLOCK, b"SQLite format 3\0 and more")


def test_only_the_password_opens() -> None:
    assert unseal_with(CLOSED, "blåbær og fjell") == b"SQLite format 3\0 and more"
    assert unseal_with(CLOSED, "  blåbær  og fjell") == b"SQLite format 3\0 and more", "composed otherwise"
    assert is_sealed_backup(CLOSED)
    assert not is_sealed(CLOSED)
    assert b"SQLite" not in CLOSED
    with pytest.raises(WrongPassword):
        unseal_with(CLOSED, "blåbær og fjord")
    with pytest.raises(PasswordNeeded):
        unseal_with(CLOSED, "")


def test_what_closes_does_not_open() -> None:
    assert seal_with(PADLOCK, b"a") != seal_with(PADLOCK, b"a")
    with pytest.raises(WrongPassword):
        unseal_with(CLOSED, PADLOCK)


def test_a_password_cannot_be_empty_and_a_broken_padlock_closes_nothing() -> None:
    with pytest.raises(FosdeskError, match="cannot be empty"):
        sealing_key_for("  ")
    for broken in ("", "rubbish", PADLOCK[:-2], PADLOCK[2:], "00" * 64):
        with pytest.raises(FosdeskError, match="chosen again"):
            seal_with(broken, b"a")


def test_damage_is_told_apart_from_a_wrong_password() -> None:
    chance = random.Random(1)
    for _ in range(200):
        damaged = bytearray(CLOSED)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        with pytest.raises(FosdeskError, match=r"damaged|newer"):
            unseal_with(bytes(damaged), "blåbær og fjell")
    for damaged_too in (CLOSED[:-1], CLOSED + b"\0", b"", CLOSED[:40]):
        with pytest.raises(FosdeskError, match="damaged"):
            unseal_with(damaged_too, "blåbær og fjell")
