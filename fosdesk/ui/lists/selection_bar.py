"""SelectionBar: what can be done with several rows at once, below their list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu

from fosdesk.display.noun_words import choice_of, label_words, options_words
from fosdesk.domain.fields import Choice, Date, Noun, YesNo
from fosdesk.domain.records import AgendaLine, Meeting
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, text
from fosdesk.words import Words


def can_be_on_agenda(noun: Noun) -> bool:
    """Whether a meeting may talk about records of a noun: of every one but meetings themselves and their lines."""
    return noun.record not in (Meeting, AgendaLine)


class SelectionBar(QFrame):
    """Shown while two rows or more are selected; each act is one step of undo."""

    set_asked = Signal(str, str)  # a choice, and its option or nothing
    done_asked = Signal()
    agenda_asked = Signal()
    away_asked = Signal()
    back_asked = Signal()  # what was put away is wanted again
    remove_asked = Signal()
    copy_asked = Signal()

    def __init__(self, words: Words, noun: Noun, *, read_only: bool) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self._words = words
        whole, line = column(self, margins=(14, 4, 8, 4)), FlowBox(gap=4)
        whole.addWidget(line)
        self.said = text("", "strong", wrap=False)
        line.add(self.said)
        self.menus: dict[str, QMenu] = {}
        choices = [name for name, field in noun.fields.items() if isinstance(field, Choice) and not field.hidden]
        for name in () if read_only else choices:
            field = choice_of(noun.record, name)
            label = label_words(words, field)
            opener = button(words("Set {field} …", field=label.lower()), "text")
            menu = QMenu(opener)
            menu.setAccessibleName(label)
            for key, said in (*options_words(words, field), ("", words("Nothing"))):
                menu.addAction(said.replace("&", "&&")).triggered.connect(
                    lambda _=False, name=name, key=key: self.set_asked.emit(name, key)
                )
            opener.clicked.connect(
                lambda _=False, opener=opener, menu=menu: menu.popup(opener.mapToGlobal(opener.rect().bottomLeft()))
            )
            self.menus[name] = menu
            line.add(opener)
        field_done = noun.fields.get(noun.use.done)
        self.done = button(words("Done today") if isinstance(field_done, Date) else words("Done"), "text")
        self.done.clicked.connect(self.done_asked)
        set_shown(self.done, isinstance(field_done, Date | YesNo) and not read_only)
        self.agenda = button(words("Put on the agenda"), "text")
        self.agenda.clicked.connect(self.agenda_asked)
        self.away = button(words("Put away"), "text")
        self.away.clicked.connect(self.away_asked)
        self.back = button(words("Take out again"), "text")
        self.back.clicked.connect(self.back_asked)
        for act in (self.away, self.back):
            set_shown(act, not read_only)
        set_shown(self.agenda, can_be_on_agenda(noun) and not read_only)
        self._is_read_only = read_only
        self.copy = button(words("Copy"), "text")
        self.copy.clicked.connect(self.copy_asked)
        self.remove = button(words("Delete"), "text")
        self.remove.clicked.connect(self.remove_asked)
        set_shown(self.remove, not read_only)
        for act in (self.done, self.agenda, self.away, self.back, self.copy, self.remove):
            line.add(act)
        self.hide()

    def show_count(self, selected: int, put_away: int = 0) -> None:
        """Tell how many rows are selected, of which some may be put away."""
        if selected > 1:
            self.said.setText(self._words("{n} chosen", n=self._words.number(selected)))
            self.away.setVisible(not self._is_read_only and put_away < selected)
            self.back.setVisible(not self._is_read_only and put_away > 0)
        set_shown(self, selected > 1)
