"""Every noun that a school keeps: importing this room declares them all."""

from fosdesk.domain.records.advice_replies import AdviceLimit, AdviceReply
from fosdesk.domain.records.captured import Captured
from fosdesk.domain.records.descriptions import Description, DescriptionSection
from fosdesk.domain.records.direction import AgreedText, Expectation, Practice, Theme
from fosdesk.domain.records.disclosures import Disclosure
from fosdesk.domain.records.gap_replies import GapReply
from fosdesk.domain.records.gate_entries import CoreComponent, GateEntry, GateReason, TranslationNote, Vote
from fosdesk.domain.records.group_work import Camp, CriticalQuestion, Duty
from fosdesk.domain.records.initiatives import Expense, Initiative
from fosdesk.domain.records.involvement import GainAndDemand, Involvement, Need, Question
from fosdesk.domain.records.learning import Learning, LearningCondition
from fosdesk.domain.records.meetings import AgendaLine, Decision, FollowUp, Meeting, MethodCard
from fosdesk.domain.records.networks import Cohort, ExperienceCard, ExperiencePack, Network, PhaseExperience, Study
from fosdesk.domain.records.owner_requests import OwnerRequest
from fosdesk.domain.records.people_and_groups import (
    CriticalVoice,
    ExistingGroup,
    Membership,
    Partner,
    Person,
    Seat,
    SeatHolder,
    WithdrawalStep,
    WorkGroup,
)
from fosdesk.domain.records.phases_and_answers import (
    Answer,
    ChecklistAnswer,
    OwnItem,
    PhaseFrame,
    PhaseState,
    Reflection,
    TransitionNote,
)
from fosdesk.domain.records.planning import Adjustment, Consolidation, DevelopmentArea, Evaluation, Milestone
from fosdesk.domain.records.privacy_decisions import EraseRequest, Restriction, Retention
from fosdesk.domain.records.protected_time import Balance, StopItem, TimePlan, TimeSlot
from fosdesk.domain.records.routines import Routine
from fosdesk.domain.records.school_calendar import SchoolCalendar
from fosdesk.domain.records.school_profile import SchoolProfile
from fosdesk.domain.records.surveys import Survey, SurveyComment, SurveyPile, SurveyQuestion

__all__ = [
    "Vote",
    "Survey",
    "SurveyComment",
    "SurveyPile",
    "SurveyQuestion",
    "AgreedText",
    "Expectation",
    "Practice",
    "Theme",
    "Camp",
    "CriticalQuestion",
    "Duty",
    "Expense",
    "Initiative",
    "GainAndDemand",
    "Involvement",
    "Need",
    "Question",
    "Learning",
    "LearningCondition",
    "ExperienceCard",
    "ExperiencePack",
    "Network",
    "PhaseExperience",
    "Study",
    "PhaseFrame",
    "Adjustment",
    "DevelopmentArea",
    "Evaluation",
    "Milestone",
    "Routine",
    "AdviceLimit",
    "MethodCard",
    "FollowUp",
    "Decision",
    "AgendaLine",
    "AdviceReply",
    "Answer",
    "Balance",
    "Captured",
    "Consolidation",
    "ChecklistAnswer",
    "Cohort",
    "CoreComponent",
    "CriticalVoice",
    "Description",
    "DescriptionSection",
    "EraseRequest",
    "ExistingGroup",
    "Disclosure",
    "GapReply",
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
    "WithdrawalStep",
    "WorkGroup",
]
