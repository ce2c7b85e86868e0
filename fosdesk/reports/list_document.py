"""A list as a document: its table on paper, as PDF or as a Word file."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from fosdesk.pace import NO_HURRY, Pace
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import WORD
from fosdesk.reports.document_text import lowercase_first
from fosdesk.reports.inline_text import Text
from fosdesk.reports.list_table import ListTable
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.reports.sections.document_opening import audience_label, example_mark
from fosdesk.reports.writer import A4, DocumentProperties, FileWriter, Phrases
from fosdesk.words import Words

_UPRIGHT = 4  # columns that fit on a page that is not turned
_SAMPLE = 200  # rows that widths are found from
_LEAST, _MOST = 8, 48  # letters that a column is taken to have at least and at most


class ListHeading(NamedTuple):
    """What stands above the table."""

    school: str
    title: str
    audience: Audience
    day: date
    is_example: bool = False


@own_faults_apart
def list_bytes(ending: str, heading: ListHeading, table: ListTable, words: Words, pace: Pace = NO_HURRY) -> bytes:
    """The bytes of a Word file where `ending` is WORD, else of a PDF; Stopped by `pace`."""
    writer = _writer(ending, heading, table, words)
    day = words.date(heading.day.isoformat())
    whose = words("For {audience}", audience=lowercase_first(audience_label(words, heading.audience)))
    writer.masthead(heading.school, heading.title, facts=[day, whose])
    rows: list[Sequence[Text]] = [list(one) for one in table.texts]
    if rows:
        writer.table(list(table.headings), rows, column_shares(table))
    else:
        writer.paragraph(words("Nothing stands in the list."))
    pace()
    return writer.to_bytes(pace)


def column_shares(table: ListTable) -> list[float]:
    """The share of the width that each column has, by what stands in its first rows and above them."""
    texts = [list(table.headings), *table.texts[:_SAMPLE]]
    lengths = [max(len(row[at]) if at < len(row) else 0 for row in texts) for at in range(len(table.headings))]
    weights = [min(max(one, _LEAST), _MOST) for one in lengths]
    return [one / sum(weights) for one in weights]


def _writer(ending: str, heading: ListHeading, table: ListTable, words: Words) -> FileWriter:
    properties = DocumentProperties(
        heading.title,
        language=words.pdf_language,
        day=heading.day,
        phrases=Phrases.from_words(words),
        author=heading.school,
        every_page=example_mark(words) if heading.is_example else "",
        size=A4 if len(table.headings) <= _UPRIGHT else A4[::-1],
    )
    if ending == WORD:
        from fosdesk.reports.word.word_document import WordDocument  # only here: a PDF needs nothing of Word's

        return WordDocument(properties)
    from fosdesk.reports.pdf.pdf_document import PdfDocument

    return PdfDocument(properties)
