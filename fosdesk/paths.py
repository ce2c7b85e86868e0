"""Where the shipped resources and the user's own files lie."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """A shipped file that is not Python: inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources").joinpath(*parts)


def user_folder() -> Path:
    """Where the working store lies unless told otherwise: local to this machine, never roaming, never in Documents."""
    import appdirs

    return Path(appdirs.user_data_dir("fosdesk", False))


def within_code(*parts: str) -> Path:
    """A file that belongs to a room of the code itself, such as the store's frozen SQL."""
    return _PACKAGE.joinpath(*parts)
