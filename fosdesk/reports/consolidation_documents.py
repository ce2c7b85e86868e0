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
)
