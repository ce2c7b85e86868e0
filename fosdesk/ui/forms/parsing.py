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
_TIME_OF_DAY = re.compile(r"(?:(?:kl|klokka|klokken|at)\.?\s?)?([0-9]{1,2})(?:\s?[.:]\s?([0-9]{2})|([0-9]{2}))?")
_KRONER = re.compile(
    r"(?:kr\.?|nok)?\s?([0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,9})(?:,(?:-|\u2013|00))?\s?(?:kr\.?|kroner|nok)?"
)
_SPOKEN_TIME = re.compile(
    r"(?:(?:kl|klokka|klokken|at)\.?\s)?(halv|half past|kvart over|quarter past|kvart på|quarter to)\s(\w+)"
)
_HOUR_NAMES = (
    *(("en", "ett", "ein", "eitt", "one"), ("to", "two"), ("tre", "three"), ("fire", "four"), ("fem", "five")),
    *(("seks", "six"), ("sju", "syv", "seven"), ("åtte", "eight"), ("ni", "nine"), ("ti", "ten"), ("elleve", "eleven")),
    ("tolv", "twelve"),
)
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


def parse_clock(typed: str) -> str:
    """A time of day as HH:MM from «14.30», «1430» or «kl. 14»; empty for no input; ValueError when invalid."""
    words = " ".join(typed.lower().split())
    if not words:
        return ""
    found = _TIME_OF_DAY.fullmatch(words)
    hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise ValueError(typed)
    return f"{hour:02}:{minute:02}"


def spoken_times(typed: str) -> tuple[str, str] | None:
    """Both times of day, as HH:MM, that «halv tre» or «kvart over to» may mean; None for anything else."""
    found = _SPOKEN_TIME.fullmatch(" ".join(typed.lower().split()))
    hour = next((n for n, names in enumerate(_HOUR_NAMES, 1) if found and (found[2] in names or found[2] == str(n))), 0)
    if found is None or not hour:
        return None
    minutes = {"halv": -30, "half past": 30, "kvart over": 15, "quarter past": 15}.get(found[1], -15)
    first, second = ((hour * 60 + minutes + half * 720) % 1440 for half in (0, 1))
    return f"{first // 60:02}:{first % 60:02}", f"{second // 60:02}:{second % 60:02}"


def parse_kroner(typed: str) -> int | None:
    """Whole kroner from «12 000», «12.000,-» or «kr 12 000»; None for no input; ValueError when invalid."""
    words = " ".join(typed.lower().split())
    if not words:
        return None
    found = _KRONER.fullmatch(words)
    if not found:
        raise ValueError(typed)
    return int(re.sub("[ .]", "", found[1]))


def clean(typed: str, *, one_line: bool) -> str:
    """The text without control characters; line breaks become spaces when `one_line`."""
    words = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    words = _CONTROL.sub("", words)
    return " ".join(words.split("\n")).strip() if one_line else words.rstrip()
