"""How names are written: one key for all spellings of a word, and what in a value is a name."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from fosdesk.privacy.word_forms import is_word

WORD = re.compile(r"[^\W\d_]+")  # letters alone: digits and underscores beside a name are no part of it
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_UNUSUAL = re.compile(r"[^\x00-\x7fåæø]")
_APART = {"ä": "æ", "ö": "ø", "œ": "ø", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "ı": "i", "ħ": "h", "þ": "th"}
_ASCII = str.maketrans({"å": "a", "æ": "ae", "ø": "o"})
MAIL = re.compile(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"\+?\d(?:[\s\u00a0.-]?\d){5,}")
_PARTS = re.compile(
    r"[,;:()\[\]/|&+\n–—·]|(?<!\w)(?:og|and|samt)(?!\w)", re.IGNORECASE
)  # between several names, or a name and what it is said of
_WHERE = re.compile(r"(?<!\w)(?:ved|på|i|frå|fra|hos|for|at|of|from|with|med|til|to|om|som|who)(?!\w)|\d")
_PLACE = re.compile(
    r"\w*(?:skole|skolen|skule|skulen|kommune|kommunen|universitet|universitetet|senter|senteret|etaten|kontoret|"
    r"tjenesten|tenesta|school|university|college|municipality)",
    re.IGNORECASE,
)
_STREET = re.compile(r"\w+(?:gata|gate|gaten|veien|vegen|vei|veg|plass|plassen|street|road)\s+\d", re.IGNORECASE)
_INITIALS = re.compile(r"(?<![^\W\d_])([A-ZÆØÅ])[.\s]*(?:[-\s]?([A-ZÆØÅ])[.\s]*)(?:([A-ZÆØÅ])[.\s]*)?")
# Vår is a name, and «Var» begins many a sentence.
_COMMON = frozenset(("bar", "far", "kan", "la", "man", "sa", "tal", "var"))
LEAST = 2  # letters: a single one is no name to look for
_VARIANT = 3  # letters from which on a name is also looked for as a keyboard without æ, ø and å writes it
_JOINED = 6  # letters of two names in one word

_WORDS_BESIDES = """
art ask bill bob brook carol chase christian cliff dal dale dawn dean drew earl faith frank gene grace grant gro guy
harry haug hauk hav head holm hope jack jean joy june king lance lane lee leo lind long mark may miles miller moe mose
my nes ni nick olive or page pat paul ray reed rich rob robin rod ruby rud rusty sandy siv skule sky smith stig storm
sue summer sund sunny taylor tor torg van varg victor violet wade ward way west will wood woods young
"""
# Word forms so rare that they are names wherever they stand in what a school writes.
_RATHER_NAMES = """
aksel anna arild arne eva hilde ida ingrid iver jensen kari kåre linda morten nora nordmann ola rolf svein tove
"""
_NO_NAMES = """
adviser after all alle an annen ansatt assistant assistent avdelingsleder avdelingsleiar barn barne bygg child class
classroom college contact deputy ei ekstern elev elevråd en epost et everybody fagarbeidar fagarbeider fau forelder
foreldre foresatt føresett group health heile hele helse helsesjukepleiar helsesykepleier høgskole høgskule høyskole
ingen inspektør klasse kommunal kommune kontakt kontaktlærar kontaktlærer kontor leader leder ledig leiar lærar lærer
medlem member miljøarbeidar miljøarbeider mobil mobile municipal nestleder nestleiar new nobody noen nokon ny nye
office og ordfører other owner parent parents partner pedagog person phone ppt principal rektor representant
representative resource ressurslærar ressurslærer ressursperson resten rom room school service sfo skole skoleeier
skuleeigar sosiallærar sosiallærer special spesialpedagog staff student studieleder teacher team telefon the
tillitsvald tillitsvalgt tilsatt tilsett tlf trinn trinnleder trinnleiar ukjend ukjent undervisningsinspektør
ungdomsarbeidar ungdomsarbeider union universitet university vakant vara varaordfører verneombod verneombud vikar
worker year youth
"""
_ROLES = frozenset(("head of", "head teacher", "deputy head", "assistant head", "head master", "head mistress"))
_EVERYDAY = frozenset(_WORDS_BESIDES.split())
_NAMES_FIRST = frozenset(_RATHER_NAMES.split())
_NOBODY = frozenset(_NO_NAMES.split())  # what people also write where a name is asked for


class Written(NamedTuple):
    """What one value says: names as sequences of words, initials, and addresses or numbers that count as a whole."""

    names: tuple[tuple[str, ...], ...] = ()
    initials: tuple[tuple[str, ...], ...] = ()
    addresses: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def plain(text: str) -> str:
    """The text as the eye sees it: composed letters, nothing unseen between them."""
    return text if text.isascii() else unicodedata.normalize("NFC", _UNSEEN.sub("", text))


@lru_cache(1 << 15)
def key(word: str) -> str:
    """What all spellings of a word have alike: case and accents away, aa as å, oe as ø, ae as æ."""
    return folded(word)


def folded(text: str) -> str:
    """The same for a whole text."""
    text = text.casefold()
    if not text.isascii():
        text = _UNUSUAL.sub(_apart, text)
    return text.replace("aa", "å").replace("oe", "ø").replace("ae", "æ")


def _apart(found: re.Match[str]) -> str:
    return _letter(found[0])


@lru_cache(1 << 10)
def _letter(letter: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return _APART.get(letter, bare)


@lru_cache(1 << 12)
def is_ordinary(word: str) -> bool:
    """Whether a word is an everyday word too, so that it is a name only when it is written with a capital."""
    small = word.casefold()
    return small not in _NAMES_FIRST and (small in _EVERYDAY or is_word(small))


def written_in(value: str) -> Written:
    """The names, addresses and numbers that the value of a field for a name holds."""
    text = plain(value).strip()
    addresses = tuple(found[0] for found in MAIL.finditer(text))
    names = [tuple(parts) for found in MAIL.finditer(text) if (parts := _before_at(found[1]))]
    text = MAIL.sub(",", text)
    numbers = tuple(re.sub(r"\D", "", found[0])[-8:] for found in _DIGITS.finditer(text))
    text = _DIGITS.sub(",", text)
    if _STREET.search(text):
        return Written(tuple(names), (), (*addresses, " ".join(text.split())), numbers)
    initials = []
    for part in _PARTS.split(text):
        short = _INITIALS.fullmatch(part.strip())
        if short and key(part.strip()) not in _NO_KEYS:
            initials.append(tuple(letter.casefold() for letter in short.groups() if letter))
        words = tuple(_words_of(part))
        if words:
            names.append(words)
    surname_first = _turned(names) if text.count(",") == 1 else ()
    return Written((*names, *surname_first), tuple(initials), addresses, numbers)


def _turned(names: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """«Nordmann, Kari» is one person's name."""
    return ((*names[1], *names[0]),) if len(names) == 2 and len(names[0]) == 1 else ()


def _before_at(local: str) -> list[str]:
    """The names in an address such as kari.nordmann@…; none in post.skole@…"""
    parts = [part for part in re.split(r"[._+-]|\d", local) if part]
    is_name = len(parts) > 1 and all(len(part) >= LEAST and WORD.fullmatch(part) for part in parts)
    return parts if is_name and not any(key(part) in _NO_KEYS for part in parts) else []


def _words_of(part: str) -> Iterator[str]:
    """The words of one name; none where it names a role, a place or an organisation."""
    start = " ".join(part.casefold().split()[:2])
    part = part[: found.start()] if (found := _WHERE.search(part)) else part
    words = WORD.findall(part)
    if not words or start in _ROLES or (_PLACE.fullmatch(words[-1]) and words[-1] != "Skule"):
        return  # written with a capital, Skule is also what people are called
    has_capital = any(word[0].isupper() for word in words)
    for word in words:
        if len(word) < LEAST or key(word) in _NO_KEYS or (has_capital and not word[0].isupper()):
            continue
        yield word


def spellings(words: tuple[str, ...]) -> Iterator[str]:
    """The keys by which each word of a name is known, and those of names that are joined in one word."""
    for word in words:
        yield key(word)
        yield from _without_letters(word)
    for first, second in zip(words, words[1:], strict=False):
        if len(first) + len(second) >= _JOINED:
            yield key(first + second)
            yield from _without_letters(first + second)
    if len(words) > 2:
        yield key("".join(words))


def _without_letters(word: str) -> Iterator[str]:
    bare = key(word).translate(_ASCII)
    if len(word) >= _VARIANT and bare != key(word) and bare not in _COMMON:
        yield key(bare)


def sequences(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The ways in which several words of a name stand beside each other: whole, in part, first with last, turned."""
    keys = tuple(map(key, words))
    if len(keys) < 2:
        return
    yield keys
    yield from zip(keys, keys[1:], strict=False)
    yield keys[0], keys[-1]
    yield keys[-1], keys[0]


_NO_KEYS = frozenset(map(key, _NOBODY))
