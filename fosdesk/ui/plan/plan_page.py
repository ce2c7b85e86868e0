"""The page Plan and year wheel: its tools, and the gaps in the whole plan."""

from collections.abc import Sequence
from typing import ClassVar

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Consolidation, DevelopmentArea, Evaluation
from fosdesk.domain.records.planning import CONSOLIDATION_ID
from fosdesk.ui.frame.tabbed_page import PartPlace
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.plan.areas_part import AreasPart
from fosdesk.ui.plan.evaluations_part import EvaluationsPart
from fosdesk.ui.plan.gaps_part import GapsPart
from fosdesk.ui.plan.model_part import ModelPart
from fosdesk.ui.plan.upkeep_part import UpkeepPart

_GAPS, _MODEL = "gaps", "model"


class PlanPage(NounPage):
    """The gaps always have their tab: they concern every tool."""

    key: ClassVar[str] = "plan"

    def own_parts(self) -> Sequence[PartPlace]:
        """The gaps, the model, and the tools with more to them than a list."""
        words, desk = self.words, self.desk
        return (
            self.tool(noun_of(Evaluation), lambda: EvaluationsPart(desk)),
            PartPlace(_GAPS, words("Gaps in the plan"), lambda: GapsPart(desk)),
            self.tool(noun_of(DevelopmentArea), lambda: AreasPart(desk)),
            self.tool(noun_of(Consolidation), lambda: UpkeepPart(desk)),
            PartPlace(_MODEL, words("The model"), lambda: ModelPart(desk)),
        )

    def part_for(self, record_id: str) -> str:
        """The gaps for a reply to one, what is kept up for its one record, else the tool."""
        if record_id == CONSOLIDATION_ID:
            return "upkeep"
        return _GAPS if record_id.startswith("gap:") else super().part_for(record_id)
