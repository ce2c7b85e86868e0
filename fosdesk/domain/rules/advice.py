"""Advice: gentle warnings derived from the school's records, and the team's replies to them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fosdesk.domain.framework import Framework
from fosdesk.domain.records import (
    AdviceLimit,
    AdviceReply,
    CoreComponent,
    ExistingGroup,
    GateEntry,
    Partner,
    Person,
    PhaseState,
    StopItem,
    TimeSlot,
    TransitionNote,
)
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules import gate_rules, group_seats, time_use
from fosdesk.domain.rules.checklist import line_of, lines_of
from fosdesk.domain.rules.progress import phase_status
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, months_between, plus_days, school_weeks_between, spaced_days
from fosdesk.domain.values.semester import Semester

# The days on which one field of one record was changed, or with an empty field anything of it; the picture of a school
# has no history.
Changed = Callable[[str, str], Sequence[str]]

_SEMESTERS_OF_SILENCE = 2  # after which an answered advice that still fits is shown again
_DRAFTS = 30  # days; changes of a text closer than this are one change to people
_YEAR = 365
_FOCUS_CHECKS = ("F3-14", "F4-07")
_ONE_SIDED_FROM = 2  # members besides the principal
_TIMETABLE_MONTHS = (4, 5)  # in which the next school year's time is shared out
_ASSISTANTS = "assistants"  # a seat
GAPS = "W9"  # whose limit is a field of the time plan


class Advice(NamedTuple):
    """One warning that applies now, with its number `n`, and the ids of the records it is about."""

    key: str  # such as W2, or W9:2026H where it belongs to a time; the reply's id is «advice:<key>»
    warning: str
    alternative: bool = False
    n: int = 0
    about: tuple[str, ...] = ()

    @property
    def reply_id(self) -> str:
        """The id of the AdviceReply record that answers it."""
        return f"advice:{self.key}"


class Answered(NamedTuple):
    """A piece of advice with the team's reply; `quiet` when it is not to be shown unasked, until the day `until`."""

    advice: Advice
    reply: AdviceReply
    quiet: bool
    until: str = ""  # the day from which on it is shown again if it still fits; empty where that is not known


class _AdviceContext(NamedTuple):
    """What the rules are given: framework, school, today, and the days on which a field changed."""

    framework: Framework
    school: School
    today: str
    changed: Changed

    def limit(self, warning: str) -> int:
        found = advice_limit(self.framework, self.school, warning)
        assert found is not None
        return found

    def settled(self, item: str) -> bool:
        line = line_of(self.framework, self.school, f"answer:{item}")
        return line is not None and line.settled

    def begun(self, item: str) -> bool:
        line = line_of(self.framework, self.school, f"answer:{item}")
        return line is not None and (
            line.status in ("in_progress", "done", "other_way") or bool(line.answer.how.strip())
        )


def no_history(_record: str, _field: str) -> Sequence[str]:
    """Gives no days: for callers without a history of changes."""
    return ()


def advice(framework: Framework, school: School, today: str, changed: Changed = no_history) -> tuple[Advice, ...]:
    """The warnings to show now: those that fit, and that nobody has answered, turned down or put off."""
    return tuple(one.advice for one in all_advice(framework, school, today, changed) if not one.quiet)


def all_advice(framework: Framework, school: School, today: str, changed: Changed = no_history) -> tuple[Answered, ...]:
    """Every warning that fits now, with the replies, so that those answered can be read again."""
    if known_day(today) is None:
        return ()
    context = _AdviceContext(framework, school, today, changed)
    found = []
    for rule in _RULES:
        for one in rule(context):
            reply = school.get(AdviceReply, one.reply_id)
            until = _silent_until(reply, changed)
            found.append(Answered(one, reply, _is_quiet(reply, until, today), until))
    return tuple(found)


def advice_limit(framework: Framework, school: School, warning: str) -> int | None:
    """The number that sets an advice off: the school's own, else the program's; None where it has none."""
    usual = framework.warning(warning).limit
    if warning == GAPS:
        return time_use.gap_limit(framework, school)
    own = school.get(AdviceLimit, f"advice_limit:{warning}").number
    return own if usual is not None and own is not None and own > 0 else usual


def put_off_until(today: str) -> str:
    """The day (YYYY-MM-DD) on which advice put off today returns: the first day of the next semester."""
    return Semester.of_date(today).next().first_day


def standing_warning(noun: str, field: str, item: str = "") -> str:
    """The id of the warning that is always shown beside a field; empty for most fields."""
    if item in _ABOUT_DECISIONS or (noun, field) in (("school_profile", "direction"), ("core_component", "name")):
        return "W13"
    if noun in ("person", "membership", "critical_voice", "seat") and field not in ("left", "since", "until"):
        return "W11"
    attracts_cases = item in _ABOUT_CASES or noun in ("reflection", "translation_note") or field == "notes"
    return "W12" if attracts_cases else ""


_ABOUT_DECISIONS = ("F2-04",)
_ABOUT_CASES = ("F1-02", "F1-03", "F1-08", "F2-02", "F2-05", "F3-12", "F3-13", "F3-16", "F4-05", "F4-06")


def _is_quiet(reply: AdviceReply, until: str, today: str) -> bool:
    if reply.stance == "snoozed":
        return reply.until > today
    answered = reply.stance in ("known", "dismissed") or bool(reply.because.strip())
    return answered and (not until or until > today)


def _silent_until(reply: AdviceReply, changed: Changed) -> str:
    """When an answer no longer silences an advice that still fits: nobody means for ever by one tick."""
    if reply.stance == "snoozed":
        return reply.until
    if not (reply.stance or reply.because.strip()):
        return ""
    days = [day for field in ("stance", "because") for day in changed(reply.id, field) if known_day(day)]
    return Semester.of_date(max(days)).plus(_SEMESTERS_OF_SILENCE).first_day if days else ""


def _rushing(context: _AdviceContext) -> Iterator[Advice]:
    school = context.school
    if phase_status(school, "F2") != "open" or phase_status(school, "F3") != "not_open":
        return
    first, second = (school.get(PhaseState, f"phase:{phase}").opened for phase in ("F1", "F2"))
    weeks = school_weeks_between(first, second)
    if known_day(first) and known_day(second) and weeks < context.limit("W1"):
        yield Advice("W1", "W1", n=weeks, about=("phase:F1",))
        return
    keys = [one for one in lines_of(context.framework, school, "F1") if one.key and not one.put_away]
    waiting = [one for one in keys if not one.settled]
    if len(waiting) * 2 > len(keys):
        yield Advice("W1", "W1", alternative=True, n=len(waiting), about=tuple(one.record_id for one in waiting))


def _on_top(context: _AdviceContext) -> Iterator[Advice]:
    school = context.school
    slots = [slot for slot in school.of(TimeSlot) if slot.minutes]
    planned = [meeting for meeting in time_use.meetings(school) if meeting.day >= context.today]
    if not (slots or planned or context.begun("F2-17")):
        return
    gives_way = any(slot.gives_way for slot in school.of(TimeSlot))
    groups = any(group.freed and group.freed > 0 for group in school.of(ExistingGroup))
    if not (school.of(StopItem) or gives_way or groups):
        yield Advice("W2", "W2", about=tuple(one.id for one in (*slots, *planned)))


def _next_year(context: _AdviceContext) -> Iterator[Advice]:
    """In spring, while timetables are made: a school that sets time aside has set none aside from autumn on."""
    if int(context.today[5:7]) not in _TIMETABLE_MONTHS:
        return
    spring = Semester.of_date(context.today)
    stored = {slot.id: Semester.known(slot.semester) for slot in context.school.of(TimeSlot)}
    this_year = tuple(one for one, semester in stored.items() if semester in (spring, spring.plus(-1)))
    if this_year and not any(semester is not None and semester > spring for semester in stored.values()):
        yield Advice(f"W16:{spring.next()}", "W16", about=this_year)


def _kangaroo(context: _AdviceContext) -> Iterator[Advice]:
    now = Semester.of_date(context.today)
    autumn = now if now.autumn else now.plus(-1)
    last = autumn.next().last_day
    new = tuple(
        entry.id
        for entry in context.school.of(GateEntry)
        if entry.decision in ("admitted", "adapted")
        and entry.points_to == "outside"
        and autumn.first_day <= (entry.signed or entry.came) <= last
    )
    limit = context.limit("W3")
    if len(new) >= limit and not context.settled("F4-08"):
        yield Advice(f"W3:{autumn}", "W3", n=len(new), about=new)
    # The first time a direction is written is no change of it.
    changes = spaced_days(list(context.changed(PROFILE_ID, "direction")), _DRAFTS)[1:]
    lately = [day for day in changes if plus_days(context.today, -_YEAR) < day <= context.today]
    if len(lately) >= limit:
        yield Advice(f"W3:direction:{autumn}", "W3", alternative=True, n=len(lately), about=(PROFILE_ID,))


def _losing_focus(context: _AdviceContext) -> Iterator[Advice]:
    school = context.school
    going_on = [phase for phase in ("F3", "F4") if phase_status(school, phase) == "open"]
    if not going_on:
        return
    # Opening a phase, and writing what is taken along, is a look at what the work is about.
    looks = [school.get(PhaseState, f"phase:{phase}").opened for phase in ("F3", "F4")]
    looks += [note.written for note in school.of(TransitionNote)]
    for item in _FOCUS_CHECKS:
        for field in ("status", "how"):
            looks += context.changed(f"answer:{item}", field)
    known = [day for day in looks if known_day(day) and day <= context.today]
    months = months_between(max(known), context.today) if known else 0
    if months > context.limit("W4"):
        item = "F4-07" if "F4" in going_on else "F3-14"
        yield Advice(f"W4:{Semester.of_date(context.today)}", "W4", n=months, about=(f"answer:{item}",))


def _too_many(context: _AdviceContext) -> Iterator[Advice]:
    components = context.school.of(CoreComponent)
    if len(components) > context.limit("W5"):
        yield Advice("W5", "W5", n=len(components), about=tuple(one.id for one in components))


def _one_sided(context: _AdviceContext) -> Iterator[Advice]:
    school = context.school
    group = group_seats.members(school, context.today)
    roles = Counter(school.get(Person, member.person).role for member in group)
    principals = roles.pop("principal", 0)
    del roles[""]  # of whom nothing is said, so that nobody knows
    if len(roles) == 1 and roles.total() >= _ONE_SIDED_FROM and roles.total() + principals == len(group):
        yield Advice("W6", "W6", about=tuple(member.id for member in group))
    led_otherwise = group and not group_seats.principal_leads(school, context.today)
    if led_otherwise and not group_seats.leader_reason(school).strip():
        yield Advice("W6:leader", "W6", alternative=True, about=tuple(member.id for member in group if member.leads))


def _assistants_missing(context: _AdviceContext) -> Iterator[Advice]:
    school = context.school
    group = group_seats.members(school, context.today)
    known = [member for member in group if school.get(Person, member.person).role]
    seats = {seat.seat: seat for seat in group_seats.coverage(school, context.today)}
    if len(known) == len(group) > _ONE_SIDED_FROM and seats[_ASSISTANTS].state == "open":
        yield Advice("W15", "W15", about=tuple(member.id for member in group))


def _gate_always(context: _AdviceContext) -> Iterator[Advice]:
    decisions = Counter({one: len(entries) for one, entries in gate_rules.by_decision(context.school).items()})
    del decisions[gate_rules.UNDECIDED]
    taken_in = decisions["admitted"] + decisions["adapted"]
    if decisions.total() >= context.limit("W7") and decisions.total() in (taken_in, decisions["kept_out"]):
        yield Advice("W7", "W7", alternative=not taken_in, n=decisions.total())


def _no_reason(context: _AdviceContext) -> Iterator[Advice]:
    silent = gate_rules.without_reason(context.school)
    if silent:
        yield Advice("W8", "W8", n=len(silent), about=silent)


def _long_gaps(context: _AdviceContext) -> Iterator[Advice]:
    told = set()
    for gap in time_use.long_gaps(context.framework, context.school, context.today):
        # One for each semester, the longest: the same gap may look different tomorrow.
        semester = Semester.of_date(gap.first.day)
        if semester not in told:
            told.add(semester)
            yield Advice(f"W9:{semester}", "W9", n=gap.weeks, about=(gap.first.id, gap.last.id))


def _support_gone(context: _AdviceContext) -> Iterator[Advice]:
    gone = tuple(
        partner.id
        for partner in context.school.of(Partner)
        if partner.kind in ("university", "resource_person")
        and known_day(partner.withdraws)
        and partner.withdraws <= context.today
    )
    if gone and not context.begun("F4-03") and not context.settled("F4-03"):
        yield Advice("W10", "W10", about=(*gone, "answer:F4-03"))


def _union_alibi(context: _AdviceContext) -> Iterator[Advice]:
    seated = any(
        seat.seat == group_seats.UNION and seat.filled for seat in group_seats.coverage(context.school, context.today)
    )
    if seated and not context.settled("F2-13"):
        yield Advice("W14", "W14", about=("answer:F2-13",))


_RULES: tuple[Callable[[_AdviceContext], Iterator[Advice]], ...] = (
    _on_top,
    _next_year,
    _long_gaps,
    _rushing,
    _kangaroo,
    _losing_focus,
    _one_sided,
    _assistants_missing,
    _no_reason,
    _gate_always,
    _too_many,
    _support_gone,
    _union_alibi,
)
