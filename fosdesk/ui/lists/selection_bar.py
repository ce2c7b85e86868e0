"""SelectionBar: what can be done with several rows at once, below their list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu

from fosdesk.display.noun_words import choice_of, label_words, options_words
from fosdesk.domain.fields import Choice, Date, Noun, YesNo
from fosdesk.ui.controls.plain_widgets import button, row, set_shown, text
from fosdesk.words import Words


class SelectionBar(QFrame):
    """Shown while two rows or more are selected; each act is one step of undo."""

    set_asked = Signal(str, str)  # a choice, and its option or nothing
    done_asked = Signal()
    remove_asked = Signal()
    copy_asked = Signal()

    def __init__(self, words: Words, noun: Noun, *, read_only: bool) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self._words = words
        layout = row(self, gap=4, margins=(14, 4, 8, 4))
        self.said = text("", "strong", wrap=False)
        layout.addWidget(self.said)
        layout.addSpacing(8)
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
            layout.addWidget(opener)
        field_done = noun.fields.get(noun.use.done)
        self.done = button(words("Done today") if isinstance(field_done, Date) else words("Done"), "text")
        self.done.clicked.connect(self.done_asked)
        set_shown(self.done, isinstance(field_done, Date | YesNo) and not read_only)
        self.copy = button(words("Copy"), "text")
        self.copy.clicked.connect(self.copy_asked)
        self.remove = button(words("Delete"), "text")
        self.remove.clicked.connect(self.remove_asked)
        set_shown(self.remove, not read_only)
        for act in (self.done, self.copy, self.remove):
            layout.addWidget(act)
        layout.addStretch(1)
        self.hide()

    def show_count(self, selected: int) -> None:
        """Tell how many rows are selected."""
        if selected > 1:
            self.said.setText(self._words("{n} chosen", n=self._words.number(selected)))
        set_shown(self, selected > 1)
