"""What runs at the school beside the work and what was answered to it, and what the work costs in kroner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import Expense, Initiative
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.noun_section import has_visible_content

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_INITIATIVE = (
    *("name", "origin", "from_whom", "carried_by", "minutes", "started", "ended", "displaces", "component"),
    *("loses_time", "answer", "reason", "decided", "revisit"),
)  # the reply was written to somebody else
_TAKES = ("carried_by", "minutes", "loses_time", "displaces", "component")
INITIATIVE_FIELDS = (*(f"initiative.{name}" for name in _INITIATIVE), "core_component.name")
RUNNING_FIELDS = tuple(f"initiative.{name}" for name in ("name", "answer", "started", "ended"))
EXPENSE_FIELDS = tuple(f"expense.{name}" for name in ("what", "kroner", "semester"))


def initiatives(reader: DocumentReader) -> list[Initiative]:
    """All that are written down: those still running first, those that are over last."""
    found = [one for one in reader.school.of(Initiative) if any(getattr(one, name) for name in _INITIATIVE)]
    return sorted(found, key=lambda one: (bool(known_day(one.ended)), one.ended))


def write_initiatives(writer: Writer, reader: DocumentReader, some: Sequence[Initiative]) -> None:
    """A table of what runs, what it takes and from whom, and what was answered, with the whole reason."""
    words = reader.words
    columns = [words("Initiative"), words("What it takes"), words("Answer and reason")]
    writer.table(columns, [_initiative(reader, one) for one in some], (0.3, 0.32, 0.38), row_heads=False)


def _initiative(reader: DocumentReader, one: Initiative) -> list[Text]:
    words = reader.words
    whom = " ".join(one.from_whom.split())
    about = [
        lowercase_first(reader.value(one, "origin")),
        words("from {who}", who=lowercase_first(whom)) if whom else "",
    ]
    days = [
        f"{reader.label(one, name)} {words.short_date(value)}"
        for name in ("started", "ended")
        if known_day(value := getattr(one, name))
    ]
    origin = ", ".join(part for part in about if part)
    name = " ".join(one.name.split())
    told = "\n".join(part for part in (origin[:1].upper() + origin[1:], *days) if part)
    named: Text = (Bold(name), f"\n{told}" if told else "") if name else told
    takes = [f"{reader.label(one, field)}: {value}" for field in _TAKES if (value := reader.value(one, field))]
    answer = reader.value(one, "answer")
    reason = paragraphs(one.reason)
    first = ". ".join(part.rstrip(".") if part is answer else part for part in (answer, *reason[:1]) if part)
    dated = [
        f"{reader.label(one, field)}: {words.short_date(value)}"
        for field in ("decided", "revisit")
        if known_day(value := getattr(one, field))
    ]
    return [named, "\n".join(takes), "\n".join([*([first] if first else []), *reason[1:], *dated])]


def expenses(reader: DocumentReader) -> list[Expense]:
    """All expenses in the order of semesters; those without one come last."""
    found = [one for one in reader.school.of(Expense) if has_visible_content(one, NOUNS["expense"])]
    known = [(Semester.known(one.semester), one) for one in found]
    dated = sorted(((semester, one) for semester, one in known if semester is not None), key=lambda pair: pair[0])
    return [*(one for _, one in dated), *(one for semester, one in known if semester is None)]


def write_expenses(writer: Writer, reader: DocumentReader, some: Sequence[Expense]) -> None:
    """A table of expenses, and the sum of each semester that has several with an amount."""
    words = reader.words
    head = [reader.label(Expense, name) for name in ("semester", "what", "kroner")]
    rows = [[reader.value(one, name) for name in ("semester", "what", "kroner")] for one in some]
    writer.table(head, rows, (0.22, 0.53, 0.25))
    sums: list[str] = []
    for semester in dict.fromkeys(one.semester for one in some if Semester.known(one.semester)):
        amounts = [one.kroner for one in some if one.semester == semester and one.kroner is not None]
        if len(amounts) > 1:
            sums.append(words("{semester}: {sum}", semester=words.semester(semester), sum=words.kroner(sum(amounts))))
    if sums:
        writer.facts([(words("Together"), "\n".join(sums))])


def running_initiatives(reader: DocumentReader) -> list[Initiative]:
    """What runs on the day of the document, and was neither said no to nor put off."""
    return [
        one
        for one in initiatives(reader)
        if one.name.strip()
        and one.answer not in ("no", "wait")
        and not (known_day(one.ended) and one.ended <= reader.day)
        and not (known_day(one.started) and one.started > reader.day)
    ]
