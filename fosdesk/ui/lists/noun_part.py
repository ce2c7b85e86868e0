"""NounPart: the records of one noun as the standard list with its form, from the noun's definition alone."""

from collections.abc import Sequence
from typing import ClassVar

import msgspec
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.domain.fields import NOUNS, Begin, Noun, Record, Reference, SubList, child_nouns, noun_of
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.workspace import new_id

_WITH_FORM = 900  # px at 100 %; in a lower window, a picture makes room for the form of a record


def list_of(desk: Desk, noun: Noun, sub_list: SubList | None = None) -> NounList:
    """The list of a noun, or one of its sub-lists, with the other views of it where its definition names any."""
    if not (noun.use.board or noun.use.matrix):
        return NounList(desk, noun, sub_list=sub_list)
    from fosdesk.ui.lists.views.viewed_list import ViewedList  # with the first noun that has one

    return ViewedList(desk, noun, sub_list=sub_list)


class NounPart(Part):
    """The list fills what the page has left."""

    fills: ClassVar[bool] = True

    def __init__(self, desk: Desk, record: type[Record], sub_list: SubList | None = None) -> None:
        super().__init__(desk)
        self.noun, self.sub_list = noun_of(record), sub_list
        self.picture: QWidget | None = None
        self._lowest, self._is_pictured = 0, False
        self.begins = record
        inside = (child.record for child in child_nouns(self.noun))
        targets = (field.target for field in self.noun.fields.values() if isinstance(field, Reference))
        others = (NOUNS[key].record for key in targets if key)
        self.nouns = (record, *inside, *others)  # type: ignore[misc]  # of this one part
        self.body = column(self, gap=10)
        told = sub_list.purpose if sub_list is not None else self.noun.use.purpose
        self.purpose = text(self.words(told) if told else "", "quiet")
        self.purpose.hide()
        self.body.addWidget(self.purpose)
        self.starters = FlowBox()
        for title in map(self.words, self.noun.use.starters):
            chip = button(f"+ {title}", "chip", name=self.words("Add {name}", name=title))
            chip.clicked.connect(lambda _=False, t=title: self._add(t))
            self.starters.add(chip)
        begins = self.noun.use.begins if sub_list is None else ()
        for one in begins:
            other = button(self.words(one.new), "chip")
            other.clicked.connect(lambda _=False, given=one: self.begin_with(given))
            self.starters.add(other)
        self._has_starters = bool(self.noun.use.starters or begins)
        self.starters.hide()
        self.body.addWidget(self.starters)
        self.list = self.make_list()
        self.list.acts_of = self.form_acts
        self.list.laid.connect(self.laid)
        self.body.addWidget(self.list, 1)

    def make_list(self) -> NounList:
        """The list; of a kind of its own where the form of its records has more in it than their fields."""
        return list_of(self.desk, self.noun, self.sub_list)

    @property
    def act(self) -> str:
        """The main button: a new record."""
        new = self.sub_list.new if self.sub_list is not None else self.noun.use.new
        return self.words(new or "New")

    def begin(self) -> None:
        """Begin a record."""
        self.begin_with()

    def begin_with(self, given: Begin | None = None) -> None:
        """Begin a record, with what one of the ways to begin it gives it at first."""
        if self.desk.release(self):
            self._turn_to_list()
            values = dict(given.values) if given is not None else {}
            self.list.begin(msgspec.structs.replace(self.list.blank(), **values))

    def add_above(self, widget: QWidget) -> None:
        """Put something above the list."""
        self.body.insertWidget(self.body.indexOf(self.list), widget)

    def add_picture(self, picture: QWidget, lowest: int, place: QWidget | None = None) -> QPushButton:
        """Put a picture above the list; in a window lower than `lowest` px at 100 % the two take turns.

        `place` is what it stands in, where there is more than the picture in it. Returns the button that turns from one
        to the other, which whoever calls finds a place for.
        """
        self.picture, self._lowest = picture, lowest
        self.turn = button("", "text")
        self.turn.setCheckable(True)
        self.turn.toggled.connect(self._take_turns)
        self.list.laid.connect(self._take_turns)
        self.add_above(place or picture)
        self._air = QWidget()  # what the list leaves, while it is not shown
        self._air.hide()
        self.body.addWidget(self._air, 1)
        return self.turn

    def show_picture(self, *, shown: bool) -> None:
        """Whether there is anything to see on the picture."""
        self._is_pictured = shown
        self._take_turns()

    def _take_turns(self) -> None:
        if self.picture is None:
            return
        lowest = max(self._lowest, _WITH_FORM) if self.list.is_open else self._lowest
        is_low = self.window().height() < self.desk.theme.px(lowest)
        is_turned = self._is_pictured and self.turn.isChecked()
        self.turn.setText(self.words("Show the list") if is_turned else self.words("Show the picture"))
        self.turn.setVisible(is_low and self._is_pictured and not self.list.is_open)
        self.picture.setVisible(self._is_pictured and (is_turned or not is_low))
        self.list.setVisible(not (is_low and is_turned))
        self._air.setVisible(self.list.isHidden())

    def _turn_to_list(self) -> None:
        if self.picture is not None:
            self.turn.setChecked(False)

    def form_acts(self, record_id: str) -> Sequence[QPushButton]:
        """Buttons for the foot of the form of a record."""
        return ()

    def _add(self, title: str) -> None:
        blank = msgspec.structs.replace(self.list.blank(), id=new_id(), **{self.noun.title: title})
        if self.desk.release(self) and self.desk.attempt(lambda: self.desk.workspace.add(blank)):
            self.list.open_row(blank.id)

    def open_record(self, record_id: str) -> None:
        """Open a record."""
        self._turn_to_list()
        self.list.open_row(record_id)

    def search(self) -> bool:
        """Set the focus to the filter field."""
        return self.list.search()

    def refresh(self) -> None:
        """Show the current school, and what the list is good for while it is empty."""
        self.list.refresh()
        is_empty = not self.list.listing.records
        self.purpose.setVisible(bool(self.purpose.text()) and is_empty)
        self.starters.setVisible(self._has_starters and is_empty and not self.desk.read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, picture and list take turns, so that neither scrolls inside the other."""
        super().resizeEvent(event)
        self._take_turns()
