"""Announcements: what a sighted person sees happen is told to whoever listens, through `announce` alone."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from fosdesk.domain.fields import Record
from fosdesk.ui.tuning import PLAIN_TEXT
from fosdesk.words import Words

ANNOUNCED = "announced"  # a property of the window: the latest sentence
_PAUSE = 400  # ms without a change, after which a text that follows typing is told


def announce(source: QWidget, sentence: str, *, assertive: bool = False) -> None:
    """Tell a sentence to a screen reader: politely, after what it is saying, or at once where `assertive`.

    Windows speaks it only while the window has the keyboard; nothing is told of a part that is hidden. Where no screen
    reader is there, Qt drops the event.
    """
    if not sentence or not source.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # its enums are not made before they are needed

    source.window().setProperty(ANNOUNCED, sentence)
    event = QAccessibleAnnouncementEvent(source, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)


def announce_place(source: QWidget, words: Words, record_id: str, order: Sequence[Record]) -> None:
    """Tell where a record stands in its list now that it was moved; nothing where it is not in it."""
    ids = [one.id for one in order]
    if record_id in ids:
        announce(source, words("{n} of {all}", n=words.number(ids.index(record_id) + 1), all=words.number(len(ids))))


class Announcer(QObject):
    """Announces the latest of several sentences that follow each other closely, such as a count while one types."""

    def __init__(self, source: QWidget) -> None:
        """`source` is the part whose change is told."""
        super().__init__(source)
        self._source, self._sentence = source, ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._tell)

    def say(self, sentence: str) -> None:
        """Announce a sentence after a pause, unless another one comes before."""
        self._sentence = sentence
        self._timer.start()

    def _tell(self) -> None:
        announce(self._source, self._sentence)


class LiveLabel(QLabel):
    """A plain-text label whose changes are announced while it is seen."""

    def __init__(self, words: str = "", look: str = "") -> None:
        """`look` is a property that the style sheet selects by."""
        super().__init__(words)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("look", look)
        self._announcer: Announcer | None = None

    def setText(self, words: str) -> None:
        """Show a text, and announce it where it is another one."""
        if words == self.text():
            return
        super().setText(words)
        if self.isVisible():
            if self._announcer is None:
                self._announcer = Announcer(self)
            self._announcer.say(words)
