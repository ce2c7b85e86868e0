"""Every noun that a school keeps: importing this room declares them all."""

from fosdesk.domain.records.advice_replies import AdviceLimit, AdviceReply
from fosdesk.domain.records.captured import Captured
from fosdesk.domain.records.descriptions import Description
from fosdesk.domain.records.gate_entries import CoreComponent, GateEntry, GateReason, TranslationNote
from fosdesk.domain.records.meetings import AgendaLine, Decision, FollowUp, Meeting, MethodCard
from fosdesk.domain.records.owner_requests import OwnerRequest
from fosdesk.domain.records.people_and_groups import (
    CriticalVoice,
    ExistingGroup,
    Membership,
    Partner,
    Person,
    Seat,
    SeatHolder,
    WorkGroup,
)
from fosdesk.domain.records.phases_and_answers import (
    Answer,
    ChecklistAnswer,
    OwnItem,
    PhaseState,
    Reflection,
    TransitionNote,
)
from fosdesk.domain.records.privacy_decisions import EraseRequest, Restriction, Retention
from fosdesk.domain.records.protected_time import Balance, StopItem, TimePlan, TimeSlot
from fosdesk.domain.records.school_calendar import SchoolCalendar
from fosdesk.domain.records.school_profile import SchoolProfile

__all__ = [
    "AdviceLimit",
    "MethodCard",
    "FollowUp",
    "Decision",
    "AgendaLine",
    "AdviceReply",
    "Answer",
    "Balance",
    "Captured",
    "ChecklistAnswer",
    "CoreComponent",
    "CriticalVoice",
    "Description",
    "EraseRequest",
    "ExistingGroup",
    "GateEntry",
    "GateReason",
    "Meeting",
    "Membership",
    "OwnItem",
    "OwnerRequest",
    "Partner",
    "Person",
    "PhaseState",
    "Reflection",
    "Restriction",
    "Retention",
    "SchoolCalendar",
    "SchoolProfile",
    "Seat",
    "SeatHolder",
    "StopItem",
    "TimePlan",
    "TimeSlot",
    "TransitionNote",
    "TranslationNote",
    "WorkGroup",
]
