"""Surveys of the school's own: rounds of questions, what was answered as piles that add up, and comments."""

from typing import Annotated

from fosdesk.domain.fields import (
    Choice,
    Date,
    Long,
    Number,
    Option,
    Order,
    Privacy,
    Record,
    Reference,
    Short,
    Use,
    noun,
)
from fosdesk.domain.records.phases_and_answers import PHASE_OPTIONS

ABOUT_OPTIONS = (
    Option("motivation", "Motivation"),
    Option("ownership", "Ownership"),
    Option("focus", "Focus on the direction"),
    Option("establishment", "Whether the group is well established"),
    Option("translation", "Competence as translators"),
    Option("own", "Something of our own"),
)


@noun(
    "survey",
    one="Survey",
    many="Surveys",
    page="involvement",
    use=Use(
        part="surveys",
        purpose="A few plain questions to a group, on paper or on the web, and what came of them over time.",
        new="New survey",
        items=("F1-09", "F1-17", "F3-17", "F4-07"),
        columns=("day", "about", "asked"),
        order=("-day",),
        filters=("about", "phase"),
        suggests=("asked",),
    ),
)
class Survey(Record, frozen=True):
    """One round of questions to one group."""

    name: Annotated[str, Short("Name of the survey", hint="Such as: Motivation this autumn", privacy=Privacy.OPEN)] = ""
    about: Annotated[str, Choice("What it is about", ABOUT_OPTIONS, privacy=Privacy.OPEN)] = ""
    day: Annotated[str, Date("Date", surfaces="happens", privacy=Privacy.OPEN)] = ""
    asked: Annotated[str, Short("Who was asked", hint="A group rather than a name", privacy=Privacy.OPEN)] = ""
    invited: Annotated[int | None, Number("How many were asked", privacy=Privacy.OPEN)] = None
    phase: Annotated[str, Choice("Phase", PHASE_OPTIONS, privacy=Privacy.OPEN)] = ""
    note: Annotated[str, Long("Note", privacy=Privacy.OPEN)] = ""


@noun("survey_question", one="Question of a survey", many="Questions of the survey", title="text", page="involvement")
class SurveyQuestion(Record, frozen=True):
    """One question of a survey; without `levels` those of the question above it hold, see `levels_of`."""

    survey: Annotated[str, Reference("Survey", "survey", parent=True, hidden=True, privacy=Privacy.OPEN)] = ""
    text: Annotated[str, Short("Question", privacy=Privacy.OPEN)] = ""
    levels: Annotated[
        str,
        Long(
            "What one can answer",
            hint="One answer on each line. If nothing stands here, the answers of the question above hold.",
            privacy=Privacy.OPEN,
        ),
    ] = ""
    pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""


@noun("survey_pile", one="Counted answers", many="Counted answers", title="question", page="involvement")
class SurveyPile(Record, frozen=True):
    """How many gave one answer to one question in one `batch`: a sitting of counting, or a file that was read.

    All of it is private and hidden: which answers there are, and how many, is told by `survey_counts` alone, which
    tells no distribution of a few. Piles of several laptops add up. A list, such as the history, names the question.
    """

    question: Annotated[
        str, Reference("Question", "survey_question", parent=True, hidden=True, privacy=Privacy.PRIVATE)
    ] = ""
    level: Annotated[str, Short("Answer", hidden=True, privacy=Privacy.PRIVATE)] = ""  # in the words of that time
    count: Annotated[int | None, Number("How many", hidden=True, privacy=Privacy.PRIVATE)] = None
    batch: Annotated[str, Short("Batch", hidden=True, privacy=Privacy.PRIVATE)] = ""
    day: Annotated[str, Date("Counted on", hidden=True, privacy=Privacy.PRIVATE)] = ""


@noun(
    "survey_comment",
    one="Comment in a survey",
    many="Comments in the survey",
    page="involvement",
    title="text",
    use=Use(shuffled=True),
)
class SurveyComment(Record, frozen=True):
    """What somebody wrote in their own words; shown in an order that tells nothing of when it came."""

    survey: Annotated[str, Reference("Survey", "survey", parent=True, hidden=True, privacy=Privacy.PRIVATE)] = ""
    text: Annotated[str, Long("Comment", hint="Leave out names", privacy=Privacy.PRIVATE)] = ""
