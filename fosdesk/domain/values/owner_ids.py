"""The id under which what a school owner writes beside many schools is kept in its file."""

OWNER_ID = "owner-description"  # the same in each file, so that any two of them can be put together


def is_owner(school_id: str) -> bool:
    """Whether an id is that of an owner's own description, and of no school."""
    return school_id == OWNER_ID
