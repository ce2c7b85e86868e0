"""Every noun that a school keeps: importing this room declares them all."""

from fosdesk.domain.records.advice import AdviceReply
from fosdesk.domain.records.description import Description
from fosdesk.domain.records.gatekeeping import CoreComponent, GateEntry, GateReason, TranslationNote
from fosdesk.domain.records.group import (
    CriticalVoice,
    ExistingGroup,
    Membership,
    Partner,
    Person,
    Seat,
    SeatHolder,
    WorkGroup,
)
from fosdesk.domain.records.phases import Answer, ChecklistAnswer, OwnItem, PhaseState, Reflection, TransitionNote
from fosdesk.domain.records.privacy import EraseRequest, Restriction, Retention
from fosdesk.domain.records.school_profile import SchoolProfile
from fosdesk.domain.records.time import Balance, Meeting, StopItem, TimePlan, TimeSlot

__all__ = [
    "AdviceReply",
    "Answer",
    "Balance",
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
    "Partner",
    "Person",
    "PhaseState",
    "Reflection",
    "Restriction",
    "Retention",
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
