"""The list of word forms: everything in it is found, nothing else, and nobody reads it before it is needed."""

import zlib

import pytest

from fosdesk.app import Fosdesk
from fosdesk.paths import resource
from fosdesk.privacy import word_forms
from fosdesk.privacy.word_forms import MAX_LETTERS, is_word
from tests.program import Start


def listed() -> list[str]:
    index, places = word_forms._index()
    packed = word_forms._packed()
    words: list[str] = []
    for start, length in places:
        words += zlib.decompress(packed[start : start + length]).decode().split()
    assert len(index) == len(places)
    return words


def test_every_word_of_the_list_is_found_and_nothing_between_them() -> None:
    words = listed()
    assert len(words) > 300_000
    assert words == sorted(set(words), key=str.encode)
    some = words[::997] + words[:3] + words[-3:]
    assert all(is_word(word) for word in some)
    there = set(words)
    beside = [f"{word}q" for word in some if len(word) < MAX_LETTERS and f"{word}q" not in there]
    assert len(beside) > 200
    assert not any(is_word(word) for word in beside)


@pytest.mark.parametrize("word", ["per", "berg", "bjørn", "skule", "lærar", "møtet", "kåre", "ikkje", "øy"])
def test_words_of_bokmål_and_nynorsk_are_listed(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["", "a", "ingrid", "åse", "solheim", "Per", "x" * 40, "zzz", "aaa", "\n", "per\n"])
def test_what_is_no_word_is_not(word: str) -> None:
    assert not is_word(word)


def test_whose_words_they_are_is_said_beside_them() -> None:
    notice = resource("words", "NOTICE.txt").read_text(encoding="utf-8")
    assert "CC BY 4.0" in notice
    assert "Språkrådet" in notice


def test_it_is_packed_as_it_is_read() -> None:
    from word_forms import packed  # the script of that name in packaging/

    words = sorted({"per", "ås", "øy", "bjørn"} | {f"ord{number:05}" for number in range(9000)}, key=str.encode)
    there = packed(words)
    assert there.startswith(word_forms._MAGIC)
    assert len(there) < 40_000


def test_the_list_is_not_read_before_the_first_picture(started: Start) -> None:
    word_forms._packed.cache_clear()
    word_forms._index.cache_clear()
    program = started()
    assert isinstance(program, Fosdesk)
    assert program.window.isVisible()
    assert word_forms._packed.cache_info().currsize == 0
