"""Parses typed days, numbers and times, and cleans typed text."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

MOST_CHARACTERS = 200_000
_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_DAY_FORMATS = (
    "d.M.yyyy",
    "d.M.yy",
    "d. MMMM yyyy",
    "d. MMM yyyy",
    "d MMMM yyyy",
    "d MMM yyyy",
    "yyyy-M-d",
    "d/M/yyyy",
    "d-M-yyyy",
)
_YEARLESS = ("d.M.", "d.M", "d. MMMM", "d MMMM", "d/M")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def locale_for(language: str) -> QLocale:
    """The QLocale for `nb`, `nn` or `en`."""
    return QLocale(_LOCALES[language])


def parse_day(typed: str, today: date, language: str) -> str | None:
    """The day as YYYY-MM-DD, empty for no input, None when invalid; without a year, the nearest one ahead."""
    words = " ".join(typed.split())
    if not words:
        return ""
    for locale in (locale_for(language), locale_for("nb"), QLocale.c()):
        for form in _DAY_FORMATS:
            day = locale.toDate(words, form, 2000)
            if day.isValid() and 1900 <= day.year() <= 2200:
                return day.toString("yyyy-MM-dd")
        for form in _YEARLESS:
            day = locale.toDate(f"{words} {today.year}", f"{form} yyyy")
            if day.isValid():
                ahead = day if day.daysTo(QDate(today.year, today.month, today.day)) < 60 else day.addYears(1)
                return ahead.toString("yyyy-MM-dd")
    return None


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
    """Minutes from «90», «1:30», «1 t 30 min» or «1,5 t»; None for no input; ValueError when invalid."""
    words = typed.strip().lower()
    clock = re.fullmatch(r"(\d{1,5})[:.](\d{2})", words)
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    spoken = re.fullmatch(
        r"(\d{1,5})(?:[.,](\d))?\s*(?:t|h|time|timer|timar|hours?)\.?\s*(?:(\d{1,2})\s*(?:m|min|minutt|minutes?)?\.?)?",
        words,
    )
    if spoken:
        return int(spoken[1]) * 60 + int(spoken[2] or 0) * 6 + int(spoken[3] or 0)
    return parse_number(re.sub(r"\s*(?:m|min|minutt|minutter|minutes?)\.?$", "", words))


def clean(typed: str, *, one_line: bool) -> str:
    """The text without control characters; line breaks become spaces when `one_line`."""
    words = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    words = _CONTROL.sub("", words)
    return " ".join(words.split("\n")).strip() if one_line else words.rstrip()
