"""Takes rows from the clipboard into a list: reads them beside the screen's thread, shows them, and makes them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_table import CellWords
from fosdesk.domain.fields import Noun, Record, Scalar
from fosdesk.exchange.table_text import read_copied
from fosdesk.ui.controls.text_fields import names_files, what_is_copied
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.list_acts import ListActs
from fosdesk.ui.lists.paste.paste_dialog import PasteDialog
from fosdesk.ui.lists.paste.pasted_rows import PastedRow, PastedRows, PastedTable
from fosdesk.words import LANGUAGES, read_words
from fosdesk.workspace import new_id


class _Read(NamedTuple):
    reader: PastedRows
    table: PastedTable
    rows: list[PastedRow]


class Pasting:
    """One look at a time."""

    def __init__(self, desk: Desk, noun: Noun, acts: ListActs, parent: QWidget) -> None:
        self._desk, self._noun, self._acts, self._parent = desk, noun, acts, parent
        self.dialog: PasteDialog | None = None

    def begin(self, given: Mapping[str, Scalar], made: Callable[[str], object]) -> None:
        """Look at what was copied; `given` are values of every new record, `made` is told the id of the first one."""
        desk, noun = self._desk, self._noun
        copied = what_is_copied()
        text, html = ("", "") if names_files(copied) else (copied.text(), copied.html())
        school, today, framework, words = desk.school, desk.today(), desk.framework, desk.words

        def read(_: object) -> _Read:
            rows = read_copied(text, html)
            cells = CellWords(words, framework, school, noun)
            # Reading of words is cheap, and what is copied may come from whoever writes the other one.
            others = [read_words(one) for one in LANGUAGES if one != words.language]
            reader = PastedRows(noun, cells, school, [words, *others], today)
            table = reader.matched(rows)
            return _Read(reader, table, reader.read(table, given))

        desk.long_work.begin(words("Reading what was copied"), read, lambda found: self._show(found, given, made))

    def _show(self, found: _Read, given: Mapping[str, Scalar], made: Callable[[str], object]) -> None:
        dialog = PasteDialog(self._desk, found.reader, found.table, found.rows, given, self._parent.window())
        dialog.agreed.connect(lambda records: self._make(records, made))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _make(self, records: list[Record], made: Callable[[str], object]) -> None:
        words = self._desk.words
        whole = [msgspec.structs.replace(one, id=new_id()) for one in records]

        def said() -> str:
            made(whole[0].id)
            return words.plural("{n} added. Ctrl+Z takes it back.", "{n} added. Ctrl+Z takes them back.", len(whole))

        self._acts.write([(None, one) for one in whole], "rows were pasted", said)

    def _forget(self) -> None:
        self.dialog = None
