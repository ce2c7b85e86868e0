"""Each municipality with its schools in alphabetical order: phase, when they began, and their direction."""

from fosdesk.display.sharing.owner_words import beginnings, municipality_words, phases_words, school_name
from fosdesk.domain.rules.owner.opened_schools import by_municipality
from fosdesk.domain.rules.owner.owner_text import within
from fosdesk.reports.inline_text import Text
from fosdesk.reports.owner.owner_reader import OwnerReader
from fosdesk.reports.writer import Writer


def write(writer: Writer, reader: OwnerReader) -> None:
    """A chapter for each municipality, with what the owner writes of it."""
    words = reader.words
    begins = beginnings(words, reader.schools)
    if not reader.schools:
        writer.paragraph(words("No school file was read."))
    for group in by_municipality(reader.schools):
        writer.heading(1, municipality_words(words, group))
        if group.key:
            reader.write_text(writer, within(group.names[0]), 2)
        rows: list[list[Text]] = [
            [
                school_name(words, one),
                phases_words(reader.framework, one) or words("No phase is in progress"),
                begins[one.school.id],
                " ".join(one.school.profile.direction.split()),
            ]
            for one in group.schools
        ]
        head = [words("School"), words("Phase"), words("Begins in"), words("Our direction")]
        writer.table(head, rows, (0.24, 0.24, 0.2, 0.32))
