"""The page Gatekeeping: the log of entries, and the tools around it."""

from collections.abc import Sequence
from typing import ClassVar

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import GateEntry
from fosdesk.ui.frame.tabbed_page import PartPlace
from fosdesk.ui.gate.log_part import LogPart
from fosdesk.ui.lists.noun_page import NounPage


class GatePartsPage(NounPage):
    """The log with its picture comes first; what belongs to an entry opens in it."""

    key: ClassVar[str] = "gatekeeping"

    def own_parts(self) -> Sequence[PartPlace]:
        """The log."""
        return (self.tool(noun_of(GateEntry), lambda: LogPart(self.desk), self.words("Gatekeeping log")),)
