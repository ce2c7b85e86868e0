"""Text folding for search: lower case without most accents; å, æ and ø stay letters of their own."""

import re
import unicodedata
from functools import cache

_FOLDED_LETTERS = {
    "ä": "æ",
    "ö": "ø",
    "đ": "d",
    "ŋ": "n",
    "ŧ": "t",
    "ı": "i",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "’": "'",
}
_UNUSUAL = re.compile(r"[^\x00-\x7fåæø]")  # few letters of a Norwegian text, so that most of it is not looked at


def folded(text: str) -> str:
    """The folded form of a text; fold what is searched for in the same way."""
    if text.isascii():
        return text.lower()
    return _UNUSUAL.sub(_plain, unicodedata.normalize("NFC", text.casefold()))


def words_in(text: str) -> tuple[str, ...]:
    """The folded words of a query, each once."""
    return tuple(dict.fromkeys(folded(text).split()))


def _plain(found: re.Match[str]) -> str:
    return _letter(found[0])


@cache
def _letter(letter: str) -> str:
    apart = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return _FOLDED_LETTERS.get(letter, apart)
