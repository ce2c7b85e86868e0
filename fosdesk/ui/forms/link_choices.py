"""Which records a link may point to: what was written lately, or what fits the typed text."""

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from fosdesk.display.record_facts import record_facts
from fosdesk.display.record_words import has_open_title, record_words, short
from fosdesk.domain.fields import NOUNS, Date, Record, Reference, noun_of
from fosdesk.domain.rules.links import is_framework_id, is_linkable
from fosdesk.domain.values.collation import sort_key
from fosdesk.ui.frame.desk import Desk

MANY = 12  # records of a noun beyond which they are searched instead of listed
_MOST = 60
_LOOKED_AT = 200  # of what is found or was written lately: some of it cannot be chosen
_LONGEST = 120


class LinkChoice(NamedTuple):
    """A record to choose: its id, its title, and what is said beside it."""

    record: str
    title: str
    facts: str


class LinkChoices:
    """The choices for one field: of the noun that it is for, or of all nouns and the checklist."""

    def __init__(self, desk: Desk, field: Reference) -> None:
        self._desk = desk
        self._noun = NOUNS[field.target] if field.target else None

    def find(self, typed: str, *, without: str = "") -> list[LinkChoice]:
        """What fits the typed text, best first; with nothing typed what is at hand. `without` is the record itself."""
        ids = self._found(typed) if typed.strip() else self._at_hand()
        wanted = (one for one in dict.fromkeys(ids) if one != without and self._may_be_chosen(one))
        return [self.choice(one) for one, _ in zip(wanted, range(_MOST), strict=False)]

    def prepare(self) -> None:
        """Make the search index, which takes a moment in a large school, before the first letter is typed."""
        self._desk.record_search.find("", 0)

    def choice(self, record_id: str) -> LinkChoice:
        """A record as it is shown."""
        desk = self._desk
        title = short(self._title(record_id), _LONGEST)
        facts = record_facts(desk.words, desk.school, record_id)
        if self._noun is not None or (facts and facts[0].casefold() == title.casefold()):
            facts = facts[1:]  # the label says what it is, or the title does
        return LinkChoice(record_id, title, " · ".join(facts))

    def _title(self, record_id: str) -> str:
        return record_words(self._desk.words, self._desk.framework, self._desk.school, record_id)

    def _found(self, typed: str) -> list[str]:
        kind = self._noun.record if self._noun is not None else None
        return self._desk.record_search.find(typed, _LOOKED_AT, kind)

    def _at_hand(self) -> Iterable[str]:
        if self._noun is None:  # what is private or about a person is not shown until somebody looks for it
            lately = dict.fromkeys(one.record for one in self._desk.workspace.recent(_LOOKED_AT))
            return (one for one in lately if has_open_title(self._desk.school, one))
        return [one.id for one in self._in_order(self._noun.record)]

    def _in_order(self, kind: type[Record]) -> list[Record]:
        records = list(self._desk.school.of(kind))
        fields = noun_of(kind).fields
        if "pos" in fields:  # the team has put them in an order of its own
            return records
        day = next((name for name, field in fields.items() if isinstance(field, Date) and field.surfaces), "")
        if day:
            records.sort(key=attrgetter(day), reverse=True)
        else:
            records.sort(key=lambda one: sort_key(self._title(one.id)))
        return records

    def _may_be_chosen(self, record_id: str) -> bool:
        record = self._desk.school.find(record_id)
        if record is None:
            return is_framework_id(record_id) and self._noun is None
        if self._noun is not None:
            return type(record) is self._noun.record
        return is_linkable(record)
