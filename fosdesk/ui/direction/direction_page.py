"""The page Direction: direction and understanding, and the tools that say what they mean at the school."""

from collections.abc import Sequence
from typing import ClassVar

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import CoreComponent
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.ui.direction.choices_part import ChoicesPart
from fosdesk.ui.direction.components_part import ComponentsPart
from fosdesk.ui.direction.understanding_part import UnderstandingPart
from fosdesk.ui.frame.tabbed_page import PartPlace
from fosdesk.ui.lists.noun_page import NounPage

_UNDERSTANDING = "understanding"
_CHOICES = "decisions"


class DirectionPage(NounPage):
    """Decisions are kept on the page Meetings and shown here, too, as the choices that they are."""

    key: ClassVar[str] = "direction"

    def own_parts(self) -> Sequence[PartPlace]:
        """The texts, the core components, and the choices."""
        words, desk = self.words, self.desk
        return (
            PartPlace(_UNDERSTANDING, words("Direction and understanding"), lambda: UnderstandingPart(desk)),
            self.tool(noun_of(CoreComponent), lambda: ComponentsPart(desk)),
            PartPlace(_CHOICES, words("Choices"), lambda: ChoicesPart(desk)),
        )

    def part_for(self, record_id: str) -> str:
        """The texts for the school itself, else the tool."""
        return _UNDERSTANDING if record_id == PROFILE_ID else super().part_for(record_id)
