"""The documents for other schools and for research: their entries in the catalogue of documents."""

from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_kind import DocumentKind

SHARING_DOCUMENTS = (
    DocumentKind(
        "experience_pack",
        "Experience pack",
        "For a school that begins: what you offer as mentors, how your work began, what helped and hindered, and what "
        "you would share. It tells of no person.",
        "sharing.experience_pack",
        (Audience.NETWORK, Audience.SCHOOL),
        brief=True,
        category="schools",
    ),
    DocumentKind(
        "network_cards",
        "Network cards",
        "The networks you are in, what you gave to other schools and got from them, and which schools begin when.",
        "sharing.network_cards",
        (Audience.NETWORK, Audience.SCHOOL, Audience.OWNER),
        brief=True,
        category="schools",
    ),
    DocumentKind(
        "research_sheet",
        "Research sheet",
        "Studies of the work: what for, with which consent, until when, and what may be shared, with guides to write "
        "on. It never holds what was collected.",
        "sharing.research_sheet",
        (Audience.SCHOOL, Audience.OWNER),
        brief=True,
        category="research",
    ),
)
