"""The page Time: time set aside, what makes room for it, and effort against gain."""

from typing import ClassVar

from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.ui.frame.advice_line import AdviceLine
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import PartPlace, TabbedPage
from fosdesk.ui.time.time_parts import AgreementsPart, BalancePart, SlotsPart


class TimePage(TabbedPage):
    """Three parts; the figures follow what is written in any of them."""

    key: ClassVar[str] = "time"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        lead = words("Time that is set aside for the work, and what gives way so that it does not come on top.")
        super().__init__(desk, words("Time"), lead)

    def build(self) -> None:
        """Create the advice line and the parts."""
        words, desk = self.words, self.desk
        self.advice = AdviceLine(desk, ("W2",))
        self.body.addWidget(self.advice)
        self.build_parts(
            (
                PartPlace("slots", words("Protected time"), lambda: SlotsPart(desk)),
                PartPlace("balance", words("Effort and gain"), lambda: BalancePart(desk)),
                PartPlace("agreements", words("Agreements"), lambda: AgreementsPart(desk)),
            )
        )

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Refresh the advice and the visible part."""
        self.advice.refresh()
        super().refresh(changed)

    def show_record(self, record_id: str) -> None:
        """Open a record in the part where it lives."""
        if record_id.startswith("balance:"):
            self.open_in("balance", record_id)
        elif record_id == TIME_PLAN_ID:
            self.open_in("agreements", record_id)
        else:
            self.open_in("slots", record_id)
