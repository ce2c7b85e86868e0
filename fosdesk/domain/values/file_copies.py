"""Recognises copies of a file by name: the suffixes that sync programs, mail programs and people add."""

import re
from collections.abc import Iterable

_NUMBER = r"(?:\s*\(?\d{1,3}\)?)?"
_WORDS = r"(?:copy|kopi|kopia|kopie)"
_CONFLICT = r"(?:conflict(?:ed)?(?:[-_ ]copy)?|konflikt\w*|i[-_ ]konflikt)"
_MARKS = tuple(
    re.compile(mark, re.IGNORECASE)
    for mark in (
        r"[-_. ]+sync-conflict-\d{8}-\d{6}(?:-\w+)?$",  # Syncthing
        rf"\s*[(\[][^()\[\]]*{_CONFLICT}[^()\[\]]*[)\]]$",  # Dropbox, Nextcloud, OneDrive
        rf"[-_. ]+{_CONFLICT}(?:[-_. ].*)?$",
        r"\s*\(\d{1,3}\)$",  # browsers, mail programs, Google Drive
        r"\s+\d{1,2}$",  # iCloud
        rf"\s*(?:[-–_]\s*|\s){_WORDS}{_NUMBER}$",  # people
        rf"\s*\({_WORDS}{_NUMBER}\)$",
        rf"^{_WORDS}\s+(?:of|av)\s+",
    )
)
_COMPUTER = re.compile(r"-(?=\w*[^\W\d])[\w-]{2,24}")  # OneDrive, after a dash; a day has no letters


def original_name(stem: str) -> str:
    """A file name's stem without copy marks such as « (2)» or « - Copy»; unchanged when there are none."""
    while True:
        shorter = next((cut for mark in _MARKS if (cut := mark.sub("", stem).strip()) and cut != stem), stem)
        if shorter == stem:
            return stem
        stem = shorter


def looks_like_copy(stem: str, others: Iterable[str]) -> bool:
    """Whether a stem is that of a copy, by itself or beside the other stems of its folder."""
    return original_name(stem) != stem or any(_from_computer(stem, other) for other in others)


def _from_computer(stem: str, other: str) -> bool:
    """Whether a stem is another one with a computer's name appended."""
    starts = bool(other) and stem.casefold().startswith(f"{other.casefold()}-")
    return starts and _COMPUTER.fullmatch(stem[len(other) :]) is not None


def copies_among(stems: Iterable[str], beside: str = "") -> list[str]:
    """The stems that are copies; with `beside` (a copy), also the stem it is a copy of."""
    there = [stem for stem in dict.fromkeys(stems) if stem != beside]
    found = [stem for stem in there if looks_like_copy(stem, [*there, beside])]
    own = original_name(beside).casefold()
    originals = [stem for stem in there if stem.casefold() == own or _from_computer(beside, stem)]
    return [*found, *(stem for stem in originals if stem not in found)]
