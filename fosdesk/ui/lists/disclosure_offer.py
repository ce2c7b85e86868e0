"""Offers to note what was just saved for others: one key press, and only the leadership team sees the note."""

from fosdesk.domain.records import Disclosure
from fosdesk.ui.frame.desk import Desk


def offer_to_note(desk: Desk, what: str, to_whom: str) -> None:
    """Ask above the page; `what` is the title of a document or file, and `to_whom` its audience, both in words."""
    if desk.read_only:
        return
    words = desk.words

    def note() -> None:
        kept = Disclosure(what=what, to_whom=to_whom, day=desk.day())
        if desk.attempt(lambda: desk.workspace.add(kept)):
            desk.show_message(words("Noted for the leadership team. Ctrl+Z takes it away."))

    whom = to_whom[:1].lower() + to_whom[1:]
    asked = words("Saved for {whom}: {what}. Would you like to note that you share it?", whom=whom, what=what)
    desk.ask(asked, words("Note it"), note, words("No"))
