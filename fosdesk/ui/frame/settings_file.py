"""The settings of this laptop (settings.json): language, theme, text size, role and folders."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from fosdesk import paths
from fosdesk.errors import FosdeskError
from fosdesk.paths import is_folder
from fosdesk.system.locked_files import wait_for


class Settings(NamedTuple):
    """The settings; defaults are used for what is not chosen."""

    language: str = "nb"
    theme: str = "system"  # system, light, dark, contrast
    text_size: int = 100  # per cent
    role: str = ""  # which role this laptop belongs to; signs decisions
    welcomed: bool = False
    folder: str = ""  # where a file was last written or read
    open_first: str = "overview"
    sheet_offered: bool = False  # that a password cannot be found again was told, before the first one
    second_backups: str = ""  # where backups are kept as well: a stick, a shared folder
    padlock: str = ""  # what closes those, where a password is wanted; it opens nothing
    not_copied: str = ""  # backups that the second folder lacked when the program was closed, a name a line
    untold: str = ""  # what was seen at closing and is told at the next start: JSON of a sentence and its arguments
    window: str = ""  # where it was left: left, top, width and height in pixels, and whether it was maximised
    recent: str = ""  # ids of records that were opened last, the latest first, a space between
    left_at: str = ""  # the page one was on at the end, and after a space the id of the record that was open there
    back_to_left: bool = False  # whether the program opens there rather than on the overview
    elsewhere: str = ""  # the data folder to use in place of this one, chosen when this one could not be used
    lists: Mapping[str, Any] = MappingProxyType({})  # how the list of each noun was left; see `ListMemory`


class SettingsFile:
    """Reads and writes settings.json in the data folder; damaged or unknown values count as not chosen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / "settings.json"
        self._language = ""  # for this run only
        self._is_unread = False
        self.value = self._read()

    def _read(self) -> Settings:
        self._is_unread = False
        try:
            written = wait_for(self._path.read_bytes)
        except FileNotFoundError:
            return Settings()
        except OSError:
            self._is_unread = True  # another program holds it, or it may not be read now
            return Settings()
        import json

        try:
            there = json.loads(written)
        except (ValueError, RecursionError):
            return Settings()
        if not isinstance(there, dict):
            return Settings()
        known = Settings()._asdict()
        kept = {name: there[name] for name, value in known.items() if type(there.get(name)) is type(value)}
        if isinstance(there.get("lists"), dict):
            kept["lists"] = there["lists"]
        chosen = Settings(**kept)
        usable = chosen.language in ("nb", "nn", "en") and 50 <= chosen.text_size <= 300
        return chosen if usable else Settings()

    @property
    def start_folder(self) -> str:
        """Where a dialog for files starts: in the folder that was used last, else in the person's documents."""
        from fosdesk.system.temporary_places import is_temporary

        folder = Path(self.value.folder)
        if self.value.folder and is_folder(folder) and not is_temporary(folder / "any"):
            return self.value.folder
        from PySide6.QtCore import QStandardPaths

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return documents if is_folder(documents) else str(Path.home())

    def use_language(self, language: str) -> None:
        """Use a language for this run only, as asked for on the command line."""
        self._language = language
        self.value = self.value._replace(language=language)

    def change(self, **values: object) -> Settings:
        """Change settings and store them; FosdeskError when the file cannot be written.

        Settings that could not be read at the start are read first, as those stored there must not be lost.
        """
        import json

        from fosdesk.store.atomic_file import write_whole

        if self._is_unread:
            self.value = self._read()
            if self._language:
                self.value = self.value._replace(language=self._language)
        self.value = self.value._replace(**values)  # type: ignore[arg-type]
        try:
            if self._is_unread:
                raise OSError("the settings that are there cannot be read")
            paths.make_private_folder(self._path.parent)
            write_whole(
                self._path, json.dumps({**self.value._asdict(), "lists": dict(self.value.lists)}, indent=1).encode()
            )
        except OSError as trouble:
            raise FosdeskError(
                "The settings could not be saved in {folder}.", folder=str(self._path.parent)
            ) from trouble
        return self.value
