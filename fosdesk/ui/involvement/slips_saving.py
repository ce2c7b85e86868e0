"""Saves the slips of a survey as a sheet to print."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from fosdesk.display.figures.slip_figure import SlipQuestion
from fosdesk.domain.records import Survey
from fosdesk.domain.rules.surveys.questions import levels_of, questions_of
from fosdesk.errors import FosdeskError
from fosdesk.exchange.example.example_ids import offered_examples
from fosdesk.ui.frame.desk import Desk


def choose_slips(desk: Desk, survey_id: str, parent: QWidget) -> None:
    """Ask where to save the slips, and save them."""
    words = desk.words
    proposed = str(Path(desk.settings.start_folder) / f"{words('Slips')} {desk.day()}.pdf")
    chosen, _ = QFileDialog.getSaveFileName(parent, words("Slips to print"), proposed, "PDF (*.pdf)")
    if chosen:
        save_slips(desk, survey_id, Path(chosen))


def save_slips(desk: Desk, survey_id: str, path: Path) -> None:
    """Save a sheet of slips as PDF; what goes wrong is told at the foot of the window."""
    from fosdesk.reports.documents.survey_slips import write_survey_slips

    words, school = desk.words, desk.school
    if path.suffix.lower() != ".pdf":
        path = path.with_name(path.name + ".pdf")
    title = school.get(Survey, survey_id).name.strip() or words("Survey")
    asked = [(one.text.strip(), levels_of(school, one)) for one in questions_of(school, survey_id)]
    questions = [SlipQuestion(said, levels) for said, levels in asked if said and levels]
    whose, day = school.profile.name or words("A school without a name"), desk.today()
    is_example = school.id in offered_examples()

    def make(_: object) -> None:
        try:
            write_survey_slips(
                path, words, school=whose, title=title, questions=questions, day=day, is_example=is_example
            )
        except OSError as why:
            raise FosdeskError(
                "{file} could not be written; the folder may be missing, full or closed to you.", file=str(path)
            ) from why

    desk.long_work.begin(
        words("Saving the slips"), make, lambda _: desk.show_message(words("Saved: {file}", file=str(path)))
    )
