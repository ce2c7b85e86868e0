"""Text made alike for searching: case and most accents away; å, æ and ø stay letters of their own."""

import unicodedata

_APART = {"ä": "æ", "ö": "ø", "đ": "d", "ŋ": "n", "ŧ": "t", "ı": "i", "«": '"', "»": '"', "“": '"', "”": '"', "’": "'"}


class _Letters(dict[int, str]):
    """What each letter is compared as, found out the first time it is met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kept = letter if letter in "åæø" else _APART.get(letter, "")
        self[code] = kept or "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
        return self[code]


_LETTERS = _Letters()


def folded(text: str) -> str:
    """How a text is compared; fold what is looked for in the same way."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text.casefold()).translate(_LETTERS)


def words_in(text: str) -> tuple[str, ...]:
    """The folded words of a query, each once."""
    return tuple(dict.fromkeys(folded(text).split()))
