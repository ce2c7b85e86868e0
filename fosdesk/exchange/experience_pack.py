"""An experience pack: a file for a school that begins, with chosen topics and nothing personal or private."""

from collections.abc import Collection

import msgspec

from fosdesk.domain.journal import Journal
from fosdesk.domain.rules.sharing.pack_contents import with_pack
from fosdesk.domain.school import School
from fosdesk.domain.values.pack_ids import pack_school_id
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.name_detector import NameDetector


def pack_journal(school: School, topics: Collection[str], *, names: NameDetector, now: int) -> Journal:
    """The journal of a pack with these topics (keys of `TOPICS`), under an id of its own.

    It is filtered for other schools, with nothing ticked: no person, no private field, no text that mentions one of the
    `names`. `now` is in milliseconds since 1970.
    """
    journal = reference_journal(
        school, names=names, name=school.profile.name, audience=Audience.NETWORK, now=now, limited=with_pack(topics)
    )
    return msgspec.structs.replace(journal, school=pack_school_id(school.id))
