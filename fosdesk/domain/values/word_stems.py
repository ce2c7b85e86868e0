"""Norwegian word stems for search, by rules of our own for the words of a school; bokmål and nynorsk alike."""

import re
from collections.abc import Mapping
from functools import lru_cache

from fosdesk.domain.values.text_folding import folded

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FIRST_WRONG = 7  # letters of a word whose first may be wrong: «kaker» is not meant where «saker» stands
_LEAST = 3  # letters that stay when an ending is cut
# Endings that leave a word which means the doer («lærere», «leiarane»): the ending goes, «er» and «ar» stay.
_DOERS = (
    ("erene", "er"),
    ("erne", "er"),
    ("eren", "er"),
    ("ere", "er"),
    ("arane", "ar"),
    ("arar", "ar"),
    ("aren", "ar"),
)
_ENDINGS = (
    *("enes", "anes", "ande", "ende", "ene", "ane", "ens", "ets"),
    *("en", "et", "er", "ar", "a", "e"),
)
_LONG_ENDINGS = ("te", "de", "tt")  # of words that keep at least one letter more
# What nynorsk writes otherwise, as parts of words; each is written as in bokmål before words are compared.
_SAME: Mapping[str, str] = {
    "aa": "å",
    "avgjerdsle": "avgjørelse",
    "avgjersle": "avgjørelse",
    "avgjerd": "avgjørelse",
    "avgjerda": "avgjørelsen",
    "avgjerder": "avgjørelser",
    "avgjerdene": "avgjørelsene",
    "fråvær": "fravær",
    "eigar": "eier",
    "fleir": "fler",
    "forsking": "forskning",
    "heile": "hele",
    "helsing": "hilsen",
    "heim": "hjem",
    "høgt": "høyt",
    "høyring": "høring",
    "innspel": "innspill",
    "korleis": "hvordan",
    "leiar": "leder",
    "leiing": "ledelse",
    "leik": "lek",
    "lærar": "lærer",
    "løysing": "løsning",
    "medverk": "medvirk",
    "morgon": "morgen",
    "oppgåve": "oppgave",
    "partnar": "partner",
    "pengar": "penger",
    "rettlei": "veiled",
    "sjuk": "syk",
    "skjerma": "skjermet",
    "skul": "skol",
    "symj": "svøm",
    "teneste": "tjeneste",
    "tenesta": "tjenesten",
    "tilbod": "tilbud",
    "tilhøyrsle": "tilhørighet",
    "tilsett": "ansatt",
    "verksemd": "virksomhet",
    "vidare": "videre",
    "vikarar": "vikarer",
}
_OTHERWISE = re.compile("|".join(sorted(_SAME, key=len, reverse=True)))
# Words that are written as others as a whole, and short ones whose end is no ending.
_WHOLE: Mapping[str, str] = {
    "bøker": "bok",
    "bøkene": "bok",
    "vikar": "vikar",
    **dict.fromkeys(("uka", "uken", "uker", "ukene", "veke", "veka", "veker", "vekene"), "uke"),
}


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared, in their order; «F2-17» is one word, «fritids-leder» also its parts."""
    found = []
    for word in _WORD.findall(folded(text)):
        found.append(alike(word))
        if "-" in word:
            found += [alike(part) for part in word.split("-")]
    return found


@lru_cache(maxsize=40_000)
def alike(word: str) -> str:
    """A folded word as it is compared: aa as å, and what nynorsk writes otherwise as in bokmål."""
    return _WHOLE.get(word) or _OTHERWISE.sub(lambda found: _SAME[found[0]], word)


@lru_cache(maxsize=4_000)
def stem(word: str) -> str:
    """A word as `alike` gives it, without its ending: «lekser» as «leks», «lærerne» as «lærer»."""
    if word in _WHOLE:
        return _WHOLE[word]
    if len(word) > _LEAST + 2 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for ending, kept in _DOERS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST - 1:
            return word.removesuffix(ending) + kept
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word.removesuffix(ending)
    for ending in _LONG_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _LEAST + 1:
            return word.removesuffix(ending)
    return word


def is_near(word: str, other: str) -> bool:
    """Whether `other` begins with `word` but for one typing error: a letter wrong, missing, too many or moved."""
    if word[:1] != other[:1] and len(word) < _FIRST_WRONG:
        return False
    at = next(
        (n for n, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other))
    )
    rest = word[at:]
    if not rest:
        return True
    return (
        other.startswith(rest[1:], at + 1)  # another letter
        or other.startswith(rest, at + 1)  # one is missing
        or other.startswith(rest[1:], at)  # one is too many
        or (len(rest) > 1 and other.startswith(rest[1] + rest[0] + rest[2:], at))  # two have changed places
    )
