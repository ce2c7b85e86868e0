"""NounPart: the records of one noun as the standard list with its form, from the noun's definition alone."""

from typing import ClassVar

from fosdesk.domain.fields import NOUNS, Noun, Record, Reference, child_nouns, noun_of
from fosdesk.domain.values.fractional_index import at_the_end
from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.lists.noun_list import NounList


def list_of(desk: Desk, noun: Noun) -> NounList:
    """The list of a noun, with the other views of it where its definition names any."""
    if not (noun.use.board or noun.use.matrix):
        return NounList(desk, noun)
    from fosdesk.ui.lists.views.viewed_list import ViewedList  # with the first noun that has one

    return ViewedList(desk, noun)


class NounPart(Part):
    """The list fills what the page has left."""

    fills: ClassVar[bool] = True

    def __init__(self, desk: Desk, record: type[Record]) -> None:
        super().__init__(desk)
        self.noun = noun_of(record)
        self.begins = record
        inside = (child.record for child in child_nouns(self.noun))
        targets = (field.target for field in self.noun.fields.values() if isinstance(field, Reference))
        others = (NOUNS[key].record for key in targets if key)
        self.nouns = (record, *inside, *others)  # type: ignore[misc]  # of this one part
        layout = column(self, gap=10)
        self.purpose = text(self.words(self.noun.use.purpose) if self.noun.use.purpose else "", "quiet")
        self.purpose.hide()
        layout.addWidget(self.purpose)
        self.list = self.make_list()
        self.list.laid.connect(self.laid)
        layout.addWidget(self.list, 1)

    def make_list(self) -> NounList:
        """The list; of a kind of its own where the form of its records has more in it than their fields."""
        return list_of(self.desk, self.noun)

    @property
    def act(self) -> str:
        """The main button: a new record."""
        return self.words(self.noun.use.new or "New")

    def begin(self) -> None:
        """Begin a record."""
        if self.desk.release(self):
            self.list.begin(at_the_end(self.desk.school, self.noun))

    def open_record(self, record_id: str) -> None:
        """Open a record."""
        self.list.open_row(record_id)

    def search(self) -> bool:
        """Set the focus to the filter field."""
        return self.list.search()

    def refresh(self) -> None:
        """Show the current school, and what the list is good for while it is empty."""
        self.list.refresh()
        self.purpose.setVisible(bool(self.noun.use.purpose) and not self.list.listing.records)
