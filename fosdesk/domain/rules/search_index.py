"""Full-text search over every field of every noun and over the suggested checklist items."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from fosdesk.domain.fields import Choice, Field, Order, Record, Reference, YesNo, fields_of, noun_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Answer
from fosdesk.domain.school import School, title_of
from fosdesk.domain.values.text_folding import folded, words_in

_CLASSES = 4  # how well a record fits: its title begins with the words, has a word that does, holds them; or the rest


class Hit(NamedTuple):
    """A record that was found, and the field that holds the first word; an «answer:…» may not exist yet."""

    record: str
    field: str


class _Prepared(NamedTuple):
    """A record's folded title and its folded texts."""

    record: Record
    title: str
    all: str  # every text of the record, the title too


class SearchIndex:
    """The search index of a school; after a change only the changed records are indexed again."""

    def __init__(
        self, framework: Framework, school: School, say: Callable[[Choice, str], str] = Choice.label_of
    ) -> None:
        """`say` gives the label of an option of a choice in the language of the screen."""
        self._say = say
        self._suggested = {f"answer:{item.id}": item.text for item in framework.items}
        self._prepared: dict[str, _Prepared] = {}
        self.update(school)

    def update(self, school: School) -> None:
        """Index what differs from the school indexed before."""
        before, self._prepared = self._prepared, {}
        for record_id, record in school.records.items():
            known = before.get(record_id)
            if known is None or known.record is not record:
                known = self._prepare(record)
            self._prepared[record_id] = known
        for record_id in self._suggested:
            if record_id not in self._prepared:
                known = before.get(record_id)
                self._prepared[record_id] = known or self._prepare(Answer(record_id))

    def find(self, text: str, limit: int = 40, kind: type[Record] | None = None) -> tuple[Hit, ...]:
        """The records that contain every word of `text`, best match first, at most `limit`; of one `kind` if given."""
        words = words_in(text)
        if not words:
            return ()
        rows = [row for row in self._prepared.values() if kind is None or type(row.record) is kind]
        for word in words:
            rows = [row for row in rows if word in row.all]
        first = words[0]
        inside = " " + first
        classes: list[list[_Prepared]] = [[] for _ in range(_CLASSES)]
        for row in rows:
            title = row.title
            place = 0 if title.startswith(first) else 1 if inside in title else 2 if first in title else 3
            classes[place].append(row)
            if len(classes[0]) == limit:
                break
        best = [row for some in classes for row in some][:limit]
        return tuple(Hit(row.record.id, self._field_of(row.record, first)) for row in best)

    def _prepare(self, record: Record) -> _Prepared:
        titled = noun_of(record)
        title = "" if isinstance(titled.fields.get(titled.title), Reference) else title_of(record)
        if isinstance(record, Answer):
            title = record.own_text or self._suggested.get(record.id, "")
        texts = [text for _, text in _texts(record, self._say)]
        if isinstance(record, Answer):
            texts.append(record.item_id)
            texts.append(self._suggested.get(record.id, ""))
        return _Prepared(record, folded(title), folded("\n".join(texts)))

    def _field_of(self, record: Record, word: str) -> str:
        return next((name for name, text in _texts(record, self._say) if word in folded(text)), "")


def _texts(record: Record, say: Callable[[Choice, str], str]) -> Iterator[tuple[str, str]]:
    for name, field in _searched(type(record)):
        value = getattr(record, name)
        if value and isinstance(field, Choice):
            yield name, say(field, value)
        elif value:
            yield name, str(value)


@cache
def _searched(record: type[Record]) -> tuple[tuple[str, Field], ...]:
    # The ids of references and places in lists are words that nobody sees.
    unseen = (Reference, YesNo, Order)
    return tuple((n, f) for n, f in fields_of(record).items() if not f.hidden and not isinstance(f, unseen))
