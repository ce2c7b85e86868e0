"""The checklist of a phase: suggested and own items in one list, in the team's order."""

from typing import NamedTuple, TypeVar

import msgspec

from fosdesk.domain.fields import Record
from fosdesk.domain.framework import ChecklistItem, Framework
from fosdesk.domain.records.phases_and_answers import Answer, ChecklistAnswer, OwnItem
from fosdesk.domain.school import School
from fosdesk.domain.values.fractional_index import between, places_after_move

R = TypeVar("R", bound=Record)
SETTLED = ("done", "other_way", "not_applicable")
_ANSWER = "answer:"


def title_in_documents(item: ChecklistItem, status: str) -> str:
    """A suggested item as a title in a finished document: in the past when it is done, else what it is about."""
    return item.told if status == "done" else item.topic


def answering(answer: R, framework_version: str) -> R:
    """The answer with the framework version whose wording it answers; unchanged for an own item."""
    return msgspec.structs.replace(answer, answered=framework_version) if isinstance(answer, Answer) else answer


class ChecklistLine(NamedTuple):
    """One item as the team sees it; its own wording replaces the suggested one."""

    record_id: str
    phase: str
    track: str  # "" where the phase has one track
    text: str
    why: str
    answer: Answer | OwnItem
    item: ChecklistItem | None  # None for an own item, and for one of a newer framework
    place: str  # where it stands: chosen by the team, else by the framework

    @property
    def status(self) -> str:
        """The status; an item that nobody has touched is not started."""
        return self.answer.status or "not_started"

    @property
    def told(self) -> str:
        """The title in a document: the school's own wording, else in the past what is done, else what it is about."""
        if self.item is None or self.answer.own_text.strip():
            return self.text
        return title_in_documents(self.item, self.status)

    @property
    def settled(self) -> bool:
        """Done, done another way, or not applicable: all three are complete answers."""
        return self.answer.status in SETTLED

    @property
    def put_away(self) -> bool:
        """Hidden from the list by the team."""
        return self.answer.put_away

    @property
    def is_own(self) -> bool:
        """Added by the school."""
        return isinstance(self.answer, OwnItem)

    @property
    def key(self) -> bool:
        """Suggested first."""
        return self.item is not None and self.item.key

    @property
    def kind(self) -> str:
        """S (the framework), A (our judgement), L (law or agreement) or S/L; empty for an own item."""
        return self.item.kind if self.item else ""

    @property
    def evidence(self) -> str:
        """The suggested documentation."""
        return self.item.evidence if self.item else ""

    @property
    def responsible(self) -> str:
        """The suggested responsible; whom the school chose stands in the answer."""
        return self.item.responsible if self.item else ""


def lines_of(framework: Framework, school: School, phase_id: str) -> tuple[ChecklistLine, ...]:
    """All items of a phase in the team's order, hidden ones included."""
    phase = framework.phase(phase_id)
    items = phase.items if phase else ()
    answers = ((school.get(Answer, _ANSWER + item.id), item) for item in items)
    lines = [_suggested(answer, item) for answer, item in answers if answer.moved_to in ("", phase_id)]
    known = {item.id for item in items}
    for answer in school.of(Answer):
        moved = framework.item(answer.item_id) if answer.moved_to == phase_id and answer.item_id not in known else None
        if moved is not None:
            lines.append(_suggested(answer, moved))
        # An item of a newer framework: what the school wrote about it is shown, though its words are not here.
        elif answer.item_id not in known and phase_of_item(school, answer.id) == phase_id:
            text = answer.own_text or answer.item_id
            lines.append(ChecklistLine(answer.id, phase_id, "", text, "", answer, None, _place(answer)))
    for own in school.of(OwnItem):
        if own.phase == phase_id:
            track = own.track if phase and any(t.id == own.track for t in phase.tracks) else ""
            lines.append(ChecklistLine(own.id, phase_id, track, own.own_text, own.why, own, None, _place(own)))
    return tuple(sorted(lines, key=lambda line: (line.place, line.record_id)))


def line_of(framework: Framework, school: School, record_id: str) -> ChecklistLine | None:
    """The line of one answer or own item; None for another record."""
    record = school.find(record_id)
    phase_id = record.phase if isinstance(record, OwnItem) else phase_of_item(school, record_id)
    return next((line for line in lines_of(framework, school, phase_id) if line.record_id == record_id), None)


def phase_of_item(school: School, record_id: str) -> str:
    """The phase in which a suggested item («answer:F4-14») stands: where the school moved it, else the framework's."""
    record = school.find(record_id)
    moved = record.moved_to if isinstance(record, Answer) else ""
    return moved or record_id.removeprefix(_ANSWER).partition("-")[0]


def open_lines(framework: Framework, school: School, phase_id: str) -> tuple[ChecklistLine, ...]:
    """The items that are neither settled nor hidden."""
    return tuple(
        line for line in lines_of(framework, school, phase_id) if not line.settled and not line.answer.put_away
    )


def place_at_end(lines: tuple[ChecklistLine, ...]) -> str:
    """The position (fractional index) for a new item at the end."""
    return between(lines[-1].place if lines else "", "")


Reordering = tuple[tuple[Answer | OwnItem, Answer | OwnItem], ...]


def reordered(lines: tuple[ChecklistLine, ...], record_id: str, before_id: str | None) -> Reordering:
    """Move an item before another, or to the end; (before, after) of each record whose position changes."""
    if before_id == record_id:
        return ()
    answers = {line.record_id: line.answer for line in lines}
    order = [(line.record_id, line.place) for line in lines]
    here = before_id if before_id and before_id in answers else ""  # else at the end
    places = places_after_move(order, record_id, here)
    return tuple((answers[i], msgspec.structs.replace(answers[i], pos=place)) for i, place in places.items())


def _suggested(answer: Answer, item: ChecklistItem) -> ChecklistLine:
    text = answer.own_text or item.text
    is_moved = answer.moved_to not in ("", item.phase)
    phase, track = (answer.moved_to, "") if is_moved else (item.phase, item.track)
    return ChecklistLine(answer.id, phase, track, text, item.why, answer, item, _place(answer))


def _place(answer: ChecklistAnswer) -> str:
    # Ids stay when a later framework brings more items, so the places made of them stay as well. Never ends in 0,
    # because nothing fits ahead of such a place.
    if answer.pos:
        return answer.pos
    if isinstance(answer, Answer):
        return answer.item_id.rpartition("-")[2].lower() + "i"
    return "y" + "".join(c for c in answer.id.lower() if c.isascii() and c.isalnum()) + "i"
