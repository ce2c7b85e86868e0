"""The page Gatekeeping: the log of entries, and the tools around it."""

from collections.abc import Sequence
from typing import ClassVar

from fosdesk.domain.fields import Noun
from fosdesk.domain.records import GateEntry
from fosdesk.ui.frame.tabbed_page import PartPlace
from fosdesk.ui.gate.gate_page import GatekeepingPage
from fosdesk.ui.lists.noun_page import NounPage

_LOG = "log"


class GatePartsPage(NounPage):
    """The log with its picture comes first; what belongs to an entry opens in it."""

    key: ClassVar[str] = "gatekeeping"

    def own_parts(self) -> Sequence[PartPlace]:
        """The log."""
        return (self.page_part(_LOG, self.words("Gatekeeping log"), GatekeepingPage),)

    def part_for(self, record_id: str) -> str:
        """The log, unless another part keeps the record."""
        return super().part_for(record_id) or _LOG

    def begin_record(self, noun: Noun) -> bool:
        """Begin an entry, or a record of another tool."""
        if noun.record is not GateEntry:
            return super().begin_record(noun)
        self.turn_to_part(_LOG)
        return self.part_shown == _LOG and self.part(_LOG).begin_record(noun)
