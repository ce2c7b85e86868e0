"""The page Settings and help: language, appearance, role, glossary and shortcuts."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fosdesk import __version__
from fosdesk.display.record_words import LANGUAGE_NAMES
from fosdesk.domain.fields import Noun, fields_of
from fosdesk.domain.records import SchoolCalendar, SchoolProfile
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS, PROFILE_ID
from fosdesk.domain.roles import LAPTOP_ROLES
from fosdesk.domain.values.collation import sort_key
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.choice_row import choice_row
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.plain_widgets import button, clear, column, line, row, text
from fosdesk.ui.controls.search_line import SearchLine
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.frame.system_open import open_file
from fosdesk.ui.settings.parts_dialog import PartsDialog
from fosdesk.ui.settings.school_calendar_section import SchoolCalendarSection

_SIZES = (100, 125, 150, 200)


class SettingsPage(Page):
    """Changes take effect at once. For a colleague's school, only what the school says of itself."""

    key: ClassVar[str] = "settings"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        mine = words("How fosdesk looks on this computer, and what is good to know.")
        theirs = words("What the school says of itself, and what is good to know.")
        super().__init__(desk, words("Settings and help"), theirs if desk.read_only else mine)

    def build(self) -> None:
        """Create all sections."""
        if not self.desk.read_only:
            self._build_choices()
        self._section(self.words("About the school"), first=self.desk.read_only)
        own = [name for name in fields_of(SchoolProfile) if name not in DIRECTION_FIELDS]
        self.form = RecordForm(self.desk, SchoolProfile, PROFILE_ID, only=own, deletable=False)
        self.body.addWidget(self.form)
        self.to_direction = button(
            self.words("What you want is written under {page}", page=self.words("Direction")), "text"
        )
        self.to_direction.clicked.connect(lambda: self.desk.go("direction", PROFILE_ID))
        beside = row()
        beside.addWidget(self.to_direction)
        beside.addStretch(1)
        self.body.addLayout(beside)
        self.calendar = SchoolCalendarSection(self.desk)
        self.calendar.laid.connect(lambda: follow_layout(self))
        self.body.addWidget(self.calendar)
        self._section(self.words("Good to know"))
        for sentence in self.desk.framework.first_run:
            self.body.addWidget(text(sentence))
        self._build_keys()
        self._build_words()
        self._build_about()
        follow_layout(self)

    def _build_choices(self) -> None:
        words, choices = self.words, self.desk.choices
        themes = [("system", words("As the computer")), ("light", words("Light")), ("dark", words("Dark"))]
        themes.append(("contrast", words("High contrast")))
        sizes = [(str(size), f"{size} %") for size in _SIZES]
        self.languages = ChipChoice(list(LANGUAGE_NAMES.items()), words.language, name=words("Language"), always=True)
        self.themes = ChipChoice(themes, choices.theme, name=words("Colours"), always=True)
        self.sizes = ChipChoice(sizes, str(choices.text_size), name=words("Text size"), always=True)
        self.languages.chosen.connect(lambda key: self._change(language=key))
        self.themes.chosen.connect(lambda key: self._change(theme=key))
        self.sizes.chosen.connect(lambda key: self._change(text_size=int(key)))
        for label, widget in (
            (words("Language"), self.languages),
            (words("Colours"), self.themes),
            (words("Text size"), self.sizes),
        ):
            self.body.addWidget(choice_row(self.desk.theme, label, widget))
        opens = [("", words("The overview")), ("left", words("Where you left off"))]
        first = words("When fosdesk opens")
        self.opens = ChipChoice(opens, "left" if choices.back_to_left else "", name=first, always=True)
        self.opens.chosen.connect(self._take_first_place)
        self.body.addWidget(choice_row(self.desk.theme, first, self.opens))
        self.role = DropDown()
        asked = words("Who uses this computer?")
        self.role.setAccessibleName(asked)
        for key, english in LAPTOP_ROLES.items():
            self.role.addItem(words(english), key)
        self.role.setCurrentIndex(max(self.role.findData(choices.role or "principal"), 0))
        self.role.activated.connect(lambda _: self._take_role())
        self.role.setMaximumWidth(self.desk.theme.px(260))
        hint = words("The role is shown beside what is written and decided here. fosdesk keeps no names of users.")
        both = QWidget()
        beside = column(both, gap=4)
        beside.addWidget(self.role)
        beside.addWidget(text(hint, "note"))
        self.body.addWidget(choice_row(self.desk.theme, asked, both))

    def _build_keys(self) -> None:
        words = self.words
        self._section(words("Keyboard"))
        for keys, what in (
            ("Ctrl+K", words("Search or go to anything")),
            ("Ctrl+Shift+N", words("Note something, from anywhere")),
            ("Ctrl+F", words("Search on this page")),
            ("Ctrl+Shift+H", words("See what stood in the field before")),
            ("Ctrl+Z", words("Undo, also what was done last week")),
            ("Ctrl+Y", words("Redo")),
            ("Ctrl+1 … 9", words("Overview, meetings and the other tools, down to documents")),
            ("Alt+← →", words("Back to where you came from, and forth again")),
        ):
            if self.desk.read_only and keys in ("Ctrl+Z", "Ctrl+Y"):
                continue
            shortcut = row(gap=12)
            name = text(keys, "strong", wrap=False)
            name.setMinimumWidth(self.desk.theme.px(110))
            shortcut.addWidget(name)
            shortcut.addWidget(text(what), 1)
            self.body.addLayout(shortcut)

    def _build_words(self) -> None:
        self._section(self.words("Words we use"))
        self.wanted = SearchLine(self.words("Find a word"))
        self.wanted.setMaximumWidth(self.desk.theme.px(320))
        self.wanted.textChanged.connect(self._show_terms)
        self.body.addWidget(self.wanted)
        self._terms: QVBoxLayout = column(gap=4)
        self.body.addLayout(self._terms)
        self._show_terms("")

    def _build_about(self) -> None:
        words = self.words
        self._section(words("About fosdesk"))
        self.body.addWidget(text(words("Version {version}", version=__version__)))
        self.body.addWidget(text(self.desk.framework.source))
        built = words(
            "Built with PySide6 (Qt, LGPL 3), SQLAlchemy, ReportLab and Source Sans 3. "
            "Nothing is sent over the internet."
        )
        self.body.addWidget(text(built))
        credit = words(
            "Word forms that tell names from other words: Bokmålsordboka, University of Bergen and the Language "
            "Council of Norway, CC BY 4.0."
        )
        self.body.addWidget(text(credit))
        self.parts = button(words("Parts and licences"), "text")
        self.parts.clicked.connect(lambda: PartsDialog(self.desk, self.window()).open())
        below = row()
        below.addWidget(self.parts)
        self.for_it = button(words("For IT"), "text")
        self.for_it.clicked.connect(lambda: self.desk.go("documents", "for_it"))
        below.addWidget(self.for_it)
        below.addStretch(1)
        self.body.addLayout(below)
        if self.desk.read_only:
            return
        place = words("Your school is kept in {folder}.", folder=str(self.desk.folder))
        self.body.addWidget(text(place, selectable=True))
        look = button(words("Open the folder"), "text")
        look.clicked.connect(lambda: open_file(self.desk.folder))
        foot = row()
        foot.addWidget(look)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the school's profile and its calendar."""
        if changed is None or PROFILE_ID in changed:
            self.form.reload()
        self.calendar.refresh()

    def show_record(self, record_id: str) -> None:
        """Open a day of the school's calendar."""
        if isinstance(self.desk.school.find(record_id), SchoolCalendar):
            self.calendar.open_record(record_id)

    def begin_record(self, noun: Noun) -> bool:
        """Begin a day of the school's calendar."""
        self.calendar.begin()
        return True

    def search(self) -> bool:
        """Set the focus to the search in the glossary."""
        self.wanted.setFocus()
        self.scroller.ensureWidgetVisible(self.wanted)
        return True

    def _section(self, title: str, *, first: bool = False) -> None:
        if not first:
            self.body.addSpacing(8)
            self.body.addWidget(line())
        self.body.addWidget(text(title, "heading"))

    def _show_terms(self, wanted: str) -> None:
        clear(self._terms)
        folded = wanted.strip().casefold()
        for group in self.desk.framework.glossary:
            terms = sorted(group.terms, key=lambda term: sort_key(term.word))
            explained = [f"{term.word}: {term.meaning}" for term in terms if term.meaning]
            found = [line for line in explained if folded in line.casefold()]
            for line_of_text in [text(group.title, "label"), *map(text, found)] if found else ():
                self._terms.addWidget(line_of_text)
        if not self._terms.count():
            self._terms.addWidget(text(self.words("Nothing found. Try fewer letters."), "quiet"))

    def _take_first_place(self, key: str) -> None:
        self.desk.attempt(lambda: self.desk.settings.change(back_to_left=key == "left"))
        self.opens.set_value("left" if self.desk.choices.back_to_left else "")

    def _take_role(self) -> None:
        role = str(self.role.currentData())
        self.desk.workspace.role = role
        self.desk.attempt(lambda: self.desk.settings.change(role=role))

    def _change(self, **values: object) -> None:
        before = self.desk.choices
        if self.desk.release() and self.desk.attempt(lambda: self.desk.settings.change(**values)):
            self.desk.restart()
        # Still here: it could not be remembered, or something that was typed had to be looked at first.
        if self.window().isVisible():
            self.desk.attempt(
                lambda: self.desk.settings.change(
                    language=before.language, theme=before.theme, text_size=before.text_size
                )
            )
            self.languages.set_value(self.words.language)
            self.themes.set_value(before.theme)
            self.sizes.set_value(str(before.text_size))
