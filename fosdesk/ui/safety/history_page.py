"""The page History: recent changes, the bin, and merged files."""

from typing import ClassVar

from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part, PartPlace, TabbedPage
from fosdesk.ui.safety.arrivals_part import ArrivalsPart
from fosdesk.ui.safety.bin_part import BinPart
from fosdesk.ui.safety.changes_part import ChangesPart


class HistoryPage(TabbedPage):
    """Shows what was written, without counting by person."""

    key: ClassVar[str] = "history"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        lead = words("What was written and when. Nothing is lost: everything here can be brought back.")
        super().__init__(desk, words("History"), lead)

    def build(self) -> None:
        """Create the three parts; what came with a file opens in the first."""
        words, desk = self.words, self.desk
        places = [
            PartPlace("changes", words("Changed since last"), lambda: ChangesPart(desk)),
            PartPlace("bin", words("Bin"), lambda: BinPart(desk)),
        ]
        if not desk.read_only:
            places.append(
                PartPlace(
                    "arrivals",
                    words("Files that were read in"),
                    lambda: ArrivalsPart(desk, lambda arrival: self.show_record(f"arrival:{arrival}")),
                )
            )
        self.build_parts(places)

    def turn_to(self, record_id: str) -> None:
        """Turn to the changes, where what a file brought is shown."""
        self.tabs.show_tab("changes")

    def show_record(self, record_id: str) -> None:
        """Show what a file brought."""
        self.open_in("changes", record_id)

    def _touches(self, part: Part, changed: frozenset[str]) -> bool:
        return bool(changed)
