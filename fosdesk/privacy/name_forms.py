"""How names are written: a key for all spellings of a word, and the names in the value of a field."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from fosdesk.privacy.word_forms import is_word

WORD = re.compile(r"[^\W\d_]+")  # letters alone: digits and underscores beside a name are no part of it
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_OTHER_LETTERS = re.compile(r"[^\x00-\x7fåæø]")
_FOLDED_LETTERS = {
    "ä": "æ",
    "ö": "ø",
    "œ": "ø",
    "đ": "d",
    "ð": "d",
    "ŋ": "n",
    "ŧ": "t",
    "ł": "l",
    "ı": "i",
    "ħ": "h",
    "þ": "th",
}
_ASCII = str.maketrans({"å": "a", "æ": "ae", "ø": "o"})
MAIL = re.compile(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"\+?\d(?:[\s\u00a0.-]?\d){5,}")
_SEPARATORS = re.compile(
    r"[,;:()\[\]/|&+\n–—·]|(?<!\w)(?:og|and|samt)(?!\w)", re.IGNORECASE
)  # between several names, or a name and what it is said of
_QUALIFIERS = re.compile(r"(?<!\w)(?:ved|på|i|frå|fra|hos|for|at|of|from|with|med|til|to|om|som|who)(?!\w)|\d")
# What meets and is no person, such as «ledergruppa», «kollegiet» or «FAU-styret», ends in these.
_ORGANISATION = re.compile(
    r"\w*(?:skole|skolen|skule|skulen|kommune|kommunen|universitet|universitetet|senter|senteret|etaten|kontoret|"
    r"tjenesten|tenesta|school|university|college|municipality|grupper?|gruppa|gruppen|gruppene|teamet|teamene|teama|"
    r"utvalg|utvalget|utval|utvalet|styret|rådet|personale|personalet|kollegiet|kollegium|ledelsen|leiinga|trinnet|"
    r"fagforeningene|fagforeiningane|foreldrene|foreldra|elevene|elevane|ansatte|tilsette|lærere|lærerne|lærarar|lærarane)",
    re.IGNORECASE,
)
_STREET = re.compile(r"\w+(?:gata|gate|gaten|veien|vegen|vei|veg|plass|plassen|street|road)\s+\d", re.IGNORECASE)
_INITIALS = re.compile(r"(?<![^\W\d_])([A-ZÆØÅ])[.\s]*(?:[-\s]?([A-ZÆØÅ])[.\s]*)(?:([A-ZÆØÅ])[.\s]*)?")
# Vår is a name, and «Var» begins many a sentence.
_COMMON_VARIANTS = frozenset(("bar", "far", "kan", "la", "man", "sa", "tal", "var"))
MIN_LETTERS = 2  # letters: a single one is no name to look for
_MIN_VARIANT = 3  # letters from which on a name is also looked for as a keyboard without æ, ø and å writes it
_MIN_COMPOUND = 6  # letters of two names in one word

_COMMON_WORD_LIST = """
art ask bill bob brook carol chase christian cliff dal dale dawn dean drew earl faith frank gene grace grant gro guy
harry haug hauk hav head holm hope jack jean joy june king lance lane lee leo lind long mark may miles miller moe mose
my nes ni nick olive or page pat paul ray reed rich rob robin rod ruby rud rusty sandy siv skule sky smith stig storm
sue summer sund sunny taylor tor torg van varg victor violet wade ward way west will wood woods young
"""
# Word forms so rare that they are names wherever they stand in what a school writes.
_USUALLY_NAME_LIST = """
aksel arild arne eva hilde ida ingrid jensen kari kåre linda morten nora nordmann ola rolf svein tove
"""
_NOT_NAME_LIST = """
adviser after all alle an annen ansatt assistant assistent avdelingsleder avdelingsleiar barn barne begge bygg child
class classroom college contact de dei deputy ei ekstern elev elevråd en epost et everybody fagarbeidar fagarbeider fau
fem fire fleire flere fleste forelder foreldre foresatt forfall fravær føresett group health heile hele helse
helsesjukepleiar helsesykepleier høgskole høgskule høyskole ingen inspektør klasse kommunal kommune kontakt
kontaktlærar kontaktlærer kontor kurs leader leder ledig leiar lærar lærer medlem meldt member miljøarbeidar
miljøarbeider mobil mobile municipal nestleder nestleiar new nobody noen nokon ny nye office og ordfører other owner
parent parents partner pedagog permisjon person phone ppt principal protokollførar protokollfører referent reise rektor
representant representative resource ressurslærar ressurslærer ressursperson resten rom room same samme school sekretær
seks service sfo sist sjuk skole skoleeier skuleeigar som sosiallærar sosiallærer special spesialpedagog staff student
studieleder syk teacher team telefon the tillitsvald tillitsvalde tillitsvalgt tillitsvalgte tilsatt tilsett tlf tre
trinn trinnleder trinnleiar ukjend ukjent undervisningsinspektør ungdomsarbeidar ungdomsarbeider union universitet
university vakant vara varaordfører verneombod verneombud vikar worker year youth åtte
"""
_ROLES = frozenset(("head of", "head teacher", "deputy head", "assistant head", "head master", "head mistress"))
_COMMON_WORDS = frozenset(_COMMON_WORD_LIST.split())
_USUALLY_NAMES = frozenset(_USUALLY_NAME_LIST.split())
_NOT_NAMES = frozenset(_NOT_NAME_LIST.split())  # what people also write where a name is asked for


class ParsedNames(NamedTuple):
    """The content of a value: names as sequences of words, initials, and whole addresses and numbers."""

    names: tuple[tuple[str, ...], ...] = ()
    initials: tuple[tuple[str, ...], ...] = ()
    addresses: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def normalized(text: str) -> str:
    """The text in NFC, without invisible characters."""
    return text if text.isascii() else unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


@lru_cache(1 << 15)
def spelling_key(word: str) -> str:
    """The key that all spellings of a word share: no case or accents, aa as å, oe as ø, ae as æ."""
    return fold(word)


def fold(text: str) -> str:
    """The spelling key of a whole text."""
    text = text.casefold()
    if not text.isascii():
        text = _OTHER_LETTERS.sub(_fold_match, text)
    return text.replace("aa", "å").replace("oe", "ø").replace("ae", "æ")


def _fold_match(found: re.Match[str]) -> str:
    return _fold_letter(found[0])


@lru_cache(1 << 10)
def _fold_letter(letter: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return _FOLDED_LETTERS.get(letter, bare)


@lru_cache(1 << 12)
def is_common_word(word: str) -> bool:
    """Whether a word is also a common word, so that it counts as a name only with a capital."""
    small = word.casefold()
    return small not in _USUALLY_NAMES and (small in _COMMON_WORDS or is_word(small))


@lru_cache(1 << 13)  # all of them are asked for anew when one changes, and lists of who was present are long
def parse_names(value: str) -> ParsedNames:
    """The names, addresses and numbers in the value of a field for names."""
    text = normalized(value).strip()
    addresses = tuple(found[0] for found in MAIL.finditer(text))
    names = [tuple(parts) for found in MAIL.finditer(text) if (parts := _names_in_address(found[1]))]
    text = MAIL.sub(",", text)
    numbers = tuple(re.sub(r"\D", "", found[0])[-8:] for found in _DIGITS.finditer(text))
    text = _DIGITS.sub(",", text)
    if _STREET.search(text):
        return ParsedNames(tuple(names), (), (*addresses, " ".join(text.split())), numbers)
    initials = []
    for part in _SEPARATORS.split(text):
        initials_match = _INITIALS.fullmatch(part.strip())
        if initials_match and spelling_key(part.strip()) not in _NOT_NAME_KEYS:
            initials.append(tuple(letter.casefold() for letter in initials_match.groups() if letter))
        words = tuple(_words_of(part))
        if words:
            names.append(words)
    surname_first = _surname_last(names) if text.count(",") == 1 else ()
    return ParsedNames((*names, *surname_first), tuple(initials), addresses, numbers)


def _surname_last(names: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The name turned round where the value is «Nordmann, Kari»."""
    return ((*names[1], *names[0]),) if len(names) == 2 and len(names[0]) == 1 else ()


def _names_in_address(local: str) -> list[str]:
    """The names in an address such as kari.nordmann@…; none in post.skole@…"""
    parts = [part for part in re.split(r"[._+-]|\d", local) if part]
    is_name = len(parts) > 1 and all(len(part) >= MIN_LETTERS and WORD.fullmatch(part) for part in parts)
    return parts if is_name and not any(spelling_key(part) in _NOT_NAME_KEYS for part in parts) else []


def _words_of(part: str) -> Iterator[str]:
    """The words of one name; none where it is a role, a place or an organisation."""
    start = " ".join(part.casefold().split()[:2])
    part = part[: found.start()] if (found := _QUALIFIERS.search(part)) else part
    words = WORD.findall(part)
    if not words or start in _ROLES or (_ORGANISATION.fullmatch(words[-1]) and words[-1] != "Skule"):
        return  # written with a capital, Skule is also what people are called
    has_capital = any(word[0].isupper() for word in words)
    for word in words:
        if len(word) < MIN_LETTERS or spelling_key(word) in _NOT_NAME_KEYS or (has_capital and not word[0].isupper()):
            continue
        yield word


def spellings(words: tuple[str, ...]) -> Iterator[str]:
    """The keys of each word of a name, and of names joined in one word."""
    for word in words:
        yield spelling_key(word)
        yield from _ascii_variant(word)
    for first, second in zip(words, words[1:], strict=False):
        if len(first) + len(second) >= _MIN_COMPOUND:
            yield spelling_key(first + second)
            yield from _ascii_variant(first + second)
    if len(words) > 2:
        yield spelling_key("".join(words))


def _ascii_variant(word: str) -> Iterator[str]:
    """The key of a word as written on a keyboard without æ, ø and å, where that differs."""
    bare = spelling_key(word).translate(_ASCII)
    if len(word) >= _MIN_VARIANT and bare != spelling_key(word) and bare not in _COMMON_VARIANTS:
        yield spelling_key(bare)


def sequences(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The orders in which words of a name may stand: all, neighbours, first and last, last and first."""
    keys = tuple(map(spelling_key, words))
    if len(keys) < 2:
        return
    yield keys
    yield from zip(keys, keys[1:], strict=False)
    yield keys[0], keys[-1]
    yield keys[-1], keys[0]


_NOT_NAME_KEYS = frozenset(map(spelling_key, _NOT_NAMES))
