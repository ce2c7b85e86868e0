"""The school that a document is made from: limited to a period or a meeting, and filtered for the audience."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

import msgspec

from fosdesk.domain.changes.change_history import History
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gate_rules import limited_to
from fosdesk.domain.school import School
from fosdesk.domain.values.period import Period
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import FOR_OTHERS, Filtered, Withheld
from fosdesk.privacy.hidden_links import without_hidden_links
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import filter_school
from fosdesk.reports.meeting_school import limited_to_meeting


class DocumentSchool(NamedTuple):
    """A school as far as a document tells about it, and how many entries of the log are outside its period.

    `meeting` is the id of the one meeting that it tells of. What is filtered for the audience is limited to that one
    afterwards: with whom other meetings were held decides what may be read of it, too.
    """

    school: School
    outside: int
    meeting: str = ""

    @classmethod
    def of(cls, school: School, within: Period | None, meeting: str = "") -> DocumentSchool:
        """The school, limited to what came or was decided in a period where one is given."""
        if within is None:
            return cls(school, 0, meeting)
        limited = limited_to(school, within)
        return cls(limited, len(school.of(GateEntry)) - len(limited.of(GateEntry)), meeting)

    def filtered(
        self,
        audience: Audience,
        home_fields: Iterable[str],
        *,
        names: NameDetector,
        ticked: Collection[str] = (),
        history: History = (),
    ) -> Filtered:
        """What the audience may read; `home_fields` («noun.field») are for the school itself, unless ticked."""
        filtered = filter_school(self.school, audience, names=names, ticked=ticked, history=history)
        if self.meeting:
            filtered = limited_to_meeting(filtered, self.school, self.meeting)
        if audience is Audience.SCHOOL:
            return filtered
        titles = set()
        for place in home_fields:
            noun, _, name = place.partition(".")
            if place not in ticked and noun not in ticked:
                filtered = _without(filtered, noun, name)
                if NOUNS[noun].title == name:
                    titles.add(noun)
        return without_hidden_links(filtered, lambda noun: noun.key in titles) if titles else filtered


def _without(filtered: Filtered, noun: str, name: str) -> Filtered:
    """The same without the values of one field, now and in the past, which are listed as withheld."""
    school, kind = filtered.school, NOUNS[noun]
    blank = kind.fields[name].blank
    cleared = {
        one.id: msgspec.structs.replace(one, **{name: blank})
        for one in school.of(kind.record)
        if getattr(one, name) != blank
    }
    past = [one for one in filtered.history if (one.noun, one.field) == (noun, name) and not one.deleted]
    known = {(one.record, one.field) for one in filtered.withheld}
    found = dict.fromkeys([*cleared, *(one.record for one in past)])
    more = [Withheld(noun, name, record, FOR_OTHERS) for record in found if (record, name) not in known]
    conflicts = {
        (record, field): values
        for (record, field), values in school.conflicts.items()
        if field != name or type(school.find(record)) is not kind.record
    }
    records = {**school.records, **cleared}
    return filtered._replace(
        school=School(school.id, records, conflicts, school.unknown),
        withheld=(*filtered.withheld, *more),
        history=tuple(one for one in filtered.history if one.deleted or (one.noun, one.field) != (noun, name)),
    )
