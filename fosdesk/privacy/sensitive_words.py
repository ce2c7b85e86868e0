"""Finds what should not stand in texts: personal identity numbers, and words about single pupils."""

import re
from itertools import islice

from fosdesk.privacy.name_forms import is_common_word, normalized

# -- personal identity numbers: a day, then five digits, of which the last two are check digits

_ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{11}(?!\d)", re.ASCII)
# As people write them, with the day set apart; an account number is grouped in another way, as 1234 56 78901.
_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_DASH = "[-\u2010-\u2015\u2212]"
_GROUPED_DIGITS = re.compile(
    rf"(?<!\d)(\d\d)({_SPACE}?|\.)(\d\d)\2(\d\d)(?:{_SPACE}{{1,2}}|{_SPACE}?{_DASH}{_SPACE}?)\d{{3}}{_SPACE}?\d\d(?!\d)",
    re.ASCII,
)
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)  # of account numbers and of some payment references (KID), too


def personal_number(text: str) -> bool:
    """Whether a text seems to hold a Norwegian personal identity number, rather than an account number or a KID."""
    grouped = _GROUPED_DIGITS.finditer(text)
    if any(_is_day(int(found[1]), int(found[3])) for found in grouped):
        return True
    return any(_is_personal(found[0]) for found in _ELEVEN_DIGITS.finditer(text))


def _is_personal(digits: str) -> bool:
    """Whether eleven digits are a personal number; one with a slip in it counts, unless it is another valid number."""
    if not _is_day(int(digits[:2]), int(digits[2:4])):
        return False
    account = _remainder(digits, _SECOND_WEIGHTS) == 0
    if account and _remainder(digits, _FIRST_WEIGHTS) in (0, 1, 2, 3):  # 1 to 3 for numbers given from 2032 on
        return True
    return not account and not _is_luhn(digits)


def _remainder(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11


def _is_luhn(digits: str) -> bool:
    """The check of most payment references (KID): modulus 10."""
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _is_day(day: int, month: int) -> bool:
    # Temporary numbers add 40 to the day; help and test numbers add 40, 65 or 80 to the month.
    return 1 <= (day - 40 if day > 40 else day) <= 31 and any(1 <= month - more <= 12 for more in (0, 40, 65, 80))


# -- single pupils

_WORD = r"[^\W\d_]{1,30}(?:-[^\W\d_]{1,30}){0,2}"
_CLASS = re.compile(r"(?<![\w§-])(?:10|[1-9])\.?\s?(?:[A-Fa-f](?![\w-])|klasse)")
_NAMED_PUPIL = re.compile(rf"\b(?:[Ee]lev(?:en)?|[Pp]upil)[\s:]{{1,3}}({_WORD})")
_NAMED_PUPILS = re.compile(rf"\b(?:[Ee]lev(?:ene|ane)|[Pp]upils)[\s:]{{1,3}}({_WORD})")
_INITIALS_OF_PUPIL = re.compile(r"\b(?:[Ee]lev(?:en)?|[Pp]upil)[\s:]{1,3}([^\W\d_]\.?\s?[^\W\d_]?\.?)(?!\w)")
_NAME_AFTER_CLASS = re.compile(rf":?\s{{1,3}}({_WORD})")
_NAME_BEFORE_CLASS = re.compile(
    rf"({_WORD})(?:\s[^\W\d_]\.?)?(?:\s{{1,3}}(?:i|fra|frå|på|in|from)\s{{1,3}}|,?\s{{0,3}}\(|,\s{{1,3}}|\s{{1,3}})$"
)
_AROUND = 45  # letters before a class in which a name may stand
_MAX_CLASSES = 1_000  # that are looked at; a text that names more was not written by a person
# «§ 9 A», «kapittel 2 A»: parts of laws and texts.
_PART_OF_TEXT = re.compile(
    r"(?:§|\b(?:paragraf\w*|kap|kapit\w+|artikkel\w*|ledd|punkt|pkt|avsnitt|vedlegg|side|s|figur|tabell|modell|fase|nr"
    r"|bokstav|alternativ|chapter|section|article|page))\.?\s*$",
    re.IGNORECASE,
)
_FIRST_NAME_LIST = """
alf alma amina ane anna are arild ask benjamin bjørg bjørn bo brage dag einar ella erle even flemming fredrik
gro hanna hans hedda heidi helge henning hermine iris iver jo jon julie kai katarina kåre lilje lin line lise
liv live mai mia mikkel mina oda odd per pia randi roar rolf rose roy runa rune sander selma siv sol solveig
stein steinar storm svein tiril tom tone tor trygve tuva ulf ulv una unn vera vilja vilje vår
"""
_FIRST_NAMES = frozenset(_FIRST_NAME_LIST.split())  # that are everyday words, too
_LONGEST_NAME = 12  # letters; longer words are compounds
_PART = 3  # letters of the shortest part of a compound
_SHORT_LAST_PARTS = frozenset(("bok", "dag", "dans", "fag", "lek", "mat", "mål", "rom", "råd", "tid", "tur", "uke"))
_NO_NAMES = frozenset(("krle", "rle", "ikt", "sfo", "fau", "ppt"))


def names_pupil(text: str) -> bool:
    """Whether a text seems to speak of a certain pupil: «elev NN», «7B Ola», «Ola i 7B»."""
    text = normalized(text)
    if any(found[1][0].isupper() and found[1].upper() == found[1] for found in _INITIALS_OF_PUPIL.finditer(text)):
        return True
    for pattern in (_NAMED_PUPIL, _NAMED_PUPILS):
        if any(_may_be_name(found[1]) for found in pattern.finditer(text)):
            return True
    for found in islice(_CLASS.finditer(text), _MAX_CLASSES):
        before = text[max(found.start() - _AROUND, 0) : found.start()]
        if any(_may_be_name(name[1]) for name in _NAME_BEFORE_CLASS.finditer(before)):
            return True
        after = _NAME_AFTER_CLASS.match(text, found.end())
        if after is not None and _may_be_name(after[1]) and not _PART_OF_TEXT.search(before):
            return True
    return False


def _may_be_name(word: str) -> bool:
    """Whether a word with a capital may be somebody's first name: neither an everyday word nor an abbreviation."""
    first = word.partition("-")[0]
    small = first.casefold()
    if not first[0].isupper() or len(first) < 2 or len(first) > _LONGEST_NAME or first.isupper():
        return False
    return small in _FIRST_NAMES or not (small in _NO_NAMES or is_common_word(small) or _is_compound(small))


def _is_compound(small: str) -> bool:
    """Whether a word is made of two everyday words, as «uteskole»; no name begins with «ute»."""
    if small.endswith("ing"):
        return True
    for at in range(_PART, len(small) - _PART + 1):
        first, last = small[:at].removesuffix("s"), small[at:]
        is_last = is_common_word(last) if len(last) > _PART else last in _SHORT_LAST_PARTS
        if is_last and first not in _FIRST_NAMES and is_common_word(first):
            return True
    return False


def sensitive_content(text: str) -> str:
    """The kind of sensitive content to warn of: personal_number, pupil, or empty."""
    return "personal_number" if personal_number(text) else "pupil" if names_pupil(text) else ""
