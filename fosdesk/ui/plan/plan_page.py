"""The page Plan and year wheel: its tools, and the gaps in the whole plan."""

from collections.abc import Sequence
from typing import ClassVar

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Consolidation, DevelopmentArea, Evaluation, Milestone, Routine
from fosdesk.domain.records.planning import CONSOLIDATION_ID
from fosdesk.ui.frame.tabbed_page import PartPlace, joined_place
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.plan.areas_part import AreasPart
from fosdesk.ui.plan.evaluations_part import EvaluationsPart
from fosdesk.ui.plan.gaps_part import GapsPart
from fosdesk.ui.plan.milestones_part import MilestonesPart
from fosdesk.ui.plan.model_part import ModelPart
from fosdesk.ui.plan.routines_part import RoutinesPart
from fosdesk.ui.plan.timeline_part import TimelinePart, TimelineTablePart
from fosdesk.ui.plan.upkeep_part import UpkeepPart
from fosdesk.ui.plan.wheel_part import WheelPart, WheelTablePart

_GAPS, _MODEL = "gaps", "model"


class PlanPage(NounPage):
    """The gaps always have their tab: they concern every tool."""

    key: ClassVar[str] = "plan"

    def own_parts(self) -> Sequence[PartPlace]:
        """What is more than the list of a noun: pictures, forms with more in them, the gaps, and the model."""
        words, desk = self.words, self.desk
        return (
            joined_place(
                self.desk,
                words("Time line"),
                (
                    PartPlace("timeline", words("As a line"), lambda: TimelinePart(self.desk)),
                    self.tool(noun_of(Milestone), lambda: MilestonesPart(self.desk)),
                    PartPlace("timeline_table", words("As a table"), lambda: TimelineTablePart(self.desk)),
                ),
            ),
            joined_place(
                self.desk,
                words("Year wheel"),
                (
                    PartPlace("wheel", words("Wheel"), lambda: WheelPart(self.desk)),
                    self.tool(noun_of(Routine), lambda: RoutinesPart(self.desk)),
                    PartPlace("wheel_table", words("Month by month"), lambda: WheelTablePart(self.desk)),
                ),
            ),
            self.tool(noun_of(Evaluation), lambda: EvaluationsPart(desk)),
            joined_place(
                desk,
                words("The plan as a whole"),
                (
                    PartPlace(_GAPS, words("Gaps in the plan"), lambda: GapsPart(desk)),
                    self.tool(noun_of(Consolidation), lambda: UpkeepPart(desk)),
                    PartPlace(_MODEL, words("The model"), lambda: ModelPart(desk)),
                ),
            ),
            self.tool(noun_of(DevelopmentArea), lambda: AreasPart(desk)),
        )

    def part_for(self, record_id: str) -> str:
        """The gaps for a reply to one, what is kept up for its one record, else the tool."""
        if record_id == CONSOLIDATION_ID:
            return "upkeep"
        return _GAPS if record_id.startswith("gap:") else super().part_for(record_id)
