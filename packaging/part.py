"""A part that others made and that comes with the program; standard library only."""

from typing import NamedTuple


class Part(NamedTuple):
    """A part: name, version, licence as an SPDX expression, address, files of texts, and which resources it is."""

    name: str
    version: str
    licence: str
    address: str
    texts: tuple[str, ...]  # below resources/
    files: tuple[str, ...] = ()  # below resources/; none for a package
