"""Notices above the page that stay until somebody closes them."""

import os
from typing import TYPE_CHECKING, Protocol

from fosdesk import paths
from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.ui.frame.desk import Desk

_BACKUPS = "backups"  # where the notice leads


class Noticing(Protocol):
    """A window that shows notices."""

    words: Words

    def show_notice(self, sentence: str, page: str = "") -> None:
        """Show a sentence, with a button that leads to a page if one is given."""


def show_place_warning(window: Noticing, desk: "Desk") -> None:
    """Tell that the school lies in a folder that a program sends to the internet, if it does."""
    synced = paths.synced_by(desk.folder, os.environ)
    if synced:
        said = window.words("Your school lies in a folder that {service} sends to the internet.", service=synced)
        window.show_notice(said, _BACKUPS)


def show_damage_notice(window: Noticing) -> None:
    """Tell that the disk has altered the store."""
    said = window.words("The disk has changed something in the file. Nothing is lost yet.")
    window.show_notice(said, _BACKUPS)


def show_mended_gaps(window: Noticing) -> None:
    """Tell that changes are missing in the history."""
    said = window.words(
        "Some earlier changes are missing in the history of your school. What is there now fits together again, "
        "and school files can be written."
    )
    window.show_notice(said)
