"""What the notice and the minutes of a meeting share: its facts, and the words of its agenda lines."""

from __future__ import annotations

from fosdesk.display.noun_words import noun_one
from fosdesk.display.time_words import who_words
from fosdesk.domain.fields import Privacy, Record, Reference, noun_of
from fosdesk.domain.records import AgendaLine, Answer, ChecklistAnswer, Meeting, PhaseState
from fosdesk.domain.rules.meeting_records import end_of, led_to
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.meeting_audience import is_at_home
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import excerpt
from fosdesk.words import Words

FACTS = tuple(
    f"meeting.{name}" for name in ("what", "day", "start", "who", "minutes", "place", "method", "builds_on")
)  # the fields that both papers show
_ONE_OF_ITS_KIND = ("school_profile", "work_group", "consolidation", "time_plan")
OPENING = ("school_profile.name", "school_profile.municipality")


def meeting_name(reader: DocumentReader, meeting: Meeting) -> str:
    """What a meeting is called: what it is about, else who meets."""
    return excerpt(meeting.what) or called(reader.words, meeting) or noun_one(reader.words, noun_of(Meeting))


def called(words: Words, meeting: Meeting) -> str:
    """Who is called to a meeting; empty when nobody said."""
    return words("External partners") if meeting.who == "externals" else who_words(words, Meeting, meeting.who)


def when(reader: DocumentReader, meeting: Meeting) -> str:
    """The day with its weekday, and from when to when: «tirsdag 24. november 2026 kl. 14.30–15.45»; as far as known."""
    words = reader.words
    day = words.weekday_date(meeting.day) if meeting.day else ""
    start, end = words.clock(meeting.start), words.clock(end_of(meeting))
    length = words.minutes(meeting.minutes) if meeting.minutes and meeting.minutes > 0 else ""
    if start:
        at = f"{start}–{end}" if end else start
        said = words("{day} at {time}", day=day, time=at) if day else words("At {time}", time=at)
        return said if end or not length else f"{said}, {length}"
    return ", ".join(part for part in (day, length) if part)


def where_and_how(reader: DocumentReader, meeting: Meeting) -> list[tuple[str, str]]:
    """Labels and values of time, place, who is called, and the way of working; the meetings before and after it."""
    words = reader.words
    before = reader.school.find(meeting.builds_on) if meeting.builds_on else None
    on = _told(words, before) if isinstance(before, Meeting) and before.id != meeting.id else ""
    after = "\n".join(_told(words, one) for one in led_to(reader.school, meeting.id))
    method = reader.school.find(meeting.method) if meeting.method else None
    what = " ".join(meeting.what.split())
    return [
        (noun_one(words, noun_of(Meeting)), what if excerpt(what) != what else ""),  # cut in the title
        (words("Time"), when(reader, meeting)),
        (reader.label(meeting, "place"), reader.value(meeting, "place")),
        (words("Called"), called(words, meeting)),
        (reader.label(meeting, "method"), reader.own_title(method) if method is not None else ""),
        (reader.label(meeting, "builds_on"), on),
        (words("Leads to"), after),
    ]


def _told(words: Words, meeting: Meeting) -> str:
    """What another meeting is about, and its day."""
    name = " ".join(meeting.what.split()) or called(words, meeting)
    return ", ".join(part for part in (name, words.date(meeting.day)) if part)


def number_words(words: Words, number: str) -> str:
    """The number of an agenda line as it is called: «Sak 12/26»."""
    return words("Item {number}", number=number)


def purpose_words(reader: DocumentReader, line: AgendaLine) -> str:
    """What a line is for, as agendas say it; empty when nobody said."""
    words = reader.words
    known = {
        "inform": words("For information"),
        "discuss": words("For discussion"),
        "decide": words("For decision"),
        "learn": words("For learning"),
    }
    return known.get(line.purpose) or reader.value(line, "purpose")


def what_words(reader: DocumentReader, line: AgendaLine) -> str:
    """What a line is about; that it is not shown where it is withheld."""
    return " ".join(line.what.split()) or reader.words("not shown here" if _is_withheld(reader, line) else "(empty)")


def _is_withheld(reader: DocumentReader, line: AgendaLine) -> bool:
    return any((one.record, one.field) == (line.id, "what") for one in reader.filtered.withheld)


def concerned(reader: DocumentReader, record_id: str) -> str:
    """The title of what a record concerns; empty where the audience may not see it, or it is gone.

    What is about a person is named only in the papers of the leadership team's own meetings.
    """
    if not record_id or record_id in reader.filtered.gone:
        return ""
    record = reader.school.find(record_id)
    if record is None:
        kind, _, part = record_id.partition(":")
        if kind == "answer" and reader.framework.item(part) is not None:
            return reader.item_text(Answer(record_id))
        return reader.phase(part) if kind == "phase" and any(p.id == part for p in reader.framework.phases) else ""
    if isinstance(record, ChecklistAnswer | PhaseState):
        return " ".join(reader.title(record_id).split())
    if not _is_open(reader, record) and not _is_among_leaders(reader):
        return ""
    if noun_of(record).key in _ONE_OF_ITS_KIND:
        return noun_one(reader.words, noun_of(record))  # its first text is not its name
    return " ".join(reader.own_title(record).split())


def _is_among_leaders(reader: DocumentReader) -> bool:
    meeting = reader.meeting
    return reader.audience is Audience.SCHOOL and meeting is not None and is_at_home(reader.school, meeting)


def _is_open(reader: DocumentReader, record: Record) -> bool:
    """Whether all may read the title of a record, and of those from which it has it."""
    seen: set[str] = set()
    found: Record | None = record
    while found is not None and found.id not in seen:
        seen.add(found.id)
        noun = noun_of(found)
        title = noun.fields.get(noun.title)
        if title is None or title.privacy is not Privacy.OPEN:
            return False
        if not isinstance(title, Reference):
            return True
        found = reader.school.find(getattr(found, noun.title))
    return False
