"""The dialog that lists the parts that others made, with the licence of each and its text."""

import tomllib
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidget, QWidget

from fosdesk import paths
from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.plain_widgets import column, row, text
from fosdesk.ui.controls.text_fields import TextBox
from fosdesk.ui.frame.desk import Desk


class BundledPart(NamedTuple):
    """A part that comes with the program: its name with version, its licence, its address, and its licence texts."""

    name: str
    licence: str
    address: str
    texts: tuple[str, ...]  # files below resources/

    def read(self) -> str:
        """The texts, one below the other, under the address."""
        said = (paths.resource(*place.split("/")).read_text(encoding="utf-8") for place in self.texts)
        return "\n\n".join((self.address, *said))


def bundled_parts() -> list[BundledPart]:
    """The parts, in the order of resources/licences/parts.toml, which packaging/parts.py writes."""
    said = tomllib.loads(paths.resource("licences", "parts.toml").read_text(encoding="utf-8"))["part"]
    return [BundledPart(f"{p['name']} {p['version']}", p["licence"], p["address"], tuple(p["texts"])) for p in said]


class PartsDialog(QDialog):
    """The parts at the left, the text of the chosen one beside them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        words = desk.words
        self._parts = bundled_parts()
        self.setWindowTitle(words("Parts and licences"))
        fit_to_window(self, parent, desk.theme.px(860), desk.theme.px(600))
        layout = column(self, gap=10, margins=(24, 20, 24, 16))
        layout.addWidget(text(words("fosdesk itself has no licence yet: its owner has not chosen one.")))
        replaceable = words(
            "Qt and PySide6 are used under the GNU LGPL 3. They lie beside fosdesk as packages of their own and can be "
            "replaced."
        )
        layout.addWidget(text(replaceable))
        self.list = QListWidget()
        self.list.setAccessibleName(words("Parts"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.addItems([f"{part.name} · {part.licence}" for part in self._parts])
        self.text = TextBox()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(words("Text of the licence"))
        beside: QHBoxLayout = row(gap=16)
        beside.addWidget(self.list, 2)
        beside.addWidget(self.text, 3)
        layout.addLayout(beside, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout.addWidget(close)
        self.list.currentRowChanged.connect(self._show_text)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _show_text(self, place: int) -> None:
        self.text.setPlainText(self._parts[place].read())
