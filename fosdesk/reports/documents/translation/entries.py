"""The documents on translating and learning: their entries in the catalogue of documents."""

from fosdesk.reports.document_kind import DocumentKind
from fosdesk.reports.shortening import POSTER_ROOMS

TRANSLATION_DOCUMENTS = (
    DocumentKind(
        "translation_cards",
        "Translation cards",
        "How what was taken in became our own: the source and the school side by side, what was kept and changed, and "
        "what colleagues said who tried it. It names nobody.",
        "translation.translation_cards",
        brief=True,
    ),
    DocumentKind(
        "component_poster",
        "Our core components",
        "The core components for the wall, on A4 or A3: what each looks like in practice, with examples, and what it "
        "is not.",
        "translation.component_poster",
        brief=True,
        one_page=True,
        rooms=POSTER_ROOMS,
        is_poster=True,
        papers=("A4", "A3"),
        category="meetings",
        is_final=True,
    ),
    DocumentKind(
        "learning_plan",
        "Learning plan",
        "What learning rests on, what is planned and what was learnt, ways of working and how they went, and what "
        "helped and hindered in each phase.",
        "translation.learning_plan",
        brief=True,
    ),
)
