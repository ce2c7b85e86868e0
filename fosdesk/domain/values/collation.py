"""Norwegian alphabetical order: one sort key for every list of names and titles."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

SortKey = tuple[str, str, str]

# The letters behind z, in their order, by characters that stand there in Unicode, and what is sorted as something else.
_LETTERS: Mapping[str, str] = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"} | {
    "ü": "y",
    "đ": "d",
    "ð": "d",
    "ŋ": "n",
    "ŧ": "t",
    "þ": "th",
    "ł": "l",
    "œ": "oe",
    "ı": "i",
}
_UNUSUAL = re.compile(r"[^a-z0-9 ]")


@lru_cache(maxsize=2**15)  # a list is sorted anew after each change, and nearly all of its texts are the same then
def sort_key(text: str) -> SortKey:
    """The key to sort a text by: æ, ø and å last, aa as å, ä and ö with æ and ø, ü with y, accents with their letter.

    Punctuation counts for nothing, and hyphens as spaces. Where texts are the same but for that, unaccented and lower
    case come first; texts that differ have different keys.
    """
    letters = text.casefold()
    if not letters.isascii():
        letters = unicodedata.normalize("NFC", letters)
    plain = letters.replace("aa", "å")
    if _UNUSUAL.search(plain):  # most titles have nothing of the kind, and lists have thousands
        plain = _UNUSUAL.sub(_plain, plain)
    return " ".join(plain.split()), letters, text.swapcase()


def _plain(found: re.Match[str]) -> str:
    return _letter(found[0])


@cache
def _letter(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    apart = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    if unicodedata.category(letter)[0] in "ZC" or unicodedata.category(letter) == "Pd":
        return " "
    return "" if unicodedata.category(letter)[0] == "P" else _LETTERS.get(apart, apart)
