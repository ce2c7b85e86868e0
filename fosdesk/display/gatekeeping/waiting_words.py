"""Why an entry waits for the principal, in words."""

from fosdesk.domain.rules.gatekeeping.principal_list import WaitingEntry
from fosdesk.words import Words


def waiting_words(words: Words, one: WaitingEntry) -> str:
    """Why an entry waits, and since when."""
    day = words.short_date(one.day)
    return {
        "undecided": words("not decided since {date}", date=day),
        "revisit": words("look at it again, from {date}", date=day),
        "unsigned": words("decided {date}, not signed", date=day),
    }[one.why]
