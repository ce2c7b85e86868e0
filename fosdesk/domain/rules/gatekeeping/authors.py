"""The people of a reference, as they are written in one line: «Last name, First name; next one»."""

import re
from typing import NamedTuple

_BETWEEN = re.compile(r"\s*;\s*|\s+&\s+")
_PART = re.compile(r"[^\W\d_]")


class AuthorName(NamedTuple):
    """A last name and first names; an organisation has no first name."""

    last: str
    first: str = ""

    @property
    def initials(self) -> str:
        """The first letters of the first names: «L.», «S. E.», «Å.-M.»."""
        found = []
        for word in self.first.replace(".", ". ").split():
            letters = [part[1][0] for one in word.split("-") if (part := [one, *_PART.findall(one)])[1:]]
            if letters:
                found.append("-".join(f"{letter.upper()}." for letter in letters))
        return " ".join(found)


def authors_in(text: str) -> tuple[AuthorName, ...]:
    """The people of a line, in its order."""
    found = []
    for one in _BETWEEN.split(text.strip()):
        last, _, first = (part.strip() for part in one.partition(","))
        if last or first:
            found.append(AuthorName(last or first, first if last else ""))
    return tuple(found)
