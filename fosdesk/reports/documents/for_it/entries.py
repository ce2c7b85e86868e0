"""The page for IT: its entry in the catalogue of documents."""

from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_kind import DocumentKind
from fosdesk.reports.shortening import Room

# All of it is told, in letters that become smaller: nothing of it can be left out.
ROOMS = tuple(Room(scale=scale) for scale in (0.85, 0.82, 0.79, 0.76, 0.73))
IT_DOCUMENTS = (
    DocumentKind(
        "for_it",
        "For IT",
        "For whoever looks after the computers: network, rights, where things lie, installing, removing, parts and "
        "licences. It tells nothing of the school.",
        "for_it.page",
        (Audience.SCHOOL,),
        brief=True,
        one_page=True,
        rooms=ROOMS,
        category="owner",
        is_final=True,
    ),
)
