"""Words for documents: labels, values, titles, people and phases of a filtered school in one language."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

import msgspec

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.display.phase_names import phase_heading, phase_title
from fosdesk.display.record_words import link_words, value_text
from fosdesk.domain.fields import (
    Field,
    Record,
    Reference,
    Scalar,
    noun_of,
)
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Answer, ChecklistAnswer, GateReason, Meeting, Person, PhaseState
from fosdesk.domain.rules.checklist import SETTLED, title_in_documents
from fosdesk.domain.rules.links import is_framework_id
from fosdesk.domain.school import School, title_of
from fosdesk.domain.values.period import Period
from fosdesk.domain.values.semester import Semester
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import Filtered
from fosdesk.reports.document_text import LINE_LENGTH, lowercase_first, paragraphs
from fosdesk.reports.shortening import WHOLE, Room, Shortening
from fosdesk.words import Words

R = TypeVar("R", bound=Record)
_MAX_NAME_LENGTH = 80  # characters of a name in a figure


class DocumentReader:
    """What a document reads a school through: filtered for the audience, in one language, on one day.

    `room` says how much of each text and list the document has room for; what it leaves out is noted in `shortening`.
    `within` is the period that the school was limited to, and `outside` how many records that left out.
    `meeting` is the id of the one meeting that the document is about.
    """

    def __init__(
        self,
        filtered: Filtered,
        framework: Framework,
        words: Words,
        audience: Audience,
        day: date,
        room: Room = WHOLE,
        within: Period | None = None,
        outside: int = 0,
        meeting: str = "",
    ) -> None:
        self.school: School = filtered.school
        self.filtered = filtered
        self.framework = framework
        self.words = words
        self.audience = audience
        self.day = day.isoformat()
        self.history = filtered.history
        self.room = room
        self.shortening = Shortening()
        self.within, self.outside = within, outside
        self._meeting = meeting

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that the document is about; None when it is about none, or the audience may not see it."""
        found = self.school.find(self._meeting) if self._meeting else None
        return found if isinstance(found, Meeting) else None

    @cached_property
    def school_for_figures(self) -> School:
        """The school with the names of phases and reasons cut to the length that figures have room for."""
        parts: dict[str, Record] = {}
        for record in self.school.records.values():  # not `of`: a document that shortens names has asked for none
            if not isinstance(record, PhaseState | GateReason):
                continue
            name = noun_of(record).title
            text = getattr(record, name)
            if len(text) > _MAX_NAME_LENGTH:
                short = self.shortening.fitted(text, record, name, _MAX_NAME_LENGTH)
                parts[record.id] = msgspec.structs.replace(record, **{name: short})
        return self.school.replaced(School(self.school.id, parts, {}), parts)

    def fitted(self, record: Record, name: str) -> str:
        """The text of a field on one line; its beginning where the document has no room for all of it."""
        return self.shortening.fitted(str(getattr(record, name)), record, name, self.room.text)

    def fitted_paragraphs(self, record: Record, name: str) -> list[str]:
        """The paragraphs of a field; one with its beginning where the document has no room for all of them."""
        if self.room.text is None:
            return paragraphs(str(getattr(record, name)))
        fit = self.fitted(record, name)
        return [fit] if fit else []

    def in_line(self, record: Record, name: str) -> str:
        """The text of a field for a place that never has more than a line or two, such as a masthead."""
        return self.shortening.fitted(str(getattr(record, name)), record, name, LINE_LENGTH)

    def listed(self, records: Sequence[R]) -> Sequence[R]:
        """As many records as a list of this document has room for."""
        return self.shortening.first(records, self.room.listed)

    @property
    def school_name(self) -> str:
        """The name of the school, or «Our school» in the document's language."""
        return self.in_line(self.school.profile, "name") or self.words("Our school")

    def label(self, record: Record | type[Record], name: str) -> str:
        """The label of a field; what an unsettled item says was done is told as what is so far or planned."""
        if name == "how" and isinstance(record, ChecklistAnswer) and record.status not in SETTLED:
            return self.words("So far, or planned")
        return label_words(self.words, noun_of(record).fields[name])

    def value(self, record: Record, name: str) -> str:
        """The value of a field in words; empty for no value, and for a no."""
        return self.field_value(noun_of(record).fields[name], getattr(record, name))

    def field_value(self, field: Field, value: Scalar) -> str:
        """A given value of a field in words, such as an earlier one; empty for no value, and for a no."""
        if value in ("", None, False):
            return ""
        return value_text(self.words, field, value, self.title, self.link).strip()

    def link(self, record_id: str) -> str:
        """The title and the kind of what a link to a record of any noun points to."""
        return link_words(self.words, self.school, record_id, self.title(record_id))

    def title(self, record_id: str) -> str:
        """The title of a record in words; «deleted» when there is none with that id."""
        record = self.school.find(record_id)
        if is_framework_id(record_id) and record is None:
            if record_id.startswith("phase:"):
                return self.phase(record_id.partition(":")[2])
            return self.item_text(Answer(record_id))
        if record_id in self.filtered.gone:
            return self.words("not shown here")
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

    def fitted_phase(self, phase_id: str) -> str:
        """The title of a phase inside a sentence, as long as the document has room for."""
        state = self.school.get(PhaseState, f"phase:{phase_id}")
        return self.shortening.fitted(self.phase(phase_id), state, "own_title", self.room.text)

    def numbered_phase(self, phase_id: str) -> str:
        """The title of a phase with its number; the optional block before the start has none."""
        return phase_heading(self.words, self.framework, self.school, phase_id)

    def period(self) -> str:
        """The period that was chosen, else from the semester when the school began until today's, in words."""
        if self.within is not None:
            return self._chosen(self.within)
        now = Semester.of_date(self.day)
        begun = [Semester.of_stored(one.opened) for one in self.school.of(PhaseState)]
        begun.append(Semester.known(self.school.profile.start))
        return self._span(min((semester for semester in begun if semester), default=now), now)

    def _chosen(self, within: Period) -> str:
        """A chosen period in words; in days where it begins or ends within a semester."""
        if not (within.from_day or within.to_day):
            return self._span(within.first, within.last)
        first, last = self.words.date(within.first_day), self.words.date(within.last_day)
        return first if first == last else self.words("{first} to {last}", first=first, last=last)

    def _span(self, first: Semester, last: Semester) -> str:
        if first >= last:
            return self.words.semester(first)
        until = lowercase_first(self.words.semester(last))
        return self.words("{first} to {last}", first=self.words.semester(first), last=until)
