"""Parses typed numbers and times, shows days as they are edited, and cleans typed text."""

import re
from datetime import date

from PySide6.QtCore import QLocale

MOST_CHARACTERS = 200_000
_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_CLOCK = re.compile(r"([0-9]{1,5})(?::([0-9]{2})(?:\s?(?:t|h|timer|timar|hours)\.?)?|\.([0-9]{2}))")
# No point with two digits: «1.30 t» may be one hour and a half or 1.3 hours.
_HOURS = re.compile(
    r"([0-9]{1,5})(?:\.([0-9])|,([0-9]{1,3}))?\s?(?:t|h|hrs?|time|timer|timar|hours?)\.?,?\s?"
    r"(?:(?:og |and )?([0-9]{1,2})\s?(?:m|min|minutt|minutter|mins?|minutes?)?\.?)?"
)
_MINUTES = re.compile(r"\s?(?:m|min|minutt|minutter|mins?|minutes?)\.?$")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def locale_for(language: str) -> QLocale:
    """The QLocale for `nb`, `nn` or `en`."""
    return QLocale(_LOCALES[language])


def show_day(stored: str) -> str:
    """A stored day in the form it is edited in; any other text is returned unchanged."""
    try:
        day = date.fromisoformat(stored)
    except ValueError:
        return stored
    return f"{day.day}.{day.month}.{day.year}"


def parse_number(typed: str) -> int | None:
    """A whole number from 0 to 1,000,000; None for no input; ValueError when invalid."""
    words = typed.replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    if not words:
        return None
    if not words.isascii() or not words.isdigit() or len(words) > 7 or int(words) > 1_000_000:
        raise ValueError(typed)
    return int(words)


def parse_minutes(typed: str) -> int | None:
    """Minutes from «90», «1:30», «1 time og 30 minutter» or «1,25 t»; None for no input; ValueError when invalid."""
    words = " ".join(typed.lower().split())
    clock = _CLOCK.fullmatch(words)
    if clock:
        return int(clock[1]) * 60 + int(clock[2] or clock[3])
    spoken = _HOURS.fullmatch(words)
    if spoken:
        part = spoken[2] or spoken[3] or "0"
        return int(spoken[1]) * 60 + round(float(f"0.{part}") * 60) + int(spoken[4] or 0)
    return parse_number(_MINUTES.sub("", words))


def clean(typed: str, *, one_line: bool) -> str:
    """The text without control characters; line breaks become spaces when `one_line`."""
    words = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    words = _CONTROL.sub("", words)
    return " ".join(words.split("\n")).strip() if one_line else words.rstrip()
