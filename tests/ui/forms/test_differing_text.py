"""Two texts beside each other: what differs is marked, the rest is not, and nothing is taken for markup."""

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.changes.text_difference import word_changes
from fosdesk.domain.fields import Long, Number, Privacy
from fosdesk.ui.forms.differing_text import DifferingText, TwoTexts, one_text
from fosdesk.ui.style.theme import Theme
from tests.ui.acts import desk_of, said_on

BEFORE = "Vi prøver <b>elevsamtaler</b> ute på alle trinn"
AFTER = "Vi prøver <b>elevsamtaler</b> inne på alle trinn fra høsten"


def marked(shown: DifferingText) -> str:
    """The words that are struck out or set off."""
    found = []
    block = shown.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            fragment = parts.fragment()
            parts += 1
            style = fragment.charFormat()
            if style.fontStrikeOut() or style.fontWeight() == QFont.Weight.DemiBold:
                found.append(fragment.text())
        block = block.next()
    return "|".join(word.strip() for word in found if word.strip())


def test_only_the_words_that_differ_are_marked(qtbot: QtBot) -> None:
    theme = Theme("light")
    old, new = (
        DifferingText(theme, part, gone=gone, name="")
        for part, gone in zip(word_changes(BEFORE, AFTER), (True, False), strict=True)
    )
    for shown, text, differs in ((old, BEFORE, "ute"), (new, AFTER, "inne|fra høsten")):
        qtbot.addWidget(shown)
        assert shown.toPlainText() == text
        assert marked(shown) == differs
        assert shown.accessibleName() == text
    assert old.isReadOnly()


def test_it_is_as_high_as_its_text(qtbot: QtBot) -> None:
    shown = DifferingText(Theme("light"), word_changes(BEFORE, AFTER)[1], gone=False, name="")
    qtbot.addWidget(shown)
    shown.resize(900, 10)
    shown.show()
    wide = shown.height()
    shown.resize(120, 10)
    assert shown.height() > 2 * wide


def test_both_sides_are_told_also_an_empty_one(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    both = TwoTexts(desk, Long("Why", privacy=Privacy.OPEN), ("", AFTER), ("Her nå", "I filen"))
    both.setParent(fresh_school.window)
    both.resize(800, 300)
    both.show()
    told = said_on(both)
    assert "Her nå" in told
    assert "I filen" in told
    assert "(tomt)" in told
    shown = both.findChild(DifferingText)
    assert shown is not None
    assert (shown.toPlainText(), marked(shown)) == (AFTER, "")
    assert one_text(desk, Number("Minutes", privacy=Privacy.OPEN), None) == "(tomt)"
