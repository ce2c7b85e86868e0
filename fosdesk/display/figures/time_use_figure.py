"""The figure of one group's time: freed beside set aside for the work, by semester."""

from collections.abc import Sequence

from fosdesk.display.figures.curve_shapes import box
from fosdesk.display.figures.text_width import text_width
from fosdesk.display.shapes import Area, Figure, Label, Line
from fosdesk.domain.rules.time_use import SemesterTime
from fosdesk.words import Words

_MAX_SEMESTERS = 8
_SIZE, _BAR, _ROW, _HEAD = 13.0, 12.0, 44.0, 34.0
_ASKED, _FREED = ("ochre_soft", "ochre"), ("accent", "")


def time_use_figure(times: Sequence[SemesterTime], whose: str, words: Words, width: float = 560) -> Figure:
    """The figure of one group's time, with two bars for each semester, the latest last.

    `whose` are the words for the group; they are said in the alternative text, as a figure of another group may
    stand beside it.
    """
    shown = times[-_MAX_SEMESTERS:]
    if not shown:
        said = words("No time has been written down yet.")
        faint = Area(box(0, 0, width, 60, 8), "panel")
        return Figure(width, 60, (faint, Label(said, width / 2, 35, "quiet", 14, anchor="middle")), said)
    height = _HEAD + _ROW * len(shown)
    names = [words.semester(time.semester) for time in shown]
    begins = max(text_width(name, _SIZE, bold=True) for name in names) + 16
    numbers = [words.minutes(minutes) for time in shown for minutes in (time.asked, time.freed)]
    room = width - begins - max(text_width(number, _SIZE, bold=True) for number in numbers) - 12
    most = max(max(time.asked, time.freed) for time in shown) or 1
    shapes: list[Area | Line | Label] = [*_legend(words, begins)]
    for row, (time, name) in enumerate(zip(shown, names, strict=True)):
        top = _HEAD + row * _ROW
        shapes.append(Label(name, 0, top + 21, "ink", _SIZE, bold=True))
        for number, (minutes, (fill, outline)) in enumerate(((time.asked, _ASKED), (time.freed, _FREED))):
            y = top + 2 + number * (_BAR + 4)
            long = max(room * minutes / most, 3 if minutes else 0)
            if minutes:
                shapes.append(Area(box(begins, y, long, _BAR, 3), fill, outline))
            ink = "ink" if minutes else "quiet"
            shapes.append(
                Label(words.minutes(minutes), begins + long + 8, y + 10.5, ink, _SIZE, bold=bool(number and minutes))
            )
    axis = ((begins - 1.5, _HEAD - 2), (begins - 1.5, height - 8))
    shapes.append(Line(axis, "hairline", 1.5))
    return Figure(width, height, tuple(shapes), _alt(shown, whose, words))


def _legend(words: Words, x: float) -> list[Area | Label]:
    shapes: list[Area | Label] = []
    for said, (fill, outline) in ((words("Set aside"), _ASKED), (words("Freed"), _FREED)):
        shapes.append(Area(box(x, 4, _BAR, _BAR, 3), fill, outline))
        shapes.append(Label(said, x + _BAR + 7, 14.5, "quiet", _SIZE))
        x += _BAR + 7 + text_width(said, _SIZE) + 22
    return shapes


def _alt(times: Sequence[SemesterTime], whose: str, words: Words) -> str:
    rows = (
        words(
            "{semester}: {asked} set aside, {freed} freed",
            semester=words.semester(time.semester),
            asked=words.minutes(time.asked),
            freed=words.minutes(time.freed),
        )
        for time in times
    )
    said = words("{whose}: time set aside and time freed for each person, by semester.", whose=whose)
    return f"{said} {'; '.join(rows)}."
