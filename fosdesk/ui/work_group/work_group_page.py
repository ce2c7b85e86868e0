"""The page Work group: people, seats, mandate, existing groups and partners."""

from typing import ClassVar

from fosdesk.domain.records import CriticalVoice, ExistingGroup, Partner, Seat, SeatHolder
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.ui.frame.advice_line import AdviceLine
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import PartPlace, TabbedPage
from fosdesk.ui.work_group.group_parts import GroupsPart, MandatePart, PartnersPart, PeoplePart, SeatsPart


class WorkGroupPage(TabbedPage):
    """Five parts whose lists open in place."""

    key: ClassVar[str] = "work_group"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        lead = words("Those who drive the work together with the principal: who, why, and with what mandate.")
        super().__init__(desk, words("Work group"), lead)

    def build(self) -> None:
        """Create the advice line and the parts."""
        words, desk = self.words, self.desk
        self.advice = AdviceLine(desk, ("W6", "W14", "W15"))
        self.body.addWidget(self.advice)
        self.build_parts(
            (
                PartPlace("people", words("Members and candidates"), lambda: PeoplePart(desk)),
                PartPlace("seats", words("Seats"), lambda: SeatsPart(desk)),
                PartPlace("mandate", words("Mandate"), lambda: MandatePart(desk)),
                PartPlace("groups", words("Groups we have"), lambda: GroupsPart(desk)),
                PartPlace("partners", words("From outside"), lambda: PartnersPart(desk)),
            )
        )

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Refresh the advice and the visible part."""
        self.advice.refresh()
        super().refresh(changed)

    def show_record(self, record_id: str) -> None:
        """Open a record in the part where it lives."""
        record = self.desk.school.find(record_id)
        if isinstance(record, Seat | SeatHolder | CriticalVoice) or record_id.startswith("seat:"):
            self.open_in("seats", record_id)
        elif record_id == WORK_GROUP_ID:
            self.open_in("mandate", record_id)
        elif isinstance(record, ExistingGroup):
            self.open_in("groups", record_id)
        elif isinstance(record, Partner):
            self.open_in("partners", record_id)
        else:
            self.open_in("people", record_id)
