"""What documents about many schools are written from: the schools of their scope, and what the owner wrote."""

from collections.abc import Sequence

from fosdesk.display.sharing.owner_words import owner_name, place_words
from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.owner.opened_schools import OpenedSchool
from fosdesk.domain.rules.owner.owner_text import TextPlace, value_at
from fosdesk.domain.school import School
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.writer import Writer
from fosdesk.words import Words


class OwnerReader:
    """The schools are those of one municipality, or of all where `municipality` is empty."""

    def __init__(
        self, owner: School, schools: Sequence[OpenedSchool], municipality: str, framework: Framework, words: Words
    ) -> None:
        self.owner, self.schools, self.municipality = owner, schools, municipality
        self.framework, self.words = framework, words

    @property
    def owner_name(self) -> str:
        """What the owner is called."""
        return owner_name(self.words, self.owner)

    @property
    def scope(self) -> str:
        """Which schools the document is about."""
        if self.municipality:
            return self.words("Within {municipality}", municipality=self.municipality)
        return self.words("Across all municipalities")

    def write_text(self, writer: Writer, place: TextPlace, level: int) -> bool:
        """Write one text of the owner's under its heading; False where nothing is written."""
        texts = paragraphs(value_at(self.owner, place))
        if texts:
            writer.heading(level, place_words(self.words, place))
        for one in texts:
            writer.paragraph(one)
        return bool(texts)
