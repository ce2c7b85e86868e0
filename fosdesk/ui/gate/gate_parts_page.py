"""The page Gatekeeping: the log of entries, and the tools around it."""

from collections.abc import Sequence
from typing import ClassVar

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import GateEntry, TranslationNote
from fosdesk.ui.frame.places import is_translation, part_of
from fosdesk.ui.frame.tabbed_page import PartPlace
from fosdesk.ui.gate.log_part import LogPart
from fosdesk.ui.gate.translation.translations_part import TranslationsPart
from fosdesk.ui.lists.noun_page import NounPage


class GatePartsPage(NounPage):
    """The log with its picture comes first; what belongs to an entry opens in it."""

    key: ClassVar[str] = "gatekeeping"

    def own_parts(self) -> Sequence[PartPlace]:
        """The log and the translations."""
        return (
            self.tool(noun_of(GateEntry), lambda: LogPart(self.desk), self.words("Gatekeeping log")),
            self.tool(noun_of(TranslationNote), lambda: TranslationsPart(self.desk)),
        )

    def part_for(self, record_id: str) -> str:
        """The translations also for one that nobody has written in yet, else where the record is kept."""
        return part_of(noun_of(TranslationNote)) if is_translation(record_id) else super().part_for(record_id)
