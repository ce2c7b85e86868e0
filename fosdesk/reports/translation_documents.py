"""The documents on translating and learning: their entries in the catalogue of documents."""

from fosdesk.reports.document_kind import DocumentKind

TRANSLATION_DOCUMENTS = (
    DocumentKind(
        "translation_cards",
        "Translation cards",
        "How what was taken in became our own: the source and the school side by side, what was kept and changed, and "
        "what colleagues said who tried it. It names nobody.",
        "translation.translation_cards",
        brief=True,
    ),
)
