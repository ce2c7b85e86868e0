"""The targets that links in documents may have: web and mail addresses."""

import re
from urllib.parse import quote

from fosdesk.reports.pdf import fonts

_ADDRESS = re.compile(r"(?:https?://|mailto:)[!-~]+\Z")
_UNESCAPED = "%/:=&?~#+!$,;'@()*[]"  # what an address keeps; spaces and letters beyond English are written as codes


def safe_address(target: str) -> str:
    """The address, percent-encoded for a PDF or Word file; empty for anything but http(s) and mailto."""
    written = quote(fonts.displayable(target), safe=_UNESCAPED)
    return written if _ADDRESS.match(written) else ""
