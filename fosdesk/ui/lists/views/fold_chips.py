"""FoldChips: chips beside a board that show what is finished, and what is put away, when they are asked for."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.ui.controls.plain_widgets import button
from fosdesk.ui.lists.listing import FINISHED, PUT_AWAY, Listing
from fosdesk.words import Words


class FoldChips:
    """The list itself has headings for them; a board and a matrix have none."""

    def __init__(self, words: Words, listing: Listing, fold: Callable[[str], None]) -> None:
        """`fold` turns what is under a heading of the listing, by the heading's key."""
        self._words, self._listing = words, listing
        self._said = {FINISHED: words("Done"), PUT_AWAY: words("Out of the way")}
        self.chips: dict[str, QPushButton] = {}
        for key in self._said:
            chip = self.chips[key] = button("", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, key=key: fold(key))
            chip.hide()

    def shown(self, *, is_list: bool) -> Mapping[QWidget, bool]:
        """Each chip, and whether it is shown, with its count of now."""
        found: dict[QWidget, bool] = {}
        for key, chip in self.chips.items():
            n = self._listing.count_under(key)
            chip.setText(f"{self._said[key]} · {self._words.number(n)}")
            chip.setChecked(key not in self._listing.folded)
            found[chip] = not is_list and n > 0
        return found
