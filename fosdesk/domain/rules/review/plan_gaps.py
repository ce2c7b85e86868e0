"""Gaps in the plan: what is blank although its time has come, and what has stood unchanged for long. Advice only."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal, NamedTuple

from fosdesk.domain.fields import NOUNS, Noun, Record
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import AgreedText, CoreComponent, GapReply, PhaseFrame, PhaseState, SchoolProfile, WorkGroup
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS, PROFILE_ID
from fosdesk.domain.rules.advice import Changed
from fosdesk.domain.rules.checklist import ChecklistLine, lines_of
from fosdesk.domain.rules.item_tools import count_of, tools_of, written_fields
from fosdesk.domain.rules.progress import open_phases, phase_status
from fosdesk.domain.rules.surfacing_dates import is_finished
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, plus_days
from fosdesk.domain.values.semester import Semester

_SETTLING_IN = 28  # days that a phase has been open before what is blank in it is told
_TEXTS_STAND = 365  # days after which an unchanged text is told
_ITEMS_STAND = 182  # days after which an unchanged item under way is told
_REPLY_HOLDS = 365  # days; nobody means for ever by one answer
# Texts that carry the plan, and the phase from which on it lacks them.
_CARRYING: tuple[tuple[type[Record], str, str, str], ...] = (
    (SchoolProfile, PROFILE_ID, "start", "F1"),
    (SchoolProfile, PROFILE_ID, "direction", "F2"),
    (SchoolProfile, PROFILE_ID, "inclusion", "F2"),
    (WorkGroup, WORK_GROUP_ID, "mandate", "F2"),
)
_LIVING = (*((PROFILE_ID, name) for name in DIRECTION_FIELDS), (WORK_GROUP_ID, "mandate"))
_PHASES = ("F0", "F1", "F2", "F3", "F4")
_FRAMED = ("F1", "F2", "F3")


class Gap(NamedTuple):
    """One gap. `record` is a checklist item, a record, or the key of a noun of which there is none yet."""

    kind: Literal["item", "blank", "unchanged"]
    record: str
    field: str = ""
    since: str = ""  # for what is unchanged, the day of the last change

    @property
    def reply_id(self) -> str:
        """The id of the GapReply that answers it."""
        kept = ("gap", *(("unchanged",) if self.kind == "unchanged" else ()), self.record, self.field)
        return ":".join(part for part in kept if part)


class PlanGaps(NamedTuple):
    """The gaps to show now, and those of which the team has said that it knows."""

    blank: tuple[Gap, ...]
    unchanged: tuple[Gap, ...]
    known: tuple[tuple[Gap, GapReply], ...]


def plan_gaps(framework: Framework, school: School, today: str, changed: Changed) -> PlanGaps:
    """All gaps, in the order of the plan: what carries it, its items phase by phase, then single records."""
    if known_day(today) is None:
        return PlanGaps((), (), ())
    blank = chain(_carrying(framework, school), _items(framework, school, today), _records(school))
    waiting: dict[bool, list[Gap]] = {True: [], False: []}
    known = []
    for gap in chain(blank, _unchanged(framework, school, today, changed)):
        reply = school.get(GapReply, gap.reply_id)
        if _is_answered(reply, today):
            known.append((gap, reply))
        else:
            waiting[gap.kind == "unchanged"].append(gap)
    return PlanGaps(tuple(waiting[False]), tuple(waiting[True]), tuple(known))


def _is_answered(reply: GapReply, today: str) -> bool:
    lasts = known_day(reply.day) is None or plus_days(reply.day, _REPLY_HOLDS) > today
    return bool(reply.because.strip()) and lasts


def _carrying(framework: Framework, school: School) -> Iterator[Gap]:
    begun = {phase for phase in _PHASES if phase_status(school, phase) != "not_open"}
    for record, record_id, field, phase in _CARRYING:
        is_due = any(one >= phase for one in begun)
        if is_due and not str(getattr(school.get(record, record_id), field)).strip():
            yield Gap("blank", record_id, field)
    for phase in open_phases(framework, school):
        frame = school.get(PhaseFrame, f"phase_frame:{phase}")
        if phase in _FRAMED and not frame.time_frame.strip():
            yield Gap("blank", frame.id, "time_frame")
    if begun & {"F3", "F4"} and not school.of(CoreComponent):
        yield Gap("blank", "core_component")


def _items(framework: Framework, school: School, today: str) -> Iterator[Gap]:
    """Suggested items of open phases that nobody has touched, those suggested first ahead of the others."""
    for phase in open_phases(framework, school):
        opened = school.get(PhaseState, f"phase:{phase}").opened
        if known_day(opened) and plus_days(opened, _SETTLING_IN) > today:
            continue
        blank = [one for one in lines_of(framework, school, phase) if _is_untouched(school, one, today)]
        for line in sorted(blank, key=lambda one: not one.key):
            yield Gap("item", line.record_id)


def _is_untouched(school: School, line: ChecklistLine, today: str) -> bool:
    answer = line.answer
    if line.item is None or line.put_away or line.status != "not_started":
        return False
    return not (answer.how.strip() or answer.reason.strip() or _has_tools(school, line.item.id, line.phase, today))


def _has_tools(school: School, item: str, phase: str, today: str) -> bool:
    """Whether a tool of an item holds something."""
    semester = str(Semester.of_date(today))
    for tool in tools_of(item):
        if not tool.places and count_of(school, tool.noun).records:
            return True
        if any(written_fields(school, tool.noun, place, phase, semester) for place in tool.places):
            return True
    return False


def _records(school: School) -> Iterator[Gap]:
    for noun in NOUNS.values():
        for record in school.of(noun.record) if noun.use.wants else ():
            field = _first_wanted(noun, record)
            if field and not is_finished(record):
                yield Gap("blank", record.id, field)


def _first_wanted(noun: Noun, record: Record) -> str:
    for wanted in noun.use.wants:
        names = wanted.split("|")
        if all(getattr(record, name) == noun.fields[name].blank for name in names):
            return names[0]
    return ""


def _unchanged(framework: Framework, school: School, today: str, changed: Changed) -> Iterator[Gap]:
    texts_since, items_since = plus_days(today, -_TEXTS_STAND), plus_days(today, -_ITEMS_STAND)
    texts = [(i, name) for i, name in _LIVING if str(getattr(school.find(i), name, "")).strip()]
    texts += [(one.id, "") for one in school.of(CoreComponent) if not one.put_away]
    agreed: dict[tuple[str, str], str] = {}
    for one in school.of(AgreedText):
        for key in ((one.about, one.field), (one.about, "")):
            agreed[key] = max(agreed.get(key, ""), one.day if known_day(one.day) else "")
    for record_id, field in texts:
        last = max((*filter(known_day, changed(record_id, field)), agreed.get((record_id, field), "")), default="")
        if last and last <= texts_since:
            yield Gap("unchanged", record_id, field, last)
    for phase in _PHASES:
        for line in lines_of(framework, school, phase):
            if line.status == "in_progress" and not line.put_away:
                last = max(filter(known_day, changed(line.record_id, "")), default="")
                if last and last <= items_since:
                    yield Gap("unchanged", line.record_id, "", last)
