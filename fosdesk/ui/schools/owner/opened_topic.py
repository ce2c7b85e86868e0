"""What the window of an owner shows now: the schools that were read, the municipality chosen, what the owner wrote."""

from collections.abc import Sequence
from typing import NamedTuple

from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.owner.opened_schools import OpenedFolder, OpenedSchool, Unread, alike, municipalities
from fosdesk.domain.rules.owner.owner_text import municipalities_written
from fosdesk.domain.rules.sharing.school_choices import Difference
from fosdesk.errors import FosdeskError
from fosdesk.exchange.owner.owner_file import OwnerFile
from fosdesk.reports.owner.owner_documents import OwnerTopic


class ReadFolder(NamedTuple):
    """What was read in the background: schools, and what each chose; the owner is the first at each choice.

    `trouble` is why what the owner wrote could not be read whole.
    """

    folder: OpenedFolder
    choices: tuple[Difference, ...]
    trouble: FosdeskError | None = None


class OpenedTopic:
    """One for each window; `municipality` is empty for all of them."""

    def __init__(self, framework: Framework, own: OwnerFile) -> None:
        self.framework, self.own = framework, own
        self._read = ReadFolder(OpenedFolder(), ())
        self.municipality = ""

    def take(self, read: ReadFolder) -> None:
        """Show what was read; a municipality that is gone is not chosen any more."""
        self._read = read
        if alike(self.municipality) not in map(alike, self.municipalities()):
            self.municipality = ""

    @property
    def schools(self) -> tuple[OpenedSchool, ...]:
        """The schools of the municipality that is chosen."""
        return self.documents(self.municipality).limited()

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The files that are not shown."""
        return self._read.folder.unread

    @property
    def has_schools(self) -> bool:
        """Whether any school was read, whatever is chosen."""
        return bool(self._read.folder.schools)

    def choices(self) -> Sequence[Difference]:
        """Where any of the schools shown, or the owner, said something: what each of them said, the owner first."""
        wanted = {one.school.id for one in self.schools}
        kept = [0, *(n for n, one in enumerate(self._read.folder.schools, start=1) if one.school.id in wanted)]
        found = []
        for one in self._read.choices:
            said = tuple(one.said[n] for n in kept)
            if any(said):
                found.append(one._replace(said=said))
        return found

    def municipalities(self) -> tuple[str, ...]:
        """The municipalities of all schools that were read."""
        return municipalities(self._read.folder.schools)

    def municipalities_to_write_of(self) -> tuple[str, ...]:
        """Those, and what was written of before."""
        known = self.municipalities()
        seen = set(map(alike, known))
        return (*known, *(one for one in municipalities_written(self.own.school) if alike(one) not in seen))

    def documents(self, municipality: str) -> OwnerTopic:
        """What documents about a municipality, or all, are made of."""
        return OwnerTopic(self.own.school, self._read.folder.schools, municipality)
