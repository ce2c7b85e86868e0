"""Creates the editor for a field by its kind."""

from fosdesk.display.noun_words import options_words
from fosdesk.domain.fields import (
    NOUNS,
    Choice,
    ClockTime,
    Date,
    Field,
    Long,
    Months,
    Number,
    Reference,
    SemesterField,
    YesNo,
)
from fosdesk.ui.forms.editors import ChoiceEditor, Editor, LongEditor, ShortEditor, YesNoEditor
from fosdesk.ui.forms.link_choices import MANY
from fosdesk.ui.forms.link_editor import LinkEditor
from fosdesk.ui.forms.months_editor import MonthsEditor
from fosdesk.ui.forms.name_dialog import ask_name
from fosdesk.ui.forms.special_editors import ClockEditor, DayEditor, NumberEditor, ReferenceEditor, SemesterEditor
from fosdesk.ui.frame.desk import Desk


def _reference_editor(desk: Desk, field: Reference) -> Editor:
    """A drop-down where there are few to choose among, else a search."""
    made: list[LinkEditor | ReferenceEditor] = []

    def ask(what: str) -> str:
        return ask_name(made[0], desk, what)

    few = field.target and len(desk.school.of(NOUNS[field.target].record)) <= MANY
    made.append(ReferenceEditor(desk, field, ask) if few else LinkEditor(desk, field, ask))
    return made[0]


def editor_for(desk: Desk, field: Field, label: str, lines: int, *, wrap: bool) -> Editor:
    """The editor for a field."""
    words = desk.words
    if isinstance(field, YesNo):
        return YesNoEditor(label)
    if isinstance(field, Choice):
        return ChoiceEditor(options_words(words, field))
    if isinstance(field, Reference):
        return _reference_editor(desk, field)
    if isinstance(field, SemesterField):
        return SemesterEditor(desk)
    if isinstance(field, Number):
        return NumberEditor(desk, field)
    if isinstance(field, ClockTime):
        return ClockEditor(desk)
    if isinstance(field, Months):
        return MonthsEditor(desk)
    if isinstance(field, Date):
        return DayEditor(desk, field.expects)
    if isinstance(field, Long):
        return LongEditor(words, lines=lines)
    if wrap:
        return LongEditor(words, lines=1, most=4, one_line=True)
    return ShortEditor(words)
