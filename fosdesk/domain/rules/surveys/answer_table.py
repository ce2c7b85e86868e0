"""A table of answers and a survey: which column answers which question, and how many gave each answer."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fosdesk.domain.records import SurveyComment, SurveyQuestion
from fosdesk.domain.values.derived_ids import derived_id
from fosdesk.domain.values.text_folding import folded

COMMENTS, NEW = "comments", "new"  # what a column may be besides the answers to a question; empty: not taken in
MOST_LEVELS = 12  # different answers of a column that may be a question
_LEAST_SHARE = 0.8  # of the cells of a column that answer a question
_NUMBERING = re.compile(r"^\s*(?:\d{1,3}\s*[.):]|q\d{1,3}\b[.:]?)\s*", re.IGNORECASE)
_UNNAMED = re.compile(r"(?:kolonne|column|spalte|felt|field)?\s*\d*")
_COMMENT = re.compile(r"kommentar|merknad|fritekst|utdyp|comment|remark|anything else|noe mer|noko meir")
# Of who answered and when, nothing is taken in by itself.
_OF_SOMEBODY = re.compile(
    r"\b(?:id|navn|namn|name|e-?post\w*|e-?mail\w*|tid\w*|start\w*|fullfør\w*|completion\w*|time|dato|date|ip|"
    r"sendt\w*|levert\w*|created|submi\w*|språk|language|total\w*|poeng|points|score)\b"
)
_LEVEL_NUMBER = re.compile(r"^\(?(\d{1,2})\s*(?:[.):=\u2013-]\s*(.*)|\s+(.*))?$")


class Reading(NamedTuple):
    """What columns of a table would become: how many gave each answer by (question, level), and the comments.

    `unread` is how many cells of each column are none of the answers to its question.
    """

    counts: Mapping[tuple[str, str], int]
    comments: Sequence[str]
    unread: Mapping[int, int]
    answers: Mapping[int, int]  # how many cells of each column are taken in


def matched(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    questions: Sequence[SurveyQuestion],
    levels: Mapping[str, Sequence[str]],
) -> list[str]:
    """What each column is at first: the id of a question, COMMENTS, NEW, or empty for one that is not taken in.

    A column is a question's by its heading, else by its answers, in the order of both. Where a survey has no questions
    yet, columns with few different answers become new ones.
    """
    found = [""] * len(headings)
    waiting = {one.id: one for one in questions}
    for place, heading in enumerate(headings):
        own = next((key for key, one in waiting.items() if _plain(heading) == _plain(one.text) != ""), "")
        if own:
            found[place] = own
            del waiting[own]
    for place, heading in enumerate(headings):
        if found[place]:
            continue
        cells = [row[place] for row in rows if row[place]]
        if _COMMENT.search(_plain(heading)):
            found[place] = COMMENTS
        elif cells and waiting and _UNNAMED.fullmatch(_plain(heading)):
            fits = (key for key in waiting if _share(cells, levels[key]) >= _LEAST_SHARE)
            found[place] = next(fits, "")
            waiting.pop(found[place], None)
        elif not questions and may_be_question(heading, cells):
            found[place] = NEW
    return found


def may_be_question(heading: str, cells: Sequence[str]) -> bool:
    """Whether a column looks like the answers to a question: named, nothing of anybody, and few different answers."""
    different = {*cells}
    if _OF_SOMEBODY.search(_plain(heading)) or _UNNAMED.fullmatch(_plain(heading)):
        return False
    return 1 < len(different) <= MOST_LEVELS and len(cells) >= 2 * len(different)


def new_question(survey: str, heading: str, cells: Sequence[str], pos: str) -> SurveyQuestion:
    """The question that a column becomes; the same on every laptop that reads the file.

    Its answers stand in the order of their numbers or of the alphabet: that of the rows would tell who was first.
    """
    text = _NUMBERING.sub("", " ".join(heading.split()))
    levels = sorted({" ".join(cell.rstrip("; ").split()) for cell in cells if cell}, key=_level_order)
    return SurveyQuestion(derived_id(survey, heading), survey, text, "\n".join(levels[:MOST_LEVELS]), pos)


def read(rows: Sequence[Sequence[str]], columns: Sequence[str], levels: Mapping[str, Sequence[str]]) -> Reading:
    """What becomes of the rows, with `columns` as `matched` gives them and the answers to each question."""
    counts, unread, answers = Counter[tuple[str, str]](), Counter[int](), Counter[int]()
    comments: list[str] = []
    for place, column in enumerate(columns):
        cells = [row[place] for row in rows if row[place]]
        if column == COMMENTS:
            comments += cells
            answers[place] = len(cells)
        elif column in levels:
            meant = _meanings(cells, levels[column])
            for cell in cells:
                level = meant.get(_plain(cell), "")
                if level:
                    counts[column, level] += 1
                    answers[place] += 1
                else:
                    unread[place] += 1
    return Reading(counts, comments, unread, answers)


def comments_read(survey: str, texts: Sequence[str]) -> list[SurveyComment]:
    """Comments with ids of their texts: read twice they are one, and their order tells nothing of the rows."""
    seen = Counter[str]()
    made = []
    for text in texts:
        seen[text] += 1
        made.append(SurveyComment(derived_id(survey, text, str(seen[text])), survey, text))
    return sorted(made, key=lambda one: one.id)


def _share(cells: Sequence[str], levels: Sequence[str]) -> float:
    meant = _meanings(cells, levels)
    return sum(_plain(cell) in meant for cell in cells) / len(cells)


def _meanings(cells: Sequence[str], levels: Sequence[str]) -> dict[str, str]:
    """The level that each different cell means; by its words, by a number with them, or by the number alone."""
    named = {_plain(level): level for level in levels}
    different = {_plain(cell) for cell in cells}
    found = {cell: named[cell] for cell in different if cell in named}
    numbered = {cell: one for cell in different - found.keys() if (one := _LEVEL_NUMBER.match(cell))}
    only_numbers = all(cell.isdecimal() for cell in different) and not any(key.isdecimal() for key in named)
    for cell, one in numbered.items():
        number, said = int(one[1]), (one[2] or one[3] or "").strip()
        if said in named:
            found[cell] = named[said]
        elif only_numbers and 1 <= number <= len(levels):
            found[cell] = levels[number - 1]
    return found


def _plain(text: str) -> str:
    """A heading or an answer without what programs add to it: numbers before it, semicolons and dots behind it."""
    plain = " ".join(folded(text).split()).rstrip("; ")
    if not _LEVEL_NUMBER.match(plain) or len(plain) > 3:
        plain = _NUMBERING.sub("", plain) or plain
    return plain.rstrip(".:?! ")


def _level_order(level: str) -> tuple[int, str]:
    number = re.match(r"\d+", level)
    return (int(number[0]) if number else 1000, folded(level))
