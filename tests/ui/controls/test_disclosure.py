"""A heading that opens and closes: its inside is made once, when it is asked for, and may refuse to close."""

from PySide6.QtWidgets import QLabel, QWidget

from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.style.theme import Theme
from tests.ui.controls.conftest import Show


class Sheet(QWidget):
    """A disclosure in its place, which counts how often the inside was made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.made = 0
        self.may_close = True
        self.head = Disclosure(theme, "Alle & alt", self._make, lambda _: self.may_close)
        self.head.setParent(self)
        self.setLayout(self.head.place)
        self.heard: list[bool] = []
        self.head.unfolded.connect(self.heard.append)

    def _make(self) -> QWidget:
        self.made += 1
        return QLabel("innsiden")

    @property
    def is_seen(self) -> bool:
        return self.head.inside is not None and self.head.inside.isVisibleTo(self)


def test_the_inside_is_made_once_and_only_when_asked_for(theme: Theme, show: Show) -> None:
    sheet = Sheet(theme)
    show(sheet)
    assert (sheet.made, sheet.is_seen, sheet.head.text()) == (0, False, "Alle && alt")
    for wanted in (True, False, True):
        sheet.head.click()
        assert (sheet.made, sheet.is_seen, sheet.head.is_open) == (1, wanted, wanted)
    assert sheet.heard == [True, False, True]


def test_it_stays_open_while_something_inside_cannot_be_saved(theme: Theme, show: Show) -> None:
    sheet = Sheet(theme)
    show(sheet)
    sheet.head.click()
    sheet.may_close = False
    sheet.head.click()
    assert (sheet.is_seen, sheet.head.isChecked()) == (True, True)
    assert sheet.heard[-1]
    sheet.may_close = True
    sheet.head.click()
    assert (sheet.is_seen, sheet.head.isChecked()) == (False, False)
