"""Folders that mail programs and archivers unpack a file to for a look at it, and empty again without asking."""

from pathlib import PurePath

# Folders that follow each other in such a path, in small letters; a star ends the beginning of a name.
_PLACES = (
    ("appdata", "local", "temp"),  # of Windows: zip files, new Outlook, 7-Zip, WinRAR, browsers
    ("appdata", "local", "tmp"),
    ("windows", "temp"),
    ("inetcache",),  # of Outlook: INetCache\Content.Outlook\…
    ("temporary internet files",),
    ("content.outlook",),
    ("olk",),
    ("temp1_*",),  # what Explorer unpacks of a zip file
    ("7zo*",),
    ("rar$*",),
    ("mail downloads",),  # of Apple's Mail
    ("outlook temp",),
    ("temporaryitems",),
    ("mozilla_*",),  # of Thunderbird: /tmp/mozilla_kari0
    ("mozillamailnews",),
    (".fr-*",),  # of the archivers of GNOME and KDE
    ("ark-*",),
)


def is_temporary(file: PurePath) -> bool:
    """Whether a file lies where other programs put it for the moment that somebody looks at it."""
    folders = [part.casefold() for part in file.parts[:-1]]
    return any(
        all(_matches(one, part) for one, part in zip(place, folders[at:], strict=False))
        for place in _PLACES
        for at in range(len(folders) - len(place) + 1)
    )


def _matches(pattern: str, name: str) -> bool:
    return name.startswith(pattern[:-1]) if pattern.endswith("*") else name == pattern
