"""Looks for what should not stand in the texts: personal numbers and words about single pupils."""

import re

# Eleven digits in a row; or a day and month, then more, set apart as people write them.
_IN_A_ROW = re.compile(r"(?<!\d)\d{11}(?!\d)", re.ASCII)
_SET_APART = re.compile(
    r"(?<!\d)(\d\d)[ .]?(\d\d)[ .]?\d\d[ \u00a0\u202f-]{1,2}\d{3}[ \u00a0\u202f]?\d\d(?!\d)", re.ASCII
)
_PUPIL = re.compile(r"\b(?:[Ee]lev(?:en)?|[Pp]upil)\s+(?:[A-ZÆØÅ]\.?[A-ZÆØÅ]?\.?(?!\w)|[A-ZÆØÅ][a-zæøåé]+)")
_CLASS_AND_NAME = re.compile(r"\b(?:10|[1-9])\.?\s?[A-Fa-f]:?\s+[A-ZÆØÅ][a-zæøåé]+(?:\s[A-ZÆØÅ]\b\.?)?")


def personal_number(text: str) -> bool:
    """Whether a text seems to hold a personal identity number."""
    if _IN_A_ROW.search(text):
        return True
    return any(_is_day(int(found[1]), int(found[2])) for found in _SET_APART.finditer(text))


def names_pupil(text: str) -> bool:
    """Whether a text seems to speak of one certain pupil: «elev NN», «7B Ola»."""
    return bool(_PUPIL.search(text) or _CLASS_AND_NAME.search(text))


def concern(text: str) -> str:
    """What to give a friendly word about: personal_number, pupil, or nothing."""
    return "personal_number" if personal_number(text) else "pupil" if names_pupil(text) else ""


def _is_day(day: int, month: int) -> bool:
    # Temporary numbers add 40 to the day; help and test numbers add 40, 65 or 80 to the month.
    return 1 <= (day - 40 if day > 40 else day) <= 31 and any(1 <= month - more <= 12 for more in (0, 40, 65, 80))
