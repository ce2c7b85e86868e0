"""The owner's own description of its choices, and beside it what each school chose."""

from fosdesk.display.sharing.choice_words import difference_words, said_words
from fosdesk.display.sharing.owner_words import school_name
from fosdesk.domain.records import CoreComponent, SchoolProfile, StopItem, Theme
from fosdesk.domain.rules.owner.owner_text import CHOICES, OWN_HEADINGS, municipalities_written, within
from fosdesk.domain.rules.owner.told_choices import told_choices
from fosdesk.domain.rules.sharing.school_choices import Difference
from fosdesk.reports.document_text import write_title
from fosdesk.reports.inline_text import Text
from fosdesk.reports.owner.owner_reader import OwnerReader
from fosdesk.reports.writer import Writer

# What is told on paper; the window shows all choices.
_TOLD = {
    (SchoolProfile, "direction", ""),
    (SchoolProfile, "left_out", ""),
    (SchoolProfile, "inclusion", ""),
    (SchoolProfile, "how_we_think", ""),
    (Theme, "standing", "chosen"),
    (CoreComponent, "name", ""),
    (StopItem, "what", ""),
}


def write(writer: Writer, reader: OwnerReader) -> None:
    """The owner's texts, of one municipality its own in place of all, then choices of the schools side by side."""
    words = reader.words
    writer.heading(1, words("What the owner writes"))
    municipalities = [reader.municipality] if reader.municipality else municipalities_written(reader.owner)
    across = () if reader.municipality else (within(""),)
    places = (*CHOICES, *OWN_HEADINGS, *across, *map(within, municipalities))
    if not any([reader.write_text(writer, place, 2) for place in places]):
        writer.paragraph(words("Nothing is written yet."))
    told = [
        one
        for one in told_choices(reader.framework, reader.owner, reader.schools)
        if (one.kind, one.field, one.answer) in _TOLD and any(one.said[1:])
    ]
    if told:
        writer.heading(1, words("What the schools chose, side by side"))
    for one in told:
        write_title(writer, 2, difference_words(words, reader.framework, one))
        writer.table([words("School"), words("In their own words")], _rows(reader, one), (0.3, 0.7))


def _rows(reader: OwnerReader, one: Difference) -> list[list[Text]]:
    """A row for each school that said something; first the owner, if it did."""
    names = [reader.owner_name, *(school_name(reader.words, school) for school in reader.schools)]
    return [
        [name, "\n".join(said_words(reader.words, said) for said in some)]
        for name, some in zip(names, one.said, strict=True)
        if some
    ]
