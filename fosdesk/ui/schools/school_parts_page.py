"""The page Schools and networks: school files, networks and sharing, the owner, and research."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Cohort, ExperienceCard, Network, OwnerRequest, PhaseExperience, Study
from fosdesk.domain.records.networks import PACK_ID
from fosdesk.ui.frame.tabbed_page import PartPlace, joined_place
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.lists.page_part import PagePart
from fosdesk.ui.schools.pack_part import PackPart
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.schools.sharing_parts import CohortsPart, ExperiencesPart, NetworksPart, StudiesPart
from fosdesk.ui.schools.side_by_side_part import SideBySidePart

_FILES = "files"
_PACK = "pack"


class SchoolPartsPage(NounPage):
    """School files come first; what belongs nowhere since a merge is shown there, too.

    Of a colleague's school the files are left out, for reading and writing them is done at one's own.
    """

    key: ClassVar[str] = "schools"

    def own_parts(self) -> Sequence[PartPlace]:
        """The files with the schools side by side, what is shared with others, and research."""
        words, desk = self.words, self.desk
        files = self.page_part(_FILES, words("School files"), SchoolsPage)
        compared = PartPlace("side_by_side", words("Side by side"), lambda: SideBySidePart(desk))
        sharing = joined_place(
            desk,
            words("Networks and sharing"),
            (
                self.tool(noun_of(Network), lambda: NetworksPart(desk)),
                self.tool(noun_of(ExperienceCard), lambda: ExperiencesPart(desk), words("Experiences")),
                PartPlace(_PACK, words("Experience pack"), lambda: PackPart(desk)),
                self.tool(noun_of(Cohort), lambda: CohortsPart(desk)),
            ),
        )
        research = joined_place(
            desk,
            words("Research"),
            (
                self.tool(noun_of(Study), lambda: StudiesPart(desk), words("Studies")),
                self.tool(noun_of(PhaseExperience)),
            ),
        )
        owner = self.tool(noun_of(OwnerRequest), name=words("The school owner"))
        return (sharing, research, owner) if desk.read_only else (files, compared, sharing, research, owner)

    def read_file(self, path: Path) -> None:
        """Read a school file and preview it, unless unsaved text keeps another part in front."""
        self.turn_to_part(_FILES)
        part = self.part(self.part_shown)
        if self.part_shown == _FILES and isinstance(part, PagePart) and isinstance(part.page, SchoolsPage):
            part.page.read_file(path)

    def part_for(self, record_id: str) -> str:
        """The files, unless another part keeps the record."""
        return super().part_for(record_id) or (_PACK if record_id == PACK_ID else _FILES)
