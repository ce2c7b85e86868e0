"""The ids of schools that are experience packs."""

from fosdesk.domain.values.derived_ids import derived_id

_PREFIX = "pack-"


def pack_school_id(school_id: str) -> str:
    """The id under which a pack is kept beside the schools: the same for each pack of a school, and not its own id."""
    return f"{_PREFIX}{derived_id('experience_pack', school_id)}"


def is_pack(school_id: str) -> bool:
    """Whether the id of a school is that of an experience pack."""
    return school_id.startswith(_PREFIX)
