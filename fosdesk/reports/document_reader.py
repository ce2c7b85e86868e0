"""Reads a filtered school aloud in one language: labels, values, titles, people and paragraphs."""

from datetime import date
from functools import cached_property

import msgspec

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.display.phase_names import phase_heading, phase_title
from fosdesk.display.record_words import item_words, said_value
from fosdesk.domain.fields import (
    Field,
    Record,
    Reference,
    Scalar,
    noun_of,
)
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Answer, ChecklistAnswer, GateReason, Person, PhaseState
from fosdesk.domain.school import School, title_of
from fosdesk.domain.values.semester import Semester
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import Filtered
from fosdesk.reports.document_text import lowered, shortened
from fosdesk.words import Words

_DRAWN = 80  # characters of a name in a figure
# Characters of a text in a line or two. A document of one page tries one step after the other until all of it finds
# room: with its figure first, and then without.
IN_SHORT = (220, 170, 120, 80, 170, 80)


class Reader:
    """What the documents ask for words; it knows only what the privacy filter let through."""

    def __init__(
        self,
        filtered: Filtered,
        framework: Framework,
        words: Words,
        audience: Audience,
        day: date,
        tightness: int = 0,
    ) -> None:
        self.school: School = filtered.school
        self.filtered = filtered
        self.framework = framework
        self.words = words
        self.audience = audience
        self.day = day.isoformat()
        self.history = filtered.history
        self.tightness = tightness

    @cached_property
    def drawn(self) -> School:
        """The school as figures draw it, where a name is a few words long; all of it stands in the text."""
        parts: dict[str, Record] = {}
        for record in (*self.school.of(PhaseState), *self.school.of(GateReason)):
            name = noun_of(record).title
            text = getattr(record, name)
            if len(text) > _DRAWN:
                parts[record.id] = msgspec.structs.replace(record, **{name: text[: _DRAWN - 1].rstrip() + "…"})
        return self.school.replaced(School(self.school.id, parts, {}), parts)

    def short(self, text: str) -> str:
        """As much of a text as this document has room for."""
        return shortened(text, IN_SHORT[self.tightness])

    @property
    def school_name(self) -> str:
        """The school's name, or what to call one that has none yet."""
        return shortened(self.school.profile.name) or self.words("Our school")

    def label(self, record: Record | type[Record], name: str) -> str:
        """The label of a field."""
        return label_words(self.words, noun_of(record).fields[name])

    def value(self, record: Record, name: str) -> str:
        """The value of a field for reading; empty when there is none, and for a no."""
        return self.said(noun_of(record).fields[name], getattr(record, name))

    def said(self, field: Field, value: Scalar) -> str:
        """What a field says with that value, now or earlier."""
        if value in ("", None, False):
            return ""
        return said_value(self.words, field, value, self.title).strip()

    def title(self, record_id: str) -> str:
        """What to call a record; «deleted» when it is gone."""
        if record_id in self.filtered.gone:
            return self.words("not shown here")
        record = self.school.find(record_id)
        if isinstance(record, ChecklistAnswer):
            return self.item(record)
        if isinstance(record, PhaseState):
            return self.phase(record_id.partition(":")[2])
        if record is None:
            return self.words("deleted")
        return self.own_title(record) or noun_one(self.words, noun_of(record))

    def own_title(self, record: Record) -> str:
        """What the school itself calls a record; empty when it has not said."""
        if isinstance(record, Person):
            return self.person(record)
        noun = noun_of(record)
        field = noun.fields.get(noun.title)
        if isinstance(field, Reference):
            target = self.school.find(getattr(record, noun.title))
            return self.own_title(target) if target is not None and target is not record else ""
        return title_of(record)

    def person(self, person: Person) -> str:
        """A person by name, where names are shown, and role: «Ingrid, rektor», «Lærer (5. trinn)»."""
        role, name, more = self.value(person, "role"), person.name.strip(), person.role_note.strip()
        said = ", ".join(part for part in (name, lowered(role) if name else role) if part)
        if said and more:
            return f"{said} ({more})"
        return said or more or self.words("Somebody")

    def item(self, answer: ChecklistAnswer) -> str:
        """An item of a checklist: in the school's own wording, else as suggested."""
        if not isinstance(answer, Answer):
            return answer.own_text.strip() or noun_one(self.words, noun_of(answer))
        return item_words(self.framework, answer.item_id, answer.own_text)

    def phase(self, phase_id: str) -> str:
        """What the school calls a phase: its own name, else by the naming that it chose."""
        return phase_title(self.framework, self.school, phase_id)

    def numbered_phase(self, phase_id: str) -> str:
        """A phase with its number; the optional block before the start has none."""
        return phase_heading(self.words, self.framework, self.school, phase_id)

    def period(self) -> str:
        """From the semester when the school began until today's."""
        now = Semester.of_date(self.day)
        begun = [Semester.of_stored(one.opened) for one in self.school.of(PhaseState)]
        begun.append(Semester.known(self.school.profile.start))
        first = min((semester for semester in begun if semester), default=now)
        if first >= now:
            return self.words.semester(first)
        last = lowered(self.words.semester(now))
        return self.words("{first} to {last}", first=self.words.semester(first), last=last)
