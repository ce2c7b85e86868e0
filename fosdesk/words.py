"""Translations of all texts outside the framework: gettext catalogues keyed by the English text."""

import re
import struct
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from fosdesk import paths
from fosdesk.errors import FosdeskError

if TYPE_CHECKING:
    from fosdesk.domain.values.semester import Semester

LANGUAGES = ("nb", "nn", "en")
DEFAULT_LANGUAGE = "nb"  # where none was chosen
_CLOCK = re.compile(r"\d\d:\d\d", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MAGIC = 0x950412DE
_CONTEXT_END = "\x04"  # what gettext puts between the context and the text of an entry
_PDF_LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


class Catalogue(Protocol):
    """Translations by English text; one that is missing is returned as it is."""

    def gettext(self, message: str) -> str:
        """The translation of a text."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The translation that fits the number `n`."""


class CompiledCatalogue:
    """A .mo file, as gettext's, for languages with a form for one and one for all other numbers.

    A text is decoded when it is asked for: reading takes 1 ms where gettext, which decodes them all, takes 5.
    """

    def __init__(self, raw: bytes) -> None:
        """ValueError when `raw` is no such file, or not all of it."""
        try:
            magic, _, count, keys, texts = struct.unpack_from("=5I", raw)
            if magic != _MAGIC:
                raise ValueError("not a .mo file of this kind of machine")
            places = struct.unpack_from(f"={2 * count}I", raw, keys)
            self._texts = struct.unpack_from(f"={2 * count}I", raw, texts)
        except struct.error as why:
            raise ValueError("only a part of a .mo file") from why
        if count and self._texts[-2] + self._texts[-1] >= len(raw):  # a zero follows the last one
            raise ValueError("only a part of a .mo file")
        spans = zip(places[::2], places[1::2], strict=True)
        self._raw = raw
        self._numbers = {raw[start : start + length]: number for number, (length, start) in enumerate(spans)}
        self._found: dict[str, str] = {}

    def gettext(self, message: str) -> str:
        """The translation of a text, or the text."""
        found = self._found.get(message)
        if found is None:
            found = self._found[message] = self._text(message) or message
        return found

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The translation that fits the number `n`, or the English one."""
        forms = self._text(f"{one}\0{many}").split("\0")
        return (one if n == 1 else many) if len(forms) == 1 else forms[n != 1]

    def _text(self, key: str) -> str:
        number = self._numbers.get(key.encode())
        if number is None:
            return ""
        length, start = self._texts[2 * number : 2 * number + 2]
        return self._raw[start : start + length].decode()


class Words:
    """The texts of one language; call it with the English msgid and the values for its {places}."""

    def __init__(self, language: str, catalogue: Catalogue, more: Mapping[str, str] | None = None) -> None:
        self.language = language
        self._catalogue = catalogue
        self._more = dict(more or {})
        self._about: dict[tuple[str, str], str] = {}

    def __call__(self, english: str, **values: object) -> str:
        """The translated text."""
        return _filled(self._more.get(english) or self._catalogue.gettext(english), values)

    def about(self, context: str, english: str, **values: object) -> str:
        """The translation of a msgid in a context (as pgettext), else the one without context."""
        # Kept: a list of 10,000 rows asks for its few texts again and again, and looking up what is not there is slow.
        found = self._about.get((context, english))
        if found is None:
            found = self._about[context, english] = self._looked_up(context, english)
        return _filled(found, values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The translation that fits the number `n` (as ngettext), which fills {n}."""
        own = self._more.get(f"{one}||{many}")
        text = own.split("||")[n != 1] if own else self._catalogue.ngettext(one, many, n)
        return _filled(text, {"n": n, **values})

    def extended(self, more: Mapping[str, str]) -> Self:
        """The same texts and more, keyed like the msgids of a catalogue: «context|text» and «one||many»."""
        return type(self)(self.language, self._catalogue, {**self._more, **more})

    @property
    def pdf_language(self) -> str:
        """The language tag (BCP 47) for documents."""
        return _PDF_LANGUAGES[self.language]

    def date(self, day: str) -> str:
        """A stored day (YYYY-MM-DD) in full: «23. november 2026»; any other text is returned unchanged."""
        known = _day(day)
        if known is None:
            return day
        return self("{day} {month} {year}", day=known.day, month=self._months[known.month - 1], year=known.year)

    def short_date(self, day: str, *, with_year: bool = True) -> str:
        """A stored day in short: «23. nov. 2026», or «23. nov.» without the year."""
        known = _day(day)
        if known is None:
            return day
        month = self._short_months[known.month - 1]
        if with_year:
            return self("{day} {month} {year}", day=known.day, month=month, year=known.year)
        return self("{day} {month}", day=known.day, month=month)

    def weekday_date(self, day: str, *, with_year: bool = True) -> str:
        """A day with its weekday: «mandag 23. november 2026», or «mandag 23. november» without the year."""
        known = _day(day)
        if known is None:
            return day
        month = self._months[known.month - 1]
        date = self.date(day) if with_year else self("{day} {month}", day=known.day, month=month)
        return self("{weekday} {date}", weekday=self._weekdays[known.weekday()], date=date)

    def month(self, number: int) -> str:
        """The name of month 1 to 12."""
        return self._months[number - 1]

    def semester(self, stored: "str | Semester") -> str:
        """A semester for display: «Høst 2026»; a text that is no semester is returned unchanged."""
        # Imported when first needed: words are there before the first paint, msgspec need not be.
        from fosdesk.domain.values.semester import Semester

        known = Semester.known(str(stored))
        if known is None:
            return str(stored)
        return self("Autumn {year}" if known.autumn else "Spring {year}", year=known.year)

    def joined(self, parts: Sequence[str]) -> str:
        """A list as part of a sentence: «a, b og c»."""
        if len(parts) < 2:
            return "".join(parts)
        return self("{several} and {last}", several=", ".join(parts[:-1]), last=parts[-1])

    def minutes(self, minutes: int) -> str:
        """A number of minutes as a time span: «1 t 30 min»."""
        hours, rest = divmod(abs(minutes), 60)
        sign = "−" if minutes < 0 else ""
        if hours and rest:
            return sign + self("{hours} h {minutes} min", hours=self.number(hours), minutes=rest)
        if hours:
            return sign + self("{hours} h", hours=self.number(hours))
        return sign + self("{minutes} min", minutes=rest)

    def clock(self, stored: str) -> str:
        """A time of day stored as HH:MM: «14.30», in English «14:30»; any other text is returned unchanged."""
        return stored.replace(":", ".") if self.language != "en" and _CLOCK.fullmatch(stored) else stored

    def kroner(self, amount: int) -> str:
        """An amount of money: «12 000 kr»."""
        return self("{amount} kr", amount=self.number(amount))

    def number(self, number: int) -> str:
        """A whole number with non-breaking spaces between thousands: «10 000»."""
        return f"{number:,}".replace(",", "," if self.language == "en" else "\N{NO-BREAK SPACE}").replace("-", "−")

    def quoted(self, text: str) -> str:
        """A text in the language's quotation marks."""
        return f"“{text}”" if self.language == "en" else f"«{text}»"

    def _looked_up(self, context: str, english: str) -> str:
        own = self._more.get(f"{context}|{english}")
        if own:
            return own
        # `pgettext` would not tell an entry that is missing from one that says the same as in English.
        key = f"{context}{_CONTEXT_END}{english}"
        found = self._catalogue.gettext(key)
        return self(english) if found == key else found

    @property
    def _months(self) -> Sequence[str]:
        return self.about(
            "all months",
            "January February March April May June July August September October November December",
        ).split()

    @property
    def _short_months(self) -> Sequence[str]:
        return self.about("all months, short", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()

    @property
    def _weekdays(self) -> Sequence[str]:
        return self.about("all weekdays", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()


def read_words(language: str) -> Words:
    """The words in `nb`, `nn` or `en`."""
    if language not in LANGUAGES:
        raise FosdeskError(
            "There is no language called “{language}”; choose one of {choices}.",
            language=language,
            choices=", ".join(LANGUAGES),
        )
    place = paths.resource("translations", language, "LC_MESSAGES", "fosdesk.mo")
    try:
        return Words(language, _read_catalogue(place, place.stat().st_mtime_ns))
    except (OSError, ValueError) as trouble:
        raise missing_words() from trouble


@cache
def _read_catalogue(place: Path, _written: int) -> CompiledCatalogue:
    """The texts of one language, which a new window need not read again."""
    return CompiledCatalogue(place.read_bytes())


def missing_words() -> FosdeskError:
    """What to tell when texts of the program cannot be read."""
    return FosdeskError(
        "The words of the program are missing or damaged. Install it again, or run packaging/dev.py in a clone."
    )


def _filled(text: str, values: Mapping[str, object]) -> str:
    # Only our own text is a template; what fills it is never read as one.
    return text.format(**values) if values else text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
