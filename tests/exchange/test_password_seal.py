"""P18: what is sealed comes back whole with its password, and with nothing else."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fosdesk.errors import FosdeskError
from fosdesk.exchange import password_seal
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.password_seal import OVERHEAD, PasswordNeeded, WrongPassword, is_sealed, seal, unseal
from fosdesk.exchange.school_file import read_school_file
from tests.exchange.hostile import GOOD, JOURNAL

PASSWORD = "blåbær tåke 12"
WORK = password_seal._OPS, password_seal._MEMORY
with pytest.MonkeyPatch.context() as lighter:
    lighter.setattr(password_seal, "_OPS", 1)
    lighter.setattr(password_seal, "_MEMORY", 8 << 20)
    CLOSED = seal(b"what the school wrote", PASSWORD)
passwords = st.text(min_size=1).filter(str.strip)


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """As little work for each password as a file may ask for."""
    monkeypatch.setattr(password_seal, "_OPS", 1)
    monkeypatch.setattr(password_seal, "_MEMORY", 8 << 20)


def trouble_with(closed: bytes, password: str = PASSWORD) -> FosdeskError:
    with pytest.raises(FosdeskError) as trouble:
        unseal(closed, password)
    assert str(trouble.value).endswith(".")
    return trouble.value


def resummed(closed: bytes) -> bytes:
    """The file with a sum that is true again, as somebody who means harm would leave it."""
    return closed[:-16] + password_seal._checksum(closed[:-16])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=5000), password=passwords)
def test_p18_any_bytes_come_back_with_any_password(content: bytes, password: str) -> None:
    closed = seal(content, password)
    assert is_sealed(closed)
    assert len(closed) == len(content) + OVERHEAD
    assert unseal(closed, password) == content
    assert len(content) < 16 or content not in closed


def test_83_p18_every_changed_bit_is_refused_as_damage() -> None:
    for place in range(len(CLOSED) * 8):
        changed = bytearray(CLOSED)
        changed[place // 8] ^= 1 << place % 8
        assert not isinstance(trouble_with(bytes(changed)), PasswordNeeded)


def test_p18_every_byte_changed_with_a_true_sum_is_refused() -> None:
    for place in range(len(CLOSED) - 16):
        changed = bytearray(CLOSED)
        changed[place] ^= 1 << place % 8
        assert trouble_with(resummed(bytes(changed))).sentence


def test_84_p18_cut_or_longer_is_damage() -> None:
    for length in range(len(CLOSED)):
        assert not isinstance(trouble_with(CLOSED[:length]), PasswordNeeded)
    for more in (b"\0", b"more", CLOSED):
        assert not isinstance(trouble_with(CLOSED + more), PasswordNeeded)
    assert "damaged" in str(trouble_with(resummed(CLOSED[:-20] + bytes(16))))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(password=st.text(st.sampled_from("æøåÅéüñ각 ab"), min_size=1).filter(str.strip))
def test_86_p18_a_password_is_the_same_however_its_letters_are_composed(password: str) -> None:
    closed = seal(b"x", unicodedata.normalize("NFD", password))
    assert unseal(closed, unicodedata.normalize("NFC", password)) == b"x"
    assert unseal(closed, f"  {password.replace(' ', chr(0xA0))}\n") == b"x"
    assert unseal(closed, " ".join(unicodedata.normalize("NFC", password))) == b"x"


def test_82_a_wrong_password_is_told_apart_from_damage() -> None:
    for wrong in ("blåbær tåke 13", "Blåbær tåke 12", PASSWORD + "x", "\ud800", "\0", "'\"; --"):
        assert isinstance(trouble_with(CLOSED, wrong), WrongPassword)
    broken = bytearray(CLOSED)
    broken[-20] ^= 1
    for password in (PASSWORD, "another", ""):
        assert "damaged" in str(trouble_with(bytes(broken), password))
        assert not isinstance(trouble_with(bytes(broken), password), PasswordNeeded)
    assert "damaged" in str(trouble_with(resummed(bytes(broken))))


@pytest.mark.parametrize(
    "password", ["'", '"', "a'b\"c", "'; DROP TABLE change; --", "\\", "{0}", "%s", "\x00", "\ud800"]
)
def test_89_quotes_and_signs_in_a_password_are_letters_like_others(password: str) -> None:
    closed = seal(b"x", password)
    assert unseal(closed, password) == b"x"
    assert isinstance(trouble_with(closed, password + "'"), WrongPassword)


def test_87_an_empty_password_closes_nothing_and_opens_nothing() -> None:
    for empty in ("", "  ", "\n\t", "\u00a0"):
        with pytest.raises(FosdeskError, match="cannot be empty"):
            seal(b"x", empty)
        assert type(trouble_with(CLOSED, empty)) is PasswordNeeded


def test_guessing_a_password_costs_time_and_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password_seal, "_OPS", WORK[0])
    monkeypatch.setattr(password_seal, "_MEMORY", WORK[1])
    ops, memory = password_seal._HEADER.unpack(seal(b"x", "p")[: password_seal._HEADER.size])[2:4]
    assert (ops, memory) == (3, 64 << 20)


def test_88_what_was_sealed_twice_is_opened_twice() -> None:
    twice = seal(CLOSED, "outer")
    once = unseal(twice, "outer")
    assert is_sealed(once)
    assert unseal(once, PASSWORD) == b"what the school wrote"


@pytest.mark.parametrize(
    ("ops", "memory"), [(3, 1 << 31), (3, (1 << 32) - 1), (2**32 - 1, 64 << 20), (0, 0), (3, 8192)]
)
def test_85_a_header_that_asks_for_too_much_is_not_believed(
    ops: int, memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(password_seal, "_keys", lambda *about: asked.append(about))
    header = password_seal._HEADER.pack(b"FOSDESK", 1, ops, memory, bytes(16), bytes(24), bytes(8))
    trouble_with(resummed(header + CLOSED[len(header) :]))
    assert asked == []


def test_a_file_of_a_later_kind_asks_for_a_newer_fosdesk() -> None:
    assert "newer fosdesk" in str(trouble_with(resummed(CLOSED[:7] + b"\2" + CLOSED[8:])))


def test_other_files_are_not_taken_for_sealed_ones() -> None:
    for content in (b"", b"FOSDESK", b"FOSDESKTOP", b"PK\3\4", b"fosdesk\1", b"SQLite format 3\0"):
        assert not is_sealed(content)


def test_the_same_content_never_gives_the_same_bytes() -> None:
    assert seal(b"x", "p")[:-17] != seal(b"x", "p")[:-17]


def test_the_library_is_brought_in_only_when_it_is_used() -> None:
    code = (
        "import sys, fosdesk.exchange.password_seal, fosdesk.exchange.school_file\n"
        "print(sorted(m for m in sys.modules if m.startswith(('nacl', '_cffi'))))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout == "[]\n"
    )


def test_a_sealed_school_file_is_read_with_its_password_alone(tmp_path: Path) -> None:
    place = tmp_path / "a.fosdesk"
    place.write_bytes(seal(GOOD, PASSWORD))
    assert load_school_file(place, PASSWORD).journal == JOURNAL
    assert read_school_file(GOOD, "a password that nobody needs").journal == JOURNAL
    for password, kind in (("", PasswordNeeded), ("another", WrongPassword)):
        with pytest.raises(PasswordNeeded) as trouble:
            load_school_file(place, password)
        assert type(trouble.value) is kind


def test_inside_a_password_a_file_is_looked_at_as_closely_as_outside() -> None:
    for inside in (b"", b"x", seal(GOOD, PASSWORD), GOOD[:-1], b"SQLite format 3\0"):
        with pytest.raises(FosdeskError, match="nothing has been changed|ask for a school file"):
            read_school_file(seal(inside, PASSWORD), PASSWORD)
