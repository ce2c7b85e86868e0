"""What this laptop remembers: language, theme, text size, role and folders. Nothing of it travels."""

from pathlib import Path

import msgspec

from fosdesk.errors import FosdeskError


class Settings(msgspec.Struct, frozen=True):
    """The choices of one laptop."""

    language: str = "nb"
    theme: str = "system"  # system, light, dark
    text_size: int = 100  # per cent
    role: str = ""  # which role this laptop belongs to; signs decisions
    welcomed: bool = False
    folder: str = ""  # where a file was last written or read
    open_first: str = "overview"


class SettingsFile:
    """Reads and writes settings.json in the data folder; a damaged file counts as none."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"
        self.value = self._read()

    def _read(self) -> Settings:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Settings)
        except (OSError, msgspec.MsgspecError):
            return Settings()

    def speak(self, language: str) -> None:
        """Use a language this time, as asked for on the command line, without remembering it."""
        self.value = msgspec.structs.replace(self.value, language=language)

    def change(self, **values: object) -> Settings:
        """Remember other choices, on disk too where that is possible."""
        self.value = msgspec.structs.replace(self.value, **values)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_suffix(".part")
            part.write_bytes(msgspec.json.format(msgspec.json.encode(self.value)))
            part.replace(self._path)
        except OSError as trouble:
            raise FosdeskError(
                "The settings could not be saved in {folder}.", folder=str(self._path.parent)
            ) from trouble
        return self.value
