"""How two entries that are the same work are known to be."""

from fosdesk.domain.rules.gatekeeping.duplicates import SameWork
from fosdesk.words import Words


def same_work_words(words: Words, same: SameWork) -> str:
    """By what they are the same."""
    return {"doi": words("same DOI"), "isbn": words("same ISBN"), "title": words("same title")}[same.by]
