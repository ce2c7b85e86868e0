"""Takes references in from a file or from what was copied: reads them, shows them, and makes entries of them."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
from PySide6.QtWidgets import QFileDialog, QWidget

from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gatekeeping.duplicates import SameWork, looked_through
from fosdesk.errors import FosdeskError
from fosdesk.exchange.references.read_reference import ReadReferences
from fosdesk.exchange.references.reference_files import read_reference_file, references_in
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.gate.reference_dialog import ReferenceDialog
from fosdesk.ui.lists.list_acts import ListActs
from fosdesk.workspace import new_id


class _Looked(NamedTuple):
    found: ReadReferences
    entries: tuple[GateEntry, ...]
    same: tuple[SameWork | None, ...]


class ReferenceReading:
    """One look at a time."""

    def __init__(self, desk: Desk, acts: ListActs, parent: QWidget, made: Callable[[str], object]) -> None:
        """`made` is told the id of the first entry that was made."""
        self._desk, self._acts, self._parent, self._made = desk, acts, parent, made
        self.dialog: ReferenceDialog | None = None

    def choose(self) -> None:
        """Ask for a file, and show what is in it."""
        words = self._desk.words
        kinds = f"{words('References')} (*.ris *.bib *.bibtex *.json *.txt *.enw *.nbib)"
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent,
            words("Read references"),
            self._desk.settings.start_folder,
            f"{kinds};;{words('All files')} (*)",
        )
        if chosen and self._desk.release():
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read a file, and show what is in it; what cannot be read is told in one sentence."""
        self._read(lambda: read_reference_file(path))

    def open_text(self, copied: str) -> None:
        """Show the references in a text that was copied."""

        def read() -> ReadReferences:
            found = references_in(copied)
            if found is None or not found.references:
                raise FosdeskError("No references were found in what was copied.")
            return found

        self._read(read)

    def _read(self, read: Callable[[], ReadReferences]) -> None:
        school, day = self._desk.school, self._desk.day()

        def look(_: object) -> _Looked:
            found = read()
            blank = GateEntry(came=day)
            entries = tuple(msgspec.structs.replace(blank, **one.fields) for one in found.references)
            return _Looked(found, entries, looked_through(school, entries))

        self._desk.long_work.begin(self._desk.words("Reading the references"), look, self._show)

    def _show(self, looked: _Looked) -> None:
        dialog = ReferenceDialog(self._desk, *looked, self._parent.window())
        dialog.agreed.connect(self._make)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _make(self, entries: list[GateEntry]) -> None:
        words = self._desk.words
        whole = [msgspec.structs.replace(one, id=new_id()) for one in entries]

        def said() -> str:
            self._made(whole[0].id)
            return words.plural(
                "{n} reference taken in. Ctrl+Z takes it back.",
                "{n} references taken in. Ctrl+Z takes them back.",
                len(whole),
            )

        self._acts.write([(None, one) for one in whole], "references were read", said)

    def _forget(self) -> None:
        self.dialog = None
