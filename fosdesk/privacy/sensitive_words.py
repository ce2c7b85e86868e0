"""Finds what should not stand in texts: personal identity numbers, and words about single pupils."""

import re

# Eleven digits in a row; or a day and month, then more, set apart as people write them.
_ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{11}(?!\d)", re.ASCII)
_GROUPED_DIGITS = re.compile(
    r"(?<!\d)(\d\d)[ .]?(\d\d)[ .]?\d\d[ \u00a0\u202f-]{1,2}\d{3}[ \u00a0\u202f]?\d\d(?!\d)", re.ASCII
)
_PUPIL = re.compile(r"\b(?:[Ee]lev(?:en)?|[Pp]upil)\s+(?:[A-ZÆØÅ]\.?[A-ZÆØÅ]?\.?(?!\w)|[A-ZÆØÅ][a-zæøåé]+)")
_CLASS_AND_NAME = re.compile(r"\b(?:10|[1-9])\.?\s?[A-Fa-f]:?\s+[A-ZÆØÅ][a-zæøåé]+(?:\s[A-ZÆØÅ]\b\.?)?")


def personal_number(text: str) -> bool:
    """Whether a text seems to hold a Norwegian personal identity number."""
    if _ELEVEN_DIGITS.search(text):
        return True
    return any(_is_day(int(found[1]), int(found[2])) for found in _GROUPED_DIGITS.finditer(text))


def names_pupil(text: str) -> bool:
    """Whether a text seems to speak of a certain pupil: «elev NN», «7B Ola»."""
    return bool(_PUPIL.search(text) or _CLASS_AND_NAME.search(text))


def sensitive_content(text: str) -> str:
    """The kind of sensitive content to warn of: personal_number, pupil, or empty."""
    return "personal_number" if personal_number(text) else "pupil" if names_pupil(text) else ""


def _is_day(day: int, month: int) -> bool:
    # Temporary numbers add 40 to the day; help and test numbers add 40, 65 or 80 to the month.
    return 1 <= (day - 40 if day > 40 else day) <= 31 and any(1 <= month - more <= 12 for more in (0, 40, 65, 80))
