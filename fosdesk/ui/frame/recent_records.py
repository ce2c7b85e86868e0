"""Which records were opened last, and where one was at the end: ids only, in the settings of this laptop."""

from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from fosdesk.domain.fields import Privacy, noun_of
from fosdesk.domain.framework import Framework
from fosdesk.errors import FosdeskError
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page_registry import is_page
from fosdesk.ui.frame.places import page_of

_MOST = 20


class LeftPlace(NamedTuple):
    """A page by its key, and a record on it by its id; both may be empty."""

    page: str = ""
    record: str = ""


class RecentRecords:
    """Of one's own school it is kept in settings.json, of a colleague's only while the window is open.

    An id goes from the file as soon as its record is gone from the school: erased, deleted or shielded.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open: list[str] = []
        kept = not desk.read_only
        self._ids = desk.choices.recent.split() if kept else []
        page, _, record = desk.choices.left_at.partition(" ") if kept else ("", "", "")
        # Where one was at the end of the last session.
        self.left = LeftPlace(page, record if self._is_there(record) else "") if is_page(page) else LeftPlace()
        self._page = ""  # that is shown
        self._written = (*self._ids, *([record] if record else []))  # the ids in the file
        self.sweep()

    @property
    def ids(self) -> Sequence[str]:
        """The records that were opened and are there, the latest first; without those that are open now."""
        return [one for one in self._ids if one not in self._open and self._is_there(one)]

    def opened(self, record_id: str) -> None:
        """Note that a record was opened; whatever else is opened in lists, such as a document, is passed over."""
        begun = self._desk.new_records.is_begun(record_id)
        if begun or self._is_there(record_id):
            self._open = [*(one for one in self._open if one != record_id), record_id]
            self._ids = [record_id, *(one for one in self._ids if one != record_id)][:_MOST]
            self._remember()

    def closed(self, record_id: str) -> None:
        """Note that a record is open no longer."""
        self._open = [one for one in self._open if one != record_id]
        self._remember()

    def be_at(self, page: str) -> None:
        """Note the page that is shown."""
        self._page = page
        self._remember()

    def sweep(self) -> None:
        """Forget the ids of records that are gone, in the file at once."""
        begun = self._desk.new_records.is_begun
        self._ids = [one for one in self._ids if begun(one) or self._is_there(one)]
        gone = not all(self._is_there(one) for one in self._written)
        if not self._is_there(self.left.record):
            self.left = LeftPlace(self.left.page)
        if gone:
            self.keep()

    def keep(self) -> None:
        """Write it to the settings; silent where that cannot be done."""
        self._remember()
        if not self._desk.read_only:
            with suppress(FosdeskError):
                chosen = self._desk.settings.change()
                self._written = (*chosen.recent.split(), *chosen.left_at.split()[1:])

    def _remember(self) -> None:
        """In the settings in memory, from where it is written with the next change of theirs."""
        if not self._desk.read_only:
            recent = " ".join(one for one in self._ids if self._is_there(one))
            at = " ".join(self._place()).strip()
            self._desk.settings.value = self._desk.choices._replace(recent=recent, left_at=at)

    def _place(self) -> LeftPlace:
        """The page that is shown with the record that is open on it; before any is, where one was before."""
        if not self._page:
            return self.left
        return LeftPlace(self._page, self.open_on(self._page))

    def open_on(self, page: str) -> str:
        """The id of the record that is open on a page; empty where none is."""
        school = self._desk.school
        here = [one for one in self._open if self._is_there(one) and page_of(school, one) == page]
        return here[-1] if here else ""

    def _is_there(self, record_id: str) -> bool:
        return self._desk.school.find(record_id) is not None or is_suggested(self._desk.framework, record_id)


def is_open_title(desk: Desk, record_id: str) -> bool:
    """Whether a record is called by something that is neither private nor about a person; so is an untouched item."""
    record = desk.school.find(record_id)
    if record is None:
        return True
    noun = noun_of(record)
    title = noun.fields.get(noun.title)
    return title is not None and title.privacy is Privacy.OPEN


def is_suggested(framework: Framework, record_id: str) -> bool:
    """Whether an id is that of a checklist item of the framework, in which perhaps nobody has written yet."""
    kind, _, item = record_id.partition(":")
    return kind == "answer" and framework.item(item) is not None
