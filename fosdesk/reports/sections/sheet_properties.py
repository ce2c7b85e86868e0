"""What a sheet of paper that is no document of the registry says of itself: a letter, a password, slips."""

from datetime import date

from fosdesk.reports.sections.document_opening import example_mark
from fosdesk.reports.writer import DocumentProperties, Phrases
from fosdesk.words import Words


def sheet_properties(words: Words, title: str, author: str, day: date, *, is_example: bool) -> DocumentProperties:
    """Title, author and day in the language of `words`; one that was made from an example says so on every page."""
    return DocumentProperties(
        title,
        language=words.pdf_language,
        day=day,
        phrases=Phrases.from_words(words),
        author=author,
        every_page=example_mark(words) if is_example else "",
    )
