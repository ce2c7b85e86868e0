"""Words for documents: labels, values, titles, people and phases of a filtered school in one language."""

from datetime import date
from functools import cached_property

import msgspec

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.display.phase_names import phase_heading, phase_title
from fosdesk.display.record_words import value_text
from fosdesk.domain.fields import (
    Field,
    Record,
    Reference,
    Scalar,
    noun_of,
)
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Answer, ChecklistAnswer, GateReason, Person, PhaseState
from fosdesk.domain.rules.checklist import title_in_documents
from fosdesk.domain.school import School, title_of
from fosdesk.domain.values.period import Period
from fosdesk.domain.values.semester import Semester
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import Filtered
from fosdesk.reports.document_text import excerpt, lowercase_first
from fosdesk.words import Words

_MAX_NAME_LENGTH = 80  # characters of a name in a figure
# Characters of a text in a line or two. A document of one page tries one step after the other until all of it finds
# room: with its figure first, and then without.
EXCERPT_LENGTHS = (220, 170, 120, 80, 170, 80)


class DocumentReader:
    """What a document reads a school through: filtered for the audience, in one language, on one day.

    `compactness` is an index in `EXCERPT_LENGTHS`: the higher, the shorter are excerpts. `within` is the period that
    the school was limited to, and `outside` how many records that left out.
    """

    def __init__(
        self,
        filtered: Filtered,
        framework: Framework,
        words: Words,
        audience: Audience,
        day: date,
        compactness: int = 0,
        within: Period | None = None,
        outside: int = 0,
    ) -> None:
        self.school: School = filtered.school
        self.filtered = filtered
        self.framework = framework
        self.words = words
        self.audience = audience
        self.day = day.isoformat()
        self.history = filtered.history
        self.compactness = compactness
        self.within, self.outside = within, outside

    @cached_property
    def school_for_figures(self) -> School:
        """The school with the names of phases and reasons cut to the length that figures have room for."""
        parts: dict[str, Record] = {}
        for record in (*self.school.of(PhaseState), *self.school.of(GateReason)):
            name = noun_of(record).title
            text = getattr(record, name)
            if len(text) > _MAX_NAME_LENGTH:
                parts[record.id] = msgspec.structs.replace(
                    record, **{name: text[: _MAX_NAME_LENGTH - 1].rstrip() + "…"}
                )
        return self.school.replaced(School(self.school.id, parts, {}), parts)

    def excerpt(self, text: str) -> str:
        """The beginning of a text, as long as the compactness of this document allows."""
        return excerpt(text, EXCERPT_LENGTHS[self.compactness])

    @property
    def school_name(self) -> str:
        """The name of the school, or «Our school» in the document's language."""
        return excerpt(self.school.profile.name) or self.words("Our school")

    def label(self, record: Record | type[Record], name: str) -> str:
        """The label of a field."""
        return label_words(self.words, noun_of(record).fields[name])

    def value(self, record: Record, name: str) -> str:
        """The value of a field in words; empty for no value, and for a no."""
        return self.field_value(noun_of(record).fields[name], getattr(record, name))

    def field_value(self, field: Field, value: Scalar) -> str:
        """A given value of a field in words, such as an earlier one; empty for no value, and for a no."""
        if value in ("", None, False):
            return ""
        return value_text(self.words, field, value, self.title).strip()

    def title(self, record_id: str) -> str:
        """The title of a record in words; «deleted» when there is none with that id."""
        if record_id in self.filtered.gone:
            return self.words("not shown here")
        record = self.school.find(record_id)
        if isinstance(record, ChecklistAnswer):
            return self.item_text(record)
        if isinstance(record, PhaseState):
            return self.phase(record_id.partition(":")[2])
        if record is None:
            return self.words("deleted")
        return self.own_title(record) or noun_one(self.words, noun_of(record))

    def own_title(self, record: Record) -> str:
        """The title that the school gave a record; empty when it gave none."""
        if isinstance(record, Person):
            return self.person(record)
        noun = noun_of(record)
        field = noun.fields.get(noun.title)
        if isinstance(field, Reference):
            target = self.school.find(getattr(record, noun.title))
            return self.own_title(target) if target is not None and target is not record else ""
        return title_of(record)

    def person(self, person: Person) -> str:
        """A person's name (where names are shown) and role: «Ingrid, rektor», «Lærer (5. trinn)»."""
        role, name, note = self.value(person, "role"), person.name.strip(), person.role_note.strip()
        text = ", ".join(part for part in (name, lowercase_first(role) if name else role) if part)
        if text and note:
            return f"{text} ({note})"
        return text or note or self.words("Somebody")

    def item_text(self, answer: ChecklistAnswer) -> str:
        """A checklist item as a title: the school's own wording, else what was done or what it is about."""
        if answer.own_text.strip() or not isinstance(answer, Answer):
            return answer.own_text.strip() or noun_one(self.words, noun_of(answer))
        item = self.framework.item(answer.item_id)
        return title_in_documents(item, answer.status) if item else answer.item_id

    def phase(self, phase_id: str) -> str:
        """The title of a phase: the school's own name, else by the naming that it chose."""
        return phase_title(self.framework, self.school, phase_id)

    def numbered_phase(self, phase_id: str) -> str:
        """The title of a phase with its number; the optional block before the start has none."""
        return phase_heading(self.words, self.framework, self.school, phase_id)

    def period(self) -> str:
        """The period that was chosen, else from the semester when the school began until today's, in words."""
        if self.within is not None:
            return self._span(*self.within)
        now = Semester.of_date(self.day)
        begun = [Semester.of_stored(one.opened) for one in self.school.of(PhaseState)]
        begun.append(Semester.known(self.school.profile.start))
        return self._span(min((semester for semester in begun if semester), default=now), now)

    def _span(self, first: Semester, last: Semester) -> str:
        if first >= last:
            return self.words.semester(first)
        until = lowercase_first(self.words.semester(last))
        return self.words("{first} to {last}", first=self.words.semester(first), last=until)
