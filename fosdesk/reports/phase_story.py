"""Phase by phase: what each is for, when and why it opened and closed, and what the school did in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.framework import Phase
from fosdesk.domain.records import Answer, ChecklistAnswer, OwnItem, PhaseState, Reflection, TransitionNote
from fosdesk.reports.reader import Reader, paragraphs

if TYPE_CHECKING:
    from fosdesk.reports.book import Book


def write(book: Book, reader: Reader) -> None:
    """Every phase that the school has touched, in the framework's order."""
    phases = [phase for phase in reader.framework.phases if _Told(reader, phase).anything]
    if not phases:
        return
    book.heading(1, reader.words("Phase by phase"), key="phases")
    book.paragraph(
        reader.words(
            "Phases glide into each other, and several may be open at once. What follows is told in the school's own "
            "words, item by item, as far as the school has written something."
        )
    )
    for phase in phases:
        _write_phase(book, reader, _Told(reader, phase))


class _Told:
    """What the school has to tell about one phase."""

    def __init__(self, reader: Reader, phase: Phase) -> None:
        school = reader.school
        self.phase = phase
        self.state = school.get(PhaseState, f"phase:{phase.id}")
        notes = [one for one in school.of(TransitionNote) if one.phase == phase.id]
        self.notes = sorted(notes, key=lambda one: one.written)
        answers: list[ChecklistAnswer] = [school.get(Answer, f"answer:{item.id}") for item in phase.items]
        self._track = {f"answer:{item.id}": item.track for item in phase.items}
        answers += [one for one in school.of(OwnItem) if one.phase == phase.id]
        self.answers = [one for one in answers if one.how.strip() or one.reason.strip() or _settled(one)]
        self.thoughts = [
            (question, thought.text.strip())
            for number, question in enumerate(phase.reflection, 1)
            if (thought := school.get(Reflection, f"reflection:{phase.id}-{number}")).text.strip()
        ]

    @property
    def anything(self) -> bool:
        return bool(self.state.opened or self.state.closed or self.notes or self.answers or self.thoughts)

    def on_track(self, track: str) -> list[ChecklistAnswer]:
        return [one for one in self.answers if self._track_of(one) == track]

    def _track_of(self, answer: ChecklistAnswer) -> str:
        tracks = {track.id for track in self.phase.tracks}
        track = answer.track if isinstance(answer, OwnItem) else self._track.get(answer.id, "")
        return track if track in tracks else ""


def _settled(answer: ChecklistAnswer) -> bool:
    return answer.status in ("in_progress", "done", "other_way", "not_applicable")


def _write_phase(book: Book, reader: Reader, told: _Told) -> None:
    words, phase, state = reader.words, told.phase, told.state
    book.heading(2, reader.numbered_phase(phase.id), key=phase.id)
    book.paragraph(phase.aim)
    if state.opened and state.closed:
        opened, closed = words.date(state.opened), words.date(state.closed)
        book.small(words("Opened {opened}, closed {closed}.", opened=opened, closed=closed))
    elif state.opened:
        book.small(words("Opened {opened}, and still open.", opened=words.date(state.opened)))
    if told.notes:
        book.heading(3, words("On the way"))
        for note in told.notes:
            _write_note(book, reader, note)
    if phase.tracks:
        for track in phase.tracks:
            _write_answers(book, reader, told.on_track(track.id), track.title)
        _write_answers(book, reader, told.on_track(""), words("Also"))
    else:
        _write_answers(book, reader, told.answers, words("How we did it"))
    if told.thoughts:
        book.heading(3, words("Our thoughts"))
        for question, thought in told.thoughts:
            book.heading(4, question)
            for one in paragraphs(thought):
                book.paragraph(one)


def _write_note(book: Book, reader: Reader, note: TransitionNote) -> None:
    words = reader.words
    occasion = reader.value(note, "occasion") or words("Transition note")
    day = words.date(note.written)
    book.heading(4, words("{occasion}, {date}", occasion=occasion, date=day) if day else occasion)
    for one in paragraphs(note.why):
        book.paragraph(one)
    book.facts(
        [
            (reader.label(note, name), value)
            for name in ("carried_on", "still_open")
            if (value := reader.value(note, name))
        ]
    )


def _write_answers(book: Book, reader: Reader, answers: list[ChecklistAnswer], title: str) -> None:
    if not answers:
        return
    words = reader.words
    book.heading(3, title)
    told = [one for one in answers if one.how.strip() or one.reason.strip()]
    for answer in told:
        _write_answer(book, reader, answer)
    for status, lead in (
        ("done", words("We also did this:")),
        ("in_progress", words("We are working on this:")),
        ("other_way", words("We did this another way:")),
        ("not_applicable", words("This does not apply to us:")),
    ):
        rest = [reader.item(one) for one in answers if one not in told and one.status == status]
        if rest:
            book.paragraph(lead)
            book.bullets(rest)


def _write_answer(book: Book, reader: Reader, answer: ChecklistAnswer) -> None:
    words = reader.words
    book.heading(4, reader.item(answer))
    reason = answer.reason.strip()
    if answer.status == "other_way":
        book.paragraph(
            words("We did it another way: {reason}", reason=reason) if reason else words("We did it another way.")
        )
    elif answer.status == "not_applicable":
        book.paragraph(
            words("We left it out: {reason}", reason=reason) if reason else words("It does not apply to us.")
        )
    elif reason:
        book.paragraph(reason)
    for one in paragraphs(answer.how):
        book.paragraph(one)
    if answer.status == "in_progress":
        book.small(words("We are working on it."))
