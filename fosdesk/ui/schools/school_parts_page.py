"""The page Schools and networks: school files, and the tools for work with other schools, owner and research."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from fosdesk.ui.frame.tabbed_page import PartPlace
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.lists.page_part import PagePart
from fosdesk.ui.schools.schools_page import SchoolsPage

_FILES = "files"


class SchoolPartsPage(NounPage):
    """School files come first; what belongs nowhere since a merge is shown there, too.

    Of a colleague's school the files are left out, for reading and writing them is done at one's own.
    """

    key: ClassVar[str] = "schools"

    def own_parts(self) -> Sequence[PartPlace]:
        """The files."""
        if self.desk.read_only:
            return ()
        return (self.page_part(_FILES, self.words("School files"), SchoolsPage),)

    def read_file(self, path: Path) -> None:
        """Read a school file and preview it, unless unsaved text keeps another part in front."""
        self.turn_to_part(_FILES)
        part = self.part(self.part_shown)
        if self.part_shown == _FILES and isinstance(part, PagePart) and isinstance(part.page, SchoolsPage):
            part.page.read_file(path)

    def part_for(self, record_id: str) -> str:
        """The files, unless another part keeps the record."""
        return super().part_for(record_id) or _FILES
