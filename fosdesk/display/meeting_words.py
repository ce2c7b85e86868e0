"""Words for meetings: when and with whom, the lines of an agenda, and what is proposed for it and why."""

from fosdesk.display.noun_words import choice_of, label_words, noun_one, option_words
from fosdesk.display.record_words import open_title, record_words, short
from fosdesk.display.time_words import who_words
from fosdesk.domain.fields import fields_of, noun_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import AgendaLine, Meeting
from fosdesk.domain.rules.agenda import AgendaTime
from fosdesk.domain.rules.meeting_proposals import ChosenLines, Kind, Proposal, earlier_line
from fosdesk.domain.school import School
from fosdesk.words import Words

_LONGEST = 200
# What a line is for, and how many minutes it is given, until somebody says otherwise.
_AS_A_RULE: dict[Kind, tuple[str, int]] = {
    "approval": ("decide", 5),
    "standing": ("", 5),
    "put_off": ("", 10),
    "due": ("inform", 5),
    "revisit": ("decide", 15),
    "unanswered": ("discuss", 10),
    "undecided": ("decide", 10),
    "key_item": ("discuss", 15),
    "chosen": ("discuss", 10),
}


def meeting_time(words: Words, meeting: Meeting, today: str) -> str:
    """When a meeting is: «tirsdag 8. desember kl. 14.30»; with the year where it is another than that of `today`."""
    if not meeting.day:
        return words("Without a date")
    day = words.weekday_date(meeting.day, with_year=meeting.day[:4] != today[:4])
    return words("{day} at {time}", day=day, time=words.clock(meeting.start)) if meeting.start else day


def meeting_facts(words: Words, meeting: Meeting) -> str:
    """What a meeting is, who is met, for how long and where: «Arbeidsgruppa · 1 t · grupperommet»."""
    who = who_words(words, Meeting, meeting.who)
    length = words.minutes(meeting.minutes) if meeting.minutes else ""
    return " · ".join(part for part in (meeting.what, who, length, meeting.place) if part)


def meeting_name(words: Words, meeting: Meeting) -> str:
    """A short name of a meeting: who is met, else what it is about."""
    return who_words(words, Meeting, meeting.who) or meeting.what or noun_one(words, noun_of(meeting))


def purpose_words(words: Words, line: AgendaLine) -> str:
    """What a line is for, within a sentence; empty when nobody said."""
    said = option_words(words, choice_of(AgendaLine, "purpose"), line.purpose) if line.purpose else ""
    return said[:1].lower() + said[1:]


def line_title(words: Words, line: AgendaLine) -> str:
    """The title of an agenda line, with its number where it has one."""
    title = line.what or noun_one(words, noun_of(line))
    return f"{line.number} {title}" if line.number else title


def line_notes(words: Words, line: AgendaLine) -> str:
    """What is quietly said below an agenda line."""
    fields = fields_of(AgendaLine)
    told = [label_words(words, fields[name]) for name in ("put_off", "standing") if getattr(line, name)]
    notes = [purpose_words(words, line), *(note[:1].lower() + note[1:] for note in told)]
    if line.said.strip():
        notes.append(words("has minutes"))
    return " · ".join(note for note in notes if note)


def time_words(words: Words, spent: AgendaTime, length: int | None) -> str:
    """How the lines fill a meeting: «45 av 60 minutter»; and how many lines have no minutes yet."""
    said = (
        words("{n} of {most} minutes", n=words.number(spent.minutes), most=words.number(length))
        if length
        else words.plural("{n} minute", "{n} minutes", spent.minutes)
    )
    if spent.untimed:
        without = words.plural("{n} line without minutes", "{n} lines without minutes", spent.untimed)
        return f"{said} · {without}"
    return said


def proposal_title(words: Words, framework: Framework, school: School, one: Proposal) -> str:
    """What is proposed, as the leadership team reads it."""
    return _title(words, framework, school, one, for_all=False)


def line_from(words: Words, framework: Framework, school: School, one: Proposal, meeting_id: str) -> AgendaLine:
    """The agenda line that a proposal becomes; what is private or about a person is not written into it."""
    purpose, minutes = _AS_A_RULE[one.kind]
    earlier = earlier_line(school, one)
    return AgendaLine(
        meeting=meeting_id,
        what=short(_title(words, framework, school, one, for_all=True), _LONGEST),
        purpose=earlier.purpose if earlier is not None else purpose,
        minutes=earlier.minutes if earlier is not None and earlier.minutes else minutes,
        about=one.about,
        standing=one.kind == "standing",
    )


def chosen_words(words: Words, chosen: ChosenLines, today: str) -> str:
    """Where records stand now that somebody put on the agenda, and how many stand nowhere; one line of a few words."""
    number, said = words.number, []
    meetings = list({meeting.id: meeting for meeting, _ in chosen.lines}.values())
    if meetings:
        where = [
            f"{words.short_date(one.day, with_year=one.day[:4] != today[:4])} ({meeting_name(words, one)})"
            for one in meetings
        ]
        n, where_to = number(len(chosen.lines)), words.joined(where)
        said.append(words("{n} on the agenda: {meetings}.", n=n, meetings=where_to))
    if chosen.already:
        said.append(words("There already: {n}.", n=number(len(chosen.already))))
    if chosen.withheld:
        said.append(words("Only for the leadership team's own meetings: {n}.", n=number(len(chosen.withheld))))
    return " ".join(said)


def proposal_reason(words: Words, school: School, one: Proposal, today: str) -> str:
    """Why it is proposed: «oppfølging · frist 13. november · vaktmester»; nothing for what somebody chose."""
    if one.kind == "chosen":
        return ""
    day = words.short_date(one.day, with_year=one.day[:4] != today[:4]) if one.day else ""
    if one.kind == "approval":
        return words("the last meeting, {date}", date=day)
    if one.kind == "standing":
        return words("comes with every meeting of the series")
    if one.kind == "put_off":
        return words("put off on {date}", date=day)
    if one.kind == "unanswered":
        return _joined(words("asked on {date}", date=day) if day else "", words("no answer yet"))
    if one.kind == "undecided":
        return _joined(words("came in {date}", date=day) if day else "", words("not decided"))
    if one.kind == "key_item":
        return _joined(words("left in phase {n}", n=one.phase[1:]), words("by {date}", date=day) if day else "")
    record = school.find(one.about)
    noun = noun_one(words, noun_of(record)).lower() if record is not None else ""
    if one.kind == "revisit":
        return _joined(noun, words("to be looked at again from {date}", date=day))
    due = words("was due {date}", date=day) if one.day < today else words("by {date}", date=day)
    return _joined(noun, due, str(getattr(record, "responsible", "")))


def _title(words: Words, framework: Framework, school: School, one: Proposal, *, for_all: bool) -> str:
    earlier = earlier_line(school, one)
    if earlier is not None:
        return earlier.what or noun_one(words, noun_of(earlier))
    if one.kind == "approval":
        return words("Approve the minutes of {date}", date=words.date(one.day))
    said = open_title if for_all or one.is_open else record_words
    title = said(words, framework, school, one.about)
    return title[:1].upper() + title[1:] if for_all and not one.is_open else title


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
