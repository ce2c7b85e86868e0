"""The documents of phases one and two: their entries in the catalogue of documents."""

from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_kind import DocumentKind
from fosdesk.reports.shortening import APPENDIX_ROOMS, WALL_ROOMS

PHASE_DOCUMENTS = (
    DocumentKind(
        "staff_page",
        "The model for the staff",
        "The model, your direction and what the work demands, as one page for the wall. It can be shown on a screen, "
        "too.",
        "posters.staff_page",
        brief=True,
        one_page=True,
        rooms=WALL_ROOMS,
        is_poster=True,
        has_slides=True,
        papers=("A4", "A3"),
        category="meetings",
        is_final=True,
    ),
    DocumentKind(
        "involvement",
        "Involvement",
        "Who was asked and heard, what they said and decided themselves, what people asked and worried about, and "
        "what it changed. It tells of groups and names nobody.",
        "involvement_report",
        brief=True,
    ),
    DocumentKind(
        "consultation",
        "Minutes of consultations",
        "Consultation (drøfting), negotiation and information, each by itself: what was said, what was agreed, and "
        "what is still open with the unions and the safety representative.",
        "consultation_minutes",
        (Audience.SCHOOL, Audience.OWNER),
        brief=True,
        category="owner",
        by_period=True,
        period_of="involvement.day",
    ),
    DocumentKind(
        "demands",
        "What the work demands",
        "What the work demands of time and effort, by semester and group, what gives way for it, and the frame of the "
        "phase. A sheet for the staff room.",
        "posters.demand_sheet",
        (Audience.SCHOOL, Audience.OWNER),
        brief=True,
        one_page=True,
        has_slides=True,
    ),
    DocumentKind(
        "gains",
        "Gain and challenges",
        "What each group may gain, beside what is hard today, in two columns; and the culture today beside the one "
        "that is wanted.",
        "posters.gain_sheet",
        brief=True,
        has_slides=True,
    ),
    DocumentKind(
        "choices",
        "Choices in phases 1 and 2",
        "Everything that was considered, on one page with answer, reason and date; what it has no room for goes on "
        "whole in an appendix. A no is as complete as a yes.",
        "choice_page",
        brief=True,
        history=True,
        rooms=APPENDIX_ROOMS,
        has_appendix=True,
    ),
    DocumentKind(
        "expectations",
        "Expectations",
        "Who expects what of the school, and what the school expects of them: what is agreed, what is unclear, and the "
        "date on which it was talked about.",
        "expectation_matrix",
        brief=True,
    ),
)
