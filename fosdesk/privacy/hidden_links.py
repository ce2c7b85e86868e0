"""Links in a filtered school: one to what the audience may not see is blank, as if nobody had made it."""

from collections.abc import Callable

import msgspec

from fosdesk.domain.changes.change_history import HistoryEntry
from fosdesk.domain.fields import NOUNS, AnyReference, Field, Noun, Record, Reference, Scalar, noun_of
from fosdesk.domain.rules.links import is_framework_id
from fosdesk.domain.shielding import PERSON
from fosdesk.privacy.filtered_school import Filtered

TitleIsWithheld = Callable[[Noun], bool]


def without_hidden_links(filtered: Filtered, title_is_withheld: TitleIsWithheld) -> Filtered:
    """The same without links to what is withheld, shielded or deleted, now, in conflicts and in the past.

    They are not listed as withheld: that would tell that there is something. A reference to a given noun is blank only
    where nothing is left of its target, as it also tells what belongs together; one to a person stands for the role.
    `title_is_withheld` says whether the audience never sees the titles of a noun.
    """
    targets = _Targets(filtered, title_is_withheld)
    school = filtered.school
    changed: dict[str, Record] = {}
    for record_id, record in school.records.items():
        blanks = {
            name: ""
            for name, field in noun_of(record).fields.items()
            if isinstance(field, Reference) and targets.hides(field, getattr(record, name))
        }
        if blanks:
            changed[record_id] = msgspec.structs.replace(record, **blanks)
    conflicts = {}
    for (record_id, name), values in school.conflicts.items():
        found = school.find(record_id)
        field = noun_of(found).fields.get(name) if found is not None else None
        shown = tuple(dict.fromkeys(targets.shown(field, value) for value in values))
        if len(shown) > 1 or len(shown) == len(values):
            conflicts[record_id, name] = shown
    made = filtered.school
    if changed or conflicts != school.conflicts:
        made = type(school)(school.id, {**school.records, **changed}, conflicts, school.unknown)
    history = tuple(targets.entry(one) for one in filtered.history)
    return filtered._replace(school=made, history=tuple(one for one in history if one is not None))


class _Targets:
    """Which records a link may tell of."""

    def __init__(self, filtered: Filtered, title_is_withheld: TitleIsWithheld) -> None:
        self._school, self._gone = filtered.school, filtered.gone
        self._titles = {(one.record, one.field) for one in filtered.withheld}
        self._title_is_withheld = title_is_withheld

    def hides(self, field: Field | None, value: Scalar) -> bool:
        """Whether a value of a field points to what may not be seen."""
        if not value or not isinstance(field, Reference):
            return False
        target = str(value)
        if isinstance(field, AnyReference):
            return not self._is_seen(target)
        return field.target != PERSON and target in self._gone and not is_framework_id(target)

    def shown(self, field: Field | None, value: Scalar) -> Scalar:
        """The value, or a blank."""
        return "" if self.hides(field, value) else value

    def entry(self, one: HistoryEntry) -> HistoryEntry | None:
        """A change as it may be told; None when nothing is left of it."""
        noun = NOUNS.get(one.noun)
        field = noun.fields.get(one.field) if noun is not None and not one.deleted else None
        if not self.hides(field, one.before) and not self.hides(field, one.value):
            return one
        left = one._replace(before=self.shown(field, one.before), value=self.shown(field, one.value))
        return left if (left.before or "") != (left.value or "") else None

    def _is_seen(self, target: str) -> bool:
        if is_framework_id(target):
            return True  # suggested to every school, whatever this one wrote there
        record, looked_at = self._school.find(target), set[str]()
        while record is not None and record.id not in self._gone and record.id not in looked_at:
            looked_at.add(record.id)
            noun = noun_of(record)
            title = noun.fields.get(noun.title)
            if title is None or self._title_is_withheld(noun) or (record.id, noun.title) in self._titles:
                return False
            if not isinstance(title, Reference):
                return True
            record = self._school.find(getattr(record, noun.title))  # which gives it its title
        return False
