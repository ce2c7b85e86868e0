"""The parts that others made and that come with the program, as resources/licences lists them."""

import tomllib
from typing import NamedTuple

from fosdesk import paths

LIST, BILL = "parts.toml", "parts.cdx.json"  # the same list for the program, and as CycloneDX for whoever checks it


class PartName(NamedTuple):
    """The name and version of a part."""

    name: str
    version: str


def bundled_parts() -> tuple[PartName, ...]:
    """The parts, in the order of the list."""
    said = tomllib.loads(paths.resource("licences", LIST).read_text(encoding="utf-8"))["part"]
    return tuple(PartName(part["name"], part["version"]) for part in said)
