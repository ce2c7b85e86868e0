"""The page Time and initiatives: time set aside, what makes room for it, what else runs, effort against gain."""

from typing import ClassVar

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Initiative, StopItem, TimePlan
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.ui.frame.advice_line import AdviceLine
from fosdesk.ui.frame.tabbed_page import PartPlace
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.lists.record_part import RecordPart
from fosdesk.ui.time.initiatives_part import InitiativesPart
from fosdesk.ui.time.time_parts import BalancePart, SlotsPart


class TimePage(NounPage):
    """The figures follow what is written in any part about time."""

    key: ClassVar[str] = "time"

    def build(self) -> None:
        """Create the advice line and the parts."""
        words, desk = self.words, self.desk
        self.advice = AdviceLine(desk, ("W2", "W16"))
        self.body.addWidget(self.advice)
        self.build_tools(
            (
                PartPlace("slots", words("Protected time"), lambda: SlotsPart(desk)),
                PartPlace("stops", words("What we stop doing"), lambda: NounPart(desk, StopItem)),
                self.tool(noun_of(Initiative), lambda: InitiativesPart(desk)),
                PartPlace("balance", words("Effort and gain"), lambda: BalancePart(desk)),
                PartPlace("agreements", words("Agreements"), self._agreements),
            )
        )

    def _agreements(self) -> RecordPart:
        about = self.words("Time for the next school year is mostly settled in spring, so talk about it in good time.")
        return RecordPart(self.desk, TimePlan, TIME_PLAN_ID, about)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Refresh the advice and the visible part."""
        self.advice.refresh()
        super().refresh(changed)

    def part_for(self, record_id: str) -> str:
        """The part where a record lives."""
        if record_id.startswith("balance:"):
            return "balance"
        if record_id == TIME_PLAN_ID:
            return "agreements"
        return super().part_for(record_id) or "slots"
