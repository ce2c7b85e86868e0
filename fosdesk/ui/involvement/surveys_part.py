"""The part for surveys: the standard list, with a form that counts answers and shows what came of them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton

from fosdesk.domain.fields import child_nouns, noun_of
from fosdesk.domain.records import Survey, SurveyQuestion
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.involvement.survey_form import SurveyForm
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart


class SurveyList(NounList):
    """A new round opens as soon as it is made."""

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> SurveyForm:
        """The form of a survey."""
        made = SurveyForm(self.desk, record_id, acts=acts)
        made.round_made.connect(self.open_row)
        return made


class SurveysPart(NounPart):
    """What is asked, what is answered and what is said belong to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Survey)
        answers = (one.record for one in child_nouns(noun_of(SurveyQuestion)))
        self.nouns = (*self.nouns, *answers)  # type: ignore[misc]  # of this one part

    def make_list(self) -> NounList:
        """The list of surveys."""
        return SurveyList(self.desk, self.noun)
