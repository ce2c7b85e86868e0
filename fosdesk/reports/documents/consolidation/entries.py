"""The documents of phase four: their entries in the catalogue of documents."""

from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_kind import DocumentKind

CONSOLIDATION_DOCUMENTS = (
    DocumentKind(
        "new_initiative",
        "A new initiative: do we say yes?",
        "What it displaces, which core component it serves, who loses time and what it adds to what already runs; for "
        "the meeting that is to answer yes, no or wait.",
        "consolidation.new_initiative",
        (Audience.SCHOOL, Audience.OWNER),
        brief=True,
        category="meetings",
    ),
    DocumentKind(
        "evaluation_and_adjustments",
        "Evaluation and adjustments",
        "What was looked at together, what was found, what stays and what stops, and how direction, group and core "
        "components became different afterwards.",
        "consolidation.evaluation_and_adjustments",
        brief=True,
        history=True,
    ),
    DocumentKind(
        "closing_review",
        "Closing review of the first group",
        "What the first group was asked to do, what was found when it was looked back on, and what goes on without it.",
        "consolidation.closing_review",
        brief=True,
    ),
    DocumentKind(
        "routines",
        "Routines and what holds in everyday life",
        "The minimum that is kept up, how new staff are introduced, what happens when people leave, and how partners "
        "withdraw. To hand to whoever is new.",
        "consolidation.routines",
        brief=True,
    ),
)
