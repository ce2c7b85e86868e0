"""OwnTextPart: what the owner writes of its own choices, kept in a file beside the folder."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fosdesk.display.sharing.owner_words import place_words
from fosdesk.domain.rules.owner.owner_text import NAME, TextPlace, others_at, own_places, value_at
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.plain_widgets import button, clear, column, held_column, row, text
from fosdesk.ui.forms.editors import LongEditor
from fosdesk.ui.schools.owner.opened_topic import OpenedTopic
from fosdesk.ui.schools.owner.owner_part import ScrolledPart
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words

_WIDE = 760  # px at 100 %


class OwnTextPart(ScrolledPart):
    """Saved as one types; what somebody else wrote meanwhile stands beside it until one of the texts is chosen."""

    def __init__(self, topic: OpenedTopic, words: Words, theme: Theme, say: Callable[[str], None]) -> None:
        about = words(
            "Your own description of choices, beside those of the schools. It is saved as you write, in {file}."
        )
        super().__init__(topic, words, theme, about.replace("{file}", topic.own.path.name))
        self._say = say
        self.editors: dict[TextPlace, LongEditor] = {}
        self._others: dict[TextPlace, QWidget] = {}

    def refresh(self) -> None:
        """Show what is written; a text that is being typed stays."""
        places = own_places(self.topic.municipalities_to_write_of())
        if tuple(self.editors) != places:
            self.save()
            clear(self.entries)
            self.editors, self._others = {}, {}
            for place in places:
                self.entries.addWidget(self._field(place))
        for place, editor in self.editors.items():
            if not editor.dirty:
                editor.show_value(value_at(self.topic.own.school, place))
            self._show_others(place)

    def _field(self, place: TextPlace) -> QWidget:
        holder = QWidget()
        body = held_column(holder, self.theme.px(_WIDE), gap=4, margins=(0, 0, 0, 12))
        said = place_words(self.words, place)
        label = text(said, "label")
        editor = LongEditor(self.words, lines=1 if place == NAME else 2, one_line=place == NAME)
        editor.setAccessibleName(said)
        label.setBuddy(editor)
        editor.committed.connect(lambda: self._commit(place))
        body.addWidget(label)
        body.addWidget(editor)
        others = QWidget()
        column(others, gap=6)
        others.hide()
        body.addWidget(others)
        self.editors[place], self._others[place] = editor, others
        return holder

    def _commit(self, place: TextPlace) -> None:
        editor = self.editors[place]
        value = str(editor.value())
        self._write(lambda: self.topic.own.write(place, value))
        editor.show_value(value_at(self.topic.own.school, place))
        self._show_others(place)

    def _write(self, act: Callable[[], None]) -> None:
        try:
            act()
        except FosdeskError as trouble:
            self._say(self.words(trouble.sentence, **trouble.arguments))
            return
        kept = self.topic.own.trouble
        if kept is not None:
            said = self.words(kept.sentence, **kept.arguments)
            self._say(f"{said} {self.words('It is kept on this computer until it can be written there.')}")

    def _show_others(self, place: TextPlace) -> None:
        holder, words = self._others[place], self.words
        layout = holder.layout()
        assert layout is not None
        clear(layout)
        others = others_at(self.topic.own.school, place)
        for other in others:
            layout.addWidget(text(words("Somebody else wrote at the same time:"), "label"))
            layout.addWidget(text(other, selectable=True))
            both = f"{value_at(self.topic.own.school, place).strip()}\n\n{other.strip()}"
            acts = QWidget()
            beside = row(acts, gap=8)
            for label, value in ((words("Keep both"), both), (words("Use this one"), other)):
                made = button(label, name=f"{label}: {place_words(words, place)}")
                made.clicked.connect(lambda _=False, chosen=value: self._settle(place, chosen))
                beside.addWidget(made)
            keep = button(words("Keep what stands above"), "text")
            keep.clicked.connect(lambda: self._settle(place, value_at(self.topic.own.school, place)))
            beside.addWidget(keep)
            beside.addStretch(1)
            layout.addWidget(acts)
        holder.setVisible(bool(others))

    def _settle(self, place: TextPlace, value: str) -> None:
        self._write(lambda: self.topic.own.write(place, value, settles=True))
        self.editors[place].show_value(value_at(self.topic.own.school, place))
        self._show_others(place)

    def save(self) -> None:
        """Save what is typed and not saved yet, and what could not be saved before."""
        for place, editor in self.editors.items():
            if editor.dirty:
                self._commit(place)
        self._write(self.topic.own.save)
