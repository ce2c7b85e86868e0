"""The page Work group: people, seats, mandate, existing groups and partners."""

from typing import ClassVar

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import CriticalVoice, ExistingGroup, Partner, Seat, SeatHolder
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.rules.lists.partner_suggestions import partner_suggestions
from fosdesk.ui.frame.advice_line import AdviceLine
from fosdesk.ui.frame.tabbed_page import PartPlace
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.work_group.group_parts import GroupsPart, MandatePart, PartnersPart, PeoplePart, SeatsPart
from fosdesk.ui.work_group.suggested_partners import known_themes


class WorkGroupPage(NounPage):
    """Five parts whose lists open in place, and the group's further tools."""

    key: ClassVar[str] = "work_group"

    def build(self) -> None:
        """Create the advice line and the parts."""
        words, desk = self.words, self.desk
        self.advice = AdviceLine(desk, ("W6", "W14", "W15"))
        self.body.addWidget(self.advice)
        self.build_tools(
            (
                PartPlace("people", words("Members and candidates"), lambda: PeoplePart(desk)),
                PartPlace("seats", words("Seats"), lambda: SeatsPart(desk)),
                PartPlace("mandate", words("Mandate"), lambda: MandatePart(desk)),
                self.tool(noun_of(ExistingGroup), lambda: GroupsPart(desk), words("Groups we have")),
                self.tool(noun_of(Partner), lambda: PartnersPart(desk), words("From outside")),
            )
        )

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Refresh the advice and the visible part."""
        self.advice.refresh()
        super().refresh(changed)

    def is_used(self, tool: PartPlace) -> bool:
        """Whether a tool has its tab; partners have theirs also once a chosen theme may ask for some."""
        asks = tool.key == "partners" and bool(partner_suggestions(self.desk.school, known_themes()))
        return asks or super().is_used(tool)

    def part_for(self, record_id: str) -> str:
        """The part where a record lives."""
        record = self.desk.school.find(record_id)
        if isinstance(record, Seat | SeatHolder | CriticalVoice) or record_id.startswith("seat:"):
            return "seats"
        if record_id == WORK_GROUP_ID:
            return "mandate"
        return super().part_for(record_id) or "people"
