"""Settings and help: language, look, whose computer this is, about the school, good to know, words, shortcuts."""

from typing import ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from fosdesk import __version__
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.ui.desk import Desk
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.labels import LANGUAGE_NAMES, LAPTOP_ROLES
from fosdesk.ui.page import Page
from fosdesk.ui.widgets.chips import ChipChoice
from fosdesk.ui.widgets.texts import button, clear, column, line, row, text

_SIZES = (100, 125, 150, 200)


class SettingsPage(Page):
    """One long quiet page; what is changed here counts at once."""

    key: ClassVar[str] = "settings"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        super().__init__(
            desk, words("Settings and help"), words("How fosdesk looks on this computer, and what is good to know.")
        )

    def build(self) -> None:
        """All sections."""
        words, choices = self.words, self.desk.choices
        self.languages = ChipChoice(list(LANGUAGE_NAMES.items()), choices.language, name=words("Language"))
        self.languages.chosen.connect(lambda key: self._change(language=key or words.language))
        self._setting(words("Language"), self.languages)
        themes = [("system", words("As the computer")), ("light", words("Light")), ("dark", words("Dark"))]
        self.themes = ChipChoice(themes, choices.theme, name=words("Colours"))
        self.themes.chosen.connect(lambda key: self._change(theme=key or "system"))
        self._setting(words("Colours"), self.themes)
        sizes = [(str(size), f"{size} %") for size in _SIZES]
        self.sizes = ChipChoice(sizes, str(choices.text_size), name=words("Text size"))
        self.sizes.chosen.connect(lambda key: self._change(text_size=int(key or 100)))
        self._setting(words("Text size"), self.sizes)
        self.role = QComboBox()
        self.role.setAccessibleName(words("Who uses this computer?"))
        for key, english in LAPTOP_ROLES.items():
            self.role.addItem(words(english), key)
        self.role.setCurrentIndex(max(self.role.findData(choices.role or "principal"), 0))
        self.role.activated.connect(lambda _: self._take_role())
        role_row = row()
        role_row.addWidget(self.role)
        role_row.addStretch(1)
        holder = QWidget()
        holder.setLayout(role_row)
        self._setting(words("Who uses this computer?"), holder)
        hint = words(
            "The role is shown beside what is written here, and signs decisions. fosdesk keeps no names of users."
        )
        self.body.addWidget(text(hint, "note"))

        self._section(words("About the school"))
        self.form = RecordForm(self.desk, SchoolProfile, PROFILE_ID, deletable=False)
        self.body.addWidget(self.form)

        self._section(words("Good to know"))
        for sentence in self.desk.framework.first_run:
            self.body.addWidget(text(sentence))

        self._section(words("Keyboard"))
        for keys, what in (
            ("Ctrl+K", words("Search or go to anything")),
            ("Ctrl+F", words("Search on this page")),
            ("Ctrl+Z", words("Undo, also what was done last week")),
            ("Ctrl+Y", words("Redo")),
            ("Ctrl+1 … 9", words("The first nine pages")),
        ):
            shortcut = row(gap=12)
            name = text(keys, "strong", wrap=False)
            name.setMinimumWidth(self.desk.theme.px(110))
            shortcut.addWidget(name)
            shortcut.addWidget(text(what), 1)
            self.body.addLayout(shortcut)

        self._section(words("Words we use"))
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(words("Find a word"))
        self.wanted.setAccessibleName(words("Find a word"))
        self.wanted.setMaximumWidth(self.desk.theme.px(320))
        self.wanted.textChanged.connect(self._show_terms)
        self.body.addWidget(self.wanted)
        self._terms: QVBoxLayout = column(gap=4)
        self.body.addLayout(self._terms)
        self._show_terms("")

        self._section(words("About fosdesk"))
        self.body.addWidget(text(words("Version {version}", version=__version__)))
        self.body.addWidget(text(self.desk.framework.source))
        self.body.addWidget(
            text(
                words(
                    "Built with PySide6 (Qt, LGPL 3), SQLAlchemy, ReportLab and Source Sans 3. "
                    "Nothing is sent over the internet."
                )
            )
        )
        self.body.addWidget(
            text(words("Your school is kept in {folder}.", folder=str(self.desk.folder)), selectable=True)
        )
        look = button(words("Open the folder"), "text")
        look.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.folder))))
        foot = row()
        foot.addWidget(look)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the school's own facts as they stand."""
        if changed is None or PROFILE_ID in changed:
            self.form.reload()

    def search(self) -> bool:
        """Find a word in the glossary."""
        self.wanted.setFocus()
        self.scroller.ensureWidgetVisible(self.wanted)
        return True

    def _section(self, title: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(line())
        self.body.addWidget(text(title, "heading"))

    def _setting(self, label: str, widget: QWidget) -> None:
        one = row(gap=16)
        name = text(label, "strong", wrap=True)
        name.setFixedWidth(self.desk.theme.px(190))
        name.setBuddy(widget)
        one.addWidget(name)
        one.addWidget(widget, 1)
        self.body.addLayout(one)

    def _show_terms(self, wanted: str) -> None:
        clear(self._terms)
        folded = wanted.strip().casefold()
        if not folded:
            self._terms.addWidget(text(self.words("Type a word to see what we mean by it."), "quiet"))
            return
        for group in self.desk.framework.glossary:
            for term in group.terms:
                if folded in term.word.casefold() or folded in term.meaning.casefold():
                    self._terms.addWidget(text(f"{term.word}: {term.meaning}" if term.meaning else term.word))

    def _take_role(self) -> None:
        role = str(self.role.currentData())
        self.desk.settings.change(role=role)
        self.desk.workspace.role = role

    def _change(self, **values: object) -> None:
        self.settle_edits()
        self.desk.settings.change(**values, open_first="settings")
        self.desk.restart()
        self.desk.settings.change(open_first="overview")
