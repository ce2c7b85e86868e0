"""Ids that follow from what a record is made of, so that two laptops that make the same have one record."""

from hashlib import sha256

_DIGITS = 12  # as other ids have


def derived_id(*parts: str) -> str:
    """The id of what these texts make, in this order; the same everywhere, for ever."""
    return sha256("\0".join(parts).encode()).hexdigest()[:_DIGITS]
