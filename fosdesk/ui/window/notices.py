"""Notices above the page that stay until somebody closes them."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from fosdesk import paths
from fosdesk.errors import FosdeskError
from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.ui.frame.desk import Desk
    from fosdesk.ui.window.notice_bar import NoticeBar

_BACKUPS = "backups"  # where the notice leads


class Noticing(Protocol):
    """A window that shows notices."""

    words: Words
    notice: "NoticeBar"

    def show_notice(self, sentence: str, page: str = "") -> None:
        """Show a sentence, with a button that leads to a page if one is given."""

    def show_message(self, text: str) -> None:
        """Show a sentence at the foot."""

    def show_changed_file(self, told: FosdeskError, *, now: bool) -> None:
        """Tell what others did with the file."""


def show_place_notice(window: Noticing, desk: "Desk") -> None:
    """Tell of another school that it is one; of one's own, that it lies in a folder that is sent to the internet."""
    if desk.read_only:
        from fosdesk.domain.values.pack_ids import is_pack  # the first picture does not wait for it

        said = window.words("Another school, to read. Nothing here can be changed.")
        if is_pack(desk.school.id):
            said = window.words("What another school lets those read who begin. Nothing here can be changed.")
        window.notice.tell(said)
        return
    synced = paths.synced_by(desk.folder, os.environ)
    if synced:
        said = window.words("Your school lies in a folder that {service} sends to the internet.", service=synced)
        window.show_notice(said, _BACKUPS)


def show_damage_notice(window: Noticing) -> None:
    """Tell that the disk has altered the store."""
    said = window.words("The disk has changed something in the file. Nothing is lost yet.")
    window.show_notice(said, _BACKUPS)


class StoreNotices(QObject):
    """Tells of the store in the window that is shown now.

    Its signals lead to bound methods: Qt would keep a lambda, and with it the program and all its windows, for good.
    """

    def __init__(self, owner: QObject, shown: Callable[[], Noticing]) -> None:
        super().__init__(owner)
        self._shown = shown

    def tell_changed_file(self, told: FosdeskError, now: bool) -> None:
        """Others changed the file, now or before this start."""
        self._shown().show_changed_file(told, now=now)

    def tell_trouble(self, trouble: FosdeskError) -> None:
        """A backup could not be made."""
        window = self._shown()
        window.show_message(window.words(trouble.sentence, **trouble.arguments))

    def tell_damage(self) -> None:
        """The disk has altered the store."""
        show_damage_notice(self._shown())

    def tell_mended_gaps(self) -> None:
        """Changes are missing in the history."""
        window = self._shown()
        said = window.words(
            "Some earlier changes are missing in the history of your school. What is there now fits together again, "
            "and school files can be written."
        )
        window.show_notice(said)
