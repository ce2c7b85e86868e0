"""ColumnWidths: how wide the columns of a noun's table are, and which of them there is room for."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHeaderView

from fosdesk.display.noun_table import column_label, field_of, is_measured
from fosdesk.display.noun_words import options_words
from fosdesk.domain.fields import Choice, Date, Long, Noun
from fosdesk.ui.controls.color_dots import words_width
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words

_TITLE, _LEAST = 220, 56  # the least widths of the first column and of the others; all in px at 100 %
# What the first column has beyond this, as a short or a long text, goes to those that are narrower than their words.
_ROOMY_TITLE, _ROOMY_LONG_TITLE = 400, 600
_TEXT, _ROOMY_TEXT, _MEASURE, _MOST_CHOICE = 170, 270, 104, 190
_EDGES, _SIGN = 24, 40  # around words in a cell, and around a heading with the sign of sorting
_SETTLED = 400  # ms after a column was last made wider


class ColumnWidths(QObject):
    """The first column takes what the others leave; where it would get too narrow, the last ones are left out.

    Long texts share what is left with it, and have it alone where the first column is a time or an amount.
    """

    def __init__(
        self,
        header: QHeaderView,
        theme: Theme,
        words: Words,
        noun: Noun,
        columns: Sequence[str],
        kept: Mapping[str, int],
        changed: Callable[[], object],
    ) -> None:
        """`kept` are widths that somebody gave; `changed` is called after somebody has given others."""
        super().__init__(header)
        self._header, self._theme, self._columns = header, theme, columns
        self._usual = {name: _usual_width(theme, words, noun, name) for name in columns[1:]}
        self._roomy = {name: _roomy_width(theme, words, noun, name) for name in columns[1:]}
        self._long = {name for name in columns[1:] if isinstance(field_of(noun, name), Long)}
        self._roomy_title = _ROOMY_LONG_TITLE if isinstance(field_of(noun, noun.title), Long) else _ROOMY_TITLE
        self._has_brief_title = is_measured(field_of(noun, noun.title))
        self.given = dict(kept)  # the widths that somebody gave, in px at 100 %
        self._room, self._out = 0, frozenset[str]()
        self._fits = False  # while columns are given their widths
        self._later = QTimer(self, singleShot=True, interval=_SETTLED)
        self._later.timeout.connect(changed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(_LEAST))
        header.sectionResized.connect(self._resized)

    def fit(self, room: int) -> None:
        """Lay the columns in so many pixels."""
        self._room = room
        room -= self._theme.px(_TITLE)
        self._fits = True
        long: list[int] = []
        for section, name in enumerate(self._columns[1:], start=1):
            width = self._theme.px(self.given.get(name, self._usual[name]))
            room -= 0 if name in self._out else width
            hidden = room < 0 or name in self._out
            self._header.setSectionHidden(section, hidden)
            if not hidden:
                self._header.resizeSection(section, width)
                long += [section] * (name in self._long and name not in self.given)
        room -= self._widen(room - self._theme.px(self._roomy_title - _TITLE))
        sharing = len(long) + (not self._has_brief_title)
        for section in long:
            self._header.resizeSection(section, self._header.sectionSize(section) + max(room, 0) // sharing)
        self._fits = False

    def _widen(self, spare: int) -> int:
        """Give what the first column can spare to those that may be wider than usual; returns how much they took.

        What is not enough for all is shared, so that none is cut beside one that has room to spare.
        """
        wishes = sorted(
            (self._theme.px(self._roomy[name] - self._usual[name]), section)
            for section, name in enumerate(self._columns[1:], start=1)
            if name not in self.given and not self._header.isSectionHidden(section)
        )
        taken = 0
        for place, (wish, section) in enumerate(wishes):
            more = min(wish, (spare - taken) // (len(wishes) - place))
            if more > 0:
                self._header.resizeSection(section, self._header.sectionSize(section) + more)
                taken += more
        return taken

    def leave_out(self, columns: Iterable[str]) -> None:
        """Show all but these columns, as far as there is room."""
        if frozenset(columns) != self._out:
            self._out = frozenset(columns)
            self.fit(self._room)

    def _resized(self, section: int, before: int, width: int) -> None:
        if section and before and width and not self._fits and self._header.isVisible():
            self.given[self._columns[section]] = round(width * 100 / self._theme.text_size)
            self._later.start()


def _wide(theme: Theme, said: str) -> int:
    return words_width(theme, said) * 100 // theme.text_size


def _label_width(theme: Theme, words: Words, noun: Noun, name: str) -> int:
    return _wide(theme, column_label(words, noun, name)) + _SIGN


def _choice_width(theme: Theme, words: Words, field: Choice) -> int:
    return max((_wide(theme, said) for _, said in options_words(words, field)), default=0) + _EDGES


def _day_width(theme: Theme, words: Words) -> int:
    """Of the widest day that a cell may show."""
    return max(_wide(theme, words.short_date(f"2028-{month:02}-28")) for month in range(1, 13)) + _EDGES


def _usual_width(theme: Theme, words: Words, noun: Noun, name: str) -> int:
    field, label = field_of(noun, name), _label_width(theme, words, noun, name)
    if isinstance(field, Date):
        return max(_day_width(theme, words), label)
    if is_measured(field):
        return max(_MEASURE, label)
    if isinstance(field, Choice):
        return max(min(_choice_width(theme, words, field), _MOST_CHOICE), label)
    return max(_TEXT, label)


def _roomy_width(theme: Theme, words: Words, noun: Noun, name: str) -> int:
    """How wide a column may become where there is room: a choice as its longest option, a short text more than usual.

    A long text shares what is left anyway.
    """
    field, usual = field_of(noun, name), _usual_width(theme, words, noun, name)
    if isinstance(field, Choice):
        return max(_choice_width(theme, words, field), usual)
    return usual if is_measured(field) or isinstance(field, Long) else max(_ROOMY_TEXT, usual)
