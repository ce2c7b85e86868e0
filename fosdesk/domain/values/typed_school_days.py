"""Days off and planning days as municipalities publish them: lines and tables of a «skolerute», nb and nn."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from fosdesk.domain.values.typed_days import month_number, parse_day, weekday_number
from fosdesk.errors import FosdeskError

MOST_LINES = 2000
_LONGEST_LINE = 1000  # characters; what is longer is no line of a calendar
_LONGEST = 70  # days; the summer holidays are shorter
_NEW_YEAR = 7  # the month in which the next school year counts as begun
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\N{NO-BREAK SPACE}": " "})
_PLANNING = re.compile(r"plan(?:leggings?|leggjings?)?dag|planlegg|kursdag", re.IGNORECASE)
_SCHOOL_DAY = re.compile(
    r"(?:første|fyrste|siste|1\.)\s+(?:sk[ou]le)?dag|sk[ou]le(?:start|slutt)|skoleår|skuleår|"
    r"(?:start|byrjar|begynner|slutt|sluttar|slutter)\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"ferie|fri(?:dag|e)?\b|\bfri|helgedag|hel[il]gdag|heilagdag|høytid|høgtid|påske|palme|skjærtorsdag|skjertorsdag|"
    r"langfredag|pinse|kristi|himmelfart|grunnlovsdag|17\.\s*mai|1\.\s*mai|nasjonaldag|stengt|inneklem|\bjul|\bjol",
    re.IGNORECASE,
)
_WEEK = re.compile(r"\b(?:uke|veke)\s*:?\s*([0-9]{1,2})\b", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"(?<![0-9.])(20[0-9]{2})\s?[-/]\s?(20)?([0-9]{2})(?![0-9.\-/])")
_HALF_YEAR = re.compile(r"\b(høst|haust|vår)(?:en|semesteret|semester|halvåret)?,?\s+(20[0-9]{2})\b", re.IGNORECASE)
_ONLY_YEAR = re.compile(r"[^\W\d]*\s*(20[0-9]{2})\s*:?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = r"[^\W\d_]+"
_DAY = re.compile(
    rf"(?:\b(?P<weekday>{_WORD})\.?,?\s+(?:den\s+|d\.\s*)?)?"
    r"(?:(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
    r"|(?<![0-9.])(?P<day>[0-9]{1,2})(?:"
    r" ?[./] ?(?P<month>[0-9]{1,2})(?![0-9])(?: ?[./]? ?(?P<year>(?:20)?[0-9]{2})(?![0-9]))?\.?"
    rf"|\.? *(?P<name>{_WORD})\.?(?:,?\s*(?P<named_year>20[0-9]{{2}}))?"
    r"|\.(?![0-9])|(?=\s*(?:-|og\b|til\b|,))))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|t\.?\s?o\.?\s?m\.?|til\s+og\s+med|til)\s*", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:,|og|&|\+|,\s*og)\s*", re.IGNORECASE)
_CELL = re.compile(r"\s*[\t;|]\s*")
_OPEN_ENDED = re.compile(r"(?:\bfra(?:\s+og\s+med)?|\bfrå(?:\s+og\s+med)?|\bf\.?o\.?m\.?)\s*$", re.IGNORECASE)
_EDGES: Final = " \t:;,.-|()/&"


class SchoolDays(NamedTuple):
    """One line as it was pasted, and what it says: days off, planning days, or nothing that is understood.

    `first` is empty where no day is understood. `what` is a key of the noun's choice; empty where the line does not
    say it, and «school» for a day on which there is school.
    """

    line: str
    first: str = ""
    last: str = ""
    what: str = ""
    name: str = ""


class _Token(NamedTuple):
    """A day as it stands in a line: what is not said is 0."""

    start: int
    end: int
    day: int
    month: int
    year: int
    weekday: int


class _Years:
    """The year of days that are written without one: from headings, else from other days of the same text."""

    def __init__(self, text: str, today: date) -> None:
        self._today = today
        self._autumn = 0  # the school year that headings named, by its first year
        self._exact = 0
        found = _SCHOOL_YEAR.search(text) if "20" in text else None
        stated = re.search(r"(?<![0-9])20[0-9]{2}(?![0-9])", text)
        self._usual = int(found[1]) if found and _follows(found) else 0
        if not self._usual and stated:
            first = next((token for line in text.splitlines() for token in _tokens(line) if token.year), None)
            year = int(stated[0])
            self._usual = year if first is None or first.month >= _NEW_YEAR or not first.month else year - 1
            if first is not None and first.year != year and first.month:
                self._usual = first.year - (first.month < _NEW_YEAR)

    def heading(self, line: str) -> bool:
        """Take up the year that a heading names; False for a line that is none."""
        if found := _SCHOOL_YEAR.search(line):
            if _follows(found):
                self._autumn, self._exact = int(found[1]), 0
                return True
        elif found := _HALF_YEAR.search(line):
            self._autumn, self._exact = int(found[2]) - (found[1].lower() == "vår"), 0
            return True
        elif found := _ONLY_YEAR.fullmatch(line.strip()):
            self._autumn, self._exact = 0, int(found[1])
            return True
        return False

    def of(self, token: _Token) -> int:
        """The year of a day."""
        if token.year:
            return token.year
        if self._exact:
            return self._exact
        autumn = self._autumn or self._usual
        if autumn:
            return autumn if token.month >= _NEW_YEAR else autumn + 1
        said = parse_day(f"{token.day}.{token.month}.", self._today, "ahead")
        return int(said[:4]) if said else self._today.year

    def of_week(self, week: int) -> int:
        """The year of a calendar week."""
        autumn = self._exact or self._autumn or self._usual or self._today.year - (self._today.month < _NEW_YEAR)
        return autumn if self._exact or week >= 27 else autumn + 1


def parse_school_days(text: str, today: date) -> tuple[SchoolDays, ...]:
    """What each line says, in the order of the text; blank lines and headings with a year alone are left out.

    A line may say several things. FosdeskError for more than MOST_LINES lines.
    """
    lines = text.translate(_DASHES).splitlines()
    if len(lines) > MOST_LINES:
        raise FosdeskError("That is more than {most} lines; paste the calendar of one or two years.", most=MOST_LINES)
    years, found = _Years("\n".join(line[:_LONGEST_LINE] for line in lines), today), list[SchoolDays]()
    for raw, line in zip(text.splitlines(), lines, strict=True):
        shown = " ".join(raw.split())
        if not shown:
            continue
        if len(line) > _LONGEST_LINE:
            found.append(SchoolDays(shown[:_LONGEST_LINE]))
            continue
        said = list(_said(shown, line.strip(), years))
        if not said and years.heading(line):
            continue
        found += said or [SchoolDays(shown)]
    return tuple(found)


def _said(shown: str, line: str, years: _Years) -> Iterator[SchoolDays]:
    """What one line says of days; nothing where it names none."""
    plain = _BRACKETS.sub(lambda inside: " " * len(inside[0]), line)
    tokens = _tokens(plain) or _tokens(line)
    if _tokens(plain):
        line = plain
    if not tokens:
        week = _WEEK.search(line)
        if week and 1 <= int(week[1]) <= 53:
            yield _week_off(shown, line, int(week[1]), years)
        return
    groups = _groups(line, tokens)
    before = 0
    for place, group in enumerate(groups):
        following = groups[place + 1][0][0].start if place + 1 < len(groups) else len(line)
        lead, after = line[before : group[0][0].start], line[group[-1][-1].end : following]
        name = _name(lead)
        taken = ""
        if not name and (place + 1 == len(groups) or _CELL.search(after)):
            taken = _CELL.split(after.strip())[0] if _CELL.match(after) is None else _CELL.split(after)[1]
            name = _name(taken)
        what = _what(f"{lead} {taken}") or (_what(line) if len(groups) == 1 else "")
        for span in group:
            days = _days(span, years)
            if days is None or (len(span) == 1 and _OPEN_ENDED.search(lead)):
                yield SchoolDays(shown)
            else:
                yield SchoolDays(shown, days[0], days[1] if days[1] != days[0] else "", what, name)
        before = group[-1][-1].end


def _week_off(shown: str, line: str, week: int, years: _Years) -> SchoolDays:
    try:
        monday = date.fromisocalendar(years.of_week(week), week, 1)
    except ValueError:
        return SchoolDays(shown)
    name = _name(_WEEK.sub(" ", line))
    return SchoolDays(shown, monday.isoformat(), (monday + timedelta(4)).isoformat(), _what(name), name)


def _tokens(line: str) -> list[_Token]:
    """The days in a line; one without a month of its own gets that of the day it is joined to, or of the first cell."""
    found: list[_Token] = []
    for match in _DAY.finditer(line):
        weekday = weekday_number(match["weekday"]) if match["weekday"] else 0
        start = match.start() if weekday else match.start("iso" if match["iso"] else "day")
        if match["iso"]:
            dated = [int(part) for part in match["iso"].split("-")]
            found.append(_Token(start, match.end(), dated[2], dated[1], dated[0], weekday))
            continue
        day, month, end = int(match["day"]), int(match["month"] or 0), match.end()
        year: str | None = match["year"]
        if match["name"]:
            month, year = month_number(match["name"]), match["named_year"]
            if not month:  # the word after a day such as «og»
                end = match.end("day") + (line[match.end("day") :][:1] == ".")
                year = None
        if not 1 <= day <= 31 or month > 12:
            continue
        found.append(_Token(start, end, day, month, _full(year), weekday))
    month = month_number((re.match(rf"\s*({_WORD})", line) or ["", ""])[1])
    for place in range(len(found) - 1, -1, -1):
        token = found[place]
        if token.month:
            continue
        later = found[place + 1] if place + 1 < len(found) else None
        joint = line[token.end : later.start] if later else ""
        if later and later.month and (_RANGE.fullmatch(joint) or _LIST.fullmatch(joint)):
            found[place] = token._replace(month=later.month, year=later.year)
        elif month:
            found[place] = token._replace(month=month)
        elif place and found[place - 1].month and _joined(line[found[place - 1].end : token.start]):
            found[place] = token._replace(month=found[place - 1].month)
    return [token for token in found if token.month]


def _joined(between: str) -> bool:
    return bool(_RANGE.fullmatch(between) or _LIST.fullmatch(between))


def _groups(line: str, tokens: Sequence[_Token]) -> list[list[list[_Token]]]:
    """The days of a line in groups that share a name, each a list of single days and of first and last days."""
    groups: list[list[list[_Token]]] = []
    last: _Token | None = None
    for token in tokens:
        between = line[last.end : token.start] if last else None
        if between is not None and len(groups[-1][-1]) == 1 and _reaches(between):
            groups[-1][-1].append(token)
        elif between is not None and _LIST.fullmatch(between):
            groups[-1].append([token])
        else:
            groups.append([[token]])
        last = token
    return groups


def _reaches(between: str) -> bool:
    """Whether what stands between two days makes them the first and the last one; two cells beside each other do."""
    return bool(_RANGE.fullmatch(between)) or ("\t" in between and not between.strip("\t |;-"))


def _days(span: Sequence[_Token], years: _Years) -> tuple[str, str] | None:
    """The first and the last day (YYYY-MM-DD); None where they are none, or too far apart for a holiday."""
    ends = [_dated(years.of(token), token) for token in span]
    first, last = ends[0], ends[-1]
    if first is None or last is None:
        return None
    if last < first:  # over New Year, and only one of the two years is said
        said = [token.year for token in span]
        moved = _dated(first.year - 1, span[0]) if said[-1] and not said[0] else _dated(last.year + 1, span[-1])
        if moved is None:
            return None
        first, last = (moved, last) if said[-1] and not said[0] else (first, moved)
    return (first.isoformat(), last.isoformat()) if (last - first).days <= _LONGEST else None


def _dated(year: int, token: _Token) -> date | None:
    try:
        return date(year, token.month, token.day)
    except ValueError:
        return None


def _full(year: str | None) -> int:
    return 0 if not year else int(year) if len(year) == 4 else 2000 + int(year)


def _follows(found: re.Match[str]) -> bool:
    return (int(found[1]) + 1) % 100 == int(found[3])


def _name(lead: str) -> str:
    """The words before some days, without weeks, joints and the cells that came earlier."""
    cells = [cell for cell in _CELL.split(lead) if cell.strip(_EDGES) and not month_number(cell.strip(_EDGES))]
    words = _WEEK.sub(" ", cells[-1] if cells else "")
    words = re.split(r"(?<=[^\W\d_]{3})\.\s", words)[-1]  # a sentence that went before
    words = re.sub(
        r"\b(?:fra(?:\s+og\s+med)?|frå(?:\s+og\s+med)?|f\.?o\.?m\.?|og)\s*$", "", words.strip(_EDGES), flags=re.I
    )
    return " ".join(words.strip(_EDGES).split())


def _what(words: str) -> str:
    """The key of what the words say: «planning», «free» or «school»; empty when they say none of them."""
    if _PLANNING.search(words):
        return "planning"
    if _SCHOOL_DAY.search(words):
        return "school"
    return "free" if _FREE.search(words) else ""
