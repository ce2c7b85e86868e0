"""The glossary at the end of a document, for readers from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.values.collation import sort_key
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import capitalized

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_DEFAULT_TERMS = (
    "direction",
    "gatekeeping",
    "core_components",
    "critical_voice",
    "readiness",
    "touchpoint",
    "translation_note",
    "uni_partner",
    "resource_person",
    "ppt",
)


def write_glossary(writer: Writer, reader: DocumentReader, keys: tuple[str, ...] = _DEFAULT_TERMS) -> None:
    """The terms with these keys and their meanings, in alphabetical order."""
    terms = {term.key: term for group in reader.framework.glossary for term in group.terms}
    chosen = sorted(
        (terms[key] for key in keys if key in terms and terms[key].meaning), key=lambda term: sort_key(term.word)
    )
    words = reader.words
    ours = {  # the program's own list speaks to those who use it, a document to those who read it
        "core_components": words(
            "The few things that must be there for the work to succeed at the school. The word is borrowed from Dean "
            "Fixsen and others (2005); here the school itself says what is essential."
        ),
        "translation_note": words("A note on what was left unchanged, added, taken away and reshaped."),
        "transition_note": words("A short look back when the school goes from one phase to the next."),
    }
    writer.heading(1, words("Words we use"), key="words")
    writer.facts([(capitalized(term.word), ours.get(term.key, term.meaning)) for term in chosen])
