"""The page Storage and privacy: what was written, the bin, backups, and what is kept about people."""

from collections.abc import Sequence
from typing import ClassVar

from fosdesk.ui.frame.tabbed_page import PartPlace
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.safety.arrivals_part import ArrivalsPart
from fosdesk.ui.safety.backups_page import BackupsPage
from fosdesk.ui.safety.bin_part import BinPart
from fosdesk.ui.safety.changes_part import ChangesPart
from fosdesk.ui.safety.privacy_page import PrivacyPage


class StoragePage(NounPage):
    """Shows what was written, without counting by person; of a colleague's school, nothing but that."""

    key: ClassVar[str] = "storage"

    def own_parts(self) -> Sequence[PartPlace]:
        """All parts; what came with a file opens in the first."""
        words, desk = self.words, self.desk
        shown = (
            PartPlace("changes", words("History"), lambda: ChangesPart(desk)),
            PartPlace("bin", words("Bin"), lambda: BinPart(desk)),
        )
        if desk.read_only:
            return shown
        return (
            *shown,
            self.page_part("backups", words("Backups"), BackupsPage),
            self.page_part("privacy", words("Privacy"), PrivacyPage),
            PartPlace(
                "arrivals",
                words("Files that were read in"),
                lambda: ArrivalsPart(desk, lambda arrival: self.show_record(f"arrival:{arrival}")),
            ),
        )

    def part_for(self, record_id: str) -> str:
        """The history for what a file brought, else the part about people."""
        return "changes" if record_id.startswith("arrival:") else "privacy"
