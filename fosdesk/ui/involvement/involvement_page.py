"""The page Involvement: the tools of its nouns, and surveys, which are more than a list."""

from collections.abc import Sequence
from typing import ClassVar

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Survey
from fosdesk.ui.frame.tabbed_page import PartPlace
from fosdesk.ui.involvement.surveys_part import SurveysPart
from fosdesk.ui.lists.noun_page import NounPage


class InvolvementPage(NounPage):
    """Surveys have a form of their own."""

    key: ClassVar[str] = "involvement"

    def own_parts(self) -> Sequence[PartPlace]:
        """The surveys."""
        return (self.tool(noun_of(Survey), lambda: SurveysPart(self.desk)),)
