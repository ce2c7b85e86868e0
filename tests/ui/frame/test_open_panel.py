"""The one record that is open from a list: nothing closes it over what cannot be saved, and it follows deletion."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.frame.edits import Edits, UnsavedText
from fosdesk.ui.frame.open_panel import OpenPanel, RecordPanel
from fosdesk.words import read_words
from tests.ui.acts import bring_to_front


class Line(QLineEdit, UnsavedText):
    """A text that can be stored unless it is «nei»."""

    def __init__(self, edits: Edits, stored: list[str]) -> None:
        super().__init__()
        self._edits, self._stored, self._saved = edits, stored, ""
        self.textChanged.connect(lambda _: edits.register(self))

    @property
    def dirty(self) -> bool:
        return self.text() != self._saved

    @property
    def as_typed(self) -> str:
        return self.text()

    def commit(self) -> None:
        if self.text() != "nei":
            self._saved = self.text()
            self._stored.append(self.text())

    def take_cursor(self) -> None:
        self.setFocus()


class Panel(QWidget):
    """One record, to be written in."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        self.reloaded = 0
        column(self).addWidget(line)

    def reload(self) -> None:
        self.reloaded += 1


class Listed:
    """A list of which «a» and «b» can be opened."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.place = column(self.window)
        self.said: list[str] = []
        self.stored: list[str] = []
        self.edits = Edits(read_words("nb"), self.said.append)
        self.opened = OpenPanel(self.edits, self._show, self._hide)
        qtbot.addWidget(self.window)
        self.window.resize(400, 200)
        self.window.show()
        bring_to_front(self.window)

    def _show(self, record_id: str) -> RecordPanel | None:
        if record_id not in ("a", "b"):
            return None
        panel = Panel(Line(self.edits, self.stored))
        self.place.addWidget(panel)
        return panel

    def _hide(self, panel: RecordPanel) -> None:
        assert isinstance(panel, QWidget)
        panel.setParent(None)
        panel.deleteLater()

    @property
    def line(self) -> Line:
        assert isinstance(self.opened.panel, Panel)
        return self.opened.panel.line


@pytest.fixture
def listed(qtbot: QtBot) -> Listed:
    return Listed(qtbot)


def test_opening_another_one_saves_and_closes_the_first(listed: Listed) -> None:
    assert listed.opened.open("a")
    first = listed.opened.panel
    listed.line.setText("skrevet")
    assert listed.opened.open("b")
    assert (listed.stored, listed.opened.record_id) == (["skrevet"], "b")
    assert listed.opened.panel is not first


def test_opening_the_same_one_again_leaves_what_is_typed(listed: Listed) -> None:
    listed.opened.open("a")
    panel = listed.opened.panel
    listed.line.setText("halvveis")
    assert listed.opened.open("a")
    assert listed.opened.panel is panel
    assert listed.stored == []


@pytest.mark.parametrize("act", ["open another", "open nothing", "close"])
def test_what_cannot_be_saved_stays_open_with_the_cursor_and_a_sentence(listed: Listed, act: str) -> None:
    listed.opened.open("a")
    listed.line.setText("nei")
    went = listed.opened.close() if act == "close" else listed.opened.open("b" if act == "open another" else "gone")
    assert not went
    assert (listed.opened.record_id, listed.line.text(), listed.stored) == ("a", "nei", [])
    assert listed.line.hasFocus()
    assert listed.said == ["Noe dere har skrevet, er ikke lagret ennå. Se setningen under feltet."]


def test_what_is_not_there_cannot_be_opened(listed: Listed) -> None:
    assert not listed.opened.open("gone")
    assert (listed.opened.record_id, listed.opened.panel) == ("", None)


def test_it_follows_the_record_and_goes_with_it(listed: Listed) -> None:
    listed.opened.open("a")
    panel = listed.opened.panel
    assert isinstance(panel, Panel)
    listed.opened.follow(is_there=True)
    assert (panel.reloaded, listed.opened.panel) == (1, panel)
    listed.line.setText("nei")
    listed.opened.follow(is_there=False)
    assert (listed.opened.record_id, listed.opened.panel) == ("", None)
    assert listed.edits.release(), "what belonged to the record is asked about no more"
    assert listed.opened.close(), "nothing is open"
