"""Where a link in a document may lead: the web, or somebody's mail, and nowhere else."""

import re
from urllib.parse import quote

from fosdesk.reports.pdf import fonts

_ADDRESS = re.compile(r"(?:https?://|mailto:)[!-~]+\Z")
_AS_IT_IS = "%/:=&?~#+!$,;'@()*[]"  # what an address keeps; spaces and letters beyond English are written as codes


def safe_address(target: str) -> str:
    """The address as a file can hold it; empty when it leads anywhere else."""
    written = quote(fonts.displayable(target), safe=_AS_IT_IS)
    return written if _ADDRESS.match(written) else ""
